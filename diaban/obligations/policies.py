"""Who sees what is owed, and who decides on it."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind
from diaban.people.policies import in_scope


def visible_obligations(actor: Actor) -> QuerySet[Obligation]:
    """What lies in the actor's scope. The assessed side is not told whether its assessment has come: that is sealed."""
    seen = in_scope(Obligation.objects.all(), actor)
    if actor.is_(Role.CADRE, Role.AGENCY):
        return seen.exclude(kind=ObligationKind.COMMUNE_ASSESSMENT)
    return seen


def may_decide(actor: Actor, province: int) -> bool:
    """The Organisation Board and the Standing Committee keep their province's list, extend and confirm causes."""
    return actor.is_(Role.BOARD, Role.STANDING) and actor.province == province
