"""One event with what the person may see of its invitations."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from diaban.exchange.models import CommuneEvent, Invitation
from diaban.exchange.policies import may_answer_invitation, visible_events, visible_invitations
from diaban.kit.actors import Actor


def event_in_view(actor: Actor, pk: UUID) -> CommuneEvent | None:
    answers = visible_invitations(actor).select_related("cadre", "agency", "visit").order_by("cadre__sort_key")
    seen = visible_events(actor).select_related("commune")
    return seen.prefetch_related(Prefetch("invitations", answers)).filter(pk=pk).first()


def own_invitation(actor: Actor, event: UUID) -> Invitation:
    """The person's own invitation to an event. Raises Http404 when there is none."""
    rows = visible_invitations(actor).filter(event_id=event).select_related("event", "assignment", "visit")
    own = next((one for one in rows if may_answer_invitation(actor, one)), None)
    if own is None:
        raise Http404
    return own
