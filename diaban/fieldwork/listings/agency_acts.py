"""What agencies' leaderships did for their cadres, as a list."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import AgencyAct
from diaban.fieldwork.policies import visible_agency_acts
from diaban.fieldwork.rules import AgencyActKind
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, View
from diaban.kit.search import matching

KINDS = dict(AgencyActKind.choices())
MEANS = [AgencyActKind.TIME, AgencyActKind.VEHICLE, AgencyActKind.BUDGET]


def rows(actor: Actor) -> QuerySet[AgencyAct]:
    return visible_agency_acts(actor)


AGENCY_ACTS = Listing(
    noun="việc của cơ quan",
    columns=(
        ListColumn("Ngày", "acted_on", Kind.DATE, sort=("acted_on",), margin=True),
        ListColumn("Nội dung", "content", sub=Column("Cơ quan", "agency__name")),
        ListColumn("Việc", "kind", Kind.CHOICE, KINDS),
    ),
    order=("-acted_on",),
    address="fieldwork:agency_act",
    views=(
        View("tat-ca", "Tất cả"),
        View("hop", "Họp kiểm điểm", Q(kind=AgencyActKind.CHECK)),
        View(
            "dieu-kien",
            "Bố trí điều kiện",
            Q(kind__in=MEANS),
        ),
        View("hoat-dong-chung", "Hoạt động chung", Q(kind=AgencyActKind.JOINT)),
    ),
    filters=(
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("viec", "Việc", "kind", labels=KINDS),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày", "acted_on"),
    search=matching,
    search_label="Nội dung",
)
