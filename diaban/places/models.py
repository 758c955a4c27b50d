"""Administrative units through time. A code is used again for other units, so a unit is known by (code, valid from)."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.fields.ranges import BigIntegerRangeField
from django.db import models
from django.db.models import F, Func, Q

from diaban.kit.ranges import DayRange
from diaban.places.rules.kinds import DateBasis, Level, UnitKind


class CodeRange(Func):
    """A code as a range of one: exclusion with && then needs no btree_gist, which the embedded server lacks.

    The 1 before it keeps the leading zeros apart, so codes of two, three and five digits never meet.
    """

    function = "int8range"
    template = "int8range(('1' || %(expressions)s)::bigint, ('1' || %(expressions)s)::bigint, '[]')"
    output_field = BigIntegerRangeField()


class Unit(models.Model):
    """A province, district or commune as it was from a day on. A change closes one row and opens another.

    `code` has 2 digits for a province, 3 for a district, 5 for a commune. `valid_to` is the first day without.
    """

    id = models.BigAutoField(primary_key=True)
    code = models.CharField("mã", max_length=5)
    level = models.CharField("cấp", max_length=10, choices=Level.choices())
    kind = models.CharField("loại", max_length=10, choices=UnitKind.choices())
    name = models.CharField("tên", max_length=100)
    folded = models.CharField("tên để tìm", max_length=100)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children", verbose_name="trực thuộc")
    province = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name="tỉnh")
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến trước ngày", null=True)
    date_basis = models.CharField(
        "căn cứ của ngày", max_length=15, choices=DateBasis.choices(), default=DateBasis.EXACT.value
    )

    class Meta:
        verbose_name = "đơn vị hành chính"
        indexes = [models.Index(fields=["province", "level", "valid_from"]), models.Index(fields=["folded"])]
        constraints = [
            models.UniqueConstraint(fields=["code", "level", "valid_from"], name="one_unit_per_code_and_start"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="unit_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(level="province", code__regex=r"^\d{2}$", parent=None, province=None)
                | Q(level="district", code__regex=r"^\d{3}$", parent__isnull=False, province__isnull=False)
                | Q(level="commune", code__regex=r"^\d{5}$", parent__isnull=False, province__isnull=False),
                name="unit_code_and_place_fit_its_level",
            ),
            ExclusionConstraint(
                name="one_unit_per_code_at_a_time",
                expressions=[
                    (CodeRange(F("code")), RangeOperators.OVERLAPS),
                    (DayRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """Its place in an address: code and first day, for a code is used again ("05212-20040101")."""
        return f"{self.code}-{self.valid_from:%Y%m%d}"

    @property
    def province_key(self) -> int:
        """The key of its province; a province's own."""
        return self.province_id or self.pk

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    @property
    def dates_exact(self) -> bool:
        """Whether no date of this row is the software's own convention."""
        return self.date_basis in (DateBasis.EXACT, DateBasis.LISTED)


class LinkSource(models.TextChoices):
    PACKAGE = "package", "danh sách chuyển đổi của gói dữ liệu"
    DERIVED = "derived", "suy ra từ các xã trực thuộc"
    SAME_CODE = "same-code", "giữ nguyên mã"
    NAMED = "named", "tên cũ ghi trong gói dữ liệu, cùng huyện"
    PERSON = "person", "người có thẩm quyền nhập"


class UnitSuccession(models.Model):
    """An old unit went, wholly or in part, into a new one. Facts stay with the old unit and are shown under the new."""

    old = models.ForeignKey(Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị cũ")
    new = models.ForeignKey(Unit, models.PROTECT, related_name="origins", verbose_name="đơn vị mới")
    on = models.DateField("ngày")
    split = models.BooleanField("đơn vị cũ bị chia cho nhiều đơn vị mới")
    suggested_default = models.BooleanField("đơn vị mới chính (gợi ý, không phải quy định)")
    source = models.CharField("nguồn", max_length=10, choices=LinkSource.choices)

    class Meta:
        verbose_name = "kế thừa đơn vị hành chính"
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="one_succession_per_pair_of_units")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
