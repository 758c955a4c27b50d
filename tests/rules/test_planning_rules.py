from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diaban.kit.objections import Objection
from diaban.planning.rules import (
    NEXT,
    EventKind,
    ItemDraft,
    ProgrammeState,
    Topic,
    YearFacts,
    item_objections,
    sending_objections,
    year_objections,
)

FACTS = YearFacts(
    year=2023, today=date(2023, 1, 20), starts_on=date(2022, 12, 14), ends_on=None, locks_on=date(2024, 1, 31)
)


@pytest.mark.parametrize(
    "facts",
    [
        FACTS,
        replace(FACTS, today=date(2024, 1, 30)),
        replace(FACTS, starts_on=date(2023, 12, 31)),
        replace(FACTS, ends_on=date(2023, 1, 2)),
    ],
)
def test_a_year_that_is_held_and_open_meets_no_objection(facts: YearFacts) -> None:
    assert year_objections(facts) == []


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            replace(FACTS, today=date(2024, 1, 31)),
            "Năm 2023 đã khóa sổ từ 31/01/2024. Hãy liên hệ Ban Tổ chức Tỉnh ủy.",
        ),
        (
            replace(FACTS, starts_on=date(2024, 1, 1)),
            "Năm 2023 nằm ngoài thời gian phân công. Hãy chọn năm khác.",
        ),
        (
            replace(FACTS, ends_on=date(2023, 1, 1)),
            "Năm 2023 nằm ngoài thời gian phân công. Hãy chọn năm khác.",
        ),
    ],
)
def test_a_closed_or_foreign_year_is_refused(facts: YearFacts, sentence: str) -> None:
    assert year_objections(facts) == [Objection("year", sentence)]


def test_items_are_named_by_their_place() -> None:
    good = ItemDraft(12, EventKind.CELL, Topic.SYSTEM, "Dự chi bộ.")
    assert item_objections([good, replace(good, month=13), replace(good, month=0)]) == [
        Objection("items", "Nội dung thứ 2: tháng phải từ 1 đến 12."),
        Objection("items", "Nội dung thứ 3: tháng phải từ 1 đến 12."),
    ]


def test_a_programme_without_items_is_not_sent() -> None:
    assert sending_objections(items=1) == []
    assert sending_objections(items=0) == [
        Objection("items", "Chương trình chưa có nội dung nào. Hãy thêm ít nhất một nội dung.")
    ]


def test_every_state_says_what_may_follow_it() -> None:
    assert NEXT.keys() == set(ProgrammeState)
