"""M15: inspections planned and done, findings open and closed."""

from django.db.models import DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.oversight.models import Finding, Inspection
from diaban.oversight.policies import visible_findings, visible_inspections
from diaban.oversight.rules import InspectionKind, Severity
from diaban.people.figures import AGENCY, BY_AGENCY, BY_COMMUNE, CADRE, COMMUNE, to_all_but_communes, to_the_province


def rows(scope: Scope) -> QuerySet[Inspection]:
    return visible_inspections(scope.actor).filter(province_id=scope.province, year=scope.year)


def finding_rows(scope: Scope) -> QuerySet[Finding]:
    """Findings of the year, each with whether its remedy came, or is still to come, after its day."""
    ended = Coalesce("closed_on", Value(scope.as_of, DateField()))
    mine = visible_findings(scope.actor).filter(province_id=scope.province, year=scope.year)
    return mine.annotate(overdue=Q(due_on__lt=ended))


INSPECTIONS = Ledger(
    key="kiem-tra",
    noun="cuộc kiểm tra, giám sát",
    rows=rows,
    columns=(
        Column("Dự kiến", "planned_on", Kind.DATE),
        Column("Hoàn thành", "done_on", Kind.DATE),
        Column("Nội dung", "title"),
        Column("Hình thức", "kind", Kind.CHOICE, dict(InspectionKind.choices())),
        Column("Chủ trì", "lead_body"),
        Column("Quyết định", "decision_symbol"),
    ),
    order=("planned_on", "id"),
    cuts=(Cut("hinh-thuc", "Theo hình thức", "kind", "kind", dict(InspectionKind.choices())),),
    told_to=to_the_province,
)
FINDINGS = Ledger(
    key="ket-luan-kiem-tra",
    noun="kết luận kiểm tra",
    rows=finding_rows,
    columns=(
        Column("Ngày kết luận", "found_on", Kind.DATE),
        COMMUNE,
        CADRE,
        AGENCY,
        Column("Nội dung", "description"),
        Column("Mức độ", "severity", Kind.CHOICE, dict(Severity.choices())),
        Column("Hạn khắc phục", "due_on", Kind.DATE),
        Column("Khắc phục xong", "closed_on", Kind.DATE),
    ),
    order=("found_on", "id"),
    cuts=(Cut("muc-do", "Theo mức độ", "severity", "severity", dict(Severity.choices())), BY_AGENCY, BY_COMMUNE),
    told_to=to_all_but_communes,
)

PLANNED = Figure("kiem-tra-ke-hoach", "M15", "Cuộc kiểm tra, giám sát theo kế hoạch", INSPECTIONS, unit="cuộc")
DONE = Figure(
    "kiem-tra-da-lam",
    "M15",
    "Cuộc kiểm tra, giám sát đã hoàn thành",
    INSPECTIONS,
    Q(done_on__isnull=False),
    unit="cuộc",
)
FOUND = Figure("ket-luan", "M15", "Kết luận phải khắc phục", FINDINGS, unit="kết luận")
CLOSED = Figure(
    "ket-luan-da-khac-phuc", "M15", "Kết luận đã khắc phục xong", FINDINGS, Q(closed_on__isnull=False), unit="kết luận"
)
OPEN = Figure(
    "ket-luan-chua-khac-phuc", "M15", "Kết luận chưa khắc phục xong", FINDINGS, Q(closed_on=None), unit="kết luận"
)

FIGURES = (PLANNED, DONE, FOUND, CLOSED, OPEN)
