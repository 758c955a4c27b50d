"""Cadres over a year: programme, reports, time in the field and its spread (rows M3, M4, M10 of the mission)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import (
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce, ExtractQuarter, Greatest, Least

from diaban.assignments.figures import assignment_rows
from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_cadres
from diaban.fieldwork.figures.visits import DONE
from diaban.fieldwork.policies import visible_visits
from diaban.kit.figures import Column, Cut, DaysBetween, Figure, Kind, Ledger, Scope
from diaban.obligations.figures import MISSING, RECEIVED, RECEIVED_IN_TIME, open_rows
from diaban.obligations.rules import ObligationKind
from diaban.people.models import Cadre
from diaban.planning.rules import ATTENDED


def rows(scope: Scope) -> QuerySet[Cadre]:
    """Each cadre who followed a commune in the year, with what the year asked of them and what they did.

    Time is in half-days. The requirement is the rule set's yearly minimum, in proportion to the days held.
    """
    mine = assignment_rows(scope).filter(cadre=OuterRef("pk")).order_by()
    visits = visible_visits(scope.actor).filter(DONE, cadre=OuterRef("pk"), year=scope.year, province_id=scope.province)
    owed = open_rows(scope).filter(kind=ObligationKind.PROGRAMME, cadre=OuterRef("pk")).order_by()
    return (
        visible_cadres(scope.actor)
        .filter(Exists(mine))
        .annotate(
            agency_name=Subquery(mine.order_by("-starts_on").values("agency__name")[:1]),
            required=_one(_required(mine, scope), "cadre", Sum("share")),
            half_days=_one(visits, "cadre", Sum("half_days")),
            attended=_one(visits.filter(event_kind__in=sorted(ATTENDED)), "cadre", Count("pk")),
            quarters=_one(visits, "cadre", Count(ExtractQuarter("visited_on"), distinct=True)),
            quarters_held=_quarters_held(mine, scope),
            programmes=_one(owed, "cadre", Count("pk")),
            programmes_received=_one(owed.filter(RECEIVED), "cadre", Count("pk")),
            programmes_in_time=_one(owed.filter(RECEIVED_IN_TIME), "cadre", Count("pk")),
            programmes_missing=_one(owed.filter(MISSING), "cadre", Count("pk")),
        )
        .annotate(margin=F("half_days") - F("required"))
    )


def _one(rows: QuerySet[Any], group: str, measure: Any) -> Coalesce:
    """One number of a correlated group, 0 when there is nothing."""
    number = rows.order_by().values(group).annotate(n=measure).values("n")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def _required(assignments: QuerySet[Assignment], scope: Scope) -> QuerySet[Assignment]:
    """Each assignment's share of the yearly minimum, rounded half up (obligations.rules.requirements)."""
    minimum = scope.rule("min_field_half_days_per_year")
    first, end = date(scope.year, 1, 1), date(scope.year + 1, 1, 1)
    whole = (end - first).days
    held = DaysBetween(Least(Coalesce("ends_on", _day(end)), _day(end)), Greatest(F("starts_on"), _day(first)))
    return assignments.annotate(share=(held * (2 * minimum) + whole) / (2 * whole))


def _quarters_held(assignments: QuerySet[Assignment], scope: Scope) -> Coalesce:
    """How many quarters, up to the day that the figure speaks of, the cadre had a commune to follow."""
    last = min(scope.as_of, date(scope.year, 12, 31))
    span = assignments.values("cadre").annotate(
        first=Greatest(Min("starts_on"), _day(date(scope.year, 1, 1))),
        last=Least(Max(Coalesce("ends_on", _day(last))), _day(last)),
    )
    held = span.annotate(n=ExtractQuarter("last") - ExtractQuarter("first") + 1).values("n")
    return Coalesce(Subquery(held, output_field=IntegerField()), 0)


def _day(day: date) -> Value:
    return Value(day, DateField())


LEDGER = Ledger(
    key="can-bo",
    noun="đồng chí",
    rows=rows,
    columns=(
        Column("Cán bộ theo dõi", "full_name"),
        Column("Cơ quan", "agency_name"),
        Column("Ngày đi cơ sở", "half_days", Kind.HALF_DAYS),
        Column("Ngày tối thiểu", "required", Kind.HALF_DAYS),
        Column("Số quý có đi", "quarters", Kind.NUMBER),
        Column("Lượt tham dự", "attended", Kind.NUMBER),
        Column("Chương trình phải có", "programmes", Kind.NUMBER),
        Column("Chương trình đúng hạn", "programmes_in_time", Kind.NUMBER),
    ),
    order=("sort_key", "id"),
    cuts=(Cut("co-quan", "Theo cơ quan", "agency_name", "agency_name"),),
)

OWES = Q(programmes__gt=0)
HAS = OWES & Q(programmes_received=F("programmes"))
IN_TIME = OWES & Q(programmes_in_time=F("programmes"))

WITH_PROGRAMME = Figure(
    "cb-co-chuong-trinh", "M3", "Đồng chí đã xây dựng chương trình, kế hoạch", LEDGER, HAS, unit="đồng chí"
)
PROGRAMME_IN_TIME = Figure(
    "cb-ct-dung-han", "M3", "Đồng chí xây dựng chương trình đúng hạn", LEDGER, IN_TIME, unit="đồng chí"
)
PROGRAMME_NOT_IN_TIME = Figure(
    "cb-chua-kip-thoi",
    "M3",
    "Đồng chí chưa kịp thời xây dựng chương trình",
    LEDGER,
    OWES & ~IN_TIME & (Q(programmes_received__gt=F("programmes_in_time")) | Q(programmes_missing__gt=0)),
    unit="đồng chí",
)
PROGRAMME_MISSING = Figure(
    "cb-ct-thieu",
    "M3",
    "Đồng chí chưa có chương trình, đã quá hạn",
    LEDGER,
    Q(programmes_missing__gt=0),
    unit="đồng chí",
)
PROGRAMME_LATE = Figure(
    "cb-ct-cham",
    "M3",
    "Đồng chí xây dựng chương trình chậm",
    LEDGER,
    Q(programmes_missing=0, programmes_received__gt=F("programmes_in_time")),
    unit="đồng chí",
)
ATTENDING = Figure(
    "cb-tham-du",
    "M4",
    "Đồng chí tham dự chương trình tại địa bàn theo dõi",
    LEDGER,
    Q(attended__gt=0),
    unit="đồng chí",
)
ENOUGH = Figure(
    "cb-du-ngay", "M4", "Đồng chí đi cơ sở đủ thời gian tối thiểu", LEDGER, Q(margin__gte=0), unit="đồng chí"
)
SHORT = Figure(
    "cb-thieu-ngay", "M4", "Đồng chí đi cơ sở chưa đủ thời gian tối thiểu", LEDGER, Q(margin__lt=0), unit="đồng chí"
)
BADLY_SPREAD = Figure(
    "cb-chua-khoa-hoc",
    "M4",
    "Đồng chí bố trí thời gian chưa khoa học: có quý không đi cơ sở",
    LEDGER,
    Q(quarters__lt=F("quarters_held")),
    unit="đồng chí",
)

FIGURES = (
    WITH_PROGRAMME,
    PROGRAMME_IN_TIME,
    PROGRAMME_NOT_IN_TIME,
    PROGRAMME_LATE,
    PROGRAMME_MISSING,
    ATTENDING,
    ENOUGH,
    SHORT,
    BADLY_SPREAD,
)
