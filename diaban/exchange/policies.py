"""Who may see and do what passes between a commune and its cadre. Every read starts here."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.exchange.models import Bulletin
from diaban.kit.actors import Actor
from diaban.people.policies import Scoped, in_scope, is_the_cadre, speaks_for


def visible_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    return in_scope(Bulletin.objects.all(), actor)


def may_inform(actor: Actor, record: Scoped) -> bool:
    """Bulletins come from the commune."""
    return speaks_for(actor, record.commune_id)


def may_read(actor: Actor, bulletin: Bulletin) -> bool:
    """A receipt is the cadre's own; that the agency looked is no receipt."""
    return is_the_cadre(actor, bulletin)
