"""One result explained: each rule or part with the records that it rests on, each of which opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from diaban.kit.actors import Actor
from diaban.ranking.models import QualityRanking, RatingLine
from diaban.ranking.queries import rounds
from diaban.ranking.queries.evidence import known
from diaban.ranking.queries.groups import group_names
from diaban.ranking.rules import Verdict
from diaban.ranking.rules.results import CapStanding, Part, Rung


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
    """Numbered by kind."""
    found, number = [], Counter[str]()
    for kind, key in known(evidence):
        number[kind.noun] += 1
        found.append(Evidence(f"{kind.noun} {number[kind.noun]}", kind.opened(key, year)))
    return found
