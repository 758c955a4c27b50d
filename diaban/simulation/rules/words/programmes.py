"""What stands in a programme besides its objectives, and why one was late, sent back or revised."""

from diaban.planning.rules import EventKind

COORDINATORS: dict[EventKind, tuple[str, ...]] = {
    EventKind.COMMITTEE: ("Văn phòng Đảng ủy xã", "Ban Tổ chức Huyện ủy", ""),
    EventKind.CONFERENCE: ("Văn phòng Đảng ủy xã", ""),
    EventKind.YEAR_END: ("Ban Tổ chức Huyện ủy", "Ủy ban Kiểm tra Đảng ủy xã"),
    EventKind.COUNCIL: ("Thường trực Hội đồng nhân dân xã", "Phòng Tài chính - Kế hoạch huyện"),
    EventKind.CELL: ("Chi ủy chi bộ thôn", "Ban Tuyên giáo Huyện ủy", ""),
    EventKind.VILLAGE: ("Ủy ban Mặt trận Tổ quốc xã", "Hội Liên hiệp Phụ nữ xã", "Trạm Y tế xã"),
    EventKind.FESTIVAL: ("Ủy ban Mặt trận Tổ quốc xã", "Ban công tác Mặt trận thôn"),
    EventKind.MODEL_SITE: ("Hội Nông dân xã", "Trung tâm Dịch vụ nông nghiệp huyện", "Trung tâm Khuyến nông tỉnh"),
    EventKind.EMERGENCY: ("Ban Chỉ huy phòng chống thiên tai huyện", "Ban Chỉ huy Quân sự xã"),
    EventKind.DIALOGUE: ("Ủy ban Mặt trận Tổ quốc xã", "Tổ đại biểu Hội đồng nhân dân huyện"),
    EventKind.OTHER: ("Đoàn Thanh niên xã", "Công an xã", ""),
}
RESOURCES = (
    "Công tác phí trong dự toán của cơ quan",
    "Quỹ vì người nghèo của cơ quan",
    "Lồng ghép chương trình mục tiêu quốc gia xây dựng nông thôn mới",
    "Vận động doanh nghiệp",
    "Chi bộ, đoàn thể cơ quan đóng góp",
    "",
    "",
    "",
)
LATE_REASONS = (
    "Đi học lớp cao cấp lý luận chính trị tập trung, về mới xây dựng được.",
    "Chờ thống nhất lịch hội nghị của Đảng ủy xã.",
    "Cơ quan thay đổi phân công lãnh đạo đầu năm.",
    "Dồn việc tổng kết năm của ngành.",
)
RETURNED_BY_AGENCY = (
    "Chưa có nội dung dự sinh hoạt chi bộ trong quý III; đề nghị bổ sung hai buổi.",
    "Lịch tháng 6 trùng đợt công tác của cơ quan; đề nghị chuyển sang tháng khác.",
)
RETURNED_BY_BOARD = (
    "Chưa nêu kết quả dự kiến của từng nội dung; đề nghị ghi cụ thể, đo được.",
    "Mục tiêu chép lại của năm trước; đề nghị sát với nghị quyết năm 2024 của Đảng ủy xã.",
    "Thiếu phần cơ quan bảo đảm thời gian, phương tiện; đề nghị bổ sung.",
)
ADDED: tuple[tuple[EventKind, str], ...] = (
    (EventKind.MODEL_SITE, "Kiểm tra tiến độ công trình nước sinh hoạt tập trung"),
    (EventKind.DIALOGUE, "Dự đối thoại về sắp xếp thôn, bản, ghi nhận kiến nghị"),
    (EventKind.CELL, "Dự sinh hoạt chuyên đề về giữ gìn đoàn kết ở chi bộ ghép"),
    (EventKind.COMMITTEE, "Cùng Ban Thường vụ Đảng ủy rà soát nguồn phát triển đảng viên"),
)
"""What a revision adds: kind of event, expected result."""
