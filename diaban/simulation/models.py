"""The mark of a simulated year, so that invented records are never taken for real ones."""

from django.db import models
from django.db.models import F, Q

from diaban.kit.ids import uuid7
from diaban.places.models import Unit


class SimulatedYear(models.Model):
    """The records of this province in this year are invented. `digest` is that of the rows as they were planned.

    A year with `until` is not over: it stands as on the morning of that day.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    year = models.PositiveSmallIntegerField("năm")
    seed = models.BigIntegerField("số gieo")
    digest = models.CharField("mã băm", max_length=64)
    until = models.DateField("đang chạy, đến trước ngày", null=True)

    class Meta:
        verbose_name = "năm mô phỏng"
        constraints = [
            models.UniqueConstraint(fields=["province", "year"], name="a_year_is_simulated_once"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__year=F("year")), name="a_running_year_stands_within_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.province} {self.year}"
