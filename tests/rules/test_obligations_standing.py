"""One state on every day, and the reasons for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.obligations.rules import ObligationFacts, State, standing
from diaban.regulations.rules import RuleValues, standard_calendar

RULES, CALENDAR = RuleValues(), standard_calendar()
OPENS, DUE = date(2023, 11, 15), date(2023, 11, 30)
REPORT = ObligationFacts(opens_on=OPENS, due_on=DUE)


def state(facts: ObligationFacts, on: date) -> tuple[State, int]:
    found = standing(facts, on=on, rules=RULES, calendar=CALENDAR)
    return found.state, found.days_late


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2023, 11, 14), (State.NOT_OPEN, 0)),
        (date(2023, 11, 15), (State.OPEN, 0)),
        (date(2023, 11, 22), (State.OPEN, 0)),
        (date(2023, 11, 23), (State.DUE_SOON, 0)),
        (date(2023, 11, 30), (State.DUE_SOON, 0)),
        (date(2023, 12, 1), (State.MISSING, 1)),
        (date(2023, 12, 4), (State.MISSING, 2)),
    ],
)
def test_while_nothing_has_come(on: date, stands: tuple[State, int]) -> None:
    assert state(REPORT, on) == stands


@pytest.mark.parametrize(
    ("received_on", "stands"),
    [
        (date(2023, 11, 10), (State.ON_TIME, 0)),
        (date(2023, 11, 30), (State.ON_TIME, 0)),
        (date(2023, 12, 1), (State.SLIGHTLY_LATE, 1)),
        (date(2023, 12, 7), (State.SLIGHTLY_LATE, 5)),
        (date(2023, 12, 8), (State.LATE, 6)),
    ],
)
def test_when_it_has_come(received_on: date, stands: tuple[State, int]) -> None:
    assert state(replace(REPORT, received_on=received_on), date(2024, 1, 1)) == stands


def test_seen_from_a_day_before_the_receipt_it_was_missing() -> None:
    assert state(replace(REPORT, received_on=date(2023, 12, 8)), date(2023, 12, 5)) == (State.MISSING, 3)


def test_an_extension_gives_a_new_due_day() -> None:
    extended = replace(REPORT, extended_to=date(2023, 12, 15))
    assert state(extended, date(2023, 11, 20)) == (State.OPEN, 0)
    assert state(extended, date(2023, 12, 10)) == (State.EXTENDED, 0)
    assert state(extended, date(2023, 12, 18)) == (State.MISSING, 1)
    assert state(replace(extended, received_on=date(2023, 11, 29)), date(2024, 1, 1)) == (State.ON_TIME, 0)
    assert state(replace(extended, received_on=date(2023, 12, 15)), date(2024, 1, 1)) == (State.EXTENDED, 0)
    assert state(replace(extended, received_on=date(2023, 12, 18)), date(2024, 1, 1)) == (State.SLIGHTLY_LATE, 1)


def test_a_confirmed_cause_lifts_the_blame_and_keeps_the_days() -> None:
    excused = replace(REPORT, cause_confirmed=True)
    assert state(excused, date(2023, 12, 8)) == (State.EXCUSED, 6)
    assert state(replace(excused, received_on=date(2023, 12, 8)), date(2024, 1, 1)) == (State.EXCUSED, 6)
    assert state(replace(excused, received_on=DUE), date(2024, 1, 1)) == (State.ON_TIME, 0)
    strict = replace(RULES, objective_cause_lifts_penalty=False)
    assert standing(excused, on=date(2023, 12, 8), rules=strict, calendar=CALENDAR).state is State.MISSING


def test_what_ended_is_no_longer_owed() -> None:
    closed = replace(REPORT, closed_on=date(2023, 9, 1))
    assert state(closed, date(2023, 8, 31)) == (State.NOT_OPEN, 0)
    assert state(closed, date(2023, 12, 31)) == (State.CLOSED, 0)


def test_a_day_of_rest_after_the_due_day_is_still_in_time() -> None:
    """Due on Saturday 9/12/2023; work resumes on Monday."""
    assessment = ObligationFacts(opens_on=OPENS, due_on=date(2023, 12, 9))
    assert state(assessment, date(2023, 12, 10)) == (State.DUE_SOON, 0)
    assert state(replace(assessment, received_on=date(2023, 12, 10)), date(2024, 1, 1)) == (State.ON_TIME, 0)
    assert state(assessment, date(2023, 12, 11)) == (State.MISSING, 1)


def test_the_reasons_are_sentences() -> None:
    late = standing(replace(REPORT, received_on=date(2023, 12, 8)), on=date(2024, 1, 1), rules=RULES, calendar=CALENDAR)
    assert late.reasons == ("Nhận ngày 08/12/2023, hạn 30/11/2023.", "Chậm 6 ngày làm việc.")


offsets = st.integers(-60, 90)


@given(st.dates(date(2023, 1, 1), date(2027, 1, 1)), offsets, st.none() | offsets, st.none() | st.integers(1, 60),
       st.none() | offsets, st.booleans(), st.integers(0, 30))  # fmt: skip
def test_every_obligation_has_one_state_with_a_reason(
    due: date, on: int, received: int | None, extended: int | None, closed: int | None, cause: bool, window: int
) -> None:
    def day(offset: int | None) -> date | None:
        return None if offset is None else due + timedelta(days=offset)

    facts = ObligationFacts(
        opens_on=due - timedelta(days=window),
        due_on=due,
        extended_to=day(extended),
        received_on=day(received),
        closed_on=None if received is not None else day(closed),
        cause_confirmed=cause,
    )
    found = standing(facts, on=due + timedelta(days=on), rules=RULES, calendar=CALENDAR)
    assert found.state in set(State)
    assert all(reason.endswith(".") for reason in found.reasons)
    assert found.reasons
    late = {State.SLIGHTLY_LATE, State.LATE, State.MISSING, State.EXCUSED}
    assert (found.days_late > 0) == (found.state in late)
