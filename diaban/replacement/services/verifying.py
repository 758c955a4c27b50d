"""Everybody concerned is heard; the Board verifies and proposes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold
from diaban.people.models import Agency, Cadre
from diaban.replacement import policies
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.rules import (
    SAID_IN,
    Proposal,
    ReplacementState,
    Side,
    hearing_objections,
    proposal_objections,
)
from diaban.replacement.services.moving import move

BOARD_ONLY = "Chỉ Ban Tổ chức Tỉnh ủy xác minh và đề xuất về đề nghị thay thế."


@transaction.atomic
def hear(*, request: ReplacementRequest, side: Side, text: str, by: Actor, at: datetime) -> ReplacementRequest:
    """One side says what it thinks, once; the Board enters what was said to it or came on paper."""
    demand(policies.may_be_heard(by, request, side), "Đồng chí không ghi ý kiến của bên này.")
    hold(request)
    if request.state != ReplacementState.REQUESTED:
        raise RuleBroken("Đề nghị đã xác minh xong nên không ghi thêm ý kiến.", field="text")
    if getattr(request, SAID_IN[side]):
        raise RuleBroken(f"Đã có ý kiến của: {side.label}. Ý kiến đã ghi không sửa.", field="text")
    setattr(request, SAID_IN[side], passage(text, field="text", name="ý kiến", limit=4000))
    request.save(update_fields=[SAID_IN[side]])
    audit.record("replacement.heard", request, by=by, at=at, side=side.value)
    return request


@transaction.atomic
def verify_replacement(*, request: ReplacementRequest, result: str, by: Actor, at: datetime) -> ReplacementRequest:
    """The Board has looked into it and heard everybody: what it found."""
    demand(policies.may_verify(by, request), BOARD_ONLY)
    hold(request)
    move(request, ReplacementState.VERIFIED)
    refuse(hearing_objections({side: bool(getattr(request, name)) for side, name in SAID_IN.items()}))
    request.verification = passage(result, field="result", name="kết quả xác minh", limit=4000)
    request.verified_on, request.verified_by = local_date(at), by.account
    request.save()
    audit.record("replacement.verified", request, by=by, at=at)
    return request


@transaction.atomic
def propose_replacement(
    *,
    request: ReplacementRequest,
    proposal: Proposal,
    text: str,
    cadre: Cadre | None = None,
    agency: Agency | None = None,
    by: Actor,
    at: datetime,
) -> ReplacementRequest:
    """The Board puts it to the Standing Committee: to keep with what is required, to replace, by whom."""
    demand(policies.may_verify(by, request), BOARD_ONLY)
    hold(request)
    move(request, ReplacementState.PROPOSED)
    same = cadre is not None and cadre.pk == request.cadre_id
    named = {"has_cadre": cadre is not None, "has_agency": agency is not None, "same_cadre": same}
    refuse(proposal_objections(proposal=proposal, **named))
    request.proposal, request.proposed_on = proposal, local_date(at)
    request.proposal_text = passage(text, field="text", name="nội dung đề xuất", limit=4000)
    request.proposed_cadre, request.proposed_agency = cadre, agency
    request.save()
    audit.record("replacement.proposed", request, by=by, at=at, proposal=proposal.value)
    return request
