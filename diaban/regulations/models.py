"""The texts that order the programme, the rules as dated data, and the days that the calendar swaps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.kit.ranges import DayRange, KeyRange
from diaban.places.models import Unit
from diaban.regulations.rules import Mark, ReportKind
from diaban.regulations.rules.directives import DayKind, DirectiveKind, RuleSetState


def numbered_within_its_year(number: str, words: Mapping[ReportKind, str]) -> Q:
    """The condition that what speaks of a period carries a number of it: 0 where the year has but one of its kind.

    `number` names the column, `words` how the column `kind` writes each kind of report.
    """
    times = {words[kind]: kind.times for kind in ReportKind if kind.times.stop > 1}
    each = [Q(kind=word, **{f"{number}__range": (span[0], span[-1])}) for word, span in times.items()]
    return reduce(or_, [*each, ~Q(kind__in=list(times)) & Q(**{number: 0})])


class Directive(models.Model):
    """A document that orders something: quy định, quyết định, kết luận … Two may share number and abbreviation."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="tỉnh")
    kind = models.CharField("loại văn bản", max_length=12, choices=DirectiveKind.choices())
    number = models.PositiveIntegerField("số")
    symbol = models.CharField("số, ký hiệu", max_length=60)
    issued_on = models.DateField("ngày ban hành")
    starts_on = models.DateField("có hiệu lực từ")
    ends_on = models.DateField("hết hiệu lực từ", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    title = models.CharField("trích yếu", max_length=500)
    abstract = models.TextField("tóm tắt", blank=True)
    source = models.URLField("nguồn", max_length=1000, blank=True)
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by", verbose_name="căn cứ, bổ sung cho"
    )
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name="được thay bằng"
    )

    class Meta:
        verbose_name = "văn bản chỉ đạo"
        ordering = ["-issued_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["province", "kind", "symbol", "issued_on"],
                name="one_directive_per_kind_symbol_and_day",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="directive_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_label} {self.symbol}"

    @property
    def kind_label(self) -> str:
        return DirectiveKind(self.kind).label


class RuleSet(models.Model):
    """The parameters in force from a day on. Without a province it holds wherever no province has its own."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="tỉnh")
    code = models.CharField("mã", max_length=60)
    name = models.CharField("tên", max_length=200)
    starts_on = models.DateField("áp dụng từ ngày")
    ends_on = models.DateField("đến trước ngày", null=True, blank=True)
    directive = models.ForeignKey(
        Directive, models.PROTECT, null=True, related_name="rule_sets", verbose_name="văn bản"
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=RuleSetState.choices(), default=RuleSetState.DRAFT.value
    )
    published_at = models.DateTimeField("công bố lúc", null=True)

    class Meta:
        verbose_name = "bộ quy tắc"
        ordering = ["-starts_on", "name"]
        constraints = [
            models.UniqueConstraint(fields=["province", "code"], name="one_rule_set_per_code", nulls_distinct=False),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="rule_set_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(state=RuleSetState.DRAFT.value) | Q(published_at__isnull=False),
                name="published_rule_set_says_when",
            ),
            ExclusionConstraint(
                name="one_published_rule_set_at_a_time",
                expressions=[
                    (KeyRange(Coalesce("province_id", 0)), RangeOperators.OVERLAPS),
                    (DayRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(state=RuleSetState.PUBLISHED.value),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state_label(self) -> str:
        return RuleSetState(self.state).label


class RuleParameter(models.Model):
    """One value of a rule set, with what it rests on."""

    journal = Journalled(through="rule_set")

    rule_set = models.ForeignKey(RuleSet, models.CASCADE, related_name="parameters", verbose_name="bộ quy tắc")
    key = models.CharField("khóa", max_length=60)
    value = models.JSONField("giá trị")
    source_mark = models.CharField("mức chắc chắn của nguồn", max_length=2, choices=Mark.choices())
    citation = models.CharField("căn cứ", max_length=300)

    class Meta:
        verbose_name = "tham số"
        constraints = [models.UniqueConstraint(fields=["rule_set", "key"], name="one_value_per_parameter")]

    def __str__(self) -> str:
        return self.key


class CalendarDay(models.Model):
    """A day off or a made-up working day that the product's own calendar does not know yet."""

    day = models.DateField("ngày", primary_key=True)
    kind = models.CharField("loại", max_length=8, choices=DayKind.choices())
    reason = models.CharField("lý do", max_length=200)
    source = models.CharField("văn bản", max_length=200)

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {DayKind(self.kind).label}"
