"""Under which duty a person writes, and to whom a matter may be put."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.assignments.policies import visible_assignments
from diaban.kit.actors import Actor, Role
from diaban.people.models import Agency
from diaban.people.queries import agencies_on


def duties(actor: Actor, today: date) -> list[Assignment]:
    """The duties that a cadre or a commune may write under today, in the order of the communes."""
    if not actor.is_(Role.CADRE, Role.COMMUNE):
        return []
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    rows = visible_assignments(actor).filter(running, starts_on__lte=today)
    if actor.is_(Role.COMMUNE):
        rows = rows.filter(role=AssignmentRole.MONITOR)
    return list(rows.select_related("commune__parent", "cadre", "agency").order_by("commune__code", "id"))


def duty_of(actor: Actor, today: date, key: str) -> Assignment | None:
    """The duty that a form names, among the person's own."""
    return next((one for one in duties(actor, today) if str(one.pk) == key), None)


def agency_choices(province: int, today: date) -> list[tuple[str, str]]:
    """The agencies that can be asked today."""
    return [(str(one.pk), one.name) for one in agencies_on(province, today)]


def agency_named(province: int, today: date, key: str) -> Agency | None:
    try:
        return agencies_on(province, today).filter(pk=UUID(key)).first()
    except ValueError:
        return None
