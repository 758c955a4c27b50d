"""A record was sent or returned: note it on the obligation that it answers, where there is one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Model, Q

from diaban.kit.actors import Actor
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind
from diaban.obligations.services.receiving import mark_received, withdraw_receipt


def hand_in(
    *, kind: ObligationKind, owner: UUID, year: int, period: int = 0, record: Model, by: Actor, at: datetime
) -> None:
    """`owner` is the assignment, or the agency for its own assessment. What is received or closed stays as it is."""
    row = _owed(kind, owner, year, period)
    if row and not row.received_on and not row.closed_on:
        name = record._meta.label_lower
        mark_received(obligation=row, record_id=record.pk, record_kind=name, received_at=at, by=by, at=at)


def hand_back(
    *,
    kind: ObligationKind,
    owner: UUID,
    year: int,
    period: int = 0,
    record: Model,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    """The record was returned, so the thing is owed again. A receipt of another record stays."""
    row = _owed(kind, owner, year, period)
    if row and row.received_record == record.pk:
        withdraw_receipt(obligation=row, reason=reason, by=by, at=at)


def _owed(kind: ObligationKind, owner: UUID, year: int, period: int) -> Obligation | None:
    whose = Q(agency=owner, assignment=None) if kind is ObligationKind.AGENCY_ASSESSMENT else Q(assignment=owner)
    return Obligation.objects.filter(whose, kind=kind, year=year, period=period).first()
