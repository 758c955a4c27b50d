"""M3, M9, M10, M12: what was expected, what came in time, late, or not at all. All read off the expected rows."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import BooleanField, DateField, ExpressionWrapper, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan

from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope, everybody
from diaban.obligations.models import Obligation
from diaban.obligations.policies import visible_obligations
from diaban.obligations.rules import REPORT_KINDS, ObligationKind
from diaban.people.figures import (
    AGENCY,
    BY_AGENCY,
    BY_CADRE,
    BY_COMMUNE,
    BY_DISTRICT,
    CADRE,
    COMMUNE,
    to_others_than_the_assessed,
    to_province_and_agency,
)
from diaban.regulations.rules import ReportKind, standard_calendar

KINDS = dict(ObligationKind.choices())
PERIODS = {"0": ""} | {str(number): f"kỳ {number}" for number in ReportKind.MONTH.times}
"""Which month or quarter, in a list of all sorts."""

RECEIVED = Q(received_on__isnull=False)
RECEIVED_IN_TIME = RECEIVED & (Q(days_late=0) | Q(cause_confirmed=True))
LATE = RECEIVED & Q(days_late__gt=0, cause_confirmed=False)
MISSING = Q(received_on=None, due_passed=True, cause_confirmed=False)
NOT_IN_TIME = LATE | MISSING


def open_rows(scope: Scope) -> QuerySet[Obligation]:
    """What the year expects of whom the person may see, closed duties left out; `due_passed` on the scope's day."""
    day = standard_calendar(scope.as_of.year - 1, scope.as_of.year).latest_working_day(scope.as_of)
    passed = LessThan(Coalesce("extended_to", "due_on"), Value(day, DateField()))
    seen = visible_obligations(scope.actor, concluded=scope.concluded)
    mine = seen.filter(province_id=scope.province, year=scope.year, closed_on=None)
    return mine.annotate(due_passed=ExpressionWrapper(passed, output_field=BooleanField()))


LEDGER = Ledger(
    key="viec-phai-lam",
    noun="việc phải làm",
    rows=open_rows,
    columns=(
        Column("Loại", "kind", Kind.CHOICE, KINDS),
        Column("Kỳ", "period", Kind.CHOICE, PERIODS),
        COMMUNE,
        CADRE,
        AGENCY,
        Column("Hạn", "due_on", Kind.DATE),
        Column("Gia hạn đến", "extended_to", Kind.DATE),
        Column("Ngày nhận", "received_on", Kind.DATE),
        Column("Chậm (ngày làm việc)", "days_late", Kind.NUMBER),
    ),
    order=("due_on", "id"),
    cuts=(Cut("loai", "Theo loại", "kind", "kind", KINDS), BY_DISTRICT, BY_AGENCY, BY_COMMUNE, BY_CADRE),
)


def _five(
    kind: ObligationKind, short: str, row: str, noun: str, unit: str, told_to: Callable[[Scope], bool] = everybody
) -> tuple[Figure, ...]:
    """Expected, in time, late, missing, and late or missing together, of one kind."""
    parts = (
        ("", "phải có", Q()),
        ("-dung-han", "đúng hạn", RECEIVED_IN_TIME),
        ("-cham", "gửi chậm", LATE),
        ("-thieu", "chưa gửi, đã quá hạn", MISSING),
        ("-chua-bao-dam", "chưa bảo đảm thời gian", NOT_IN_TIME),
    )
    return tuple(
        Figure(short + key, row, f"{noun} {words}", LEDGER, Q(kind=kind) & part, unit=unit, told_to=told_to)
        for key, words, part in parts
    )


REPORTS = Q(kind__in=sorted(REPORT_KINDS))
DAYS_LATE = Figure(
    "bc-so-ngay-cham",
    "M10",
    "Số ngày làm việc chậm bình quân của báo cáo gửi chậm",
    LEDGER,
    REPORTS & LATE,
    of="days_late",
    average=True,
    unit="ngày",
)
EXTENDED = Figure("viec-gia-han", "M10", "Việc được gia hạn", LEDGER, Q(extended_to__isnull=False), unit="việc")
EXCUSED = Figure(
    "viec-co-nguyen-nhan",
    "M10",
    "Việc chậm có nguyên nhân khách quan được xác nhận",
    LEDGER,
    Q(cause_confirmed=True),
    unit="việc",
)

FIGURES = (
    *_five(ObligationKind.PROGRAMME, "ct", "M3", "Chương trình theo dõi", "chương trình"),
    *_five(ObligationKind.MONTH_REPORT, "bc-thang", "M10", "Báo cáo tháng", "báo cáo"),
    *_five(ObligationKind.QUARTER_REPORT, "bc-quy", "M10", "Báo cáo quý", "báo cáo"),
    *_five(ObligationKind.HALF_YEAR_REPORT, "bc-6t", "M10", "Báo cáo 6 tháng", "báo cáo"),
    *_five(ObligationKind.YEAR_REPORT, "bc-nam", "M10", "Báo cáo năm", "báo cáo"),
    DAYS_LATE,
    EXTENDED,
    EXCUSED,
    *_five(ObligationKind.COMMUNE_ASSESSMENT, "pnx", "M12", "Phiếu nhận xét", "phiếu", to_others_than_the_assessed),
    *_five(
        ObligationKind.AGENCY_ASSESSMENT,
        "nxcq",
        "M9",
        "Bản nhận xét tập thể lãnh đạo",
        "cơ quan",
        to_province_and_agency,
    ),
)

MATRIX_KINDS = (
    (ObligationKind.PROGRAMME, "Chương trình năm", "ct"),
    (ObligationKind.MONTH_REPORT, "Báo cáo tháng", "bc-thang"),
    (ObligationKind.QUARTER_REPORT, "Báo cáo quý", "bc-quy"),
    (ObligationKind.HALF_YEAR_REPORT, "Báo cáo 6 tháng", "bc-6t"),
    (ObligationKind.YEAR_REPORT, "Báo cáo năm", "bc-nam"),
    (ObligationKind.COMMUNE_ASSESSMENT, "Phiếu nhận xét", "pnx"),
)
"""The rows of the deadline matrix: kind, label, and the key of the figure that its cells open."""
