"""A commune announces an event and invites its cadre; the answer puts the visit into the calendar, or says why not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.exchange import policies
from diaban.exchange.models import CommuneEvent, Invitation
from diaban.exchange.rules import INVITATION_NEXT, InvitationState, event_objections
from diaban.fieldwork.rules import VisitState
from diaban.fieldwork.services import call_off_visit, plan_visit
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before
from diaban.places.models import Unit
from diaban.planning.rules import EventKind


@transaction.atomic
def announce_event(
    *,
    commune: Unit,
    title: str,
    event_kind: EventKind,
    starts_at: datetime,
    ends_at: datetime | None = None,
    place: str,
    note: str = "",
    invited: Iterable[Assignment] = (),
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> CommuneEvent:
    """Announce an event that is still to come, and invite cadres who follow the commune on its day."""
    demand(policies.may_announce(by, commune.pk), "Chỉ Đảng ủy xã thông báo sự kiện của xã mình.")
    if known := sent_before(CommuneEvent.objects.all(), id, commune_id=commune.pk):
        return known
    refuse(event_objections(starts_at=starts_at, ends_at=ends_at, now=at))
    event = CommuneEvent(
        id=id or uuid7(), province_id=commune.province_key, commune=commune, year=local_date(starts_at).year,
        title=line(title, field="title", name="tên sự kiện", limit=200), event_kind=event_kind,
        starts_at=starts_at, ends_at=ends_at, place=line(place, field="place", name="địa điểm", limit=200),
        note=passage(note, field="note", name="ghi chú", limit=2000, required=False), announced_at=at,
    )  # fmt: skip
    event.save(force_insert=True)
    audit.record("event.announced", event, by=by, at=at, starts_at=starts_at.isoformat())
    for assignment in invited:
        _invite(event, assignment, by, at)
    return event


@transaction.atomic
def call_off_event(*, event: CommuneEvent, reason: str, by: Actor, at: datetime) -> CommuneEvent:
    """It does not take place. Invitations say so, and visits that were planned for it are cancelled by the commune."""
    demand(policies.may_announce(by, event.commune_id), "Chỉ Đảng ủy xã hủy sự kiện của xã mình.")
    hold(event)
    if event.called_off_at:
        raise RuleBroken("Sự kiện này đã được hủy.", field="reason")
    event.called_off_at = at
    event.called_off_reason = line(reason, field="reason", name="lý do hủy", limit=500)
    event.save(update_fields=["called_off_at", "called_off_reason"])
    audit.record("event.called_off", event, by=by, at=at, reason=event.called_off_reason)
    for invitation in event.invitations.select_related("visit").order_by("id"):
        _call_off(invitation, by, at)
    return event


@transaction.atomic
def accept_invitation(*, invitation: Invitation, by: Actor, at: datetime) -> Invitation:
    """The cadre comes: the visit stands in the calendar as planned, to be recorded when it was made."""
    _answer(invitation, InvitationState.ACCEPTED, by, at)
    event = invitation.event
    invitation.reason = ""
    if invitation.visit is None or invitation.visit.state != VisitState.PLANNED:
        invitation.visit = plan_visit(
            assignment=invitation.assignment, visited_on=local_date(event.starts_at),
            event_kind=EventKind(event.event_kind), place=event.place, by=by, at=at,
        )  # fmt: skip
    invitation.save(update_fields=["state", "reason", "answered_at", "visit"])
    audit.record("invitation.accepted", invitation, by=by, at=at)
    return invitation


@transaction.atomic
def decline_invitation(*, invitation: Invitation, reason: str, by: Actor, at: datetime) -> Invitation:
    """The cadre cannot come, and says why; a visit that was planned for it goes on as the cadre decides."""
    _answer(invitation, InvitationState.DECLINED, by, at)
    invitation.reason = line(reason, field="reason", name="lý do không dự được", limit=500)
    invitation.save(update_fields=["state", "reason", "answered_at"])
    audit.record("invitation.declined", invitation, by=by, at=at, reason=invitation.reason)
    return invitation


def _invite(event: CommuneEvent, assignment: Assignment, by: Actor, at: datetime) -> None:
    day = local_date(event.starts_at)
    follows = assignment.starts_on <= day and (assignment.ends_on is None or day < assignment.ends_on)
    if assignment.commune_id != event.commune_id or not follows:
        raise RuleBroken("Đồng chí được mời không theo dõi xã vào ngày ấy. Hãy chọn lại.", field="invited")
    invitation = Invitation.objects.create(event=event, assignment=assignment, year=day.year, **whose(assignment))
    audit.record("invitation.sent", invitation, by=by, at=at)


def _call_off(invitation: Invitation, by: Actor, at: datetime) -> None:
    invitation.state = InvitationState.CALLED_OFF
    invitation.save(update_fields=["state"])
    if invitation.visit and invitation.visit.state == VisitState.PLANNED:
        call_off_visit(visit=invitation.visit, by=by, at=at)


def _answer(invitation: Invitation, then: InvitationState, by: Actor, at: datetime) -> None:
    demand(policies.may_answer_invitation(by, invitation), "Chỉ đồng chí được mời trả lời giấy mời này.")
    hold(invitation)
    refuse(step_objections(INVITATION_NEXT, now=InvitationState(invitation.state), then=then, thing="Giấy mời"))
    if local_date(invitation.event.starts_at) < local_date(at):
        raise RuleBroken("Sự kiện đã qua nên không trả lời giấy mời được nữa.", field="state")
    invitation.state, invitation.answered_at = then, at
