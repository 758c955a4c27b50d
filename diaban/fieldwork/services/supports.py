"""Support with its value in đồng: recorded, confirmed by the commune, corrected only by a reversing line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.attachments.examining import Examined
from diaban.attachments.rules.kinds import MAX_DOCUMENTS, AttachmentKind
from diaban.attachments.services import attach
from diaban.fieldwork import policies
from diaban.fieldwork.models import Support, Visit
from diaban.fieldwork.queries import day_facts, year_closed
from diaban.fieldwork.rules import (
    CONFIRMATION_NEXT,
    Confirmation,
    Source,
    SupportKind,
    ValueBasis,
    day_objections,
    people_objections,
    reversal_objections,
    share_objections,
    value_objections,
)
from diaban.fieldwork.services.belonging import refuse_foreign
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before

OWN = "Chỉ cán bộ theo dõi địa bàn này ghi hoạt động hỗ trợ."
COMMUNE = "Chỉ Đảng ủy xã nhận hỗ trợ mới cho ý kiến về dòng này."


@transaction.atomic
def record_support(
    *,
    assignment: Assignment,
    supported_on: date,
    kind: SupportKind,
    content: str,
    source: Source,
    value_vnd: int,
    value_basis: ValueBasis,
    households: int = 0,
    persons: int = 0,
    whole_vnd: int | None = None,
    partners: str = "",
    visit: Visit | None = None,
    documents: Sequence[Examined] = (),
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Support:
    """Record an activity. `value_vnd` is the agency's own share in đồng; a value needs its basis, 0 has none.
    `whole_vnd` is what all `partners` together paid for one thing, null when the agency paid alone."""
    demand(policies.may_record(by, assignment), OWN)
    if known := sent_before(Support.objects.all(), id, commune_id=assignment.commune_id, cadre_id=assignment.cadre_id):
        return known
    refuse(day_objections(day_facts(assignment, supported_on, by=by, at=at), field="supported_on"))
    refuse(value_objections(value_vnd=value_vnd, basis=value_basis))
    refuse(share_objections(value_vnd=value_vnd, whole_vnd=whole_vnd))
    refuse(people_objections(households=households, persons=persons))
    refuse_foreign(visit, assignment)
    support = Support(
        id=id or uuid7(), visit=visit, supported_on=supported_on, kind=kind, source=source, value_vnd=value_vnd,
        value_basis=value_basis, households=households, persons=persons, recorded_at=at, year=supported_on.year,
        content=line(content, field="content", name="nội dung hỗ trợ", limit=500), whole_vnd=whole_vnd,
        partners=line(partners, field="partners", name="các nơi cùng chi", limit=300, required=False),
        **whose(assignment),
    )  # fmt: skip
    support.save(force_insert=True)
    attach(subject=support, uploads=documents, kind=AttachmentKind.DOCUMENT, limit=MAX_DOCUMENTS, by=by, at=at)
    audit.record("support.recorded", support, by=by, at=at, value_vnd=value_vnd, basis=value_basis.value)
    return support


@transaction.atomic
def confirm_support(*, support: Support, by: Actor, at: datetime) -> Support:
    """The commune confirms that it received it, with this value."""
    return _say(support, Confirmation.CONFIRMED, "support.confirmed", by, at)


@transaction.atomic
def confirm_supports(*, supports: Iterable[Support], by: Actor, at: datetime) -> int:
    """Each of the lines, all or none; how many there were."""
    return len([confirm_support(support=one, by=by, at=at) for one in supports])


@transaction.atomic
def dispute_support(*, support: Support, reason: str, by: Actor, at: datetime) -> Support:
    """The commune sees it otherwise and says why; the line stays unconfirmed until corrected or confirmed after all."""
    reason = passage(reason, field="reason", name="lý do không thống nhất", limit=1000)
    return _say(support, Confirmation.DISPUTED, "support.disputed", by, at, reason)


@transaction.atomic
def reverse_support(*, support: Support, reason: str, id: UUID | None = None, by: Actor, at: datetime) -> Support:
    """Take a line back by a second one of the same day with the value below zero; the right one is recorded anew.

    The reversing line stands as confirmed or not as the first, so that each sum alone comes out right.
    """
    demand(policies.may_record(by, support), OWN)
    if known := sent_before(Support.objects.all(), id, reverses_id=support.pk):
        return known
    hold(support)
    reversed_already = Support.objects.filter(reverses=support).exists()
    closed = year_closed(support, by=by, at=at)
    refuse(reversal_objections(is_reversal=bool(support.reverses_id), reversed_already=reversed_already, closed=closed))
    reversal = Support(
        id=id or uuid7(), visit=support.visit, supported_on=support.supported_on, kind=support.kind,
        source=support.source, value_vnd=-support.value_vnd, value_basis=support.value_basis, content=support.content,
        whole_vnd=-support.whole_vnd if support.whole_vnd else None, partners=support.partners,
        confirmation=support.confirmation, confirmed_at=support.confirmed_at, reverses=support, recorded_at=at,
        reverse_reason=line(reason, field="reason", name="lý do điều chỉnh", limit=500), year=support.year,
        province=support.province, commune=support.commune, agency=support.agency, cadre=support.cadre,
    )  # fmt: skip
    reversal.save(force_insert=True)
    audit.record("support.reversed", reversal, by=by, at=at, reverses=str(support.pk), value_vnd=reversal.value_vnd)
    return reversal


def _say(support: Support, then: Confirmation, action: str, by: Actor, at: datetime, reason: str = "") -> Support:
    demand(policies.may_confirm(by, support), COMMUNE)
    hold(support)
    reversed_already = Support.objects.filter(reverses=support).exists()
    refuse(reversal_objections(is_reversal=bool(support.reverses_id), reversed_already=reversed_already, closed=False))
    now = Confirmation(support.confirmation)
    refuse(step_objections(CONFIRMATION_NEXT, now=now, then=then, thing="Hoạt động hỗ trợ"))
    support.confirmation, support.confirmed_at, support.confirmed_by = then, at, by.name
    support.dispute_reason = reason or support.dispute_reason
    support.save(update_fields=["confirmation", "confirmed_at", "confirmed_by", "dispute_reason"])
    audit.record(action, support, by=by, at=at)
    return support
