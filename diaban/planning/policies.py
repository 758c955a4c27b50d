"""Who may see which programmes, and who moves them on."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.people.policies import Scoped, in_scope, is_board_of, is_the_cadre, leads
from diaban.planning.models import Programme
from diaban.planning.rules import ProgrammeState


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """A draft is its writer's alone; from its sending on the agency, the Board and the commune see it."""
    mine = in_scope(Programme.objects.all(), actor)
    return mine if actor.is_(Role.CADRE) else mine.exclude(state=ProgrammeState.DRAFT)


def may_write(actor: Actor, record: Scoped) -> bool:
    """The cadre writes the own programme; nobody writes it for them."""
    return is_the_cadre(actor, record)


def may_endorse(actor: Actor, programme: Programme) -> bool:
    return leads(actor, programme.agency_id)


def may_register(actor: Actor, programme: Programme) -> bool:
    return is_board_of(actor, programme.province_id)


def may_return(actor: Actor, programme: Programme) -> bool:
    """Whoever holds it now: the agency what was sent to it, the Board what the agency endorsed."""
    if programme.state == ProgrammeState.ENDORSED:
        return may_register(actor, programme)
    return may_endorse(actor, programme)
