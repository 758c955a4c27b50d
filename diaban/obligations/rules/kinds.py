"""The words of the room."""

from __future__ import annotations

from diaban.kit.enums import Labelled
from diaban.regulations.rules import ReportKind, ReportPeriod


class ObligationKind(Labelled):
    PROGRAMME = "programme", "Chương trình theo dõi"
    MONTH_REPORT = "month_report", "Báo cáo tháng"
    QUARTER_REPORT = "quarter_report", "Báo cáo quý"
    HALF_YEAR_REPORT = "half_year_report", "Báo cáo 6 tháng"
    YEAR_REPORT = "year_report", "Báo cáo năm"
    COMMUNE_ASSESSMENT = "commune_assessment", "Phiếu nhận xét của xã"
    AGENCY_ASSESSMENT = "agency_assessment", "Đánh giá tập thể lãnh đạo cơ quan"


KIND_OF_REPORT = {
    ReportKind.MONTH: ObligationKind.MONTH_REPORT,
    ReportKind.QUARTER: ObligationKind.QUARTER_REPORT,
    ReportKind.HALF_YEAR: ObligationKind.HALF_YEAR_REPORT,
    ReportKind.YEAR: ObligationKind.YEAR_REPORT,
}
REPORT_KINDS = frozenset(KIND_OF_REPORT.values())
CADRE_KINDS = REPORT_KINDS | {ObligationKind.PROGRAMME}
"""Owed by the cadre. The commune owes its assessment, the agency's leadership its own."""


def period_of(kind: ObligationKind, number: int = 0) -> ReportPeriod | None:
    """Which period a report of this kind speaks of; null for what is no report."""
    return next((ReportPeriod(report, number) for report, owed in KIND_OF_REPORT.items() if owed is kind), None)


def called(kind: ObligationKind, number: int, year: int) -> str:
    """Thus: Chương trình theo dõi 2024; Báo cáo tháng 3/2024."""
    period = period_of(kind, number)
    return period.in_year(year) if period else f"{kind.label} {year}"


class State(Labelled):
    """How an obligation stands on a day: always exactly one of these."""

    NOT_OPEN = "not_open", "Chưa đến kỳ"
    OPEN = "open", "Đang trong hạn"
    DUE_SOON = "due_soon", "Sắp đến hạn"
    ON_TIME = "on_time", "Đúng hạn"
    EXTENDED = "extended", "Trong hạn đã gia hạn"
    SLIGHTLY_LATE = "slightly_late", "Chậm ít"
    LATE = "late", "Chậm"
    EXCUSED = "excused", "Có nguyên nhân khách quan"
    MISSING = "missing", "Chưa gửi"
    CLOSED = "closed", "Thôi không phải thực hiện"

    @property
    def is_pending(self) -> bool:
        """Nothing to judge yet."""
        return self in {State.NOT_OPEN, State.OPEN, State.DUE_SOON}

    @property
    def is_late(self) -> bool:
        """Received after the due day without a confirmed cause."""
        return self in {State.SLIGHTLY_LATE, State.LATE}


class Relief(Labelled):
    """What may be granted to who owes."""

    EXTENSION = "extension", "gia hạn"
    OBJECTIVE_CAUSE = "objective_cause", "nguyên nhân khách quan"
