"""Who sees what is owed, and who decides on it."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind
from diaban.people.policies import in_scope

SEALED_KIND = ObligationKind.COMMUNE_ASSESSMENT


def visible_obligations(actor: Actor, *, concluded: bool = False) -> QuerySet[Obligation]:
    """What lies in the actor's scope. That a commune's assessment has come is as sealed as the assessment.

    Before the year is concluded only the commune and the Board are told; the assessed side is not told after it either.
    """
    seen = in_scope(Obligation.objects.all(), actor)
    if actor.is_(Role.BOARD, Role.COMMUNE) or (concluded and not actor.is_(Role.CADRE, Role.AGENCY)):
        return seen
    return seen.exclude(kind=SEALED_KIND)


def may_decide(actor: Actor, province: int) -> bool:
    """The Organisation Board and the Standing Committee keep their province's list, extend and confirm causes."""
    return actor.is_(Role.BOARD, Role.STANDING) and actor.province == province
