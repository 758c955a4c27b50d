"""One result explained: each rule or part with the records that it rests on, each of which opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from diaban.kit.actors import Actor
from diaban.ranking.models import QualityRanking, RatingLine
from diaban.ranking.queries import rounds
from diaban.ranking.queries.groups import group_names
from diaban.ranking.rules import Verdict
from diaban.ranking.rules.results import CapStanding, Part, Rung

PAGES = {
    "chuyen-di": ("fieldwork:visit", "Chuyến đi"),
    "ho-tro": ("fieldwork:support", "Hỗ trợ"),
    "kho-khan": ("fieldwork:difficulty", "Khó khăn"),
    "mo-hinh": ("fieldwork:innovation", "Mô hình"),
    "viec-phai-lam": ("deadlines:obligation", "Việc phải làm"),
    "phieu": ("assessment:assessment", "Phiếu nhận xét"),
    "viec-co-quan": ("fieldwork:agency_act", "Việc của cơ quan"),
}
LEDGERS = {
    "phan-cong": ("phan-cong", "Phân công"),
    "noi-dung-chuong-trinh": ("noi-dung-chuong-trinh", "Nội dung chương trình"),
    "tinh-hinh": ("ghi-nhan-tinh-hinh", "Ghi nhận tình hình"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A result as a page shows it. `candidate`: excellent by the rules, so the cap looked at it."""

    line: RatingLine
    verdict: Verdict
    rungs: tuple[tuple[Rung, list[Evidence]], ...]
    parts: tuple[tuple[Part, list[Evidence]], ...]
    group: str
    candidate: bool
    outside: bool
    overrides: list[Any]
    opinions: list[Any]
    appeal: Any
    official: QualityRanking | None


def explained(actor: Actor, line: RatingLine) -> Explained:
    verdict, year = rounds.verdict_of(line), line.round.year
    parts = verdict.points.parts if verdict.points else ()
    return Explained(
        line=line,
        verdict=verdict,
        rungs=tuple((rung, _opened(rung.evidence, year)) for rung in verdict.ladder),
        parts=tuple((part, _opened(part.evidence, year)) for part in parts),
        group=group_names([line.group]).get(line.group, line.group),
        candidate=verdict.cap.standing is not CapStanding.NONE,
        outside=verdict.cap.standing in {CapStanding.OUTSIDE, CapStanding.TIED},
        overrides=list(line.overrides.all()),
        opinions=list(line.opinions.all()),
        appeal=getattr(line, "appeal", None),
        official=rounds.official_of(actor, line),
    )


def _opened(evidence: Sequence[str], year: int) -> list[Evidence]:
    """Numbered by kind. What has no page yet is counted by the rule's own words and not listed."""
    found, number = [], dict.fromkeys([*PAGES, *LEDGERS], 0)
    for reference in evidence:
        kind, _, key = reference.partition(":")
        if kind not in number:
            continue
        number[kind] += 1
        name, label = PAGES.get(kind) or LEDGERS[kind]
        href = reverse(name, args=[key]) if kind in PAGES else reverse("dashboards:record", args=[year, name, key])
        found.append(Evidence(f"{label} {number[kind]}", href))
    return found
