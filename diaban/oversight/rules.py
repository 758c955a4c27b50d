"""The words of inspection and supervision (kiểm tra, giám sát). Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled


class InspectionKind(Labelled):
    INSPECT = "inspect", "Kiểm tra"
    SUPERVISE = "supervise", "Giám sát"
    THEMATIC = "thematic", "Giám sát chuyên đề"


class Severity(Labelled):
    MINOR = "minor", "Nhắc nhở"
    SERIOUS = "serious", "Phải khắc phục"
    GRAVE = "grave", "Báo cáo Ban Thường vụ"
