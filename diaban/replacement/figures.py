"""M11: replacements asked for and decided."""

from django.db.models import Q, QuerySet

from diaban.kit.figures import Column, Cut, DaysBetween, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, CADRE, COMMUNE, once_unsealed
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.policies import visible_replacements
from diaban.replacement.rules import OPEN, REPLACED, ReplacementReason, ReplacementState, Requester


def rows(scope: Scope) -> QuerySet[ReplacementRequest]:
    """What was asked, whether it stands or was withdrawn; one that lapses with a returned form was never counted."""
    mine = visible_replacements(scope.actor).filter(province_id=scope.province, year=scope.year)
    return mine.exclude(state=ReplacementState.LAPSED).annotate(
        days_to_decide=DaysBetween("decided_on", "requested_on")
    )


REPLACEMENTS = Ledger(
    key="de-nghi-thay-the",
    noun="đề nghị thay thế",
    rows=rows,
    columns=(
        Column("Ngày đề nghị", "requested_on", Kind.DATE),
        COMMUNE,
        CADRE,
        AGENCY,
        Column("Bên đề nghị", "requester", Kind.CHOICE, dict(Requester.choices())),
        Column("Lý do", "reason", Kind.CHOICE, dict(ReplacementReason.choices())),
        Column("Trạng thái", "state", Kind.CHOICE, dict(ReplacementState.choices())),
        Column("Ngày quyết định", "decided_on", Kind.DATE),
        Column("Số quyết định", "decision_symbol"),
        Column("Ngày rút", "withdrawn_on", Kind.DATE),
    ),
    order=("requested_on", "id"),
    cuts=(
        Cut("trang-thai", "Theo trạng thái", "state", "state", dict(ReplacementState.choices())),
        Cut("ly-do", "Theo lý do", "reason", "reason", dict(ReplacementReason.choices())),
        Cut("ben", "Theo bên đề nghị", "requester", "requester", dict(Requester.choices())),
    ),
    told_to=once_unsealed,
)

REQUESTED = Figure(
    "de-nghi-thay-the",
    "M11",
    "Đề nghị thay thế cán bộ theo dõi",
    REPLACEMENTS,
    ~Q(state=ReplacementState.WITHDRAWN),
    unit="đề nghị",
)
WITHDRAWN = Figure(
    "thay-the-da-rut",
    "M11",
    "Đề nghị thay thế mà bên đề nghị đã rút",
    REPLACEMENTS,
    Q(state=ReplacementState.WITHDRAWN),
    unit="đề nghị",
)
GRANTED = Figure(
    "thay-the-dong-y",
    "M11",
    "Đề nghị thay thế được Ban Thường vụ đồng ý",
    REPLACEMENTS,
    Q(state__in=REPLACED),
    unit="đề nghị",
)
REFUSED = Figure(
    "thay-the-khong-dong-y",
    "M11",
    "Đề nghị thay thế không được đồng ý",
    REPLACEMENTS,
    Q(state=ReplacementState.REFUSED),
    unit="đề nghị",
)
WAITING = Figure(
    "thay-the-dang-xet",
    "M11",
    "Đề nghị thay thế đang xem xét",
    REPLACEMENTS,
    Q(state__in=OPEN),
    unit="đề nghị",
)
DAYS_TO_DECIDE = Figure(
    "ngay-quyet-dinh-thay-the",
    "M11",
    "Số ngày bình quân để quyết định một đề nghị thay thế",
    REPLACEMENTS,
    Q(decided_on__isnull=False),
    of="days_to_decide",
    average=True,
    unit="ngày",
)
HANDED_OVER = Figure(
    "thay-the-da-ban-giao",
    "M11",
    "Thay thế đã bàn giao xong",
    REPLACEMENTS,
    Q(state=ReplacementState.HANDED_OVER),
    unit="đề nghị",
)

FIGURES = (REQUESTED, GRANTED, REFUSED, WAITING, WITHDRAWN, DAYS_TO_DECIDE, HANDED_OVER)
