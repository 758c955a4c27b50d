"""A programme goes to the agency and on to the Organisation Board, or comes back with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold
from diaban.obligations.rules import ObligationKind
from diaban.obligations.services.handing_in import hand_back, hand_in
from diaban.planning import policies
from diaban.planning.models import Programme, ProgrammeStep
from diaban.planning.queries import year_facts
from diaban.planning.rules import NEXT, ProgrammeState, sending_objections, year_objections


@transaction.atomic
def submit_programme(*, programme: Programme, late_reason: str = "", by: Actor, at: datetime) -> Programme:
    """Send a draft, or a returned programme once more, to the agency; the obligation counts as received now.

    Who is late may say why; that is no relief, it is what the agency and the Board read beside the day.
    """
    demand(policies.may_write(by, programme), "Chỉ cán bộ được phân công theo dõi địa bàn này gửi chương trình.")
    hold(programme)
    refuse(year_objections(year_facts(programme.assignment, programme.year, at)))
    refuse(sending_objections(items=programme.items.count()))
    _move(programme, ProgrammeState.SUBMITTED, by, at)
    programme.submitted_at = at
    programme.late_reason = line(late_reason, field="late_reason", name="lý do gửi chậm", limit=500, required=False)
    programme.save(update_fields=["state", "submitted_at", "late_reason"])
    _hand_in(programme, by, at)
    audit.record("programme.submitted", programme, by=by, at=at, version=programme.version)
    return programme


@transaction.atomic
def endorse_programme(*, programme: Programme, by: Actor, at: datetime) -> Programme:
    """The agency's leadership agrees and sends it on to the Organisation Board."""
    demand(policies.may_endorse(by, programme), "Chỉ lãnh đạo cơ quan của cán bộ xác nhận chương trình.")
    hold(programme)
    _move(programme, ProgrammeState.ENDORSED, by, at)
    programme.save(update_fields=["state"])
    audit.record("programme.endorsed", programme, by=by, at=at)
    return programme


@transaction.atomic
def register_programme(*, programme: Programme, by: Actor, at: datetime) -> Programme:
    """The Organisation Board enters it in its register; it does not judge the content."""
    demand(policies.may_register(by, programme), "Chỉ Ban Tổ chức Tỉnh ủy đăng ký chương trình.")
    hold(programme)
    _move(programme, ProgrammeState.REGISTERED, by, at)
    programme.save(update_fields=["state"])
    audit.record("programme.registered", programme, by=by, at=at)
    return programme


@transaction.atomic
def return_programme(*, programme: Programme, reason: str, by: Actor, at: datetime) -> Programme:
    """Give it back to the cadre with a reason; until it is sent again it counts as not received."""
    hold(programme)
    demand(policies.may_return(by, programme), "Chỉ nơi đang giữ chương trình được trả lại chương trình.")
    reason = passage(reason, field="reason", name="lý do trả lại", limit=1000)
    _move(programme, ProgrammeState.RETURNED, by, at, reason)
    programme.save(update_fields=["state"])
    kind = ObligationKind.PROGRAMME
    owner = programme.assignment_id
    hand_back(kind=kind, owner=owner, year=programme.year, record=programme, reason=reason, by=by, at=at)
    audit.record("programme.returned", programme, by=by, at=at, reason=reason)
    return programme


def _move(programme: Programme, then: ProgrammeState, by: Actor, at: datetime, reason: str = "") -> None:
    refuse(step_objections(NEXT, now=ProgrammeState(programme.state), then=then, thing="Chương trình"))
    programme.state = then
    ProgrammeStep.objects.create(programme=programme, state=then, at=at, by_name=by.name, reason=reason)


def _hand_in(programme: Programme, by: Actor, at: datetime) -> None:
    kind, owner = ObligationKind.PROGRAMME, programme.assignment_id
    hand_in(kind=kind, owner=owner, year=programme.year, record=programme, by=by, at=at)
