"""M8: support and its value in đồng, confirmed by the commune and not, never added silently."""

from django.db.models import Q, QuerySet
from django.db.models.functions import ExtractMonth

from diaban.fieldwork.figures.visits import MONTHS
from diaban.fieldwork.models import Support
from diaban.fieldwork.policies import visible_supports
from diaban.fieldwork.rules import Confirmation, Source, SupportKind, ValueBasis
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_AGENCY, BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE

CONFIRMED = Q(confirmation=Confirmation.CONFIRMED)
STANDING = Q(reverses=None, reversal=None)
"""Lines that stand: neither taken back nor taking back. In a sum of đồng the two cancel out by themselves."""


def rows(scope: Scope) -> QuerySet[Support]:
    mine = visible_supports(scope.actor).filter(province_id=scope.province, year=scope.year)
    return mine.annotate(month=ExtractMonth("supported_on"))


LEDGER = Ledger(
    key="ho-tro",
    noun="hoạt động hỗ trợ",
    rows=rows,
    columns=(
        Column("Ngày", "supported_on", Kind.DATE),
        COMMUNE,
        Column("Hình thức", "kind", Kind.CHOICE, dict(SupportKind.choices())),
        Column("Nội dung", "content"),
        Column("Giá trị quy ra tiền", "value_vnd", Kind.VND),
        Column("Căn cứ", "value_basis", Kind.CHOICE, dict(ValueBasis.choices())),
        Column("Nguồn", "source", Kind.CHOICE, dict(Source.choices())),
        Column("Xác nhận của xã", "confirmation", Kind.CHOICE, dict(Confirmation.choices())),
        Column("Số hộ", "households", Kind.NUMBER),
        CADRE,
        AGENCY,
    ),
    order=("supported_on", "id"),
    cuts=(
        Cut("hinh-thuc", "Theo hình thức", "kind", "kind", dict(SupportKind.choices())),
        Cut("xac-nhan", "Theo xác nhận của xã", "confirmation", "confirmation", dict(Confirmation.choices())),
        Cut("can-cu", "Theo căn cứ quy ra tiền", "value_basis", "value_basis", dict(ValueBasis.choices())),
        Cut("thang", "Theo tháng", "month", "month", MONTHS),
        BY_DISTRICT,
        BY_AGENCY,
        BY_COMMUNE,
    ),
)

ACTIVITIES = Figure("hoat-dong-ho-tro", "M8", "Hoạt động hỗ trợ", LEDGER, STANDING, unit="hoạt động")
TOTAL = Figure(
    "tong-ho-tro", "M8", "Tổng giá trị hỗ trợ quy ra tiền", LEDGER, of="value_vnd", kind=Kind.VND, unit="đồng"
)
CONFIRMED_TOTAL = Figure(
    "ho-tro-da-xac-nhan",
    "M8",
    "Giá trị hỗ trợ xã đã xác nhận",
    LEDGER,
    CONFIRMED,
    of="value_vnd",
    kind=Kind.VND,
    unit="đồng",
)
UNCONFIRMED_TOTAL = Figure(
    "ho-tro-chua-xac-nhan",
    "M8",
    "Giá trị hỗ trợ xã chưa xác nhận",
    LEDGER,
    ~CONFIRMED,
    of="value_vnd",
    kind=Kind.VND,
    unit="đồng",
)
HOUSEHOLDS = Figure("ho-duoc-giup", "M8", "Lượt hộ được giúp đỡ", LEDGER, STANDING, of="households", unit="lượt hộ")
PERSONS = Figure("nguoi-duoc-giup", "M8", "Lượt người được giúp đỡ", LEDGER, STANDING, of="persons", unit="lượt người")

FIGURES = (ACTIVITIES, TOTAL, CONFIRMED_TOTAL, UNCONFIRMED_TOTAL, HOUSEHOLDS, PERSONS)
