"""Who may see a request to replace a cadre, and whose hand each step is for."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.kit.actors import Actor, Role
from diaban.people.policies import Scoped, in_scope, is_board_of, is_standing_of, is_the_cadre, leads, speaks_for
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.rules import FALLEN, NEXT, REPLACED, ReplacementState, Requester, Side

READERS_BEFORE_RELEASE = (Role.BOARD, Role.COMMUNE)
UNSEALED = Q(in_form=False) | Q(released_at__isnull=False)
BEFORE_THE_COMMITTEE = ~Q(state__in=[ReplacementState.REQUESTED, *FALLEN])


def visible_replacements(actor: Actor) -> QuerySet[ReplacementRequest]:
    """A request that came in a sealed form is as sealed as the form.

    The Standing Committee, which decides on it, sees it once the Board has verified it.
    """
    mine = in_scope(ReplacementRequest.objects.all(), actor)
    if actor.is_(*READERS_BEFORE_RELEASE):
        return mine
    return mine.filter(UNSEALED | BEFORE_THE_COMMITTEE) if actor.is_(Role.STANDING) else mine.filter(UNSEALED)


def visible_handovers(actor: Actor) -> QuerySet[Handover]:
    """Both sides of it, their agencies, the commune and the province's bodies, whether the request is sealed or not."""
    decided = ReplacementRequest.objects.filter(state__in=REPLACED)
    mine = Q(request__in=in_scope(decided, actor))
    if actor.is_(Role.CADRE) and actor.cadre:
        mine |= Q(request__new_assignment__cadre_id=actor.cadre)
    if actor.is_(Role.AGENCY) and actor.agencies:
        mine |= Q(request__new_assignment__agency_id__in=actor.agencies)
    return Handover.objects.filter(mine)


def requester_for(actor: Actor, record: Scoped) -> Requester | None:
    """On whose behalf the person may ask for another cadre here; null when not at all."""
    sides = {
        Requester.COMMUNE: speaks_for(actor, record.commune_id),
        Requester.CADRE: is_the_cadre(actor, record),
        Requester.AGENCY: leads(actor, record.agency_id),
        Requester.BOARD: is_board_of(actor, record.province_id),
        Requester.STANDING: is_standing_of(actor, record.province_id),
    }
    return next((side for side, speaks in sides.items() if speaks), None)


def may_be_heard(actor: Actor, request: ReplacementRequest, side: Side) -> bool:
    """Each for itself where it may know of the request; the Board enters what it heard."""
    if is_board_of(actor, request.province_id):
        return True
    if request.sealed:
        return False
    speaks = {
        Side.CADRE: is_the_cadre(actor, request),
        Side.AGENCY: leads(actor, request.agency_id),
        Side.AREA_LEAD: is_standing_of(actor, request.province_id),
    }
    return speaks[side]


def may_verify(actor: Actor, request: ReplacementRequest) -> bool:
    return is_board_of(actor, request.province_id)


def may_decide(actor: Actor, request: ReplacementRequest) -> bool:
    return is_standing_of(actor, request.province_id)


def may_withdraw(actor: Actor, request: ReplacementRequest) -> bool:
    """The side that asked, and nobody in its stead."""
    return requester_for(actor, request) == request.requester


def may_move(actor: Actor, request: ReplacementRequest, then: ReplacementState) -> bool:
    """Whether the request can go there now, by the person's hand."""
    return then in NEXT[ReplacementState(request.state)] and BY_HAND[then](actor, request)


def may_fill(actor: Actor, request: ReplacementRequest) -> bool:
    """Name somebody for a commune that a decision left empty."""
    empty = request.state == ReplacementState.GRANTED and request.new_assignment_id is None
    return empty and may_decide(actor, request)


BY_HAND = {
    ReplacementState.VERIFIED: may_verify,
    ReplacementState.PROPOSED: may_verify,
    ReplacementState.GRANTED: may_decide,
    ReplacementState.REFUSED: may_decide,
    ReplacementState.WITHDRAWN: may_withdraw,
}
"""The steps that somebody takes on a page of their own; the others follow from something else."""


def gives(actor: Actor, request: ReplacementRequest) -> bool:
    """The one who hands over, or the agency for someone who has left."""
    return is_the_cadre(actor, request) or leads(actor, request.agency_id)


def takes(actor: Actor, request: ReplacementRequest) -> bool:
    new = request.new_assignment
    return new is not None and (is_the_cadre(actor, new) or leads(actor, new.agency_id))


def may_write_handover(actor: Actor, request: ReplacementRequest) -> bool:
    return gives(actor, request) or may_verify(actor, request)


def may_sign(actor: Actor, handover: Handover) -> bool:
    """Whether the person's side has not signed yet."""
    request = handover.request
    return (gives(actor, request) and not handover.given_at) or (takes(actor, request) and not handover.taken_at)
