"""M4: days in the field, events attended, planned against unplanned, the spread over the year."""

from django.db.models import Q, QuerySet
from django.db.models.functions import ExtractMonth

from diaban.fieldwork.models import Visit
from diaban.fieldwork.policies import visible_visits
from diaban.fieldwork.rules import CancelReason, Confirmation, VisitState
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_AGENCY, BY_CADRE, BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE
from diaban.planning.rules import ATTENDED, EventKind

DONE = Q(state=VisitState.DONE)
MONTHS = {str(month): f"Tháng {month}" for month in range(1, 13)}


def rows(scope: Scope) -> QuerySet[Visit]:
    mine = visible_visits(scope.actor).filter(province_id=scope.province, year=scope.year)
    return mine.annotate(month=ExtractMonth("visited_on"))


LEDGER = Ledger(
    key="chuyen-di",
    noun="chuyến đi",
    rows=rows,
    columns=(
        Column("Ngày đi", "visited_on", Kind.DATE),
        COMMUNE,
        CADRE,
        AGENCY,
        Column("Loại hoạt động", "event_kind", Kind.CHOICE, dict(EventKind.choices())),
        Column("Số ngày", "half_days", Kind.HALF_DAYS),
        Column("Kết quả", "outcome"),
        Column("Xác nhận của xã", "confirmation", Kind.CHOICE, dict(Confirmation.choices())),
    ),
    order=("visited_on", "id"),
    cuts=(
        BY_DISTRICT,
        BY_AGENCY,
        BY_COMMUNE,
        BY_CADRE,
        Cut("thang", "Theo tháng", "month", "month", MONTHS),
        Cut("loai", "Theo loại hoạt động", "event_kind", "event_kind", dict(EventKind.choices())),
        Cut("ly-do", "Theo lý do không đi", "cancel_reason", "cancel_reason", dict(CancelReason.choices())),
    ),
)

VISITS = Figure("chuyen-di", "M4", "Chuyến đi cơ sở", LEDGER, DONE, unit="chuyến")
FIELD_DAYS = Figure(
    "ngay-di-co-so", "M4", "Số ngày đi cơ sở", LEDGER, DONE, of="half_days", kind=Kind.HALF_DAYS, unit="ngày"
)
ATTENDANCES = Figure(
    "luot-tham-du",
    "M4",
    "Lượt tham dự chương trình, sự kiện tại địa bàn",
    LEDGER,
    DONE & Q(event_kind__in=sorted(ATTENDED)),
    unit="lượt",
)
PLANNED = Figure(
    "chuyen-di-theo-chuong-trinh",
    "M4",
    "Chuyến đi theo chương trình",
    LEDGER,
    DONE & Q(programme_item__isnull=False),
    unit="chuyến",
)
UNPLANNED = Figure(
    "chuyen-di-ngoai-chuong-trinh",
    "M4",
    "Chuyến đi ngoài chương trình",
    LEDGER,
    DONE & Q(programme_item=None),
    unit="chuyến",
)
CANCELLED = Figure(
    "chuyen-di-khong-thuc-hien",
    "M4",
    "Chuyến đi không thực hiện, có lý do",
    LEDGER,
    Q(state=VisitState.CANCELLED),
    unit="chuyến",
)
CONFIRMED = Figure(
    "chuyen-di-xa-xac-nhan",
    "M4",
    "Chuyến đi xã đã xác nhận",
    LEDGER,
    DONE & Q(confirmation=Confirmation.CONFIRMED),
    unit="chuyến",
)
DISPUTED = Figure(
    "chuyen-di-xa-khong-thong-nhat",
    "M4",
    "Chuyến đi xã không thống nhất",
    LEDGER,
    DONE & Q(confirmation=Confirmation.DISPUTED),
    unit="chuyến",
)
LATE = Figure("chuyen-di-ghi-muon", "M4", "Chuyến đi ghi muộn", LEDGER, DONE & Q(late=True), unit="chuyến")

FIGURES = (VISITS, FIELD_DAYS, ATTENDANCES, PLANNED, UNPLANNED, CANCELLED, CONFIRMED, DISPUTED, LATE)
