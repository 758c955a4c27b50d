"""Files are hung on a record and withdrawn from it, within the transaction of whoever saves that record.

Whether the person may is for the record's own room to ask first: this room knows nothing of the records.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from diaban.attachments import wire
from diaban.attachments.examining import Examined
from diaban.attachments.models import Attachment, StoredFile
from diaban.attachments.queries import attachments_of
from diaban.attachments.rules.kinds import AttachmentKind, too_many
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.objections import line
from diaban.kit.records import hold


@transaction.atomic
def attach(
    *, subject: Model, uploads: Sequence[Examined], kind: AttachmentKind, limit: int, by: Actor, at: datetime
) -> list[Attachment]:
    """Hang files on a saved record: all of them or none. The same file twice hangs once.

    `limit` is how many of that kind the record may carry. Raises RuleBroken at the field `photos` or `documents`.
    """
    if not uploads:
        return []
    _hold_off_others(subject)
    present = list(attachments_of(subject))
    known = {one.stored_id for one in present}
    fresh = {file.sha256: file for file in uploads if file.sha256 not in known}
    kept = sum(one.kind == kind for one in present)
    if sentence := too_many(kept=kept, added=len(fresh), limit=limit, kind=kind):
        raise RuleBroken(sentence, field=kind.field)
    for file in fresh.values():
        _keep(file)
    made = Attachment.objects.bulk_create([_hung(subject, file, kind, by, at) for file in fresh.values()])
    if made:
        audit.record("attachment.added", subject, by=by, at=at, kind=kind.value, sha256=[*fresh])
    return made


@transaction.atomic
def withdraw(*, attachment: Attachment, reason: str, by: Actor, at: datetime) -> Attachment:
    """Take a file off its record, with a reason; it stays on file. Once withdrawn it does not come back."""
    said = line(reason, field="reason", name="lý do rút tệp", limit=500)
    hold(attachment)
    if attachment.withdrawn_at is not None:
        raise RuleBroken("Tệp này đã được rút trước đó. Hãy mở lại trang.", field="reason")
    attachment.withdrawn_at, attachment.withdrawn_by, attachment.withdraw_reason = at, by.name, said
    attachment.save(update_fields=["withdrawn_at", "withdrawn_by", "withdraw_reason"])
    subject = f"{attachment.subject_model}:{attachment.subject_id}"
    audit.record("attachment.withdrawn", subject, by=by, at=at, attachment=str(attachment.pk), reason=said)
    return attachment


def _hold_off_others(subject: Model) -> None:
    """Two who add at the same moment are counted one after the other."""
    type(subject)._base_manager.select_for_update().values_list("pk").get(pk=subject.pk)


def _keep(file: Examined) -> None:
    """The content, unless it is there already."""
    if not StoredFile.objects.filter(pk=file.sha256).exists():
        wire.keep(file.sha256, file.content(), file.thumb)


def _hung(subject: Model, file: Examined, kind: AttachmentKind, by: Actor, at: datetime) -> Attachment:
    return Attachment(
        province_id=_province(subject, by),
        subject_model=subject._meta.label_lower,
        subject_id=subject.pk,
        kind=kind,
        name=file.name,
        content_type=file.type,
        size=file.size,
        width=file.width,
        height=file.height,
        stored_id=file.sha256,
        uploaded_at=at,
        by_id=by.account,
        by_name=by.name,
    )


def _province(subject: Model, by: Actor) -> int:
    """Whose archive the file goes with: the record's; for a part of a record that names none, that of who acts."""
    known: int | None = getattr(subject, "province_id", None) or by.province
    if known is None:
        raise NotAllowed("Chỉ người làm việc trong một tỉnh mới gửi được tệp.")
    return known
