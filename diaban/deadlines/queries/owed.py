"""What is owed, with how it stands on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from diaban.kit.actors import Actor
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import with_standing
from diaban.places.models import Unit
from diaban.regulations.queries import calendar, rule_values


def rows(actor: Actor, today: date) -> QuerySet[Any]:
    """What the person may see of it, each with its `state` on the day and its `last_due` day."""
    province = Unit.objects.filter(pk=actor.province).first() if actor.province else None
    rules, days = rule_values(province, today.year), calendar()
    seen = visible_obligations(actor).annotate(last_due=Coalesce("extended_to", "due_on"))
    return with_standing(seen, on=today, rules=rules, calendar=days)
