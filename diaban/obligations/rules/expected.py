"""What an assignment owes in a year. A part of a year owes what it was long enough for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diaban.kit.formats import day_party
from diaban.kit.law import cites
from diaban.obligations.rules.kinds import KIND_OF_REPORT, ObligationKind
from diaban.regulations.rules import ReportPeriod, RuleValues, WorkingCalendar


@dataclass(frozen=True, slots=True)
class AssignmentFacts:
    """When a cadre answers for a commune: `ends_on` is the first day without, null while it lasts."""

    starts_on: date
    ends_on: date | None = None

    def held_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    def days_in(self, year: int) -> int:
        """Days of the year on which the assignment is held."""
        first = max(self.starts_on, date(year, 1, 1))
        end = min(self.ends_on or date.max, date(year + 1, 1, 1))
        return max((end - first).days, 0)


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that is owed. It may come from `opens_on`, is in time up to `due_on`, and locks on `locks_on`.

    `rule_key` names the parameter that set the due day.
    """

    kind: ObligationKind
    rule_key: str
    opens_on: date
    due_on: date
    locks_on: date
    reason: str
    number: int = 0
    """Of the period within the year: the month, the quarter; 0 for what is owed once a year."""


@dataclass(frozen=True, slots=True)
class Requirements:
    """The least that a cadre does in a year, in proportion to the days that the assignment is held."""

    visits: int
    field_half_days: int
    cell_meetings: int
    conferences: int


def expected(assignment: AssignmentFacts, *, year: int, rules: RuleValues, calendar: WorkingCalendar) -> list[Expected]:
    """Everything that follows from one assignment in one year, in the order of due days."""
    found = [_programme(assignment, year, rules, calendar)]
    found += [_report(assignment, period, year, rules, calendar) for period in rules.report_periods]
    found += [_commune_assessment(assignment, year, rules, calendar)]
    owed = [item for item in found if item is not None]
    return sorted(owed, key=lambda item: item.due_on)


@cites("Mặc định của phần mềm (quy tắc 30): đánh giá tập thể lãnh đạo cơ quan trước ngày 10/12")
def expected_of_agency(
    assignments: Iterable[AssignmentFacts], *, year: int, rules: RuleValues, calendar: WorkingCalendar
) -> Expected | None:
    """An agency is assessed when one of its cadres held an assignment long enough, up to the assessment's due day."""
    opens = rules.assessment_opens_day.in_year(year)
    due = _due(rules.agency_assessment_due(year), rules, calendar)
    if not any(_held_long_enough(item, opens, due, rules) for item in assignments):
        return None
    reason = f"Đánh giá tập thể lãnh đạo cơ quan năm {year}, hạn {day_party(due)}."
    return Expected(
        ObligationKind.AGENCY_ASSESSMENT, "agency_assessment_due_day", opens, due, rules.locks_on(year), reason
    )


@cites("Mặc định của phần mềm (quy tắc 8, 9, 10): yêu cầu tối thiểu, tính theo thời gian theo dõi trong năm")
def requirements(assignment: AssignmentFacts, *, year: int, rules: RuleValues) -> Requirements:
    days = assignment.days_in(year)
    whole = (date(year + 1, 1, 1) - date(year, 1, 1)).days

    def share(per_year: int) -> int:
        return (2 * per_year * days + whole) // (2 * whole)  # half up, in whole numbers

    return Requirements(
        visits=share(rules.min_visits_per_year),
        field_half_days=share(rules.min_field_half_days_per_year),
        cell_meetings=share(rules.min_cell_meetings_per_year),
        conferences=share(rules.min_committee_conferences_per_year),
    )


@cites("Mặc định của phần mềm (quy tắc 5, 6): chương trình trong 30 ngày sau khi được phân công; hằng năm trước 31/01")
def _programme(assignment: AssignmentFacts, year: int, rules: RuleValues, calendar: WorkingCalendar) -> Expected | None:
    """The later of the two days: whoever comes in mid-year has the days after the assignment."""
    yearly = rules.programme_due(year)
    own = assignment.starts_on + timedelta(days=rules.programme_days_after_assignment)
    due = _due(max(yearly, own), rules, calendar)
    if due.year > year or not assignment.held_on(due):
        return None
    key = "programme_days_after_assignment" if own > yearly else "programme_due_day"
    since = f" ({rules.programme_days_after_assignment} ngày kể từ ngày phân công {day_party(assignment.starts_on)})"
    reason = f"Chương trình theo dõi năm {year}, hạn {day_party(due)}{since if own > yearly else ''}."
    opens = max(rules.programme_opens(year), assignment.starts_on)
    return Expected(ObligationKind.PROGRAMME, key, opens, due, rules.locks_on(year), reason)


@cites("Kết luận 1016-KL/TU: báo cáo theo định kỳ, đúng thời gian quy định; ngày cụ thể là mặc định của phần mềm")
def _report(
    assignment: AssignmentFacts, period: ReportPeriod, year: int, rules: RuleValues, calendar: WorkingCalendar
) -> Expected | None:
    cutoff = rules.report_cutoff(period, year)
    due = _due(rules.report_due(period, year), rules, calendar)
    if not _held_long_enough(assignment, cutoff, due, rules):
        return None
    key, locks = f"{period.kind.value}_due_day", rules.locks_on(year)
    reason = f"{period.in_year(year)}, số liệu đến {day_party(cutoff)}, hạn {day_party(due)}."
    return Expected(KIND_OF_REPORT[period.kind], key, cutoff, due, locks, reason, period.number)


@cites("Kết luận 1016-KL/TU: Đảng ủy xã nhận xét vào thời điểm cuối năm; ngày cụ thể là mặc định của phần mềm")
def _commune_assessment(
    assignment: AssignmentFacts, year: int, rules: RuleValues, calendar: WorkingCalendar
) -> Expected | None:
    opens, last = rules.assessment_window(year)
    due = _due(last, rules, calendar)
    if not _held_long_enough(assignment, opens, due, rules):
        return None
    reason = f"Phiếu nhận xét năm {year}, nhận từ {day_party(opens)} đến {day_party(due)}."
    return Expected(ObligationKind.COMMUNE_ASSESSMENT, "assessment_due_day", opens, due, rules.locks_on(year), reason)


def _held_long_enough(assignment: AssignmentFacts, opens: date, due: date, rules: RuleValues) -> bool:
    """Begun at least `report_min_days_held` days before the period closes, and still held on the due day."""
    return assignment.starts_on <= opens - timedelta(days=rules.report_min_days_held) and assignment.held_on(due)


def _due(day: date, rules: RuleValues, calendar: WorkingCalendar) -> date:
    """A due day stated as a date stays where it is, unless the rule set lets it move off a day of rest."""
    return calendar.next_working_day(day) if rules.due_day_moves else day
