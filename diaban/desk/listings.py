"""The communes and the agencies of a province, as lists."""

from __future__ import annotations

from datetime import date

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    Exists,
    F,
    Func,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Concat

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.assignments.policies import visible_agencies, visible_assignments, visible_communes
from diaban.desk.queries.places import OPEN
from diaban.fieldwork.policies import visible_difficulties, visible_visits
from diaban.fieldwork.rules import DifficultyState, VisitState
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Filter, ListColumn, Listing, Said, View
from diaban.kit.text import fold
from diaban.people.models import Agency
from diaban.places.models import Unit
from diaban.places.queries import present

DAY_OF = Func(F("valid_from"), Value("YYYYMMDD"), function="to_char", output_field=CharField())
"""As in `Unit.key`."""


def commune_rows(actor: Actor, today: date) -> QuerySet[Unit]:
    """The communes of the day, each with who follows it, its last visit and what is open there, as far as seen."""
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    duties = visible_assignments(actor).filter(running, starts_on__lte=today, role=AssignmentRole.MONITOR)
    own = duties.filter(commune=OuterRef("pk")).order_by("starts_on")
    visits = visible_visits(actor).filter(state=VisitState.DONE, commune=OuterRef("pk")).order_by()
    matters = visible_difficulties(actor).filter(OPEN, commune=OuterRef("pk")).order_by().values("commune")
    late = visible_difficulties(actor).filter(commune=OuterRef("pk"), state=DifficultyState.ROUTED, due_on__lt=today)
    return present(visible_communes(actor), today).annotate(
        follower=Subquery(own.values("cadre__full_name")[:1]),
        last_visit=Subquery(visits.values("commune").annotate(n=Max("visited_on")).values("n")),
        open=Coalesce(Subquery(matters.annotate(n=Count("pk")).values("n")), 0),
        has_late=Exists(late),
        place=Concat("code", Value("-"), DAY_OF, output_field=CharField()),
    )


def follower(name: str | None, **_: object) -> Said:
    return Said(name) if name else Said("Đang trống", "late")


def communes(today: date, quarter: date) -> Listing:
    """`quarter` is the first day of the present quarter."""
    return Listing(
        noun="xã, phường, thị trấn",
        columns=(
            ListColumn(
                "Xã, phường, thị trấn", "name", sort=("folded",), sub=Column("Huyện, thành phố", "parent__name")
            ),
            ListColumn("Cán bộ theo dõi", "follower", say=follower, sort=("follower",)),
            ListColumn("Chuyến cuối", "last_visit", Kind.DATE, sort=("last_visit",)),
            ListColumn("Khó khăn mở", "open", Kind.NUMBER, sort=("open",)),
        ),
        order=("code",),
        address="desk:commune",
        key="place",
        views=(
            View("tat-ca", "Tất cả"),
            View("trong", "Trống cán bộ", Q(follower=None)),
            View("chua-di", "Chưa đi quý này", Q(last_visit=None) | Q(last_visit__lt=quarter)),
            View("qua-han", "Có việc quá hạn", Q(has_late=True)),
        ),
        filters=(Filter("huyen", "Huyện, thành phố", "parent", names="name", by="code"),),
        search=named,
        search_label="Tên xã, tên cán bộ",
    )


def agency_rows(actor: Actor, today: date) -> QuerySet[Agency]:
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    duties = visible_assignments(actor).filter(running, starts_on__lte=today, agency=OuterRef("pk")).order_by()
    return (
        visible_agencies(actor)
        .filter(running, starts_on__lte=today)
        .annotate(
            cadres=Coalesce(Subquery(_counted(duties, "cadre")), 0),
            communes=Coalesce(Subquery(_counted(duties, "commune")), 0),
        )
    )


def _counted(duties: QuerySet[Assignment], what: str) -> QuerySet[Assignment, int]:
    return duties.values("agency").annotate(n=Count(what, distinct=True)).values_list("n", flat=True)


AGENCIES = Listing(
    noun="cơ quan",
    columns=(
        ListColumn("Cơ quan", "name", sort=("folded",)),
        ListColumn("Cán bộ theo dõi", "cadres", Kind.NUMBER, sort=("cadres",)),
        ListColumn("Địa bàn", "communes", Kind.NUMBER, sort=("communes",)),
    ),
    order=("group", "name"),
    address="desk:agency",
    search=lambda rows, words: rows.filter(folded__contains=fold(words)),
    search_label="Tên cơ quan",
)


def named(rows: QuerySet[Unit], words: str) -> QuerySet[Unit]:
    """By the name of the commune, or of who follows it, tone marks or not."""
    folded = fold(words)
    following = Assignment.objects.filter(commune=OuterRef("pk"), cadre__folded__contains=folded)
    shown = Exists(following.filter(cadre__full_name=OuterRef("follower")), output_field=BooleanField())
    return rows.filter(Q(folded__contains=folded) | Q(shown))
