"""Expected rows: what is owed is written down before it comes, so that what never comes shows."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from diaban.assignments.models import Assignment
from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.obligations.rules import KIND_OF_REPORT, ObligationKind, Relief, called
from diaban.people.models import Agency, Cadre
from diaban.places.models import Unit
from diaban.regulations.models import RuleSet, numbered_within_its_year

OF_AN_AGENCY = Q(kind=ObligationKind.AGENCY_ASSESSMENT.value)
FREE_OF_ASSIGNMENT = Q(assignment=None, commune=None, cadre=None)
TIED_TO_ASSIGNMENT = Q(assignment__isnull=False, commune__isnull=False, cadre__isnull=False)
NUMBERED = numbered_within_its_year("period", {kind: owed.value for kind, owed in KIND_OF_REPORT.items()})
NOTHING_RECEIVED = Q(received_at=None, received_on=None, days_late=None, received_record=None, received_kind="")
RECEIVED = Q(received_at__isnull=False, received_on__isnull=False, days_late__isnull=False) & ~Q(received_kind="")


class Obligation(models.Model):
    """Something owed in a year. Commune, agency and cadre are those of the assignment, as on the day.

    Its id follows from what it is (assignment or agency, kind, year, period): expecting it twice is expecting it once.
    `days_late` is in working days, 0 when in time, filled on receipt.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField("loại", max_length=20, choices=ObligationKind.choices())
    year = models.PositiveSmallIntegerField("năm")
    period = models.PositiveSmallIntegerField("kỳ trong năm (tháng, quý)", default=0)
    assignment = models.ForeignKey(Assignment, models.PROTECT, null=True, related_name="+", verbose_name="phân công")
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    commune = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="xã, phường, thị trấn")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    cadre = models.ForeignKey(Cadre, models.PROTECT, null=True, related_name="+", verbose_name="cán bộ theo dõi")
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, null=True, related_name="+", verbose_name="bộ quy tắc")
    rule_key = models.CharField("theo tham số", max_length=60)
    opens_on = models.DateField("nhận từ ngày")
    due_on = models.DateField("hạn")
    extended_to = models.DateField("gia hạn đến", null=True)
    locks_on = models.DateField("khóa sổ ngày")
    received_at = models.DateTimeField("nhận lúc", null=True)
    received_on = models.DateField("ngày nhận", null=True)
    received_record = models.UUIDField("hồ sơ đã nhận", null=True)
    received_kind = models.CharField("loại hồ sơ đã nhận", max_length=40, blank=True)
    days_late = models.PositiveSmallIntegerField("số ngày làm việc chậm", null=True)
    cause_confirmed = models.BooleanField("nguyên nhân khách quan đã xác nhận", default=False)
    closed_on = models.DateField("thôi thực hiện từ ngày", null=True)
    closed_reason = models.CharField("lý do thôi thực hiện", max_length=200, blank=True)

    class Meta:
        verbose_name = "việc phải làm"
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["province", "year", "kind"]),
            models.Index(fields=["cadre", "year"]),
            models.Index(fields=["agency", "year"]),
            models.Index(fields=["commune", "year"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "year", "kind", "period"], name="one_obligation_per_assignment_kind_and_period"
            ),
            models.UniqueConstraint(
                fields=["agency", "year", "kind"],
                condition=Q(assignment=None),
                name="one_obligation_per_agency_year_and_kind",
            ),
            models.CheckConstraint(
                condition=(OF_AN_AGENCY & FREE_OF_ASSIGNMENT) | (~OF_AN_AGENCY & TIED_TO_ASSIGNMENT),
                name="obligation_names_who_owes_it",
            ),
            models.CheckConstraint(condition=NUMBERED, name="obligation_is_numbered_within_its_year"),
            models.CheckConstraint(
                condition=Q(opens_on__lte=F("due_on"), due_on__lte=F("locks_on")), name="obligation_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(extended_to=None) | Q(extended_to__gt=F("due_on"), extended_to__lte=F("locks_on")),
                name="extension_lies_after_the_due_day",
            ),
            models.CheckConstraint(condition=NOTHING_RECEIVED | RECEIVED, name="receipt_is_whole"),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_reason="") | (Q(closed_on__isnull=False) & ~Q(closed_reason="")),
                name="closing_has_a_reason",
            ),
            models.CheckConstraint(condition=Q(closed_on=None) | Q(received_on=None), name="received_is_never_closed"),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def final_due(self) -> date:
        """The due day, or the later one that was granted."""
        return self.extended_to or self.due_on

    @property
    def called(self) -> str:
        """With its period: Báo cáo tháng 3/2024."""
        return called(ObligationKind(self.kind), self.period, self.year)


class Extension(models.Model):
    """A decision in favour of who owes: a later due day, or an objective cause confirmed. Never changed or deleted."""

    journal = Journalled(through="obligation")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="extensions", verbose_name="việc phải làm")
    kind = models.CharField("hình thức", max_length=20, choices=Relief.choices())
    new_due_on = models.DateField("hạn mới", null=True)
    reason = models.CharField("lý do", max_length=500)
    document = models.CharField("văn bản", max_length=100, blank=True)
    decided_by = models.UUIDField("tài khoản quyết định", null=True)
    decided_by_name = models.CharField("người quyết định", max_length=200)
    decided_at = models.DateTimeField("quyết định lúc")

    class Meta:
        verbose_name = "gia hạn, xác nhận nguyên nhân"
        ordering = ["decided_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind=Relief.EXTENSION.value, new_due_on__isnull=False))
                | Q(kind=Relief.OBJECTIVE_CAUSE.value, new_due_on=None),
                name="only_an_extension_has_a_new_due_day",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="relief_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{Relief(self.kind).label}: {self.reason}"


class Urge(models.Model):
    """Somebody who may decide reminded of what is owed, once for all that was chosen. Never changed or deleted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    note = models.CharField("lời nhắc", max_length=500, blank=True)
    urged_by = models.UUIDField("tài khoản nhắc", null=True)
    urged_by_name = models.CharField("người nhắc", max_length=200)
    urged_at = models.DateTimeField("nhắc lúc")

    class Meta:
        verbose_name = "lần nhắc"
        ordering = ["urged_at", "id"]

    def __str__(self) -> str:
        return f"Nhắc ngày {self.urged_at:%d/%m/%Y}"


class UrgedObligation(models.Model):
    """One thing that was reminded of: it reaches whoever sees the thing. At most once on a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    urge = models.ForeignKey(Urge, models.PROTECT, related_name="lines", verbose_name="lần nhắc")
    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="urges", verbose_name="việc phải làm")
    urged_on = models.DateField("ngày nhắc")

    class Meta:
        verbose_name = "việc được nhắc"
        ordering = ["urged_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["obligation", "urged_on"], name="a_thing_is_urged_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.obligation}, nhắc ngày {self.urged_on:%d/%m/%Y}"
