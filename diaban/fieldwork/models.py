"""The field records of a year. Each keeps commune, agency and cadre as on the day; none speaks of a named citizen."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from diaban.assignments.models import Assignment
from diaban.fieldwork.rules import (
    AgencyActKind,
    Authority,
    CancelReason,
    Confirmation,
    DifficultyState,
    InnovationState,
    RaisedBy,
    Source,
    SupportKind,
    Trend,
    ValueBasis,
    VisitState,
)
from diaban.kit.ids import uuid7
from diaban.people.models import Agency, Cadre, ScopedRecord
from diaban.places.models import Unit
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import EventKind, Topic


class Visit(ScopedRecord):
    """A day (or days) that a cadre spends in the commune (đi cơ sở). Time is in half-days; no location is taken."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    visited_on = models.DateField("ngày đi")
    half_days = models.PositiveSmallIntegerField("số buổi", default=1)
    event_kind = models.CharField("loại hoạt động", max_length=12, choices=EventKind.choices())
    place = models.CharField("nơi đến", max_length=200, blank=True)
    outcome = models.TextField("kết quả", blank=True)
    topics = ArrayField(models.CharField(max_length=12, choices=Topic.choices()), default=list, verbose_name="lĩnh vực")
    programme_item = models.ForeignKey(
        ProgrammeItem, models.PROTECT, null=True, related_name="+", verbose_name="theo nội dung chương trình"
    )
    state = models.CharField("trạng thái", max_length=10, choices=VisitState.choices(), default=VisitState.DONE)
    cancel_reason = models.CharField("lý do không đi", max_length=10, choices=CancelReason.choices(), blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    late = models.BooleanField("ghi muộn", default=False)
    confirmation = models.CharField(
        "xác nhận của xã", max_length=10, choices=Confirmation.choices(), default=Confirmation.SILENT
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    confirmed_by = models.CharField("người xác nhận", max_length=200, blank=True)
    dispute_reason = models.TextField("lý do không thống nhất", blank=True)

    class Meta:
        verbose_name = "chuyến đi"
        indexes = [
            models.Index(fields=["province", "year", "visited_on"]),
            models.Index(fields=["assignment", "visited_on"]),
            models.Index(fields=["cadre", "year"]),
            models.Index(fields=["commune", "year"]),
            models.Index(fields=["agency", "year"]),
        ]
        constraints = [
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

    class Meta:
        verbose_name = "ghi nhận tình hình"
        indexes = [models.Index(fields=["province", "year"]), models.Index(fields=["commune", "year"])]
        constraints = [models.CheckConstraint(condition=Q(quarter__range=(1, 4)), name="a_note_has_its_quarter")]

    def __str__(self) -> str:
        return f"{Topic(self.topic).label}: {Trend(self.trend).label}"


class Difficulty(ScopedRecord):
    """A difficulty or obstacle (khó khăn, vướng mắc) with an owner, a due day, an answer and a history."""

    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+", verbose_name="chuyến đi")
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

    class Meta:
        verbose_name = "khó khăn, vướng mắc"
        indexes = [models.Index(fields=["province", "year"]), models.Index(fields=["owner", "state"])]
        constraints = [
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
    """A step of a difficulty: who, when, what was said and under which document number."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    difficulty = models.ForeignKey(Difficulty, models.PROTECT, related_name="steps", verbose_name="khó khăn, vướng mắc")
    state = models.CharField("bước", max_length=14, choices=DifficultyState.choices())
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người làm", max_length=200)
    text = models.TextField("nội dung", blank=True)
    document = models.CharField("số văn bản", max_length=60, blank=True)

    class Meta:
        verbose_name = "bước giải quyết"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return DifficultyState(self.state).label


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

    class Meta:
        verbose_name = "mô hình mới, cách làm sáng tạo"
        indexes = [models.Index(fields=["province", "year"])]

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


class Support(ScopedRecord):
    """A support activity (hỗ trợ). Its value is the agency's own share in đồng; a correction is a reversing line."""

    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+", verbose_name="chuyến đi")
    supported_on = models.DateField("ngày")
    kind = models.CharField("hình thức", max_length=10, choices=SupportKind.choices())
    content = models.CharField("nội dung", max_length=500)
    households = models.PositiveIntegerField("số hộ được giúp", default=0)
    persons = models.PositiveIntegerField("số người được giúp", default=0)
    source = models.CharField("nguồn", max_length=10, choices=Source.choices())
    value_vnd = models.BigIntegerField("giá trị quy ra tiền (đồng)")
    value_basis = models.CharField("căn cứ quy ra tiền", max_length=10, choices=ValueBasis.choices())
    confirmation = models.CharField(
        "xác nhận của xã", max_length=10, choices=Confirmation.choices(), default=Confirmation.SILENT
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="reversal", verbose_name="điều chỉnh dòng"
    )
    reverse_reason = models.CharField("lý do điều chỉnh", max_length=500, blank=True)
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "hoạt động hỗ trợ"
        indexes = [models.Index(fields=["province", "year"]), models.Index(fields=["commune", "year"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses=None, value_vnd__gte=0) | Q(reverses__isnull=False, value_vnd__lte=0),
                name="only_a_reversing_line_is_negative",
            ),
            models.CheckConstraint(
                condition=Q(value_vnd=0) | ~Q(value_basis=ValueBasis.NONE), name="a_value_names_its_basis"
            ),
        ]

    def __str__(self) -> str:
        return self.content


class Bulletin(ScopedRecord):
    """What a commune tells its cadre (bản tin), by the six fields."""

    topic = models.CharField("lĩnh vực", max_length=12, choices=Topic.choices())
    title = models.CharField("tiêu đề", max_length=200)
    body = models.TextField("nội dung")
    sent_at = models.DateTimeField("gửi lúc")

    class Meta:
        verbose_name = "bản tin của xã"
        indexes = [models.Index(fields=["province", "year"])]

    def __str__(self) -> str:
        return self.title


class BulletinRead(models.Model):
    """The cadre has read a bulletin: a receipt, made once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    bulletin = models.OneToOneField(Bulletin, models.PROTECT, related_name="receipt", verbose_name="bản tin")
    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="+", verbose_name="cán bộ")
    read_at = models.DateTimeField("đọc lúc")

    class Meta:
        verbose_name = "biên nhận đã đọc"

    def __str__(self) -> str:
        return f"{self.bulletin}"


class AgencyAct(models.Model):
    """What an agency's leadership did for its cadres: a short record, one of the parts of its own figure."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("việc", max_length=10, choices=AgencyActKind.choices())
    acted_on = models.DateField("ngày")
    content = models.CharField("nội dung", max_length=500)

    class Meta:
        verbose_name = "việc lãnh đạo cơ quan làm cho cán bộ theo dõi"
        indexes = [models.Index(fields=["province", "year"]), models.Index(fields=["agency", "year"])]

    def __str__(self) -> str:
        return self.content
