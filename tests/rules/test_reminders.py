"""Days of reminding: 14, 7, 3, 0 before, then weekly; a missed night is caught up once, and nothing is said twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.regulations.rules.vietnam import standard_calendar
from diaban.reminders.rules import Line, Rhythm, comes_round, countdown, in_order, is_reminded, subject_of

DUE = date(2023, 6, 20)
DAYS = standard_calendar(2023, 2023)
USUAL = Rhythm((14, 7, 3, 0), 7)
OFFSETS = [-14, -7, -3, 0, 7, 14, 21]


def on(day: date, *, after: date | None = None) -> bool:
    return is_reminded(DUE, after=after or day - timedelta(days=1), today=day, rhythm=USUAL)


def test_one_is_reminded_on_the_days_of_the_rule_and_on_no_others() -> None:
    days = [offset for offset in range(-20, 25) if on(DUE + timedelta(days=offset))]
    assert days == OFFSETS


def test_a_missed_night_is_caught_up_by_the_next() -> None:
    assert on(DUE - timedelta(days=5), after=DUE - timedelta(days=8))
    assert not on(DUE - timedelta(days=5), after=DUE - timedelta(days=6))


@given(gaps=st.lists(st.integers(1, 12), min_size=1, max_size=20))
def test_however_the_nights_fall_each_day_of_reminding_is_answered_once(gaps: list[int]) -> None:
    start = DUE - timedelta(days=30)
    last, answered, wanted = start, 0, 0
    for gap in gaps:
        today = last + timedelta(days=gap)
        fell = any(last < DUE + timedelta(days=offset) <= today for offset in [*OFFSETS, *range(28, 250, 7)])
        wanted += fell
        answered += on(today, after=last)
        last = today
    assert answered == wanted


@pytest.mark.parametrize(
    ("days", "every", "comes"), [(7, 7, True), (8, 7, False), (0, 7, False), (14, 7, True), (7, 0, False)]
)
def test_a_span_comes_round(days: int, every: int, comes: bool) -> None:
    today = DUE + timedelta(days=days)
    assert comes_round(DUE, after=today - timedelta(days=1), today=today, every=every) is comes


def test_what_is_said() -> None:
    assert countdown(DUE, today=date(2023, 6, 13), calendar=DAYS) == "còn 7 ngày (hạn 20/06/2023)"
    assert countdown(DUE, today=DUE, calendar=DAYS) == "đến hạn hôm nay (20/06/2023)"
    assert countdown(DUE, today=date(2023, 6, 27), calendar=DAYS) == "quá hạn 5 ngày làm việc (hạn 20/06/2023)"
    friday, sunday = date(2023, 6, 16), date(2023, 6, 18)
    said = "đã đến hạn, ngày nghỉ chưa tính quá hạn (hạn 16/06/2023)"
    assert countdown(friday, today=sunday, calendar=DAYS) == said
    lines = [Line("B", "/b"), Line("A", "/a", 3), Line("B", "/b")]
    assert [line.text for line in in_order(lines)] == ["A", "B"]
    assert subject_of(in_order(lines)) == "Địa Bàn: 2 việc cần làm, 1 quá hạn"
