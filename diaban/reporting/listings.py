"""Reports as a list: where each stands."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, View
from diaban.obligations.figures import PERIODS
from diaban.regulations.rules import ReportKind
from diaban.reporting.models import PeriodicReport
from diaban.reporting.policies import visible_reports
from diaban.reporting.rules import CompletionLevel, ReportState

STATES, KINDS = dict(ReportState.choices()), {kind.value: kind.label.capitalize() for kind in ReportKind}
TAGS = {"draft": "", "submitted": "doing", "endorsed": "doing", "received": "ok", "returned": "due", "replaced": "off"}


def rows(actor: Actor) -> QuerySet[PeriodicReport]:
    return visible_reports(actor)


REPORTS = Listing(
    noun="báo cáo",
    columns=(
        ListColumn("Gửi ngày", "submitted_at", Kind.DATE, sort=("submitted_at",), margin=True),
        ListColumn("Địa bàn", "commune__name", sort=("commune__folded",), sub=Column("Cán bộ", "cadre__full_name")),
        ListColumn("Báo cáo", "kind", Kind.CHOICE, KINDS, sub=Column("Kỳ", "number", Kind.CHOICE, PERIODS)),
        ListColumn("Năm", "year"),
        ListColumn("Cơ quan", "agency__name", phone=False),
        ListColumn("Bản", "version", Kind.NUMBER, phone=False),
        ListColumn("Trạng thái", "state", Kind.CHOICE, STATES, tags=TAGS),
        ListColumn("Tự nhận mức", "self_level", Kind.CHOICE, dict(CompletionLevel.choices()), phone=False),
    ),
    order=("-year", "-submitted_at", "-id"),
    address="reporting:report",
    views=(
        View("hien-hanh", "Hiện hành", ~Q(state=ReportState.REPLACED)),
        View("dang-soan", "Đang soạn", Q(state=ReportState.DRAFT)),
        View("cho-co-quan", "Chờ cơ quan", Q(state=ReportState.SUBMITTED)),
        View("cho-ban-to-chuc", "Chờ Ban Tổ chức", Q(state=ReportState.ENDORSED)),
        View("da-nhan", "Đã nhận", Q(state=ReportState.RECEIVED)),
        View("bi-tra-lai", "Bị trả lại", Q(state=ReportState.RETURNED)),
        View("ban-cu", "Bản đã thay", Q(state=ReportState.REPLACED)),
    ),
    filters=(
        Filter("nam", "Năm", "year"),
        Filter("ky", "Báo cáo", "kind", labels=KINDS),
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
    ),
    dates=Dates("Ngày gửi", "submitted_at", moments=True),
)
