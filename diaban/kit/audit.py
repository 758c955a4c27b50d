"""Every write leaves a line here, in the transaction of the write itself."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from diaban.kit.actors import Actor
from diaban.kit.models import AuditEvent


def record(action: str, subject: models.Model | str, *, by: Actor, at: datetime, **details: object) -> None:
    """Write one line. `details` must be JSON-able; bulk writes name their kind as `subject` and give counts."""
    _line(action, subject, by=by, at=at, details=details).save(force_insert=True)


def record_many(action: str, subjects: Iterable[models.Model], *, by: Actor, at: datetime) -> None:
    """One line a record, written together (an import makes hundreds at once)."""
    lines = (_line(action, subject, by=by, at=at, details={}) for subject in subjects)
    AuditEvent.objects.bulk_create(lines, batch_size=2000)


def last_line(subject: models.Model) -> AuditEvent | None:
    """What was last done to a record."""
    return AuditEvent.objects.filter(subject=_name(subject)).order_by("at", "id").last()


def lines_of(subject: models.Model | str) -> list[AuditEvent]:
    """Everything that was done to a record, the first first. It may be only named: «assessment.communeassessment:…»."""
    return list(AuditEvent.objects.filter(subject=_name(subject)).order_by("at", "id"))


def _line(
    action: str, subject: models.Model | str, *, by: Actor, at: datetime, details: dict[str, object]
) -> AuditEvent:
    return AuditEvent(
        action=action,
        subject=_name(subject),
        by_id=by.account,
        by_name=by.name,
        role=by.role.value,
        at=at,
        details=details,
    )


def _name(record: models.Model | str) -> str:
    return record if isinstance(record, str) else f"{record._meta.label_lower}:{record.pk}"
