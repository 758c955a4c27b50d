"""The words and the courses of the year's end: the commune's form, the agency's, replacement. Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled

CRITERIA: dict[str, str] = {
    "programme": "Xây dựng chương trình theo dõi kịp thời",
    "presence": "Thời gian và sự đều đặn đi cơ sở",
    "attendance": "Tham dự các hoạt động của địa phương",
    "situation": "Nắm tình hình địa bàn",
    "difficulties": "Phản ánh khó khăn, vướng mắc và theo đến khi có trả lời",
    "innovations": "Đề xuất mô hình, giải pháp có ích",
    "support": "Kết quả hỗ trợ địa phương",
    "style": "Tác phong, sự gần gũi, kỷ luật, phối hợp",
}
"""The eight criteria of domain.md 9.5; their wording is copied into each form."""


class Mark(Labelled):
    GOOD = "good", "Tốt"
    FAIR = "fair", "Khá"
    AVERAGE = "average", "Trung bình"
    POOR = "poor", "Kém"


class Fixed(Labelled):
    """What became of the shortcomings that were named the year before."""

    YES = "yes", "Đã khắc phục"
    PARTLY = "partly", "Khắc phục một phần"
    NO = "no", "Chưa khắc phục"
    NONE = "none", "Năm trước không nêu hạn chế"


class Requester(Labelled):
    COMMUNE = "commune", "Đảng ủy xã, phường, thị trấn"
    CADRE = "cadre", "Cán bộ theo dõi"
    AGENCY = "agency", "Cơ quan của cán bộ"
    BOARD = "board", "Ban Tổ chức Tỉnh ủy"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"


class ReplacementReason(Labelled):
    NOT_FULFILLING = "not_fulfilling", "Chưa làm tròn nhiệm vụ theo dõi"
    TRANSFER = "transfer", "Chuyển công tác"
    RETIREMENT = "retirement", "Nghỉ hưu"
    HEALTH = "health", "Sức khỏe"
    CONFLICT = "conflict", "Quan hệ công tác"
    MERGER = "merger", "Sáp nhập đơn vị"
    OTHER = "other", "Lý do khác"


class ReplacementState(Labelled):
    REQUESTED = "requested", "Đã đề nghị"
    VERIFIED = "verified", "Ban Tổ chức đã xác minh"
    GRANTED = "granted", "Ban Thường vụ đồng ý thay"
    REFUSED = "refused", "Ban Thường vụ không thay"
    LAPSED = "lapsed", "Không còn phải xét"


NEXT: dict[ReplacementState, frozenset[ReplacementState]] = {
    ReplacementState.REQUESTED: frozenset({ReplacementState.VERIFIED, ReplacementState.LAPSED}),
    ReplacementState.VERIFIED: frozenset({ReplacementState.GRANTED, ReplacementState.REFUSED, ReplacementState.LAPSED}),
    ReplacementState.GRANTED: frozenset(),
    ReplacementState.REFUSED: frozenset(),
    ReplacementState.LAPSED: frozenset(),
}
OPEN = frozenset({ReplacementState.REQUESTED, ReplacementState.VERIFIED})
