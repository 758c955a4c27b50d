"""Who follows which commune, since when, by which decision."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.kit.ranges import DayRange, KeyRange
from diaban.people.models import Agency, Cadre
from diaban.places.models import Unit


class AssignmentRole(models.TextChoices):
    MONITOR = "monitor", "theo dõi"
    IN_CHARGE = "in_charge", "phụ trách"
    SPONSOR = "sponsor", "đỡ đầu, giúp đỡ"


class EndReason(models.TextChoices):
    REPLACED = "replaced", "thay thế"
    TRANSFER = "transfer", "chuyển công tác"
    RETIRED = "retired", "nghỉ hưu"
    MERGED = "merged", "sáp nhập đơn vị"
    TERM = "term", "hết nhiệm kỳ"


class AssignmentDecision(models.Model):
    """The numbered decision that assigns (quyết định phân công)."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    symbol = models.CharField("số, ký hiệu", max_length=60)
    issued_on = models.DateField("ngày ban hành")
    title = models.CharField("trích yếu", max_length=500)

    class Meta:
        verbose_name = "quyết định phân công"
        constraints = [
            models.UniqueConstraint(fields=["province", "symbol", "issued_on"], name="one_decision_per_symbol_and_day")
        ]

    def __str__(self) -> str:
        return self.symbol


class Assignment(models.Model):
    """A cadre answers for a commune from a day on, by a decision. Half-open: `ends_on` is the first day without."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    decision = models.ForeignKey(
        AssignmentDecision, models.PROTECT, related_name="assignments", verbose_name="quyết định"
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    commune = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="xã, phường, thị trấn")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="+", verbose_name="cán bộ theo dõi")
    role = models.CharField("vai trò", max_length=10, choices=AssignmentRole.choices, default=AssignmentRole.MONITOR)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến trước ngày", null=True)
    end_reason = models.CharField("lý do kết thúc", max_length=10, choices=EndReason.choices, blank=True)

    class Meta:
        verbose_name = "phân công"
        indexes = [models.Index(fields=["province", "starts_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="assignment_ends_after_it_starts",
            ),
            ExclusionConstraint(
                name="one_primary_cadre_per_commune_at_a_time",
                expressions=[
                    (KeyRange("commune_id"), RangeOperators.OVERLAPS),
                    (DayRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(role=AssignmentRole.MONITOR),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cadre} – {self.commune}"


class ImportBatch(models.Model):
    """One file of assignments that was committed: its fingerprint and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    filename = models.CharField("tên tệp", max_length=255)
    sha256 = models.CharField("mã băm", max_length=64)
    counts = models.JSONField("kết quả", default=dict)
    committed_at = models.DateTimeField("nhập lúc")
    committed_by = models.UUIDField("tài khoản", null=True)

    class Meta:
        verbose_name = "lần nhập phân công"

    def __str__(self) -> str:
        return self.filename
