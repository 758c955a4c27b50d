"""Months and quarters as periods of a year: what each speaks of, when it is due, who owes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diaban.obligations.rules import AssignmentFacts, ObligationKind, called, expected
from diaban.regulations.rules import ReportKind, ReportPeriod, RuleValues, report_periods, standard_calendar

RULES = RuleValues(name="thử")
MARCH, JANUARY = ReportPeriod(ReportKind.MONTH, 3), ReportPeriod(ReportKind.MONTH, 1)
FIRST, SECOND = ReportPeriod(ReportKind.QUARTER, 1), ReportPeriod(ReportKind.QUARTER, 2)
HALF, YEAR = ReportPeriod(ReportKind.HALF_YEAR), ReportPeriod(ReportKind.YEAR)


@pytest.mark.parametrize(
    ("period", "first", "last", "due"),
    [
        (JANUARY, date(2023, 12, 15), date(2024, 1, 14), date(2024, 1, 20)),
        (MARCH, date(2024, 2, 15), date(2024, 3, 14), date(2024, 3, 20)),
        (FIRST, date(2023, 12, 15), date(2024, 3, 14), date(2024, 3, 20)),
        (SECOND, date(2024, 3, 15), date(2024, 6, 14), date(2024, 6, 20)),
        (HALF, date(2024, 1, 1), date(2024, 6, 14), date(2024, 6, 20)),
        (YEAR, date(2024, 1, 1), date(2024, 11, 15), date(2024, 11, 30)),
    ],
)
def test_a_period_begins_where_the_one_before_was_cut_off(
    period: ReportPeriod, first: date, last: date, due: date
) -> None:
    days = (RULES.report_begins(period, 2024), RULES.report_cutoff(period, 2024), RULES.report_due(period, 2024))
    assert days == (first, last, due)


def test_a_period_is_written_in_an_address_and_in_words() -> None:
    every = report_periods(ReportKind)
    assert len(every) == 18
    assert [ReportPeriod.of(one.slug) for one in every] == every
    assert ReportPeriod.of("thang-13") is None
    said = [one.in_year(2024) for one in (MARCH, SECOND, HALF, YEAR)]
    assert said == ["Báo cáo tháng 3/2024", "Báo cáo quý II/2024", "Báo cáo 6 tháng 2024", "Báo cáo năm 2024"]
    assert called(ObligationKind.PROGRAMME, 0, 2024) == "Chương trình theo dõi 2024"
    assert called(ObligationKind.QUARTER_REPORT, 2, 2024) == "Báo cáo quý II/2024"


def _owed(starts_on: date) -> list[tuple[str, int, date]]:
    rules = replace(RULES, report_kinds=(ReportKind.MONTH, ReportKind.QUARTER))
    found = expected(AssignmentFacts(starts_on), year=2024, rules=rules, calendar=standard_calendar(2023, 2025))
    return [(one.kind.value, one.number, one.due_on) for one in found if one.kind.value.endswith("report")]


def test_a_whole_year_owes_each_month_and_each_quarter() -> None:
    owed = _owed(date(2023, 1, 1))
    assert [number for kind, number, _ in owed if kind == "month_report"] == list(range(1, 13))
    assert [due for kind, _, due in owed if kind == "quarter_report"] == [
        date(2024, month, 20) for month in (3, 6, 9, 12)
    ]


def test_who_comes_in_mid_year_owes_the_periods_held_long_enough() -> None:
    owed = _owed(date(2024, 6, 1))
    assert [number for kind, number, _ in owed if kind == "month_report"] == list(range(7, 13))
    assert [number for kind, number, _ in owed if kind == "quarter_report"] == [3, 4]
