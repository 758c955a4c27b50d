from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from diaban.kit.objections import Objection
from diaban.oversight.rules import done_objections, finding_objections, remedy_objections, two_pairs_of_eyes

TODAY = date(2023, 9, 20)


def test_what_is_done_is_done_once_and_not_ahead() -> None:
    assert done_objections(already=False, day_done=TODAY, today=TODAY, field="done_on") == []
    assert done_objections(already=True, day_done=TODAY, today=TODAY, field="done_on") == [
        Objection("done_on", "Việc này đã được ghi là xong.")
    ]
    assert done_objections(already=False, day_done=date(2023, 9, 21), today=TODAY, field="closed_on") == [
        Objection("closed_on", "Ngày 21/09/2023 chưa đến. Hãy chọn ngày đã qua hoặc hôm nay.")
    ]


@pytest.mark.parametrize(
    ("found_on", "due_on", "field"),
    [
        (date(2023, 9, 1), date(2023, 9, 2), None),
        (date(2023, 9, 1), date(2023, 9, 1), "due_on"),
        (date(2022, 12, 13), date(2023, 9, 2), "found_on"),
        (date(2023, 9, 21), date(2023, 9, 30), "found_on"),
    ],
)
def test_a_finding_follows_the_assignment_and_is_due_later(found_on: date, due_on: date, field: str | None) -> None:
    begun = date(2022, 12, 14)
    found = finding_objections(found_on=found_on, due_on=due_on, today=TODAY, assigned_on=begun)
    assert [objection.field for objection in found] == ([field] if field else [])


def test_a_remedy_follows_the_finding() -> None:
    assert remedy_objections(found_on=TODAY, closed_on=TODAY) == []
    assert remedy_objections(found_on=TODAY, closed_on=date(2023, 9, 19)) == [
        Objection("closed_on", "Ngày khắc phục xong phải từ ngày kết luận 20/09/2023.")
    ]


def test_who_found_it_does_not_close_it() -> None:
    hoa, binh = UUID(int=1), UUID(int=2)
    assert two_pairs_of_eyes(found_by=hoa, closed_by=binh) == []
    assert two_pairs_of_eyes(found_by=None, closed_by=None) == []
    assert [o.field for o in two_pairs_of_eyes(found_by=hoa, closed_by=hoa)] == ["closed_by"]
