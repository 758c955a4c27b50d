"""M12: what communes judged. M11: replacements asked for and decided. M9: agencies' own reviews."""

from django.db.models import Q, QuerySet

from diaban.assessment.models import AgencyAssessment, CommuneAssessment, ReplacementRequest
from diaban.assessment.policies import visible_agency_assessments, visible_assessments, visible_replacements
from diaban.assessment.rules import ReplacementReason, ReplacementState, Requester
from diaban.kit.figures import Column, Cut, DaysBetween, Figure, Kind, Ledger, Scope
from diaban.people.figures import (
    AGENCY,
    BY_AGENCY,
    BY_COMMUNE,
    BY_DISTRICT,
    CADRE,
    COMMUNE,
    once_unsealed,
    to_province_and_agency,
)
from diaban.reporting.rules import SLUGS, CompletionLevel

LEVELS = dict(CompletionLevel.choices())


def rows(scope: Scope) -> QuerySet[CommuneAssessment]:
    """The forms in force: one that was returned counts no more."""
    return visible_assessments(scope.actor).filter(province_id=scope.province, year=scope.year, returned_at=None)


def replacement_rows(scope: Scope) -> QuerySet[ReplacementRequest]:
    """What was asked and still stands: one lapses with the form that is returned."""
    mine = visible_replacements(scope.actor).filter(province_id=scope.province, year=scope.year)
    return mine.exclude(state=ReplacementState.LAPSED).annotate(
        days_to_decide=DaysBetween("decided_on", "requested_on")
    )


def agency_rows(scope: Scope) -> QuerySet[AgencyAssessment]:
    return visible_agency_assessments(scope.actor).filter(province_id=scope.province, year=scope.year)


FORMS = Ledger(
    key="phieu-nhan-xet",
    noun="phiếu nhận xét",
    rows=rows,
    columns=(
        Column("Gửi ngày", "sent_at", Kind.DATE),
        COMMUNE,
        CADRE,
        AGENCY,
        Column("Mức độ hoàn thành", "level", Kind.CHOICE, LEVELS),
        Column("Đề nghị thay thế", "wants_replacement", Kind.YES_NO),
    ),
    order=("sent_at", "id"),
    cuts=(Cut("muc", "Theo mức độ hoàn thành", "level", "level", LEVELS), BY_DISTRICT, BY_AGENCY, BY_COMMUNE),
    told_to=once_unsealed,
)
REPLACEMENTS = Ledger(
    key="de-nghi-thay-the",
    noun="đề nghị thay thế",
    rows=replacement_rows,
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
    ),
    order=("requested_on", "id"),
    cuts=(
        Cut("trang-thai", "Theo trạng thái", "state", "state", dict(ReplacementState.choices())),
        Cut("ly-do", "Theo lý do", "reason", "reason", dict(ReplacementReason.choices())),
        Cut("ben", "Theo bên đề nghị", "requester", "requester", dict(Requester.choices())),
    ),
    told_to=once_unsealed,
)
AGENCIES = Ledger(
    key="nhan-xet-co-quan",
    noun="bản nhận xét tập thể lãnh đạo cơ quan",
    rows=agency_rows,
    columns=(
        Column("Gửi ngày", "sent_at", Kind.DATE),
        AGENCY,
        Column("Tự nhận mức", "self_level", Kind.CHOICE, LEVELS),
        Column("Ban Tổ chức đề xuất", "board_level", Kind.CHOICE, LEVELS),
    ),
    order=("sent_at", "id"),
    cuts=(
        Cut("tu-nhan", "Theo mức tự nhận", "self_level", "self_level", LEVELS),
        Cut("de-xuat", "Theo mức đề xuất", "board_level", "board_level", LEVELS),
    ),
    told_to=to_province_and_agency,
)

RECEIVED = Figure("phieu-nhan-xet", "M12", "Phiếu nhận xét xã đã gửi", FORMS, unit="phiếu")
WANTED = Figure(
    "phieu-de-nghi-thay",
    "M11",
    "Phiếu nhận xét có đề nghị thay cán bộ theo dõi",
    FORMS,
    Q(wants_replacement=True),
    unit="phiếu",
)
LEVEL_FIGURES = tuple(
    Figure(
        f"phieu-{SLUGS[level]}",
        "M12",
        f"Phiếu nhận xét mức {level.label.lower()}",
        FORMS,
        Q(level=level),
        unit="phiếu",
    )
    for level in CompletionLevel
)
REQUESTED = Figure("de-nghi-thay-the", "M11", "Đề nghị thay thế cán bộ theo dõi", REPLACEMENTS, unit="đề nghị")
GRANTED = Figure(
    "thay-the-dong-y",
    "M11",
    "Đề nghị thay thế được Ban Thường vụ đồng ý",
    REPLACEMENTS,
    Q(state=ReplacementState.GRANTED),
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
    Q(decided_on=None),
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
REVIEWED = Figure("nhan-xet-co-quan", "M9", "Cơ quan đã gửi bản nhận xét tập thể lãnh đạo", AGENCIES, unit="cơ quan")

FIGURES = (RECEIVED, *LEVEL_FIGURES, WANTED, REQUESTED, GRANTED, REFUSED, WAITING, DAYS_TO_DECIDE, REVIEWED)
