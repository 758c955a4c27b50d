"""What decides whether a programme may be written, and what its writer fills in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from diaban.assignments.models import Assignment
from diaban.kit.clock import local_date
from diaban.planning.models import Programme
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


def as_written(programme: Programme) -> dict[str, Any]:
    """What its writer fills in, as a form takes it and as two versions of it are compared."""
    columns = ("origin", "event_kind", "topic", "expected_result", "place", "coordinator", "resource")
    items = programme.items.order_by("month", "pk").values("month", *columns)
    return {
        "objectives": programme.objectives,
        "context": programme.context,
        "contact": programme.contact,
        "agency_commitment": programme.agency_commitment,
        "items": [item | {"month": date(programme.year, item["month"], 1)} for item in items],
    }
