"""M12: what communes judged. M11: forms that ask for another cadre. M9: agencies' own reviews."""

from django.db.models import Q, QuerySet

from diaban.assessment.models import AgencyAssessment, CommuneAssessment
from diaban.assessment.policies import visible_agency_assessments, visible_assessments
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
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
REVIEWED = Figure("nhan-xet-co-quan", "M9", "Cơ quan đã gửi bản nhận xét tập thể lãnh đạo", AGENCIES, unit="cơ quan")

FIGURES = (RECEIVED, *LEVEL_FIGURES, WANTED, REVIEWED)
