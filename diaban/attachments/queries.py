"""Named reads. Who may see a record is for its own room to say, before it asks here for the files of it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model, QuerySet

from diaban.attachments import wire
from diaban.attachments.models import Attachment


def attachments_of(subject: Model) -> QuerySet[Attachment]:
    """The files that hang on a record, the eldest first; without what they hold. Withdrawn ones are not among them."""
    return Attachment.objects.filter(subject_model=subject._meta.label_lower, subject_id=subject.pk, withdrawn_at=None)


def attachments_of_many(subjects: Iterable[Model]) -> dict[UUID, list[Attachment]]:
    """The same for each record of a list, by its id, in one query; an empty list where there is none."""
    listed = list(subjects)
    found: dict[UUID, list[Attachment]] = {subject.pk: [] for subject in listed}
    models = {subject._meta.label_lower for subject in listed}
    for one in Attachment.objects.filter(subject_model__in=models, subject_id__in=found, withdrawn_at=None):
        found[one.subject_id].append(one)
    return found


def attachment_of(subject: Model, id: UUID) -> Attachment | None:
    """One of the files of a record; nothing for a file of another record, one withdrawn, or none at all."""
    return attachments_of(subject).filter(pk=id).first()


def content_of(attachment: Attachment, *, thumb: bool = False) -> bytes:
    """What a file holds, or its small picture; of the two only the one that is asked for is read."""
    return wire.read(attachment.stored_id, thumb=thumb)
