from django.db import models
from django.db.models import Q

from diaban.assignments.models import Assignment
from diaban.kit.ids import uuid7
from diaban.kit.search import search_field, search_index
from diaban.people.models import ScopedRecord
from diaban.planning.rules import EventKind, ProgrammeState, Topic


class Programme(ScopedRecord):
    """One cadre's programme for one commune in one year; a revision is a new version, never an overwrite."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    version = models.PositiveSmallIntegerField("phiên bản", default=1)
    objectives = models.TextField("mục tiêu")
    context = models.TextField("căn cứ, tình hình địa bàn", blank=True)
    contact = models.CharField("đầu mối phối hợp ở xã", max_length=200, blank=True)
    agency_commitment = models.TextField("cơ quan bảo đảm", blank=True)
    state = models.CharField(
        "trạng thái", max_length=12, choices=ProgrammeState.choices(), default=ProgrammeState.DRAFT
    )
    submitted_at = models.DateTimeField("gửi lúc", null=True)
    late_reason = models.CharField("lý do gửi chậm", max_length=500, blank=True)
    search = search_field("objectives", "context")

    class Meta:
        verbose_name = "chương trình theo dõi"
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "year", "version"], name="one_programme_per_year_and_version"
            ),
            models.UniqueConstraint(
                fields=["assignment", "year"],
                condition=~Q(state=ProgrammeState.REPLACED),
                name="one_programme_in_force_per_year",
            ),
            models.CheckConstraint(
                condition=Q(state=ProgrammeState.DRAFT) | Q(submitted_at__isnull=False),
                name="a_sent_programme_has_its_time",
            ),
        ]
        indexes = [models.Index(fields=["province", "year"]), search_index("programme_search")]

    def __str__(self) -> str:
        return f"{self.commune} năm {self.year}"

    @property
    def called(self) -> str:
        return f"Chương trình theo dõi {self.year}"


class ProgrammeItem(models.Model):
    """A dated item of a programme; visits tick it off."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="items", verbose_name="chương trình")
    origin = models.UUIDField("nội dung gốc", default=uuid7, editable=False)
    """the same through all versions of the programme: a visit that was planned on one ticks off the one in force"""
    month = models.PositiveSmallIntegerField("tháng")
    event_kind = models.CharField("loại hoạt động", max_length=12, choices=EventKind.choices())
    topic = models.CharField("lĩnh vực", max_length=12, choices=Topic.choices())
    place = models.CharField("nơi đến", max_length=200, blank=True)
    expected_result = models.CharField("kết quả dự kiến", max_length=500)
    coordinator = models.CharField("cơ quan phối hợp", max_length=200, blank=True)
    resource = models.CharField("nguồn lực", max_length=200, blank=True)
    done_on = models.DateField("thực hiện ngày", null=True)
    search = search_field("expected_result", "place", "coordinator")

    class Meta:
        verbose_name = "nội dung chương trình"
        indexes = [models.Index(fields=["origin"]), search_index("programme_item_search")]
        constraints = [
            models.CheckConstraint(condition=Q(month__range=(1, 12)), name="programme_item_month_of_the_year")
        ]

    def __str__(self) -> str:
        return f"tháng {self.month}: {EventKind(self.event_kind).label}"


class ProgrammeStep(models.Model):
    """A step in the course of a programme: who, when, and the reason of a return."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="steps", verbose_name="chương trình")
    state = models.CharField("bước", max_length=12, choices=ProgrammeState.choices())
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người làm", max_length=200)
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "bước của chương trình"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return ProgrammeState(self.state).label
