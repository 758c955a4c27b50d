"""The words and the course of a periodic report (báo cáo kết quả theo dõi)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection
from diaban.regulations.rules import ReportKind, ReportPeriod


class ReportState(Labelled):
    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Đã gửi cơ quan"
    ENDORSED = "endorsed", "Cơ quan đã thống nhất"
    RECEIVED = "received", "Ban Tổ chức đã nhận"
    RETURNED = "returned", "Bị trả lại"
    REPLACED = "replaced", "Đã có phiên bản mới"


NEXT: dict[ReportState, frozenset[ReportState]] = {
    ReportState.DRAFT: frozenset({ReportState.SUBMITTED}),
    ReportState.SUBMITTED: frozenset({ReportState.ENDORSED, ReportState.RETURNED}),
    ReportState.ENDORSED: frozenset({ReportState.RECEIVED, ReportState.RETURNED}),
    ReportState.RECEIVED: frozenset(),
    ReportState.RETURNED: frozenset({ReportState.REPLACED}),
    ReportState.REPLACED: frozenset(),
}
"""What was submitted is frozen: a returned report is mended as a new version, the returned one stays as it was."""

SECTIONS: dict[str, str] = {
    "programme": "I. Kết quả thực hiện chương trình theo dõi",
    "situation": "II. Tình hình địa bàn",
    "support": "III. Hoạt động hỗ trợ và kết quả",
    "difficulties": "IV. Khó khăn, vướng mắc; kiến nghị",
    "innovations": "V. Mô hình mới, cách làm sáng tạo",
    "limits": "VI. Hạn chế, nguyên nhân, bài học",
    "tasks": "VII. Nhiệm vụ kỳ tới",
    "proposals": "VIII. Đề xuất với Ban Thường vụ Tỉnh ủy và các cơ quan",
}
"""Sections by domain.md 9.4, in order; the wording is copied into a report when it is begun."""


class CompletionLevel(Labelled):
    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    COMPLETED = "completed", "Hoàn thành nhiệm vụ"
    NOT_COMPLETED = "not_completed", "Không hoàn thành nhiệm vụ"


SLUGS: dict[CompletionLevel, str] = {
    CompletionLevel.EXCELLENT: "xuat-sac",
    CompletionLevel.GOOD: "tot",
    CompletionLevel.COMPLETED: "hoan-thanh",
    CompletionLevel.NOT_COMPLETED: "khong-hoan-thanh",
}
"""How a level is written in an address."""

EXTREME = frozenset({CompletionLevel.EXCELLENT, CompletionLevel.NOT_COMPLETED})
"""Levels that need concrete reasons (domain rule 29)."""


class Section(TypedDict):
    """A section of one report, with its place and heading as they were when the report was begun."""

    place: int
    heading: str
    text: str


def sections_of(texts: Mapping[str, str]) -> dict[str, Section]:
    """The sections of a report begun now, by key; what `texts` leaves out is empty."""
    return {
        key: Section(place=place, heading=heading, text=texts.get(key, ""))
        for place, (key, heading) in enumerate(SECTIONS.items(), start=1)
    }


def in_order(sections: Mapping[str, Section]) -> list[tuple[str, Section]]:
    """The sections as they follow one another: (key, section)."""
    return sorted(sections.items(), key=lambda item: item[1]["place"])


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report that is about to be sent. `cutoff` is the last day that it speaks of."""

    period: ReportPeriod
    sections: Mapping[str, Section]
    self_level: CompletionLevel | None
    today: date
    cutoff: date
    ended: bool
    """The assignment is over, so nothing is to be waited for."""


@cites("Kết luận 1016-KL/TU: báo cáo đầy đủ nội dung, đúng thời gian quy định")
def sending_objections(facts: ReportFacts) -> list[Objection]:
    """What keeps a report from being complete, section by section."""
    found = []
    if facts.today < facts.cutoff and not facts.ended:
        found.append(Objection("kind", f"Số liệu chốt ngày {day(facts.cutoff)}, chưa gửi báo cáo trước ngày đó được."))
    for key, section in in_order(facts.sections):
        if not section["text"]:
            found.append(Objection(key, f"Mục “{section['heading']}” chưa có nội dung."))
    if facts.period.kind is ReportKind.YEAR and facts.self_level is None:
        found.append(Objection("self_level", "Báo cáo năm phải tự nhận mức hoàn thành."))
    return found


def unknown_sections(texts: Mapping[str, str], sections: Mapping[str, Section]) -> list[Objection]:
    return [Objection(key, f"Báo cáo không có mục “{key}”.") for key in texts if key not in sections]
