"""M3: what the programmes hold and what of it was done."""

from django.db.models import Q, QuerySet

from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_AGENCY, BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE
from diaban.planning.models import Programme, ProgrammeItem
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import EventKind, ProgrammeState, Topic

SENT = ~Q(state__in=[ProgrammeState.DRAFT, ProgrammeState.REPLACED])


def rows(scope: Scope) -> QuerySet[Programme]:
    """Programmes in force: sent, and not followed by a revision."""
    return visible_programmes(scope.actor).filter(SENT, province_id=scope.province, year=scope.year)


def item_rows(scope: Scope) -> QuerySet[ProgrammeItem]:
    return ProgrammeItem.objects.filter(programme__in=rows(scope))


LEDGER = Ledger(
    key="chuong-trinh",
    noun="chương trình theo dõi",
    rows=rows,
    columns=(
        Column("Gửi ngày", "submitted_at", Kind.DATE),
        COMMUNE,
        CADRE,
        AGENCY,
        Column("Trạng thái", "state", Kind.CHOICE, dict(ProgrammeState.choices())),
        Column("Phiên bản", "version", Kind.NUMBER),
    ),
    order=("submitted_at", "id"),
    cuts=(
        Cut("trang-thai", "Theo trạng thái", "state", "state", dict(ProgrammeState.choices())),
        BY_DISTRICT,
        BY_AGENCY,
        BY_COMMUNE,
    ),
)
ITEMS = Ledger(
    key="noi-dung-chuong-trinh",
    noun="nội dung chương trình",
    rows=item_rows,
    columns=(
        Column("Tháng", "month", Kind.NUMBER),
        Column("Xã, phường, thị trấn", "programme__commune__name"),
        Column("Loại hoạt động", "event_kind", Kind.CHOICE, dict(EventKind.choices())),
        Column("Kết quả dự kiến", "expected_result"),
        Column("Thực hiện ngày", "done_on", Kind.DATE),
        Column("Cán bộ theo dõi", "programme__cadre__full_name"),
    ),
    order=("month", "id"),
    cuts=(
        Cut("loai", "Theo loại hoạt động", "event_kind", "event_kind", dict(EventKind.choices())),
        Cut("linh-vuc", "Theo lĩnh vực", "topic", "topic", dict(Topic.choices())),
        Cut("huyen", "Theo huyện, thành phố", "programme__commune__parent_id", "programme__commune__parent__name"),
    ),
)

PROGRAMMES = Figure("chuong-trinh", "M3", "Chương trình theo dõi đã gửi", LEDGER, unit="chương trình")
ALL_ITEMS = Figure("noi-dung", "M3", "Nội dung trong các chương trình", ITEMS, unit="nội dung")
DONE_ITEMS = Figure(
    "noi-dung-da-lam", "M3", "Nội dung chương trình đã thực hiện", ITEMS, Q(done_on__isnull=False), unit="nội dung"
)
OPEN_ITEMS = Figure(
    "noi-dung-chua-lam", "M3", "Nội dung chương trình chưa thực hiện", ITEMS, Q(done_on=None), unit="nội dung"
)

FIGURES = (PROGRAMMES, ALL_ITEMS, DONE_ITEMS, OPEN_ITEMS)
