"""Parameters of a rule set: complete, typed, honest about their source."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.regulations.rules import (
    PARAMETERS,
    Lateness,
    Mark,
    MonthDay,
    ReportKind,
    ReportPeriod,
    RuleValues,
    build,
    decode,
    encode,
    judge_lateness,
    shown,
    standard_calendar,
)

RULES = RuleValues()
SET = UUID(int=7)


def test_every_business_rule_has_a_parameter() -> None:
    assert {p.rule for p in PARAMETERS.values()} == set(range(61))


def test_only_an_own_default_says_so() -> None:
    """A value without a text behind it is called our default, and one with a text names it."""
    own = {k for k, p in PARAMETERS.items() if p.source.citation.startswith("mặc định của phần mềm")}
    assert own == {k for k, p in PARAMETERS.items() if p.source.mark is Mark.ASSUMED}


@pytest.mark.parametrize("key", PARAMETERS)
def test_a_value_survives_its_way_through_the_database(key: str) -> None:
    default = PARAMETERS[key].default
    assert decode(key, encode(default)) == default


def test_a_stored_set_gives_typed_values() -> None:
    rules = build({"year_due_day": "11-29", "report_kinds": ["year"]}, rule_set=SET, name="Bộ thử")
    assert (rules.report_due(ReportPeriod(ReportKind.YEAR), 2023), rules.report_kinds) == (
        date(2023, 11, 29),
        (ReportKind.YEAR,),
    )
    assert (rules.rule_set, rules.name, rules.min_visits_per_year) == (SET, "Bộ thử", 4)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("min_visits_per_year", "4"), ("min_visits_per_year", True), ("photos_scored", 0), ("year_due_day", "02-30"),
     ("report_kinds", "year"), ("assignment_length", "for_ever")],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused(key: str, wrong: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- each type has its own words
        build({key: wrong}, rule_set=SET, name="Bộ thử")


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(KeyError, match="tham số lạ"):
        build({"min_visit": 4}, rule_set=SET, name="Bộ thử")


def test_the_days_of_a_year() -> None:
    assert RULES.programme_due(2023) == date(2023, 1, 31)
    assert RULES.report_cutoff(ReportPeriod(ReportKind.HALF_YEAR), 2023) == date(2023, 6, 14)
    assert RULES.report_due(ReportPeriod(ReportKind.HALF_YEAR), 2023) == date(2023, 6, 20)
    assert RULES.assessment_window(2023) == (date(2023, 11, 15), date(2023, 12, 5))
    assert RULES.locks_on(2023) == date(2024, 1, 31)


def test_the_weights_add_up_to_a_hundred() -> None:
    assert sum(RULES.weights.values()) == 100


def test_values_are_shown_in_words() -> None:
    assert shown(MonthDay(1, 31)) == "31/01"
    assert shown((ReportKind.HALF_YEAR, ReportKind.YEAR)) == "báo cáo 6 tháng; báo cáo năm"
    assert (shown(False), shown(24)) == ("không", "24")


@given(due=st.dates(date(2022, 2, 1), date(2029, 1, 1)), after=st.integers(-40, 40))
def test_lateness_grows_with_the_days(due: date, after: int) -> None:
    received = date.fromordinal(due.toordinal() + after)
    verdict = judge_lateness(due_on=due, received_on=received, rules=RULES, calendar=standard_calendar())
    expected = Lateness.ON_TIME if verdict.days == 0 else Lateness.SLIGHTLY_LATE if verdict.days <= 5 else Lateness.LATE
    assert verdict.lateness is expected
    assert verdict.days >= 0
    assert (after > 0) or verdict.lateness is Lateness.ON_TIME


def test_what_comes_before_work_resumes_is_in_time() -> None:
    """30/6/2024 was a Sunday: due on Saturday, received on Sunday, nobody waited a working day."""
    verdict = judge_lateness(
        due_on=date(2024, 6, 29), received_on=date(2024, 6, 30), rules=RULES, calendar=standard_calendar()
    )
    assert verdict.lateness is Lateness.ON_TIME


def test_lateness_says_its_reason() -> None:
    verdict = judge_lateness(
        due_on=date(2023, 11, 30), received_on=date(2023, 12, 8), rules=RULES, calendar=standard_calendar()
    )
    assert (verdict.lateness, verdict.days) == (Lateness.LATE, 6)
    assert verdict.reason == "Nhận ngày 08/12/2023, sau hạn 30/11/2023 6 ngày làm việc."
