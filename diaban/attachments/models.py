"""Files that belong to a record of some room above: what they hold, once, and where they hang."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.lookups import Exact, LessThanOrEqual

from diaban.attachments.rules.kinds import (
    KEPT,
    LONGEST_SIDE,
    MAX_DOCUMENT,
    NAME_LENGTH,
    THUMB_BYTES,
    AttachmentKind,
    FileType,
)
from diaban.kit.ids import uuid7
from diaban.places.models import Unit


def _bytes_of(column: str) -> Func:
    return Func(F(column), function="octet_length", output_field=models.IntegerField())


_HASHED = Func(F("content"), function="sha256", output_field=models.BinaryField())
_SHA256 = Func(_HASHED, Value("hex"), function="encode", output_field=models.CharField())


class StoredFile(models.Model):
    """What a file holds, under the hash of it: sent twice, it is kept once. It is never changed or deleted."""

    sha256 = models.CharField("băm của nội dung", max_length=64, primary_key=True)
    content = models.BinaryField("nội dung")
    thumb = models.BinaryField("ảnh thu nhỏ", default=b"")

    class Meta:
        verbose_name = "nội dung tệp"
        constraints = [
            models.CheckConstraint(condition=Exact(F("sha256"), _SHA256), name="content_bears_its_sha256"),
            models.CheckConstraint(
                condition=LessThanOrEqual(_bytes_of("content"), MAX_DOCUMENT), name="content_is_not_too_large"
            ),
            models.CheckConstraint(condition=LessThanOrEqual(_bytes_of("thumb"), THUMB_BYTES), name="thumb_is_small"),
        ]

    def __str__(self) -> str:
        return self.sha256


class Attachment(models.Model):
    """A photo or document on one record. Whoever may see the record may see it; withdrawn, it stays on file unseen.

    It has no foreign key to the record, which lives in a room above: its model and its id stand here.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    subject_model = models.CharField("loại hồ sơ", max_length=60)
    subject_id = models.UUIDField("hồ sơ")
    kind = models.CharField("loại", max_length=10, choices=AttachmentKind.choices())
    name = models.CharField("tên tệp", max_length=NAME_LENGTH)
    content_type = models.CharField("loại tệp", max_length=100, choices=[(one.value, one.label) for one in KEPT])
    size = models.PositiveIntegerField("dung lượng (byte)")
    width = models.PositiveSmallIntegerField("rộng (điểm ảnh)", null=True)
    height = models.PositiveSmallIntegerField("cao (điểm ảnh)", null=True)
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="attachments", verbose_name="nội dung")
    uploaded_at = models.DateTimeField("gửi lúc")
    by_id = models.UUIDField("tài khoản", null=True)
    by_name = models.CharField("người gửi", max_length=200)
    withdrawn_at = models.DateTimeField("rút lúc", null=True)
    withdrawn_by = models.CharField("người rút", max_length=200, blank=True)
    withdraw_reason = models.CharField("lý do rút", max_length=500, blank=True)

    class Meta:
        verbose_name = "tệp đính kèm"
        ordering = ["uploaded_at", "id"]
        indexes = [models.Index(fields=["subject_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_model", "subject_id", "stored"],
                condition=Q(withdrawn_at=None),
                name="a_file_hangs_once_on_a_record",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="an_attachment_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in AttachmentKind])
                & Q(content_type__in=[one.value for one in KEPT], size__range=(1, MAX_DOCUMENT)),
                name="an_attachment_is_of_a_known_kind_and_size",
            ),
            models.CheckConstraint(
                condition=~Q(kind=AttachmentKind.PHOTO)
                | Q(content_type=FileType.JPEG, width__isnull=False, height__isnull=False)
                & Q(width__range=(1, LONGEST_SIDE), height__range=(1, LONGEST_SIDE)),
                name="a_photo_is_a_picture_with_its_measures",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by="", withdraw_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdraw_reason=""),
                name="a_withdrawn_attachment_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        """Whether it may be shown in a page, and has a small one beside it."""
        return self.content_type == FileType.JPEG
