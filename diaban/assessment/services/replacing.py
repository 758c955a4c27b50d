"""Another cadre is asked for, the Board verifies, the Standing Committee decides; the duty passes on without a gap."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import CommuneAssessment, ReplacementRequest
from diaban.assessment.queries import ended_by, open_requests
from diaban.assessment.rules import (
    NEXT,
    ReplacementReason,
    ReplacementState,
    Requester,
    decision_objections,
    grant_objections,
    reason_objections,
    request_objections,
)
from diaban.assignments.models import Assignment, AssignmentRole, EndReason
from diaban.assignments.queries import whose
from diaban.assignments.services.changing import begin_assignment, end_assignment, record_decision
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before
from diaban.obligations.services import close_for_assignment, expect_assignment
from diaban.people.models import Agency, Cadre
from diaban.regulations.queries import rule_values

ENDS_AS = {
    ReplacementReason.TRANSFER: EndReason.TRANSFER,
    ReplacementReason.RETIREMENT: EndReason.RETIRED,
    ReplacementReason.MERGER: EndReason.MERGED,
}
STANDING_ONLY = "Chỉ Ban Thường vụ Tỉnh ủy quyết định thay cán bộ theo dõi."


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


def ask_in_form(*, form: CommuneAssessment, reason: ReplacementReason, by: Actor, at: datetime) -> None:
    """The same, asked in the commune's form; it is as sealed as the form. One of its own that waits is enough."""
    if not open_requests(form.assignment).filter(requester=Requester.COMMUNE).exists():
        request = ReplacementRequest(id=uuid7(), year=form.year, reason=reason, assessment=form)
        request.reason_text = form.reasons
        _ask(request, form.assignment, Requester.COMMUNE, by, at)


@transaction.atomic
def verify_replacement(
    *,
    request: ReplacementRequest,
    explanation: str,
    agency_opinion: str,
    result: str,
    by: Actor,
    at: datetime,
) -> ReplacementRequest:
    """The Board has looked into it and heard both: what the cadre and the agency said, and what it found."""
    demand(policies.may_receive(by, request.province_id), "Chỉ Ban Tổ chức Tỉnh ủy xác minh đề nghị thay thế.")
    hold(request)
    _move(request, ReplacementState.VERIFIED)
    request.explanation = passage(explanation, field="explanation", name="giải trình của cán bộ", limit=4000)
    request.agency_opinion = passage(agency_opinion, field="agency_opinion", name="ý kiến cơ quan", limit=4000)
    request.verification = passage(result, field="result", name="kết quả xác minh", limit=4000)
    request.verified_on, request.verified_by = local_date(at), by.account
    request.save()
    audit.record("replacement.verified", request, by=by, at=at)
    return request


@transaction.atomic
def grant_replacement(
    *,
    request: ReplacementRequest,
    symbol: str,
    decided_on: date,
    effective_on: date,
    cadre: Cadre | None = None,
    agency: Agency | None = None,
    by: Actor,
    at: datetime,
) -> ReplacementRequest:
    """The Standing Committee replaces the cadre: the old assignment's first day without is `effective_on`.

    With a new cadre that day is the new assignment's first, and what it owes is written down; without one the commune
    stands empty from then. What the old one owed later is closed; what was due before stays owed, and history stays.
    """
    _decide(request, ReplacementState.GRANTED, symbol, decided_on, by, at)
    same = cadre is not None and cadre.pk == request.cadre_id
    refuse(
        grant_objections(
            effective_on=effective_on,
            decided_on=decided_on,
            has_cadre=cadre is not None,
            has_agency=agency is not None,
            same_cadre=same,
        )
    )
    old = request.assignment
    _end(old, request, effective_on, by, at)
    if cadre and agency:
        request.new_assignment = _begin(request, cadre, agency, effective_on, by, at)
    request.save()
    for other in open_requests(old):
        lapse(request=other, by=by, at=at)
    audit.record("replacement.granted", request, by=by, at=at, symbol=symbol, effective_on=effective_on.isoformat())
    return request


@transaction.atomic
def refuse_replacement(
    *, request: ReplacementRequest, symbol: str, decided_on: date, by: Actor, at: datetime
) -> ReplacementRequest:
    """The Standing Committee keeps the cadre, by a numbered decision, too."""
    _decide(request, ReplacementState.REFUSED, symbol, decided_on, by, at)
    request.save()
    audit.record("replacement.refused", request, by=by, at=at, symbol=symbol)
    return request


def lapse(*, request: ReplacementRequest, by: Actor, at: datetime) -> None:
    """Nothing is left to decide: the form that asked was returned, or another request was granted."""
    hold(request)
    _move(request, ReplacementState.LAPSED)
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
    for key, value in whose(assignment).items():
        setattr(request, key, value)
    request.save(force_insert=True)
    audit.record("replacement.requested", request, by=by, at=at, requester=requester.value, reason=request.reason)
    return request


def _decide(
    request: ReplacementRequest, then: ReplacementState, symbol: str, decided_on: date, by: Actor, at: datetime
) -> None:
    demand(policies.may_decide(by, request), STANDING_ONLY)
    hold(request)
    _move(request, then)
    demand(
        by.account is None or by.account != request.verified_by,
        "Người đã xác minh đề nghị này không ghi quyết định. Hãy để người khác ghi.",
    )
    refuse(decision_objections(decided_on=decided_on, verified_on=request.verified_on, today=local_date(at)))
    request.decision_symbol = line(symbol, field="symbol", name="số quyết định", limit=60)
    request.decided_on, request.decided_by = decided_on, by.account


def _end(old: Assignment, request: ReplacementRequest, effective_on: date, by: Actor, at: datetime) -> None:
    reason = ENDS_AS.get(ReplacementReason(request.reason), EndReason.REPLACED)
    end_assignment(assignment=old, ends_on=effective_on, reason=reason, by=by, at=at)
    said = f"Thay cán bộ theo dõi theo {request.decision_symbol}"
    close_for_assignment(assignment=old, reason=said, by=by, at=at)


def _begin(
    request: ReplacementRequest, cadre: Cadre, agency: Agency, starts_on: date, by: Actor, at: datetime
) -> Assignment:
    old, issued_on = request.assignment, request.decided_on or starts_on
    symbol = request.decision_symbol
    new = begin_assignment(
        decision=record_decision(province=old.province, symbol=symbol, issued_on=issued_on, by=by, at=at),
        commune=old.commune,
        cadre=cadre,
        agency=agency,
        starts_on=starts_on,
        role=AssignmentRole(old.role),
        by=by,
        at=at,
    )
    expect_assignment(assignment=new, by=by, at=at)
    return new


def _move(request: ReplacementRequest, then: ReplacementState) -> None:
    refuse(step_objections(NEXT, now=ReplacementState(request.state), then=then, thing="Đề nghị"))
    request.state = then
