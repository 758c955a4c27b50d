from django.db import models
from django.db.models import F, Q

from diaban.kit.ids import uuid7
from diaban.oversight.rules import InspectionKind, Severity
from diaban.people.models import ScopedRecord
from diaban.places.models import Unit


class Inspection(models.Model):
    """An inspection or supervision of the year's plan: decision, team's body, what it looks at, when it was done."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("hình thức", max_length=10, choices=InspectionKind.choices())
    decision_symbol = models.CharField("số quyết định", max_length=60)
    lead_body = models.CharField("cơ quan chủ trì", max_length=200)
    title = models.CharField("nội dung", max_length=300)
    planned_on = models.DateField("ngày dự kiến")
    done_on = models.DateField("ngày hoàn thành", null=True)

    class Meta:
        verbose_name = "cuộc kiểm tra, giám sát"
        indexes = [models.Index(fields=["province", "year"])]

    def __str__(self) -> str:
        return self.title


class Finding(ScopedRecord):
    """What an inspection found with one cadre in one commune, and its remedy by a day."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="findings", verbose_name="cuộc kiểm tra"
    )
    description = models.TextField("nội dung")
    severity = models.CharField("mức độ", max_length=8, choices=Severity.choices())
    found_on = models.DateField("ngày kết luận")
    due_on = models.DateField("hạn khắc phục")
    closed_on = models.DateField("khắc phục xong ngày", null=True)

    class Meta:
        verbose_name = "kết luận kiểm tra"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("found_on")),
                name="a_finding_closes_after_it_is_found",
            )
        ]

    def __str__(self) -> str:
        return self.description
