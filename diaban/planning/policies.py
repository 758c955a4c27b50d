"""Who may see which programmes."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor
from diaban.people.policies import in_scope
from diaban.planning.models import Programme


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    return in_scope(Programme.objects.all(), actor)
