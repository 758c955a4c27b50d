from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from diaban.assignments.models import Assignment
from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.oversight.rules import (
    Basis,
    CheckResult,
    InspectionKind,
    InspectionState,
    ReplyKind,
    Responsible,
    Severity,
    SignalKind,
)
from diaban.people.models import Account, Agency, ScopedRecord
from diaban.places.models import Unit

WAITING = Q(kind=ReplyKind.REMEDY, judged_at=None)
"""A reply that reports a remedy which nobody has looked at."""
UNDECIDED = [InspectionState.SCHEDULED, InspectionState.CANCELLED]
DRAWN = [InspectionState.UNDERWAY, InspectionState.CONCLUDED, InspectionState.CLOSED]
ENDED = [InspectionState.CONCLUDED, InspectionState.CLOSED]


class Inspection(models.Model):
    """An inspection or supervision: planned, decided with its team, drawn, concluded, its remedies followed up."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("hình thức", max_length=10, choices=InspectionKind.choices())
    state = models.CharField(
        "trạng thái", max_length=10, choices=InspectionState.choices(), default=InspectionState.SCHEDULED
    )
    lead_body = models.CharField("cơ quan chủ trì", max_length=200)
    title = models.CharField("nội dung", max_length=300)
    planned_on = models.DateField("ngày dự kiến")
    decision_symbol = models.CharField("số quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True)
    period_from = models.DateField("mốc kiểm tra từ ngày", null=True)
    period_to = models.DateField("mốc kiểm tra đến ngày", null=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", verbose_name="chỉ của cơ quan")
    seed = models.CharField("số rút mẫu", max_length=60, blank=True)
    percent = models.PositiveSmallIntegerField("tỷ lệ rút (%)", null=True)
    signal_kinds = ArrayField(
        models.CharField(max_length=12, choices=SignalKind.choices()), default=list, verbose_name="dấu hiệu đưa vào mẫu"
    )
    population = models.PositiveIntegerField("số phân công khi rút", null=True)
    population_digest = models.CharField("băm danh sách khi rút", max_length=64, blank=True)
    drawn_at = models.DateTimeField("rút lúc", null=True)
    drawn_by = models.CharField("người rút", max_length=200, blank=True)
    conclusion_symbol = models.CharField("số kết luận", max_length=60, blank=True)
    done_on = models.DateField("ngày hoàn thành", null=True)
    summary = models.TextField("kết luận", blank=True)
    good = models.TextField("ưu điểm, cách làm hay", blank=True)
    cancel_reason = models.CharField("lý do không tiến hành", max_length=500, blank=True)
    closed_on = models.DateField("ngày kết thúc theo dõi", null=True)

    class Meta:
        verbose_name = "cuộc kiểm tra, giám sát"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UNDECIDED)
                | ~Q(decision_symbol="")
                & Q(decided_on__isnull=False, period_from__isnull=False, period_to__gte=F("period_from")),
                name="an_inspection_runs_by_a_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DRAWN)
                | ~Q(seed="")
                & ~Q(population_digest="")
                & Q(population__isnull=False, drawn_at__isnull=False)
                & Q(percent__range=(1, 100)),
                name="an_inspection_keeps_its_draw",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, done_on__isnull=False) & ~Q(conclusion_symbol="") & ~Q(summary="")
                | ~Q(state__in=ENDED) & Q(done_on=None),
                name="an_inspection_is_done_with_its_conclusion",
            ),
            models.CheckConstraint(
                condition=Q(state=InspectionState.CANCELLED) & ~Q(cancel_reason="")
                | ~Q(state=InspectionState.CANCELLED) & Q(cancel_reason=""),
                name="an_inspection_not_held_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TeamMember(models.Model):
    """Who is sent: an account, by the decision of one inspection."""

    journal = Journalled(through="inspection")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="team", verbose_name="cuộc kiểm tra")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="tài khoản")
    leads = models.BooleanField("trưởng đoàn", default=False)

    class Meta:
        verbose_name = "thành viên đoàn kiểm tra"
        constraints = [
            models.UniqueConstraint(fields=["inspection", "account"], name="a_team_member_once"),
            models.UniqueConstraint(fields=["inspection"], condition=Q(leads=True), name="a_team_has_one_leader"),
        ]

    def __str__(self) -> str:
        return self.account.full_name


class SampledDuty(ScopedRecord):
    """One duty that an inspection looks at: why it is among them, what speaks for a look, what was seen."""

    journal = Journalled()

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="sample", verbose_name="cuộc kiểm tra")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    basis = models.CharField("vì sao được chọn", max_length=8, choices=Basis.choices())
    signals = models.JSONField("dấu hiệu", default=list)
    """[{kind, visits}]: what the records said when the sample was drawn, kept as it was then"""
    interviews = models.CharField("đã làm việc với", max_length=300, blank=True)
    """roles and numbers, never a citizen's name"""
    seen_on = models.DateField("kiểm tra ngày", null=True)

    class Meta:
        verbose_name = "đơn vị được chọn kiểm tra"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "assignment"], name="a_duty_is_looked_at_once_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.commune}, đồng chí {self.cadre}"


class CheckItem(models.Model):
    """A question at one duty, in the words that it had when the sample was drawn, and its answer."""

    journal = Journalled(through="sampled")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sampled = models.ForeignKey(SampledDuty, models.PROTECT, related_name="checks", verbose_name="đơn vị")
    no = models.PositiveSmallIntegerField("thứ tự")
    question = models.CharField("nội dung kiểm tra", max_length=300)
    source = models.CharField("căn cứ", max_length=200)
    result = models.CharField("kết quả", max_length=4, choices=CheckResult.choices(), blank=True)
    note = models.CharField("ghi chú, chứng cứ đã xem", max_length=500, blank=True)

    class Meta:
        verbose_name = "nội dung kiểm tra"
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["sampled", "no"], name="a_question_stands_once"),
            models.CheckConstraint(
                condition=~Q(result=CheckResult.NOT) | ~Q(note=""), name="what_is_not_right_says_what"
            ),
        ]

    def __str__(self) -> str:
        return self.question


class Finding(ScopedRecord):
    """What an inspection found with one cadre in one commune, and its remedy by a day.

    Another person than the one who recorded it closes it.
    """

    journal = Journalled()

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings", verbose_name="cuộc kiểm tra")
    sampled = models.ForeignKey(SampledDuty, models.PROTECT, related_name="findings", verbose_name="đơn vị")
    description = models.TextField("nội dung")
    severity = models.CharField("mức độ", max_length=8, choices=Severity.choices())
    responsible = models.CharField(
        "ai phải khắc phục", max_length=8, choices=Responsible.choices(), default=Responsible.CADRE
    )
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


class FindingReply(models.Model):
    """What the one concerned says to a finding: an opinion, or that it was mended; the latter is taken or sent back."""

    journal = Journalled(through="finding")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="replies", verbose_name="kết luận")
    kind = models.CharField("loại phản hồi", max_length=8, choices=ReplyKind.choices())
    text = models.TextField("nội dung")
    sent_at = models.DateTimeField("gửi lúc")
    by_id = models.UUIDField("tài khoản", null=True)
    by_name = models.CharField("người gửi", max_length=200)
    judged_at = models.DateTimeField("xem xét lúc", null=True)
    judged_by = models.UUIDField("tài khoản xem xét", null=True)
    judged_name = models.CharField("người xem xét", max_length=200, blank=True)
    refusal = models.TextField("lý do chưa chấp nhận", blank=True)

    class Meta:
        verbose_name = "phản hồi kết luận kiểm tra"
        ordering = ["sent_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding"],
                condition=WAITING,
                name="one_remedy_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(judged_by=None) | Q(by_id=None) | ~Q(judged_by=F("by_id")),
                name="who_reports_a_remedy_does_not_judge_it",
            ),
        ]

    def __str__(self) -> str:
        return self.text
