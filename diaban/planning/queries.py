"""Named reads about programmes."""

from __future__ import annotations

from datetime import datetime

from diaban.assignments.models import Assignment
from diaban.kit.clock import local_date
from diaban.planning.rules import YearFacts
from diaban.regulations.queries import rule_values


def year_facts(assignment: Assignment, year: int, at: datetime) -> YearFacts:
    """What decides whether a paper of the year may still be written under the assignment."""
    return YearFacts(
        year=year,
        today=local_date(at),
        starts_on=assignment.starts_on,
        ends_on=assignment.ends_on,
        locks_on=rule_values(assignment.province, year).locks_on(year),
    )
