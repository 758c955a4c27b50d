"""The words of the room."""

from __future__ import annotations

from diaban.kit.enums import Labelled


class ObligationKind(Labelled):
    PROGRAMME = "programme", "Chương trình theo dõi"
    HALF_YEAR_REPORT = "half_year_report", "Báo cáo 6 tháng"
    YEAR_REPORT = "year_report", "Báo cáo năm"
    COMMUNE_ASSESSMENT = "commune_assessment", "Phiếu nhận xét của xã"
    AGENCY_ASSESSMENT = "agency_assessment", "Đánh giá tập thể lãnh đạo cơ quan"


CADRE_KINDS = frozenset({ObligationKind.PROGRAMME, ObligationKind.HALF_YEAR_REPORT, ObligationKind.YEAR_REPORT})
"""Owed by the cadre. The commune owes its assessment, the agency's leadership its own."""


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
