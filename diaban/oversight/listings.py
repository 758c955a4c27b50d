"""Inspections of the plan, and what they found, as lists."""

from __future__ import annotations

from django.db.models import Q

from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Filter, ListColumn, Listing, View
from diaban.oversight.rules import AT_WORK, InspectionKind, InspectionState, Severity

KINDS, STATES = dict(InspectionKind.choices()), dict(InspectionState.choices())
TAGS = {
    "scheduled": "",
    "decided": "doing",
    "underway": "doing",
    "concluded": "due",
    "closed": "ok",
    "cancelled": "off",
}

INSPECTIONS = Listing(
    noun="cuộc kiểm tra, giám sát",
    columns=(
        ListColumn("Dự kiến", "planned_on", Kind.DATE, sort=("planned_on",), margin=True),
        ListColumn("Nội dung", "title", sub=Column("Chủ trì", "lead_body")),
        ListColumn("Hình thức", "kind", Kind.CHOICE, KINDS, phone=False),
        ListColumn("Quyết định", "decision_symbol", phone=False),
        ListColumn("Trạng thái", "state", Kind.CHOICE, STATES, tags=TAGS),
        ListColumn("Kết luận", "done_on", Kind.DATE, sort=("done_on",)),
    ),
    order=("-planned_on", "id"),
    address="oversight:inspection",
    views=(
        View("tat-ca", "Tất cả", Q()),
        View("dang-tien-hanh", "Đang tiến hành", Q(state__in=AT_WORK)),
        View("dang-theo-doi", "Đang theo dõi khắc phục", Q(state=InspectionState.CONCLUDED)),
    ),
    filters=(Filter("nam", "Năm", "year"), Filter("hinh-thuc", "Hình thức", "kind", labels=KINDS)),
)
FINDINGS = Listing(
    noun="kết luận kiểm tra",
    columns=(
        ListColumn("Hạn", "due_on", Kind.DATE, sort=("due_on",), margin=True),
        ListColumn("Địa bàn", "commune__name", sort=("commune__folded",), sub=Column("Cán bộ", "cadre__full_name")),
        ListColumn("Nội dung", "description"),
        ListColumn("Mức độ", "severity", Kind.CHOICE, dict(Severity.choices())),
        ListColumn("Cơ quan", "agency__name", phone=False),
        ListColumn("Khắc phục xong", "closed_on", Kind.DATE, sort=("closed_on",)),
    ),
    order=("-due_on", "id"),
    address="oversight:finding",
    views=(
        View("tat-ca", "Tất cả", Q()),
        View("chua-xong", "Chưa khắc phục", Q(closed_on=None)),
        View("da-xong", "Đã khắc phục", Q(closed_on__isnull=False)),
    ),
    filters=(
        Filter("nam", "Năm", "year"),
        Filter("muc-do", "Mức độ", "severity", labels=dict(Severity.choices())),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
    ),
)
