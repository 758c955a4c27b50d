"""What came, when, and how many working days late. Rooms above call these when a record is sent or returned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.obligations.models import Obligation
from diaban.obligations.queries import facts_of
from diaban.obligations.rules import days_late_of
from diaban.regulations import queries as regulations


@dataclass(frozen=True, slots=True)
class Receipt:
    """One thing that came: for which obligation, which record it is, of what kind, and when."""

    obligation: UUID
    record: UUID
    kind: str
    at: datetime


@transaction.atomic
def mark_received(
    *, obligation: Obligation, record_id: UUID, record_kind: str, received_at: datetime, by: Actor, at: datetime
) -> Obligation:
    """Note the receipt and the working days late. The same record again changes nothing; another one is refused."""
    row = Obligation.objects.select_for_update().get(pk=obligation.pk)
    if row.received_record == record_id:
        return row
    if row.received_on:
        raise RuleBroken(f"{row} đã được nhận ngày {row.received_on:%d/%m/%Y}.")
    if row.closed_on:
        raise RuleBroken(f"{row} thôi không phải thực hiện từ {row.closed_on:%d/%m/%Y}.")
    day = local_date(received_at)
    row.received_at, row.received_on, row.received_record, row.received_kind = received_at, day, record_id, record_kind
    row.days_late = days_late_of(facts_of(row), received_on=day, calendar=regulations.calendar())
    row.save(update_fields=["received_at", "received_on", "received_record", "received_kind", "days_late"])
    audit.record("obligation.received", row, by=by, at=at, record=str(record_id), days_late=row.days_late)
    return row


@transaction.atomic
def mark_received_many(*, receipts: Sequence[Receipt], by: Actor, at: datetime) -> int:
    """Many at once (an import, a simulation). What is received or closed stays as it is; returns how many changed."""
    calendar = regulations.calendar()
    rows = Obligation.objects.in_bulk([receipt.obligation for receipt in receipts])
    columns: list[list[object]] = [[], [], [], [], [], []]
    for receipt in receipts:
        day = local_date(receipt.at)
        late = days_late_of(facts_of(rows[receipt.obligation]), received_on=day, calendar=calendar)
        for column, value in zip(
            columns, (receipt.obligation, receipt.record, receipt.kind, receipt.at, day, late), strict=True
        ):
            column.append(value)
    with connection.cursor() as cursor:
        cursor.execute(WRITE_RECEIPTS, columns)
        changed: int = cursor.rowcount
    audit.record("obligations.received", "obligations", by=by, at=at, offered=len(receipts), received=changed)
    return changed


WRITE_RECEIPTS = """
UPDATE obligations_obligation AS o
SET received_record = v.record, received_kind = v.kind, received_at = v.at, received_on = v.day, days_late = v.late
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::timestamptz[], %s::date[], %s::smallint[])
    AS v(id, record, kind, at, day, late)
WHERE o.id = v.id AND o.received_on IS NULL AND o.closed_on IS NULL
"""
"""One statement for any number: Django's bulk_update builds a CASE of every row and takes minutes for a country."""


@transaction.atomic
def withdraw_receipt(*, obligation: Obligation, reason: str, by: Actor, at: datetime) -> Obligation:
    """Take back a receipt because the record was returned: it is owed again, and the audit keeps when it first came."""
    row = Obligation.objects.select_for_update().get(pk=obligation.pk)
    if not row.received_on:
        raise RuleBroken(f"{row} chưa được nhận nên không có gì để trả lại.")
    first = row.received_on.isoformat()
    row.received_at = row.received_on = row.received_record = row.days_late = None
    row.received_kind = ""
    row.save(update_fields=["received_at", "received_on", "received_record", "received_kind", "days_late"])
    audit.record("obligation.receipt_withdrawn", row, by=by, at=at, received_on=first, reason=reason)
    return row
