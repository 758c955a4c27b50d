"""Visits as a list: planned and made, confirmed or not, late ones."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import Visit
from diaban.fieldwork.policies import visible_visits
from diaban.fieldwork.rules import Confirmation, VisitState
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, Total, View
from diaban.kit.search import matching
from diaban.planning.rules import ATTENDED, EventKind

DONE = Q(state=VisitState.DONE)
TAGS = {Confirmation.SILENT: "", Confirmation.CONFIRMED: "ok", Confirmation.DISPUTED: "late"}


def rows(actor: Actor) -> QuerySet[Visit]:
    return visible_visits(actor)


def waiting(actor: Actor) -> QuerySet[Visit]:
    """Those on which the commune has not said anything yet, or something else."""
    return visible_visits(actor).filter(DONE).exclude(confirmation=Confirmation.CONFIRMED)


def standing(state: str, confirmation: str, visited_on: date, *, today: date) -> Said:
    """What is to be known of a visit at a glance."""
    if state == VisitState.PLANNED:
        gone = visited_on < today
        return Said("Chưa ghi kết quả", "due") if gone else Said(VisitState.PLANNED.label, "", "cal")
    if state == VisitState.CANCELLED:
        return Said(VisitState.CANCELLED.label, "off")
    said = Confirmation(confirmation)
    return Said(said.label, TAGS[said])


LATE = Column("Ghi đúng hạn", "late", Kind.CHOICE, {"True": "Ghi muộn", "False": ""})
VISITS = Listing(
    noun="chuyến đi",
    columns=(
        ListColumn("Ngày đi", "visited_on", Kind.DATE, sort=("visited_on",), margin=True),
        ListColumn("Xã, phường, thị trấn", "commune__name", sort=("commune__code",), sub=Column("Nơi đến", "place")),
        ListColumn("Loại hoạt động", "event_kind", Kind.CHOICE, dict(EventKind.choices())),
        ListColumn("Kết quả", "outcome", phone=False),
        ListColumn(
            "Số ngày",
            "half_days",
            Kind.HALF_DAYS,
            sort=("half_days",),
            totals=(Total("Số ngày đã đi", DONE),),
        ),
        ListColumn("Trạng thái", "state", say=standing, also=("confirmation", "visited_on"), sub=LATE),
        ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
    ),
    order=("-visited_on", "-id"),
    address="fieldwork:visit",
    views=(
        View("tat-ca", "Tất cả"),
        View("du-kien", "Dự kiến", Q(state=VisitState.PLANNED)),
        View("cho-xac-nhan", "Chờ xã xác nhận", DONE & Q(confirmation=Confirmation.SILENT)),
        View("khong-thong-nhat", "Xã không thống nhất", DONE & Q(confirmation=Confirmation.DISPUTED)),
        View("da-di", "Đã đi", DONE),
        View("tham-du", "Dự sinh hoạt, hội nghị", DONE & Q(event_kind__in=sorted(ATTENDED))),
        View("ghi-muon", "Ghi muộn", DONE & Q(late=True)),
        View("khong-thuc-hien", "Không thực hiện", Q(state=VisitState.CANCELLED)),
    ),
    filters=(
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("loai", "Loại hoạt động", "event_kind", labels=dict(EventKind.choices())),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày đi", "visited_on"),
    search=matching,
    search_label="Nơi đến, kết quả",
)
