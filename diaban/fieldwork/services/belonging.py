"""A record may point only at a visit of its own assignment."""

from __future__ import annotations

from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import belonging_objections
from diaban.kit.objections import refuse


def refuse_foreign(visit: Visit | None, assignment: Assignment, *, field: str = "visit") -> None:
    belongs = visit is None or visit.assignment_id == assignment.pk
    refuse(belonging_objections(belongs=belongs, field=field, thing="Chuyến đi"))
