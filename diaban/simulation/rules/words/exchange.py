"""What passes between a commune and its cadre: events, answers to invitations, replies; what is known of a commune."""

from diaban.planning.rules import EventKind

HALL, VILLAGE = "Hội trường Đảng ủy", "Nhà văn hóa {place}"
EVENTS: dict[EventKind, tuple[tuple[str, str, int, str], ...]] = {
    EventKind.COMMITTEE: (
        ("Họp Ban Thường vụ Đảng ủy mở rộng", HALL, 8, "Bàn nhiệm vụ trọng tâm tháng, công tác cán bộ."),
        ("Giao ban Thường trực Đảng ủy với bí thư các chi bộ", HALL, 14, ""),
    ),
    EventKind.CONFERENCE: (
        ("Hội nghị Ban Chấp hành Đảng bộ xã", HALL, 8, "Tài liệu gửi trước ba ngày."),
        ("Hội nghị sơ kết thực hiện nghị quyết của Đảng ủy", HALL, 8, "Mời đồng chí phát biểu ý kiến."),
    ),
    EventKind.COUNCIL: (
        ("Kỳ họp chuyên đề Hội đồng nhân dân xã", "Hội trường xã", 8, ""),
        ("Phiên họp Ủy ban nhân dân xã về đầu tư công", "Hội trường xã", 14, ""),
    ),
    EventKind.CELL: (
        ("Sinh hoạt chi bộ {place}", VILLAGE, 19, "Chi bộ họp buổi tối, sau giờ làm đồng."),
        ("Sinh hoạt chuyên đề chi bộ {place}", VILLAGE, 14, "Chuyên đề: phân công đảng viên phụ trách hộ."),
    ),
    EventKind.VILLAGE: (
        ("Ngày thứ bảy cùng dân làm đường {place}", VILLAGE, 7, "Mang giày lội ruộng; nghỉ nếu mưa."),
        ("Trao nhà Đại đoàn kết ở {place}", VILLAGE, 9, ""),
    ),
    EventKind.DIALOGUE: (
        ("Đối thoại giữa người đứng đầu cấp ủy với Nhân dân {place}", VILLAGE, 8, "Ý kiến gửi trước đã tổng hợp."),
        ("Tiếp xúc cử tri trước kỳ họp giữa năm", "Hội trường xã", 14, ""),
    ),
    EventKind.MODEL_SITE: (
        ("Khánh thành đường bê tông {place}", "Tại công trình, {place}", 8, ""),
        ("Tham quan mô hình của tổ hợp tác {place}", "Tại mô hình, {place}", 9, ""),
    ),
    EventKind.OTHER: (
        ("Lễ phát động Tháng Công nhân, Tháng hành động vì trẻ em", "Sân vận động xã", 7, ""),
        ("Hội thi thể thao, văn nghệ chào mừng ngày lễ", "Sân vận động xã", 14, ""),
    ),
}
"""Title, place, hour of the day, note."""
DECLINED = (
    "Trùng hội nghị của Tỉnh ủy; xin gửi ý kiến bằng văn bản.",
    "Đi công tác ngoài tỉnh theo kế hoạch của cơ quan.",
    "Dự kỳ họp của cơ quan cùng ngày; sẽ làm việc với xã vào tuần sau.",
)
CALLED_OFF = (
    "Lùi lịch do mưa lớn, đường vào thôn bị ngập.",
    "Huyện triệu tập họp đột xuất, xã sẽ báo lịch khác.",
    "Chưa chuẩn bị xong tài liệu, chuyển sang kỳ sau.",
)
REPLIES = (
    "Đã đọc. Đề nghị xã theo dõi thêm và báo lại vào cuối tháng.",
    "Cảm ơn Đảng ủy. Việc này tôi sẽ trao đổi với cơ quan chuyên môn trong tuần.",
    "Đã nắm. Hẹn làm việc cụ thể ở chuyến đi tới.",
    "Đề nghị xã gửi thêm số liệu từng thôn để có căn cứ kiến nghị.",
    "Tôi sẽ dự buổi này. Nhờ Văn phòng Đảng ủy gửi tài liệu trước.",
)
MATTERS = (
    "Lao động trẻ đi làm xa nhiều; chi bộ khó tìm nguồn kết nạp.",
    "Địa bàn chia cắt, mùa mưa có {n} thôn dễ sạt lở.",
    "Tiêu chí thu nhập và nhà ở dân cư chưa đạt.",
    "Hồ sơ đất đai tồn đọng; ranh giới đất rừng với xã bạn chưa rõ.",
    "Nước sinh hoạt mùa khô thiếu ở {n} thôn.",
    "Có dự án đi qua, việc giải phóng mặt bằng còn ý kiến.",
    "Sản xuất nhỏ lẻ, chưa có hợp tác xã mạnh.",
)
MATTERS_IN_TOWN = (
    "Dân cư đông, trật tự đô thị và rác thải là việc phải làm thường xuyên.",
    "Nhiều hộ kinh doanh nhỏ; {n} tổ dân phố chưa có nhà văn hóa.",
    "Đang chỉnh trang đô thị, việc bồi thường còn ý kiến.",
)
SOURCES = ("Báo cáo của Ủy ban nhân dân xã", "Niên giám thống kê của huyện", "Số liệu rà soát hộ nghèo cuối năm")
