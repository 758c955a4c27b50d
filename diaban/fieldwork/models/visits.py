"""Days in the commune, what was seen there and what was promised."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from diaban.assignments.models import Assignment
from diaban.fieldwork.rules import CancelReason, CommitmentState, Confirmation, Trend, VisitState
from diaban.kit.search import search_field, search_index
from diaban.people.models import ScopedRecord
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import EventKind, Topic


class Visit(ScopedRecord):
    """A day (or days) that a cadre spends in the commune (đi cơ sở). Time is in half-days; no location is taken."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    visited_on = models.DateField("ngày đi")
    half_days = models.PositiveSmallIntegerField("số buổi", default=1)
    event_kind = models.CharField("loại hoạt động", max_length=12, choices=EventKind.choices())
    place = models.CharField("nơi đến", max_length=200, blank=True)
    met = models.CharField("đã làm việc với", max_length=200, blank=True)
    """roles and numbers, never the name of a citizen"""
    companions = models.PositiveSmallIntegerField("số người cùng đi", default=0)
    outcome = models.TextField("kết quả", blank=True)
    topics = ArrayField(models.CharField(max_length=12, choices=Topic.choices()), default=list, verbose_name="lĩnh vực")
    programme_item = models.ForeignKey(
        ProgrammeItem, models.PROTECT, null=True, related_name="+", verbose_name="theo nội dung chương trình"
    )
    state = models.CharField("trạng thái", max_length=10, choices=VisitState.choices(), default=VisitState.DONE)
    cancel_reason = models.CharField("lý do không đi", max_length=10, choices=CancelReason.choices(), blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    completed_as = models.UUIDField("mã lần ghi", null=True, unique=True, editable=False)
    """the id of the sending that made a planned visit a visit: the same sending again changes nothing"""
    late = models.BooleanField("ghi muộn", default=False)
    confirmation = models.CharField(
        "xác nhận của xã", max_length=10, choices=Confirmation.choices(), default=Confirmation.SILENT
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    confirmed_by = models.CharField("người xác nhận", max_length=200, blank=True)
    dispute_reason = models.TextField("lý do không thống nhất", blank=True)
    dispute_answer = models.TextField("cán bộ trả lời ý kiến của xã", blank=True)
    dispute_answered_at = models.DateTimeField("trả lời lúc", null=True)
    search = search_field("place", "met", "outcome")

    class Meta:
        verbose_name = "chuyến đi"
        indexes = [
            models.Index(fields=["province", "year", "visited_on"]),
            models.Index(fields=["assignment", "visited_on"]),
            models.Index(fields=["cadre", "year"]),
            models.Index(fields=["commune", "year"]),
            models.Index(fields=["agency", "year"]),
            search_index("visit_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(dispute_answer="", dispute_answered_at=None)
                | (~Q(dispute_answer="") & ~Q(dispute_reason="") & Q(dispute_answered_at__isnull=False)),
                name="an_answer_follows_a_dispute",
            ),
            models.CheckConstraint(condition=Q(half_days__range=(1, 60)), name="a_visit_takes_half_days"),
            models.CheckConstraint(
                condition=~Q(state=VisitState.CANCELLED) | ~Q(cancel_reason=""),
                name="a_cancelled_visit_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=VisitState.DONE) | ~Q(outcome=""), name="a_done_visit_has_an_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commune}, {self.visited_on:%d/%m/%Y}"


class SituationNote(ScopedRecord):
    """What is seen in one of the six fields (nắm tình hình); aggregate only."""

    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="notes", verbose_name="chuyến đi")
    topic = models.CharField("lĩnh vực", max_length=12, choices=Topic.choices())
    trend = models.CharField("chiều hướng", max_length=8, choices=Trend.choices())
    text = models.TextField("nội dung")
    noted_on = models.DateField("ngày ghi nhận")
    quarter = models.PositiveSmallIntegerField("quý")
    search = search_field("text")

    class Meta:
        verbose_name = "ghi nhận tình hình"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["commune", "year"]),
            search_index("note_search"),
        ]
        constraints = [models.CheckConstraint(condition=Q(quarter__range=(1, 4)), name="a_note_has_its_quarter")]

    def __str__(self) -> str:
        return f"{Topic(self.topic).label}: {Trend(self.trend).label}"


class Commitment(ScopedRecord):
    """What the cadre promised the commune (cam kết với xã), with the day by which it is to be done."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="commitments", verbose_name="chuyến đi")
    text = models.CharField("việc đã hứa", max_length=500)
    made_on = models.DateField("ngày hứa")
    due_on = models.DateField("hạn thực hiện")
    state = models.CharField(
        "trạng thái", max_length=10, choices=CommitmentState.choices(), default=CommitmentState.OPEN
    )
    result = models.TextField("kết quả", blank=True)
    ended_on = models.DateField("ngày kết thúc", null=True)
    search = search_field("text")

    class Meta:
        verbose_name = "cam kết với xã"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["commune", "state"]),
            models.Index(fields=["cadre", "state"]),
            search_index("commitment_search"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("made_on")), name="a_commitment_falls_due_later"),
            models.CheckConstraint(
                condition=Q(state=CommitmentState.OPEN, ended_on=None)
                | (~Q(state=CommitmentState.OPEN) & Q(ended_on__isnull=False)),
                name="an_ended_commitment_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=CommitmentState.DROPPED) | ~Q(result=""), name="a_dropped_commitment_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.text
