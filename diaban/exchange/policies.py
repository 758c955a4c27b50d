"""Who may see and do what passes between a commune and its cadre. Every read starts here."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.assignments.policies import visible_communes
from diaban.exchange.models import Bulletin, CommuneEvent, CommuneFacts, Invitation
from diaban.kit.actors import Actor, Role
from diaban.people.policies import Scoped, in_scope, is_board_of, is_the_cadre, speaks_for
from diaban.places.models import Unit


def visible_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    return in_scope(Bulletin.objects.all(), actor)


def may_inform(actor: Actor, record: Scoped) -> bool:
    """Bulletins come from the commune."""
    return speaks_for(actor, record.commune_id)


def may_read(actor: Actor, bulletin: Bulletin) -> bool:
    """A receipt is the cadre's own; that the agency looked is no receipt."""
    return is_the_cadre(actor, bulletin)


def visible_events(actor: Actor) -> QuerySet[CommuneEvent]:
    """Events of the communes in view; a cadre or an agency sees those to which its own are invited."""
    events = CommuneEvent.objects.all()
    if actor.sees_the_province:
        return events.filter(province_id=actor.province)
    if actor.is_(Role.COMMUNE, Role.DISTRICT):
        return events.filter(commune_id__in=actor.communes)
    return events.filter(pk__in=visible_invitations(actor).values("event_id"))


def visible_invitations(actor: Actor) -> QuerySet[Invitation]:
    return in_scope(Invitation.objects.all(), actor)


def visible_facts(actor: Actor) -> QuerySet[CommuneFacts]:
    """What is known of the communes that the person may see at all."""
    return CommuneFacts.objects.filter(commune__in=visible_communes(actor))


def may_announce(actor: Actor, commune: int) -> bool:
    """Events are the commune's to announce and to call off."""
    return speaks_for(actor, commune)


def may_answer_invitation(actor: Actor, invitation: Invitation) -> bool:
    return is_the_cadre(actor, invitation)


def may_keep_facts(actor: Actor, commune: Unit) -> bool:
    """The commune knows itself best; the Board enters what comes on paper."""
    own_board = commune.province_id is not None and is_board_of(actor, commune.province_id)
    return own_board or speaks_for(actor, commune.pk)
