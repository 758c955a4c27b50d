"""The words and the course of a yearly programme (chương trình theo dõi). Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled


class Topic(Labelled):
    """The six fields that the programme watches, as Conclusion 1016-KL/TU names them."""

    ECONOMY = "economy", "Kinh tế, xã hội"
    DEFENCE = "defence", "Quốc phòng, an ninh"
    SYSTEM = "system", "Xây dựng hệ thống chính trị"
    POLICY = "policy", "Thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước"
    PUBLIC_MOOD = "public_mood", "Đời sống, tâm trạng của Nhân dân"
    RELATION = "relation", "Quan hệ giữa Nhân dân với hệ thống chính trị"


class EventKind(Labelled):
    """What a day in the commune was for (domain: visit log, activity type)."""

    COMMITTEE = "committee", "Làm việc với Đảng ủy, Ban Thường vụ Đảng ủy"
    CONFERENCE = "conference", "Hội nghị Đảng ủy"
    YEAR_END = "year_end", "Kiểm điểm cuối năm của cấp ủy"
    COUNCIL = "council", "Kỳ họp HĐND, phiên họp UBND"
    CELL = "cell", "Sinh hoạt chi bộ"
    VILLAGE = "village", "Thăm thôn, bản, hộ dân"
    FESTIVAL = "festival", "Ngày hội Đại đoàn kết"
    MODEL_SITE = "model_site", "Thăm mô hình, công trình"
    EMERGENCY = "emergency", "Khắc phục thiên tai, việc khẩn"
    DIALOGUE = "dialogue", "Tiếp xúc, đối thoại với Nhân dân"
    OTHER = "other", "Hoạt động khác"


ATTENDED = frozenset(
    set(EventKind) - {EventKind.COMMITTEE, EventKind.VILLAGE, EventKind.MODEL_SITE, EventKind.OTHER}
)
"""Kinds in which the cadre takes part in the locality's own programme ("tham dự các chương trình tại địa bàn")."""


class ProgrammeState(Labelled):
    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Đã gửi cơ quan"
    ENDORSED = "endorsed", "Cơ quan đã thống nhất"
    REGISTERED = "registered", "Ban Tổ chức đã đăng ký"
    RETURNED = "returned", "Bị trả lại"
    REPLACED = "replaced", "Đã có bản sửa đổi"


NEXT: dict[ProgrammeState, frozenset[ProgrammeState]] = {
    ProgrammeState.DRAFT: frozenset({ProgrammeState.SUBMITTED}),
    ProgrammeState.SUBMITTED: frozenset({ProgrammeState.ENDORSED, ProgrammeState.RETURNED}),
    ProgrammeState.RETURNED: frozenset({ProgrammeState.SUBMITTED}),
    ProgrammeState.ENDORSED: frozenset({ProgrammeState.REGISTERED, ProgrammeState.RETURNED}),
    ProgrammeState.REGISTERED: frozenset({ProgrammeState.REPLACED}),
    ProgrammeState.REPLACED: frozenset(),
}
