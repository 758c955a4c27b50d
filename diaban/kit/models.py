from django.db import models

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
