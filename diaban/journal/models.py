from django.db import models

from diaban.journal.rules import Journalled
from diaban.kit.actors import Role
from diaban.kit.ids import uuid7
from diaban.places.models import Unit


class Entry(models.Model):
    """That a record was written: when, and the SHA-256 of what it then said; tied to the entry before it in its chain.

    Only the database's own triggers write here. No content stands here, so the journal outlives what it speaks of.
    """

    id = models.CharField(primary_key=True, max_length=30, editable=False)
    """Chain and number: 17-00000001 would sort, 17-1 is what is printed."""
    chain = models.CharField("chuỗi", max_length=8)
    seq = models.BigIntegerField("số dòng")
    at = models.DateTimeField("ghi lúc")
    act = models.CharField("việc", max_length=8)
    table_name = models.CharField("bảng", max_length=63)
    record = models.CharField("hồ sơ", max_length=64)
    content = models.TextField("mã nội dung")
    """Of a record its SHA-256; of a shape the columns."""
    writer = models.CharField("người dùng cơ sở dữ liệu", max_length=63)
    hash = models.CharField("mã dòng", max_length=64)

    class Meta:
        verbose_name = "dòng nhật ký ghi nhận"
        ordering = ["chain", "seq"]
        indexes = [models.Index(fields=["table_name", "record", "-seq"])]
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="an_entry_has_its_place")]

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}"


class Chain(models.Model):
    """Where a chain stands, so that its last entries cannot be cut off unseen."""

    code = models.CharField("chuỗi", primary_key=True, max_length=8)
    seq = models.BigIntegerField("số dòng cuối")
    hash = models.CharField("mã dòng cuối", max_length=64)

    class Meta:
        verbose_name = "chuỗi nhật ký ghi nhận"

    def __str__(self) -> str:
        return self.code


class SealedReading(models.Model):
    """That somebody opened a record while it was sealed: once a person, record and day. Never changed or deleted."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    table_name = models.CharField("bảng", max_length=63)
    record = models.UUIDField("hồ sơ")
    read_on = models.DateField("ngày đọc")
    read_at = models.DateTimeField("đọc lần đầu trong ngày lúc")
    by_id = models.UUIDField("tài khoản", null=True)
    by_name = models.CharField("người đọc", max_length=200)
    role = models.CharField("vai trò", max_length=20, choices=Role.choices())

    class Meta:
        verbose_name = "lần đọc hồ sơ kín"
        ordering = ["read_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["table_name", "record", "by_id", "read_on"],
                name="a_reader_is_noted_once_a_day",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.by_name}, {self.read_on:%d/%m/%Y}"
