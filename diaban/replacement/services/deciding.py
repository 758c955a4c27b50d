"""The Standing Committee decides, by number; the duty passes on without a gap, or the commune stands empty, seen."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from diaban.assignments.models import Assignment, AssignmentRole, EndReason
from diaban.assignments.services.changing import begin_assignment, end_assignment, record_decision
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, line, refuse
from diaban.kit.records import hold
from diaban.obligations.services import close_for_assignment, expect_assignment
from diaban.people.models import Agency, Cadre
from diaban.replacement import policies
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.queries import fill_by, hand_over_by, open_requests
from diaban.replacement.rules import (
    ReplacementReason,
    ReplacementState,
    decision_objections,
    grant_objections,
    successor_objections,
)
from diaban.replacement.services.asking import lapse
from diaban.replacement.services.moving import move

ENDS_AS = {
    ReplacementReason.TRANSFER: EndReason.TRANSFER,
    ReplacementReason.RETIREMENT: EndReason.RETIRED,
    ReplacementReason.MERGER: EndReason.MERGED,
}
STANDING_ONLY = "Chỉ Ban Thường vụ Tỉnh ủy quyết định thay cán bộ theo dõi."


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
    request.effective_on, request.fill_by = effective_on, fill_by(old.province, effective_on)
    if cadre and agency:
        request.hand_over_by = hand_over_by(old.province, effective_on)
        request.new_assignment = _begin(request, cadre, agency, effective_on, symbol, decided_on, by, at)
    request.save()
    Handover.objects.create(request=request)
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


@transaction.atomic
def name_successor(
    *,
    request: ReplacementRequest,
    symbol: str,
    decided_on: date,
    effective_on: date,
    cadre: Cadre,
    agency: Agency,
    by: Actor,
    at: datetime,
) -> ReplacementRequest:
    """Where the commune stands empty, another decision names who follows it from then on."""
    demand(policies.may_decide(by, request), STANDING_ONLY)
    hold(request)
    granted_on, empty_since = request.decided_on, request.effective_on
    if request.state != ReplacementState.GRANTED or request.new_assignment_id or not (granted_on and empty_since):
        raise RuleBroken("Chỉ cử cán bộ khi địa bàn đang trống theo quyết định thay.", field="post")
    refuse(
        successor_objections(
            decided_on=decided_on,
            effective_on=effective_on,
            granted_on=granted_on,
            empty_since=empty_since,
            today=local_date(at),
            same_cadre=cadre.pk == request.cadre_id,
        )
    )
    request.new_assignment = _begin(request, cadre, agency, effective_on, symbol, decided_on, by, at)
    request.hand_over_by = hand_over_by(request.province, effective_on)
    request.save()
    audit.record("replacement.filled", request, by=by, at=at, symbol=symbol, effective_on=effective_on.isoformat())
    return request


def _decide(
    request: ReplacementRequest, then: ReplacementState, symbol: str, decided_on: date, by: Actor, at: datetime
) -> None:
    demand(policies.may_decide(by, request), STANDING_ONLY)
    hold(request)
    move(request, then)
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
    request: ReplacementRequest,
    cadre: Cadre,
    agency: Agency,
    starts_on: date,
    symbol: str,
    issued_on: date,
    by: Actor,
    at: datetime,
) -> Assignment:
    old = request.assignment
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
