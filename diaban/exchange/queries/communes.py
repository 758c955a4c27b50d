"""Who follows a commune now, and what is known of it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from django.db.models import Q

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.assignments.policies import visible_assignments
from diaban.exchange.models import CommuneFacts
from diaban.exchange.policies import visible_facts
from diaban.exchange.rules import FactsDraft
from diaban.kit.actors import Actor
from diaban.places.models import Unit


def followers(actor: Actor, today: date) -> list[Assignment]:
    """The duties in view that run today, the one who follows before those who help."""
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    rows = visible_assignments(actor).filter(running, starts_on__lte=today).select_related("cadre", "agency", "commune")
    return sorted(rows, key=lambda one: (one.role != AssignmentRole.MONITOR, one.cadre.sort_key))


def facts_of(actor: Actor, commune: Unit) -> list[CommuneFacts]:
    """What was known of a commune, the latest first."""
    return list(visible_facts(actor).filter(commune=commune).order_by("-as_of", "-recorded_at", "-id"))


def prefilled(known: list[CommuneFacts]) -> dict[str, object]:
    """The latest facts as a form begins with them: what is known is not asked for again."""
    names = [field.name for field in fields(FactsDraft) if field.name != "as_of"]
    return {name: getattr(known[0], name) for name in names} if known else {}
