"""M9: each agency's own figure with its parts: checks held, acts for its cadres, reports in time, its review."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from diaban.assessment.policies import visible_agency_assessments
from diaban.assignments.figures import assignment_rows
from diaban.assignments.policies import visible_agencies
from diaban.fieldwork.policies import visible_agency_acts, visible_supports
from diaban.fieldwork.rules import AgencyActKind
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.obligations.figures import NOT_IN_TIME, open_rows
from diaban.obligations.rules import CADRE_KINDS
from diaban.people.figures import to_province_and_agency
from diaban.people.models import Agency, AgencyGroup


def rows(scope: Scope) -> QuerySet[Agency]:
    """Agencies with a cadre who followed a commune in the year, each with the parts of its figure."""
    here = {"agency": OuterRef("pk"), "year": scope.year, "province_id": scope.province}
    mine = assignment_rows(scope).filter(agency=OuterRef("pk"))
    acts = visible_agency_acts(scope.actor).filter(**here)
    owed = open_rows(scope).filter(agency=OuterRef("pk"), kind__in=sorted(CADRE_KINDS))
    return (
        visible_agencies(scope.actor)
        .filter(Exists(mine))
        .annotate(
            cadres=_one(mine, Count("cadre", distinct=True)),
            checks=_one(acts.filter(kind=AgencyActKind.CHECK), Count("pk")),
            checks_wanted=Value(scope.rule("agency_self_checks_per_year"), IntegerField()),
            acts=_one(acts, Count("pk")),
            owed=_one(owed, Count("pk")),
            not_in_time=_one(owed.filter(NOT_IN_TIME), Count("pk")),
            support=_one(visible_supports(scope.actor).filter(**here), Sum("value_vnd")),
            reviewed=Exists(visible_agency_assessments(scope.actor).filter(**here)),
        )
    )


def _one(rows: QuerySet[Any], measure: Any) -> Coalesce:
    number = rows.order_by().values("agency").annotate(n=measure).values("n")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


LEDGER = Ledger(
    key="co-quan",
    noun="cơ quan",
    rows=rows,
    columns=(
        Column("Cơ quan", "name"),
        Column("Số đồng chí theo dõi", "cadres", Kind.NUMBER),
        Column("Cuộc họp nghe báo cáo", "checks", Kind.NUMBER),
        Column("Số cuộc tối thiểu", "checks_wanted", Kind.NUMBER),
        Column("Việc làm cho cán bộ", "acts", Kind.NUMBER),
        Column("Chương trình, báo cáo phải có", "owed", Kind.NUMBER),
        Column("Chậm hoặc thiếu", "not_in_time", Kind.NUMBER),
        Column("Giá trị hỗ trợ", "support", Kind.VND),
        Column("Đã gửi bản nhận xét", "reviewed", Kind.YES_NO),
    ),
    order=("name", "id"),
    cuts=(Cut("khoi", "Theo khối", "group", "group", dict(AgencyGroup.choices)),),
    told_to=to_province_and_agency,
)

ALL = Figure("co-quan", "M9", "Cơ quan có cán bộ theo dõi địa bàn", LEDGER, unit="cơ quan")
CHECKED = Figure(
    "co-quan-hop-du",
    "M9",
    "Cơ quan họp đủ số lần tối thiểu để nghe cán bộ theo dõi báo cáo",
    LEDGER,
    Q(checks__gte=F("checks_wanted")),
    unit="cơ quan",
)
NOT_CHECKED = Figure(
    "co-quan-chua-hop-du",
    "M9",
    "Cơ quan chưa họp đủ số lần tối thiểu để nghe cán bộ theo dõi báo cáo",
    LEDGER,
    Q(checks__lt=F("checks_wanted")),
    unit="cơ quan",
)
ALL_IN_TIME = Figure(
    "co-quan-dung-han",
    "M9",
    "Cơ quan có chương trình, báo cáo của cán bộ đều đúng hạn",
    LEDGER,
    Q(owed__gt=0, not_in_time=0),
    unit="cơ quan",
)
NOT_REVIEWED = Figure(
    "co-quan-chua-nhan-xet",
    "M9",
    "Cơ quan chưa gửi bản nhận xét tập thể lãnh đạo",
    LEDGER,
    Q(reviewed=False),
    unit="cơ quan",
)

FIGURES = (ALL, CHECKED, NOT_CHECKED, ALL_IN_TIME, NOT_REVIEWED)
