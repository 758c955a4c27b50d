"""Who may see what is owed. An agency's own duty carries no commune and no cadre, so only the agency and above see it."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor
from diaban.obligations.models import Obligation
from diaban.people.policies import in_scope


def visible_obligations(actor: Actor) -> QuerySet[Obligation]:
    return in_scope(Obligation.objects.all(), actor)
