"""Another cadre is asked for, at any time or in a form; who asked may withdraw; what is left to nobody lapses."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values
from diaban.regulations.rules.reasons import reason_objections
from diaban.replacement import policies
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.queries import ended_by, open_requests, verify_by
from diaban.replacement.rules import (
    ReplacementReason,
    ReplacementState,
    Requester,
    request_objections,
    withdrawal_objections,
)
from diaban.replacement.services.moving import move


@transaction.atomic
def request_replacement(
    *,
    assignment: Assignment,
    reason: ReplacementReason,
    reason_text: str,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> ReplacementRequest:
    """Ask for another cadre at any time of the year: the commune, the cadre, the agency, the Board, the Committee."""
    requester = policies.requester_for(by, assignment)
    demand(requester is not None, "Đồng chí không đề nghị thay thế cán bộ ở địa bàn này được.")
    if known := sent_before(ReplacementRequest.objects.all(), id, assignment_id=assignment.pk):
        return known
    hold(assignment)
    request = ReplacementRequest(id=id or uuid7(), year=local_date(at).year, reason=reason)
    request.reason_text = passage(reason_text, field="reason_text", name="nội dung lý do", limit=4000)
    rules = rule_values(assignment.province, request.year)
    if reason is ReplacementReason.NOT_FULFILLING:
        refuse(reason_objections(request.reason_text, least=rules.reason_items_min, field="reason_text"))
    return _ask(request, assignment, requester, by, at)


def ask_in_form(
    *,
    assignment: Assignment,
    year: int,
    reason: ReplacementReason,
    reason_text: str,
    released_at: datetime | None,
    by: Actor,
    at: datetime,
) -> ReplacementRequest | None:
    """The same, asked in the commune's form; it is as sealed as the form. One of its own that waits is enough."""
    if open_requests(assignment).filter(requester=Requester.COMMUNE).exists():
        return None
    request = ReplacementRequest(id=uuid7(), year=year, reason=reason, reason_text=reason_text)
    request.in_form, request.released_at = True, released_at
    return _ask(request, assignment, Requester.COMMUNE, by, at)


@transaction.atomic
def withdraw_request(*, request: ReplacementRequest, reason: str, by: Actor, at: datetime) -> ReplacementRequest:
    """The side that asked takes it back, with a reason, before the Standing Committee decides; it stays on file."""
    demand(policies.may_withdraw(by, request), "Chỉ bên đã đề nghị rút được đề nghị thay thế cán bộ.")
    hold(request)
    move(request, ReplacementState.WITHDRAWN)
    refuse(withdrawal_objections(sealed=request.sealed))
    request.withdraw_reason = passage(reason, field="reason", name="lý do rút", limit=2000)
    request.withdrawn_on, request.withdrawn_by = local_date(at), by.account
    request.save(update_fields=["state", "withdraw_reason", "withdrawn_on", "withdrawn_by"])
    audit.record("replacement.withdrawn", request, by=by, at=at)
    return request


def unseal(*, province: Unit, requests: Any, by: Actor, at: datetime) -> None:
    """The forms of a year are opened, and what was asked in them (`requests`: keys); their audit line says so.

    Only now can cadre and agency be heard, so the days for verifying begin anew.
    """
    sealed = ReplacementRequest.objects.filter(pk__in=requests, released_at=None)
    sealed.filter(state=ReplacementState.REQUESTED).update(verify_by=verify_by(province, local_date(at)))
    sealed.update(released_at=at)


def lapse(*, request: ReplacementRequest, by: Actor, at: datetime) -> None:
    """Nothing is left to decide: the form that asked was returned, or another request was granted."""
    hold(request)
    move(request, ReplacementState.LAPSED)
    request.save(update_fields=["state"])
    audit.record("replacement.lapsed", request, by=by, at=at)


def _ask(
    request: ReplacementRequest, assignment: Assignment, requester: Requester | None, by: Actor, at: datetime
) -> ReplacementRequest:
    if requester is None:
        raise ValueError("a request names who asks")
    today = local_date(at)
    allowed = rule_values(assignment.province, request.year).replacement_requesters
    refuse(
        request_objections(
            requester=requester,
            allowed=tuple(side.value for side in allowed),
            ended=ended_by(assignment, today),
            waiting=open_requests(assignment).filter(requester=requester).exists(),
        )
    )
    request.assignment, request.requester, request.requested_on = assignment, requester, today
    request.verify_by = verify_by(assignment.province, today)
    for key, value in whose(assignment).items():
        setattr(request, key, value)
    request.save(force_insert=True)
    audit.record("replacement.requested", request, by=by, at=at, requester=requester.value, reason=request.reason)
    return request
