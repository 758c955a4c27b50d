"""Decisions in favour of who owes: a later due day, an objective cause confirmed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.objections import line
from diaban.obligations import policies
from diaban.obligations.models import Extension, Obligation
from diaban.obligations.rules import Relief


@transaction.atomic
def extend(
    *, obligation: Obligation, new_due_on: date, reason: str, document: str = "", by: Actor, at: datetime
) -> Extension:
    """Grant a later due day, before the thing has come and no later than the day the books close."""
    row = _open_row(obligation, by)
    if row.received_on:
        raise RuleBroken("Việc đã được nhận, không gia hạn được; có thể xác nhận nguyên nhân khách quan.")
    if new_due_on <= (row.extended_to or row.due_on):
        raise RuleBroken(f"Hạn mới phải sau hạn cũ {row.extended_to or row.due_on:%d/%m/%Y}.", field="new_due_on")
    if new_due_on > row.locks_on:
        raise RuleBroken(f"Hạn mới không được quá ngày khóa sổ {row.locks_on:%d/%m/%Y}.", field="new_due_on")
    row.extended_to = new_due_on
    row.save(update_fields=["extended_to"])
    granted = _grant(row, Relief.EXTENSION, new_due_on, reason, document, by, at)
    audit.record("obligation.extended", row, by=by, at=at, new_due_on=new_due_on.isoformat())
    return granted


@transaction.atomic
def confirm_cause(*, obligation: Obligation, reason: str, document: str = "", by: Actor, at: datetime) -> Extension:
    """Confirm an objective cause: the days late stay on record, the blame does not."""
    row = _open_row(obligation, by)
    if row.cause_confirmed:
        raise RuleBroken("Nguyên nhân khách quan của việc này đã được xác nhận.")
    row.cause_confirmed = True
    row.save(update_fields=["cause_confirmed"])
    granted = _grant(row, Relief.OBJECTIVE_CAUSE, None, reason, document, by, at)
    audit.record("obligation.cause_confirmed", row, by=by, at=at)
    return granted


def _open_row(obligation: Obligation, by: Actor) -> Obligation:
    if not policies.may_decide(by, obligation.province_id):
        raise NotAllowed("Chỉ Ban Tổ chức Tỉnh ủy, Ban Thường vụ Tỉnh ủy được quyết định việc này.")
    row = Obligation.objects.select_for_update().get(pk=obligation.pk)
    if row.closed_on:
        raise RuleBroken(f"{row} thôi không phải thực hiện từ {row.closed_on:%d/%m/%Y}.")
    return row


def _grant(
    row: Obligation, kind: Relief, new_due_on: date | None, reason: str, document: str, by: Actor, at: datetime
) -> Extension:
    return Extension.objects.create(
        obligation=row,
        kind=kind,
        new_due_on=new_due_on,
        reason=line(reason, field="reason", name="lý do", limit=500),
        document=line(document, field="document", name="văn bản", limit=100, required=False),
        decided_by=by.account,
        decided_by_name=by.name,
        decided_at=at,
    )
