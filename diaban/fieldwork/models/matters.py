"""Difficulties with their answers, and models with the communes that copied them."""

from django.db import models
from django.db.models import F, Q

from diaban.fieldwork.models.visits import Visit
from diaban.fieldwork.rules import (
    AnswerGrade,
    Authority,
    DifficultyKind,
    DifficultyState,
    InnovationState,
    RaisedBy,
)
from diaban.kit.formats import day
from diaban.kit.ids import uuid7
from diaban.kit.search import search_field, search_index
from diaban.people.models import Agency, ScopedRecord
from diaban.places.models import Unit
from diaban.planning.rules import Topic


class Difficulty(ScopedRecord):
    """A difficulty or obstacle (khó khăn, vướng mắc) with an owner, a due day, an answer and a history."""

    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+", verbose_name="chuyến đi")
    kind = models.CharField("loại", max_length=14, choices=DifficultyKind.choices(), default=DifficultyKind.REFLECTION)
    title = models.CharField("tên việc", max_length=200)
    description = models.TextField("nội dung")
    topic = models.CharField("lĩnh vực", max_length=12, choices=Topic.choices())
    raised_by = models.CharField("bên nêu", max_length=10, choices=RaisedBy.choices())
    raised_on = models.DateField("ngày nêu")
    authority = models.CharField("cấp giải quyết", max_length=12, choices=Authority.choices())
    owner = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", verbose_name="cơ quan giải quyết")
    due_on = models.DateField("hạn trả lời", null=True)
    extended = models.BooleanField("đã gia hạn", default=False)
    state = models.CharField(
        "trạng thái", max_length=14, choices=DifficultyState.choices(), default=DifficultyState.NEW
    )
    answered_on = models.DateField("ngày trả lời", null=True)
    closed_on = models.DateField("ngày kết thúc", null=True)
    grade = models.CharField("xã đánh giá trả lời", max_length=6, choices=AnswerGrade.choices(), blank=True)
    graded_at = models.DateTimeField("đánh giá lúc", null=True)
    search = search_field("title", "description")

    class Meta:
        verbose_name = "khó khăn, vướng mắc"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["owner", "state"]),
            models.Index(fields=["commune", "state"]),
            search_index("difficulty_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(grade="", graded_at=None) | (~Q(grade="") & Q(graded_at__isnull=False)),
                name="a_grade_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("raised_on")),
                name="a_difficulty_closes_after_it_is_raised",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[DifficultyState.SOLVED, DifficultyState.NOT_FEASIBLE], closed_on__isnull=False)
                | Q(closed_on=None),
                name="only_an_ended_difficulty_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DifficultyStep(models.Model):
    """A step of a difficulty: who, when, what was said and under which document number.

    `extended_to` makes it the granting of more time: the state stays, the due day moves.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    difficulty = models.ForeignKey(Difficulty, models.PROTECT, related_name="steps", verbose_name="khó khăn, vướng mắc")
    state = models.CharField("bước", max_length=14, choices=DifficultyState.choices())
    extended_to = models.DateField("gia hạn đến", null=True)
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người làm", max_length=200)
    text = models.TextField("nội dung", blank=True)
    document = models.CharField("số văn bản", max_length=60, blank=True)

    class Meta:
        verbose_name = "bước giải quyết"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"Gia hạn đến {day(self.extended_to)}" if self.extended_to else DifficultyState(self.state).label


class Innovation(ScopedRecord):
    """A new model or creative way (mô hình mới, cách làm sáng tạo) proposed to a commune."""

    title = models.CharField("tên mô hình", max_length=200)
    content = models.TextField("nội dung")
    topic = models.CharField("lĩnh vực", max_length=12, choices=Topic.choices())
    proposed_on = models.DateField("ngày đề xuất")
    state = models.CharField(
        "trạng thái", max_length=10, choices=InnovationState.choices(), default=InnovationState.PROPOSED
    )
    result = models.TextField("kết quả", blank=True)
    offered_on = models.DateField("giới thiệu cho xã khác từ ngày", null=True)
    search = search_field("title", "content", "result")

    class Meta:
        verbose_name = "mô hình mới, cách làm sáng tạo"
        indexes = [models.Index(fields=["province", "year"]), search_index("innovation_search")]
        constraints = [
            models.CheckConstraint(
                condition=Q(offered_on=None) | Q(offered_on__gte=F("proposed_on")),
                name="a_model_is_offered_after_it_is_proposed",
            )
        ]

    def __str__(self) -> str:
        return self.title


class InnovationAdoption(models.Model):
    """A commune that copied a model of another one, and with what result."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    innovation = models.ForeignKey(Innovation, models.PROTECT, related_name="adoptions", verbose_name="mô hình")
    commune = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="xã làm theo")
    adopted_on = models.DateField("ngày bắt đầu")
    result = models.TextField("kết quả", blank=True)

    class Meta:
        verbose_name = "xã làm theo mô hình"
        constraints = [models.UniqueConstraint(fields=["innovation", "commune"], name="a_commune_copies_a_model_once")]

    def __str__(self) -> str:
        return f"{self.commune}: {self.innovation}"
