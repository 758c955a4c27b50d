"""What an assignment owes, and in proportion to what time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.obligations.rules import (
    AssignmentFacts,
    ObligationKind,
    Requirements,
    expected,
    expected_of_agency,
    requirements,
)
from diaban.regulations.rules import RuleValues, standard_calendar

RULES, CALENDAR = RuleValues(), standard_calendar()
P, H, Y, C = (
    ObligationKind.PROGRAMME,
    ObligationKind.HALF_YEAR_REPORT,
    ObligationKind.YEAR_REPORT,
    ObligationKind.COMMUNE_ASSESSMENT,
)
AT_THE_END = [(Y, date(2023, 11, 30)), (C, date(2023, 12, 5))]
starts = st.dates(date(2022, 3, 1), date(2027, 12, 31))
lengths = st.none() | st.integers(1, 1500)
years = st.integers(2022, 2028)


def facts(starts_on: date, length: int | None = None) -> AssignmentFacts:
    return AssignmentFacts(starts_on, starts_on + timedelta(days=length) if length else None)


def owed(starts_on: date, ends_on: date | None = None, *, year: int = 2023) -> list[tuple[ObligationKind, date]]:
    found = expected(AssignmentFacts(starts_on, ends_on), year=year, rules=RULES, calendar=CALENDAR)
    return [(item.kind, item.due_on) for item in found]


def test_a_whole_year_owes_four_things() -> None:
    assert owed(date(2022, 12, 14)) == [
        (P, date(2023, 1, 31)),
        (H, date(2023, 6, 20)),
        (Y, date(2023, 11, 30)),
        (C, date(2023, 12, 5)),
    ]


@pytest.mark.parametrize(
    ("starts_on", "kinds"),
    [
        (date(2023, 1, 10), [(P, date(2023, 2, 9)), (H, date(2023, 6, 20)), *AT_THE_END]),
        (date(2023, 5, 15), [(P, date(2023, 6, 14)), (H, date(2023, 6, 20)), *AT_THE_END]),
        (date(2023, 5, 16), [(P, date(2023, 6, 15)), *AT_THE_END]),
        (date(2023, 10, 16), [(P, date(2023, 11, 15)), *AT_THE_END]),
        (date(2023, 10, 17), [(P, date(2023, 11, 16))]),
        (date(2023, 12, 1), [(P, date(2023, 12, 31))]),
        (date(2023, 12, 2), []),
    ],
    ids=str,
)  # fmt: skip
def test_who_comes_in_mid_year_owes_what_there_was_time_for(
    starts_on: date, kinds: list[tuple[ObligationKind, date]]
) -> None:
    assert owed(starts_on) == kinds


def test_who_leaves_owes_what_fell_due_before() -> None:
    began = date(2022, 12, 14)
    assert [kind for kind, _ in owed(began, date(2023, 6, 21))] == [P, H]
    assert [kind for kind, _ in owed(began, date(2023, 6, 20))] == [P]
    assert owed(began, date(2023, 1, 31)) == []
    assert owed(began, date(2023, 1, 1), year=2024) == []


def test_a_late_programme_says_why() -> None:
    [programme, *_] = expected(facts(date(2023, 3, 1)), year=2023, rules=RULES, calendar=CALENDAR)
    assert programme.reason == (
        "Chương trình theo dõi năm 2023, hạn 31/3/2023 (30 ngày kể từ ngày phân công 01/3/2023)."
    )
    assert programme.rule_key == "programme_days_after_assignment"


def test_due_days_move_only_if_the_rule_set_says_so() -> None:
    """31/1/2026 is a Saturday."""
    began, moving = facts(date(2025, 1, 1)), replace(RULES, due_day_moves=True)
    assert expected(began, year=2026, rules=RULES, calendar=CALENDAR)[0].due_on == date(2026, 1, 31)
    assert expected(began, year=2026, rules=moving, calendar=CALENDAR)[0].due_on == date(2026, 2, 2)


@given(starts, lengths, years)
def test_three_days_stand_in_order_and_the_duty_is_held_on_the_due_day(
    starts_on: date, length: int | None, year: int
) -> None:
    assignment = facts(starts_on, length)
    found = expected(assignment, year=year, rules=RULES, calendar=CALENDAR)
    for item in found:
        assert item.opens_on <= item.due_on <= item.locks_on
        assert assignment.held_on(item.due_on)
        assert item.due_on.year == year
    assert len({item.kind for item in found}) == len(found)


@given(starts, years)
def test_ending_earlier_never_owes_more(starts_on: date, year: int) -> None:
    long, short = facts(starts_on, 400), facts(starts_on, 200)
    more = {i.kind for i in expected(long, year=year, rules=RULES, calendar=CALENDAR)}
    assert {i.kind for i in expected(short, year=year, rules=RULES, calendar=CALENDAR)} <= more


def test_an_agency_is_assessed_for_cadres_who_had_time() -> None:
    def of(*starts_on: date) -> date | None:
        found = expected_of_agency([facts(d) for d in starts_on], year=2023, rules=RULES, calendar=CALENDAR)
        return found.due_on if found else None

    assert of(date(2022, 12, 14), date(2023, 12, 1)) == date(2023, 12, 10)
    assert of(date(2023, 12, 1)) is None
    assert of() is None


def test_a_whole_year_requires_the_whole_minimum() -> None:
    whole = requirements(facts(date(2022, 12, 14)), year=2023, rules=RULES)
    half = requirements(AssignmentFacts(date(2023, 7, 1)), year=2023, rules=RULES)
    none = requirements(AssignmentFacts(date(2023, 7, 1)), year=2022, rules=RULES)
    assert whole == Requirements(visits=4, field_half_days=24, cell_meetings=2, conferences=2)
    assert half == Requirements(visits=2, field_half_days=12, cell_meetings=1, conferences=1)
    assert none == Requirements(0, 0, 0, 0)


@given(starts, lengths, years)
def test_a_part_requires_at_most_the_whole(starts_on: date, length: int | None, year: int) -> None:
    assert 0 <= requirements(facts(starts_on, length), year=year, rules=RULES).field_half_days <= 24
