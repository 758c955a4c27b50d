"""Working days: laws that must hold for every date, and days that were published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.regulations.rules.calendar import WorkingCalendar, day_month
from diaban.regulations.rules.vietnam import SWAPS, TET, TetLeave, public_holidays, standard_calendar, with_changes

CALENDAR = standard_calendar()
days = st.dates(date(2022, 1, 1), date(2029, 6, 30))
numbers = st.integers(0, 120)


@given(days, numbers, numbers)
def test_adding_in_two_steps_is_adding_at_once(day: date, a: int, b: int) -> None:
    once = CALENDAR.add_working_days(day, a + b)
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(day, a), b) == once


@given(days, numbers)
def test_counting_undoes_adding(day: date, n: int) -> None:
    assert CALENDAR.working_days_between(day, CALENDAR.add_working_days(day, n)) == n


@given(days, days)
def test_adding_undoes_counting_when_the_end_is_worked(start: date, end: date) -> None:
    start, end = min(start, end), CALENDAR.next_working_day(max(start, end))
    if start < end:
        assert CALENDAR.add_working_days(start, CALENDAR.working_days_between(start, end)) == end


@given(days, days, numbers)
def test_a_later_start_is_never_due_earlier(one: date, other: date, n: int) -> None:
    earlier, later = sorted([one, other])
    assert CALENDAR.add_working_days(earlier, n) <= CALENDAR.add_working_days(later, n)


@given(days, numbers)
def test_more_days_are_due_later(day: date, n: int) -> None:
    assert CALENDAR.add_working_days(day, n) < CALENDAR.add_working_days(day, n + 1)


@given(days, days)
def test_counting_backwards_is_the_negative(one: date, other: date) -> None:
    assert CALENDAR.working_days_between(one, other) == -CALENDAR.working_days_between(other, one)


@given(days, numbers)
def test_a_reckoning_accounts_for_every_day(day: date, n: int) -> None:
    reckoning = CALENDAR.reckon(day, n)
    passed = [day + timedelta(days=step) for step in range(1, (reckoning.due - day).days + 1)]
    weekdays = [d for d in passed if d.weekday() < 5]
    assert reckoning.due == CALENDAR.add_working_days(day, n)
    assert len(weekdays) - len(reckoning.left_out) + len(reckoning.made_up) == n


@pytest.mark.parametrize("leave", TET, ids=lambda leave: str(leave.new_year.year))
def test_tet_is_as_published(leave: TetLeave) -> None:
    names = public_holidays([leave.new_year.year])
    assert names[leave.new_year] == "Tết Nguyên Đán"
    window = [leave.first + timedelta(days=step) for step in range(-7, 16)]
    off = [d for d in window if d.weekday() < 5 and not CALENDAR.is_working(d)]
    assert (off[0], off[-1]) == (leave.first, leave.last)


@pytest.mark.parametrize(
    ("year", "new_year"),
    [(2027, (2, 6)), (2028, (1, 26)), (2029, (2, 13)), (2030, (2, 2))],
)
def test_the_coming_new_years_follow_the_moon_over_hanoi(year: int, new_year: tuple[int, int]) -> None:
    """2030: new moon at 23:07 in Hà Nội, after midnight in Beijing, so the Vietnamese Tết comes a day earlier."""
    assert public_holidays([year])[date(year, *new_year)] == "Tết Nguyên Đán"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2022, 9, 1), date(2022, 9, 4)),
        (date(2023, 4, 29), date(2023, 5, 3)),
        (date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 4, 27), date(2024, 5, 1)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 4, 30), date(2025, 5, 4)),
        (date(2025, 8, 30), date(2025, 9, 2)),
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 8, 29), date(2026, 9, 2)),
    ],
    ids=str,
)
def test_other_leaves_are_as_published(first: date, last: date) -> None:
    stretch = [first + timedelta(days=step) for step in range(-1, (last - first).days + 2)]
    assert [CALENDAR.is_working(d) for d in stretch] == [True, *[False] * (len(stretch) - 2), True]


def test_a_swapped_day_is_off_and_its_saturday_is_worked() -> None:
    found = [(CALENDAR.is_working(s.off), CALENDAR.is_working(s.worked), s.worked.weekday()) for s in SWAPS]
    assert found == [(False, True, 5)] * 4


def test_the_reckoning_explains_itself() -> None:
    assert CALENDAR.reckon(date(2024, 5, 8), 10).explanation == "10 ngày làm việc từ 08/5; hạn 22/5/2024"
    assert CALENDAR.reckon(date(2023, 4, 12), 15).explanation == (
        "15 ngày làm việc từ 12/4, trừ từ 01/5 đến 03/5; hạn 08/5/2023"
    )
    assert CALENDAR.reckon(date(2022, 4, 7), 15).explanation == ("15 ngày làm việc từ 07/4, trừ 11/4; hạn 29/4/2022")
    assert CALENDAR.reckon(date(2024, 4, 12), 15).explanation == (
        "15 ngày làm việc từ 12/4, trừ 18/4 và từ 29/4 đến 01/5, tính cả ngày làm bù 04/5; hạn 08/5/2024"
    )


def test_days_are_written_as_offices_write_them() -> None:
    written = [day_month(d) for d in (date(2024, 2, 8), date(2024, 4, 2), date(2022, 12, 14), date(2026, 1, 10))]
    assert written == ["08/02", "02/4", "14/12", "10/01"]


def test_what_the_office_enters_wins() -> None:
    storm, made_up = date(2024, 9, 9), date(2024, 9, 14)
    changed = with_changes(CALENDAR, off={storm: "nghỉ bão số 3"}, working={made_up: "làm bù"})
    assert (changed.is_working(storm), changed.is_working(made_up)) == (False, True)
    assert with_changes(changed, off={}, working={storm: "đi làm lại"}).is_working(storm)


def test_outside_its_years_the_calendar_refuses_to_guess() -> None:
    year = WorkingCalendar(date(2023, 1, 1), date(2023, 12, 31))
    with pytest.raises(LookupError):
        year.is_working(date(2024, 1, 1))
    with pytest.raises(LookupError):
        year.add_working_days(date(2023, 12, 28), 5)
    with pytest.raises(ValueError, match="not negative"):
        year.add_working_days(date(2023, 12, 28), -1)
