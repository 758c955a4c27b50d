"""M2: communes covered and not, and the load of each cadre."""

from datetime import date, timedelta

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce, Greatest, Least

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.assignments.policies import visible_assignments, visible_cadres, visible_communes
from diaban.kit.figures import Column, Cut, DaysBetween, Figure, Kind, Ledger, Scope, overlaps_year
from diaban.people.figures import AGENCY, BY_AGENCY, BY_CADRE, BY_DISTRICT, CADRE, COMMUNE
from diaban.people.models import Cadre
from diaban.places.models import Unit


def day_of(scope: Scope) -> date:
    """The day on which a year is looked at: its last one, or today within it."""
    return min(scope.as_of, date(scope.year, 12, 31))


def in_force(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gt=day))


def commune_rows(scope: Scope) -> QuerySet[Unit]:
    """The communes that exist on the day, each with its cadre of that day, if any, and its days without one."""
    day = day_of(scope)
    of_commune = visible_assignments(scope.actor).filter(commune=OuterRef("pk"), role=AssignmentRole.MONITOR)
    valid = Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gt=day))
    followed = of_commune.filter(in_force(day))
    return (
        visible_communes(scope.actor)
        .filter(valid, province_id=scope.province)
        .annotate(
            cadre_name=Subquery(followed.values("cadre__full_name")[:1], output_field=CharField()),
            agency_name=Subquery(followed.values("agency__name")[:1], output_field=CharField()),
            covered=Exists(followed),
            vacant_days=_days_of_year(day) - _days_followed(of_commune, day),
        )
    )


def _days_of_year(day: date) -> int:
    """Days of the year up to the day, itself included."""
    return (day - date(day.year, 1, 1)).days + 1


def _days_followed(assignments: QuerySet[Assignment], day: date) -> Coalesce:
    """Days of the year up to the day on which some cadre followed; primary assignments never overlap."""
    first, end = _day(date(day.year, 1, 1)), _day(day + timedelta(days=1))
    held = DaysBetween(Least(Coalesce("ends_on", end), end), Greatest(F("starts_on"), first))
    within = assignments.filter(overlaps_year(day.year), starts_on__lte=day).order_by()
    total = within.values("commune").annotate(n=Sum(held)).values("n")
    return Coalesce(Subquery(total, output_field=IntegerField()), 0)


def _day(day: date) -> Value:
    return Value(day, DateField())


def assignment_rows(scope: Scope) -> QuerySet[Assignment]:
    return visible_assignments(scope.actor).filter(overlaps_year(scope.year), province_id=scope.province)


def load_rows(scope: Scope) -> QuerySet[Cadre]:
    """The cadres who followed some commune in the year, with the communes that each follows on the day."""
    mine = assignment_rows(scope).filter(cadre=OuterRef("pk"))
    today = mine.filter(in_force(day_of(scope))).order_by().values("cadre")
    return (
        visible_cadres(scope.actor)
        .filter(Exists(mine))
        .annotate(
            load=Subquery(today.annotate(n=Count("pk")).values("n")),
            agency_name=Subquery(mine.order_by("-starts_on").values("agency__name")[:1]),
        )
    )


COMMUNES = Ledger(
    key="dia-ban",
    noun="địa bàn",
    rows=commune_rows,
    columns=(
        Column("Mã", "code"),
        Column("Xã, phường, thị trấn", "name"),
        Column("Huyện, thành phố", "parent__name"),
        Column("Cán bộ theo dõi", "cadre_name"),
        Column("Cơ quan", "agency_name"),
        Column("Số ngày trống", "vacant_days", Kind.NUMBER),
    ),
    order=("code",),
    cuts=(Cut("huyen", "Theo huyện, thành phố", "parent_id", "parent__name"),),
)
ASSIGNMENTS = Ledger(
    key="phan-cong",
    noun="phân công",
    rows=assignment_rows,
    columns=(
        CADRE,
        AGENCY,
        COMMUNE,
        Column("Huyện, thành phố", "commune__parent__name"),
        Column("Quyết định", "decision__symbol"),
        Column("Từ ngày", "starts_on", Kind.DATE),
        Column("Đến trước ngày", "ends_on", Kind.DATE),
    ),
    order=("cadre__sort_key", "id"),
    cuts=(BY_DISTRICT, BY_AGENCY, BY_CADRE),
)
LOADS = Ledger(
    key="can-bo-phu-trach",
    noun="đồng chí",
    rows=load_rows,
    columns=(
        Column("Cán bộ theo dõi", "full_name"),
        Column("Cơ quan", "agency_name"),
        Column("Số địa bàn", "load", Kind.NUMBER),
    ),
    order=("sort_key", "id"),
    cuts=(Cut("so-dia-ban", "Theo số địa bàn mỗi đồng chí", "load", "load"),),
)

CADRES = Figure("can-bo", "M2", "Cán bộ được phân công theo dõi", LOADS, unit="đồng chí")
TWO_OR_MORE = Figure(
    "can-bo-nhieu-dia-ban", "M2", "Cán bộ theo dõi từ hai địa bàn", LOADS, Q(load__gte=2), unit="đồng chí"
)
ALL_COMMUNES = Figure("dia-ban", "M2", "Xã, phường, thị trấn", COMMUNES, unit="địa bàn")
COVERED = Figure("dia-ban-co-can-bo", "M2", "Địa bàn có cán bộ theo dõi", COMMUNES, Q(covered=True), unit="địa bàn")
UNCOVERED = Figure("dia-ban-trong", "M2", "Địa bàn chưa có cán bộ theo dõi", COMMUNES, Q(covered=False), unit="địa bàn")
VACANT = Figure(
    "dia-ban-co-ngay-trong",
    "M2",
    "Địa bàn có ngày không có cán bộ theo dõi trong năm",
    COMMUNES,
    Q(vacant_days__gt=0),
    unit="địa bàn",
)
ALL_ASSIGNMENTS = Figure("phan-cong", "M2", "Phân công có hiệu lực trong năm", ASSIGNMENTS, unit="phân công")

FIGURES = (CADRES, TWO_OR_MORE, ALL_COMMUNES, COVERED, UNCOVERED, VACANT, ALL_ASSIGNMENTS)
