"""M9: what agencies' leaderships did for their cadres, act by act."""

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import AgencyAct
from diaban.fieldwork.policies import visible_agency_acts
from diaban.fieldwork.rules import AgencyActKind
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_AGENCY, to_province_and_agency

KINDS = dict(AgencyActKind.choices())


def rows(scope: Scope) -> QuerySet[AgencyAct]:
    return visible_agency_acts(scope.actor).filter(province_id=scope.province, year=scope.year)


LEDGER = Ledger(
    key="viec-cua-co-quan",
    noun="việc lãnh đạo cơ quan làm cho cán bộ theo dõi",
    rows=rows,
    columns=(
        Column("Ngày", "acted_on", Kind.DATE),
        AGENCY,
        Column("Việc", "kind", Kind.CHOICE, KINDS),
        Column("Nội dung", "content"),
    ),
    order=("acted_on", "id"),
    cuts=(Cut("viec", "Theo loại việc", "kind", "kind", KINDS), BY_AGENCY),
    told_to=to_province_and_agency,
)

ACTS = Figure("viec-cua-co-quan", "M9", "Việc lãnh đạo cơ quan làm cho cán bộ theo dõi", LEDGER, unit="việc")
CHECKS = Figure(
    "cuoc-hop-kiem-diem",
    "M9",
    "Cuộc họp của lãnh đạo cơ quan nghe cán bộ theo dõi báo cáo",
    LEDGER,
    Q(kind=AgencyActKind.CHECK),
    unit="cuộc",
)
JOINT = Figure(
    "hoat-dong-chung", "M9", "Hoạt động chung của cơ quan tại xã", LEDGER, Q(kind=AgencyActKind.JOINT), unit="hoạt động"
)

FIGURES = (ACTS, CHECKS, JOINT)
