from django.db import models
from django.db.models import Q

from diaban.assignments.models import Assignment
from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.people.models import ScopedRecord
from diaban.regulations.models import numbered_within_its_year
from diaban.regulations.rules import ReportKind, ReportPeriod
from diaban.reporting.rules import CompletionLevel, ReportState


class PeriodicReport(ScopedRecord):
    """A report of one assignment for one period. A returned one is followed by a new version, never overwritten."""

    journal = Journalled()

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    kind = models.CharField("kỳ", max_length=9, choices=ReportKind.choices())
    number = models.PositiveSmallIntegerField("tháng, quý", default=0)
    version = models.PositiveSmallIntegerField("phiên bản", default=1)
    sections = models.JSONField("các mục", default=dict)
    figures = models.JSONField("số liệu lúc gửi", default=dict)
    self_level = models.CharField("tự nhận mức", max_length=14, choices=CompletionLevel.choices(), blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=ReportState.choices(), default=ReportState.DRAFT)
    submitted_at = models.DateTimeField("gửi lúc", null=True)

    class Meta:
        verbose_name = "báo cáo kết quả theo dõi"
        indexes = [models.Index(fields=["province", "year", "kind"])]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "year", "kind", "number", "version"], name="one_report_per_period_and_version"
            ),
            models.UniqueConstraint(
                fields=["assignment", "year", "kind", "number"],
                condition=~Q(state=ReportState.REPLACED),
                name="one_report_in_force_per_period",
            ),
            models.CheckConstraint(
                condition=numbered_within_its_year("number", {kind: kind.value for kind in ReportKind}),
                name="a_report_is_numbered_within_its_year",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFT) | Q(submitted_at__isnull=False),
                name="a_sent_report_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.called}, {self.commune}"

    @property
    def period(self) -> ReportPeriod:
        return ReportPeriod(ReportKind(self.kind), self.number)

    @property
    def called(self) -> str:
        return self.period.in_year(self.year)


class ReportStep(models.Model):
    """A step in the course of a report: who, when, and the reason of a return."""

    journal = Journalled(through="report")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(PeriodicReport, models.PROTECT, related_name="steps", verbose_name="báo cáo")
    state = models.CharField("bước", max_length=10, choices=ReportState.choices())
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người làm", max_length=200)
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "bước của báo cáo"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return ReportState(self.state).label
