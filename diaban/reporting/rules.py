"""The words and the course of a periodic report (báo cáo kết quả theo dõi). Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled


class ReportKind(Labelled):
    HALF = "half", "Báo cáo 6 tháng"
    YEAR = "year", "Báo cáo năm"


class ReportState(Labelled):
    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Đã gửi cơ quan"
    ENDORSED = "endorsed", "Cơ quan đã thống nhất"
    RECEIVED = "received", "Ban Tổ chức đã nhận"
    RETURNED = "returned", "Bị trả lại"
    REPLACED = "replaced", "Đã có phiên bản mới"


NEXT: dict[ReportState, frozenset[ReportState]] = {
    ReportState.DRAFT: frozenset({ReportState.SUBMITTED}),
    ReportState.SUBMITTED: frozenset({ReportState.ENDORSED, ReportState.RETURNED}),
    ReportState.ENDORSED: frozenset({ReportState.RECEIVED, ReportState.RETURNED}),
    ReportState.RECEIVED: frozenset(),
    ReportState.RETURNED: frozenset({ReportState.REPLACED}),
    ReportState.REPLACED: frozenset(),
}
"""What was submitted is frozen: a returned report is mended as a new version, the returned one stays as it was."""

SECTIONS: dict[str, str] = {
    "programme": "I. Kết quả thực hiện chương trình theo dõi",
    "situation": "II. Tình hình địa bàn",
    "support": "III. Hoạt động hỗ trợ và kết quả",
    "difficulties": "IV. Khó khăn, vướng mắc; kiến nghị",
    "innovations": "V. Mô hình mới, cách làm sáng tạo",
    "limits": "VI. Hạn chế, nguyên nhân, bài học",
    "tasks": "VII. Nhiệm vụ kỳ tới",
    "proposals": "VIII. Đề xuất với Ban Thường vụ Tỉnh ủy và các cơ quan",
}
"""Sections by domain.md 9.4, in order; the wording is copied into a report when it is begun."""


class CompletionLevel(Labelled):
    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    COMPLETED = "completed", "Hoàn thành nhiệm vụ"
    NOT_COMPLETED = "not_completed", "Không hoàn thành nhiệm vụ"


EXTREME = frozenset({CompletionLevel.EXCELLENT, CompletionLevel.NOT_COMPLETED})
"""Levels that need concrete reasons (domain rule 29)."""
