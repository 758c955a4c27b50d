"""What decides whether something of a day may be recorded, and by when it is answered."""

from __future__ import annotations

from datetime import date, datetime

from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Difficulty, Support
from diaban.fieldwork.rules import DayFacts, Footing
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.people.models import Agency
from diaban.people.policies import is_board_of
from diaban.regulations.queries import calendar, rule_values, rule_values_on


def day_facts(assignment: Assignment, day: date, *, by: Actor, at: datetime) -> DayFacts:
    """What decides whether something of that day may be recorded under the assignment."""
    return DayFacts(
        day=day,
        today=local_date(at),
        starts_on=assignment.starts_on,
        ends_on=assignment.ends_on,
        locks_on=rule_values(assignment.province, day.year).locks_on(day.year),
        by_board=is_board_of(by, assignment.province_id),
    )


def footing_of(assignment: Assignment, day: date, *, by: Actor, at: datetime) -> Footing:
    """What a whole sitting of that day is judged on."""
    return Footing(day_facts(assignment, day, by=by, at=at), assignment.agency_id)


def agency_day_facts(agency: Agency, day: date, *, at: datetime) -> DayFacts:
    """The same for what an agency did as long as it was."""
    return DayFacts(
        day=day,
        today=local_date(at),
        starts_on=agency.starts_on,
        ends_on=agency.ends_on,
        locks_on=rule_values(agency.province, day.year).locks_on(day.year),
    )


def entry_days(assignment: Assignment, day: date) -> int:
    """Within how many calendar days a visit of that day is recorded in time."""
    return rule_values_on(assignment.province, day).visit_entry_days


def answer_due(difficulty: Difficulty, routed_on: date) -> date:
    """The working day by which the one that it is put to answers."""
    days = rule_values_on(difficulty.province, routed_on).difficulty_answer_days
    return calendar().add_working_days(routed_on, days)


def latest_extension(difficulty: Difficulty, today: date) -> date | None:
    """The last day to which the answer may be put off: one more term, from the due day or, if later, from today."""
    return answer_due(difficulty, max(difficulty.due_on, today)) if difficulty.due_on else None


def year_closed(support: Support, *, by: Actor, at: datetime) -> bool:
    """Whether the books of the line's year are closed to this person."""
    closed = local_date(at) >= rule_values(support.province, support.year).locks_on(support.year)
    return closed and not is_board_of(by, support.province_id)
