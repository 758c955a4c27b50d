from django.db import models
from django.db.models import F, Q

from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.oversight.rules import InspectionKind, Severity
from diaban.people.models import ScopedRecord
from diaban.places.models import Unit


class Inspection(models.Model):
    """An inspection or supervision of the year's plan: decision, team's body, what it looks at, when it was done."""

    journal = Journalled()

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
    """What an inspection found with one cadre in one commune, and its remedy by a day.

    Another person than the one who recorded it closes it.
    """

    journal = Journalled()

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings", verbose_name="cuộc kiểm tra")
    description = models.TextField("nội dung")
    severity = models.CharField("mức độ", max_length=8, choices=Severity.choices())
    found_on = models.DateField("ngày kết luận")
    due_on = models.DateField("hạn khắc phục")
    recorded_by = models.UUIDField("tài khoản ghi", null=True)
    closed_on = models.DateField("khắc phục xong ngày", null=True)
    closed_by = models.UUIDField("tài khoản xác nhận khắc phục", null=True)
    remedy = models.TextField("kết quả khắc phục", blank=True)

    class Meta:
        verbose_name = "kết luận kiểm tra"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("found_on")),
                name="a_finding_closes_after_it_is_found",
            ),
            models.CheckConstraint(
                condition=Q(closed_by=None) | Q(recorded_by=None) | ~Q(closed_by=F("recorded_by")),
                name="who_found_it_does_not_close_it",
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("found_on")), name="a_remedy_is_due_after_the_finding"),
        ]

    def __str__(self) -> str:
        return self.description
