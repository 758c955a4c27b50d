from uuid import uuid4

from django.db import models
from django.db.models import Q

from diaban.kit.ids import uuid7


class AuditEvent(models.Model):
    """One line of the diary: who did what to which record, and when.

    It has no foreign keys: the line outlives what it speaks of.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField("lúc")
    by_id = models.UUIDField("tài khoản", null=True)
    by_name = models.CharField("người làm", max_length=200)
    role = models.CharField("vai trò", max_length=20)
    action = models.CharField("việc", max_length=60)
    subject = models.CharField("đối tượng", max_length=100)
    details = models.JSONField("chi tiết", default=dict)

    class Meta:
        verbose_name = "dòng nhật ký"
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject}"


class FormUse(models.Model):
    """A form was filled in and taken: for how long, with how many answers, in which role; never by whom or about what.

    Its id is random, not of its time, so that it cannot be laid beside the diary.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    form = models.CharField("biểu mẫu", max_length=40)
    role = models.CharField("vai trò", max_length=20)
    province_id = models.BigIntegerField("tỉnh")
    on = models.DateField("ngày")
    seconds = models.PositiveSmallIntegerField("số giây", null=True)
    fields = models.PositiveSmallIntegerField("số ô đã điền")

    class Meta:
        verbose_name = "lần điền biểu mẫu"
        constraints = [
            models.CheckConstraint(condition=Q(seconds__range=(1, 7200)), name="a_form_takes_up_to_two_hours")
        ]
        indexes = [models.Index(fields=["province_id", "on"])]

    def __str__(self) -> str:
        return f"{self.form} {self.on:%Y-%m-%d}"
