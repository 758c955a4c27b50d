"""The verb of the room; entries themselves are written by the database."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import models, transaction

from diaban.journal.models import SealedReading
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date


class Sealed(Protocol):
    pk: UUID
    province_id: int
    _meta: models.options.Options[models.Model]


@transaction.atomic
def note_reading(*, record: Sealed, by: Actor, at: datetime) -> None:
    """Somebody opened a sealed record; noted once a person and day. Whether it may be opened was asked before."""
    _, is_new = SealedReading.objects.get_or_create(
        table_name=record._meta.db_table,
        record=record.pk,
        by_id=by.account,
        read_on=local_date(at),
        defaults={"province_id": record.province_id, "read_at": at, "by_name": by.name, "role": by.role.value},
    )
    if is_new:
        audit.record("sealed.read", f"{record._meta.label_lower}:{record.pk}", by=by, at=at)
