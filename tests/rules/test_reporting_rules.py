from __future__ import annotations

from dataclasses import replace
from datetime import date

from diaban.kit.objections import Objection
from diaban.regulations.rules import ReportKind, ReportPeriod
from diaban.reporting.rules import (
    NEXT,
    SECTIONS,
    CompletionLevel,
    ReportFacts,
    ReportState,
    sections_of,
    sending_objections,
    unknown_sections,
)

WHOLE = ReportFacts(
    period=ReportPeriod(ReportKind.YEAR),
    sections=sections_of(dict.fromkeys(SECTIONS, "Có.")),
    self_level=CompletionLevel.GOOD,
    today=date(2023, 11, 28),
    cutoff=date(2023, 11, 15),
    ended=False,
)


def test_a_whole_report_meets_no_objection() -> None:
    assert sending_objections(WHOLE) == []
    assert sending_objections(replace(WHOLE, today=WHOLE.cutoff)) == []


def test_each_empty_section_is_named_in_its_order() -> None:
    lacking = sections_of({key: "Có." for key in SECTIONS if key not in {"limits", "situation"}})
    assert sending_objections(replace(WHOLE, sections=lacking)) == [
        Objection("situation", "Mục “II. Tình hình địa bàn” chưa có nội dung."),
        Objection("limits", "Mục “VI. Hạn chế, nguyên nhân, bài học” chưa có nội dung."),
    ]


def test_only_the_year_asks_for_a_level() -> None:
    assert sending_objections(replace(WHOLE, self_level=None)) == [
        Objection("self_level", "Báo cáo năm phải tự nhận mức hoàn thành.")
    ]
    assert sending_objections(replace(WHOLE, self_level=None, period=ReportPeriod(ReportKind.HALF_YEAR))) == []


def test_numbers_are_waited_for_unless_the_assignment_is_over() -> None:
    early = replace(WHOLE, today=date(2023, 11, 14))
    assert sending_objections(early) == [
        Objection("kind", "Số liệu chốt ngày 15/11/2023, chưa gửi báo cáo trước ngày đó được.")
    ]
    assert sending_objections(replace(early, ended=True)) == []


def test_a_section_keeps_its_place_and_heading() -> None:
    sections = sections_of({"support": "Hai lần."})
    assert list(sections) == list(SECTIONS)
    assert sections["support"] == {"place": 3, "heading": "III. Hoạt động hỗ trợ và kết quả", "text": "Hai lần."}


def test_a_section_that_is_not_there_is_refused() -> None:
    assert unknown_sections({"tasks": "", "khac": ""}, WHOLE.sections) == [
        Objection("khac", "Báo cáo không có mục “khac”.")
    ]


def test_every_state_says_what_may_follow_it() -> None:
    assert NEXT.keys() == set(ReportState)
