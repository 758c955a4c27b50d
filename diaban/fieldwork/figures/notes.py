"""M5: what was seen in the six fields, its trend, and the communes seen in every field and quarter."""

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import SituationNote
from diaban.fieldwork.policies import visible_notes
from diaban.fieldwork.rules import Trend
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE
from diaban.planning.rules import Topic

TOPICS = dict(Topic.choices())
QUARTERS = {str(quarter): f"Quý {roman}" for quarter, roman in enumerate(("I", "II", "III", "IV"), start=1)}


def rows(scope: Scope) -> QuerySet[SituationNote]:
    return visible_notes(scope.actor).filter(province_id=scope.province, year=scope.year)


LEDGER = Ledger(
    key="ghi-nhan-tinh-hinh",
    noun="ghi nhận tình hình",
    rows=rows,
    columns=(
        Column("Ngày", "noted_on", Kind.DATE),
        COMMUNE,
        Column("Lĩnh vực", "topic", Kind.CHOICE, TOPICS),
        Column("Chiều hướng", "trend", Kind.CHOICE, dict(Trend.choices())),
        Column("Nội dung", "text"),
        CADRE,
        AGENCY,
    ),
    order=("noted_on", "id"),
    cuts=(
        Cut("linh-vuc", "Theo lĩnh vực", "topic", "topic", TOPICS),
        Cut("chieu-huong", "Theo chiều hướng", "trend", "trend", dict(Trend.choices())),
        Cut("quy", "Theo quý", "quarter", "quarter", QUARTERS),
        BY_DISTRICT,
        BY_COMMUNE,
    ),
)

NOTES = Figure("ghi-nhan-tinh-hinh", "M5", "Ghi nhận tình hình theo sáu lĩnh vực", LEDGER, unit="ghi nhận")
WORSE = Figure(
    "ghi-nhan-can-chu-y", "M5", "Ghi nhận có chiều hướng cần chú ý", LEDGER, Q(trend=Trend.WORSE), unit="ghi nhận"
)
BETTER = Figure(
    "ghi-nhan-chuyen-bien-tot", "M5", "Ghi nhận có chuyển biến tốt", LEDGER, Q(trend=Trend.BETTER), unit="ghi nhận"
)

FIGURES = (NOTES, BETTER, WORSE)
