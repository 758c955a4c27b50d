"""What a visit was for and what came of it."""

from diaban.planning.rules import EventKind

OPENINGS: dict[EventKind, tuple[str, ...]] = {
    EventKind.COMMITTEE: (
        "Làm việc với Ban Thường vụ Đảng ủy về kết quả lãnh đạo tháng, nhiệm vụ tháng tới",
        "Nghe Thường trực Đảng ủy báo cáo tiến độ các chỉ tiêu của nghị quyết năm",
        "Trao đổi với Đảng ủy về công tác cán bộ, quy hoạch và nguồn kết nạp đảng viên",
        "Cùng Đảng ủy rà soát các việc còn vướng từ chuyến đi trước",
    ),
    EventKind.CONFERENCE: (
        "Dự hội nghị Đảng ủy đánh giá kết quả, bàn nhiệm vụ trọng tâm",
        "Dự hội nghị Ban Chấp hành Đảng bộ xã mở rộng, phát biểu góp ý vào báo cáo",
        "Dự hội nghị sơ kết của Đảng ủy, thống nhất các giải pháp tháo gỡ",
    ),
    EventKind.YEAR_END: (
        "Dự hội nghị kiểm điểm tập thể, cá nhân Ban Thường vụ Đảng ủy cuối năm",
        "Dự kiểm điểm cuối năm của cấp ủy, góp ý về hạn chế và cách khắc phục",
    ),
    EventKind.COUNCIL: (
        "Dự kỳ họp Hội đồng nhân dân xã, nghe chất vấn và trả lời chất vấn",
        "Dự phiên họp Ủy ban nhân dân xã về thu ngân sách và đầu tư công",
    ),
    EventKind.CELL: (
        "Dự sinh hoạt định kỳ chi bộ {place}, nghe ý kiến đảng viên",
        "Dự sinh hoạt chuyên đề chi bộ {place}, góp ý cách ra nghị quyết ngắn gọn, dễ làm",
        "Sinh hoạt cùng chi bộ {place}, nắm số đảng viên đi làm ăn xa",
    ),
    EventKind.VILLAGE: (
        "Thăm {place}, gặp trưởng thôn, người có uy tín và một số hộ khó khăn",
        "Thăm đời sống Nhân dân {place}, kiểm tra nước sinh hoạt và đường vào thôn",
        "Thăm gia đình chính sách, hộ nghèo ở {place} cùng Mặt trận xã",
    ),
    EventKind.FESTIVAL: (
        "Dự Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư {place}",
        "Dự Ngày hội Đại đoàn kết tại {place}, chung vui và nghe bà con nêu ý kiến",
    ),
    EventKind.MODEL_SITE: (
        "Kiểm tra công trình đường giao thông, nhà văn hóa ở {place}",
        "Thăm mô hình trồng cây có múi, nuôi cá lồng của tổ hợp tác ở {place}",
        "Thăm hợp tác xã ở {place}, bàn cách liên kết tiêu thụ nông sản",
    ),
    EventKind.EMERGENCY: (
        "Kiểm tra sạt lở, ngập úng sau mưa lớn ở {place}, cùng xã sơ tán người và tài sản",
        "Cùng xã khắc phục hậu quả mưa bão ở {place}, thống kê thiệt hại ban đầu",
    ),
    EventKind.DIALOGUE: (
        "Dự hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân ở {place}",
        "Dự tiếp xúc cử tri tại {place}, ghi nhận các kiến nghị",
    ),
    EventKind.OTHER: (
        "Dự lễ phát động thi đua của xã",
        "Dự sơ kết phong trào của Mặt trận, các đoàn thể",
        "Dự giao lưu văn hóa, thể thao của xã",
    ),
}
AT_A_MEETING = (
    "nêu rõ {n} việc cần làm ngay trong tháng",
    "số đại biểu dự đạt {p} %, thảo luận thẳng thắn",
    "xã còn lúng túng trong thủ tục đầu tư, đã hướng dẫn trình tự",
    "thống nhất cách giải quyết {n} vướng mắc thuộc thẩm quyền của xã",
    "nhắc xã gửi bản tin đều hơn để nắm tình hình từ sớm",
    "công tác chuẩn bị chu đáo, tài liệu gửi trước",
    "một số chỉ tiêu chậm, mới đạt {p} % kế hoạch",
    "các ý kiến tập trung vào giải ngân vốn và nông thôn mới",
)
IN_THE_VILLAGES = (
    "bà con kiến nghị {n} nội dung, chủ yếu về đường, nước và đất sản xuất",
    "ghi nhận cách làm hay trong vận động hiến đất, góp công",
    "đời sống cơ bản ổn định, còn {n} hộ cần giúp đỡ đột xuất",
    "công việc chung tiến triển, dân tham gia {n} buổi lao động công ích",
    "còn {n} việc nhỏ thôn tự giải quyết được, đã trao đổi với trưởng thôn",
    "bà con mong được vay vốn và hướng dẫn kỹ thuật",
    "ghi nhận {n} ý kiến về chế độ, chính sách, đã giải thích tại chỗ",
)
OUTDOORS = frozenset(
    {EventKind.VILLAGE, EventKind.FESTIVAL, EventKind.MODEL_SITE, EventKind.EMERGENCY, EventKind.DIALOGUE}
)
AGREED = (
    "Đảng ủy giao các bộ phận thực hiện, báo lại trước cuối tháng.",
    "Sẽ báo cáo cơ quan để hỗ trợ kỹ thuật.",
    "Hẹn kiểm tra lại ở chuyến đi tới.",
    "Việc vượt thẩm quyền của xã sẽ chuyển cơ quan cấp tỉnh.",
    "Xã ghi vào nghị quyết và phân công người phụ trách.",
    "Đã thống nhất đầu mối liên hệ của xã và của cơ quan.",
    "Không có nội dung phải chuyển cấp trên.",
)
EXPECTED: dict[EventKind, tuple[str, ...]] = {
    EventKind.COMMITTEE: ("Nắm kết quả lãnh đạo của Đảng ủy", "Thống nhất việc trọng tâm của quý"),
    EventKind.CONFERENCE: ("Góp ý báo cáo và nghị quyết của Đảng ủy", "Dự, phát biểu tại hội nghị Đảng ủy"),
    EventKind.YEAR_END: ("Dự kiểm điểm, góp ý hạn chế của tập thể, cá nhân",),
    EventKind.COUNCIL: ("Nắm ý kiến đại biểu, kết quả kinh tế, xã hội",),
    EventKind.CELL: ("Dự một buổi sinh hoạt chi bộ thôn, bản", "Góp ý nâng chất lượng sinh hoạt chi bộ"),
    EventKind.VILLAGE: ("Thăm hộ chính sách, hộ khó khăn", "Nắm đời sống, tâm trạng của Nhân dân"),
    EventKind.FESTIVAL: ("Dự Ngày hội Đại đoàn kết tại khu dân cư",),
    EventKind.MODEL_SITE: ("Đánh giá một mô hình kinh tế để nhân rộng", "Kiểm tra tiến độ công trình"),
    EventKind.EMERGENCY: ("Kiểm tra phương án phòng chống thiên tai",),
    EventKind.DIALOGUE: ("Dự đối thoại, tiếp xúc cử tri",),
    EventKind.OTHER: ("Dự hoạt động chung của xã",),
}
PLACES = (
    "thôn 1", "thôn 2", "thôn 3", "thôn 4", "thôn 5", "thôn Trung Tâm", "thôn Đồng Tiến", "thôn Tân Lập", "thôn Suối Cạn",
    "thôn Đoàn Kết", "khu Đồng Cả", "khu Bãi Bằng", "khu Trại Mới", "khu Gốc Đa", "khu Đầm Sen", "khu Cầu Gỗ",
)  # fmt: skip
HALLS = ("Trụ sở Đảng ủy", "Hội trường xã", "Nhà văn hóa {place}")
DISPUTES = (
    "Hôm đó làm việc qua điện thoại, cán bộ không có mặt tại xã.",
    "Thời gian có mặt là một buổi, không phải hai buổi như đã ghi.",
    "Ngày ghi không đúng, cuộc họp diễn ra vào tuần sau.",
)
ANSWERS_TO = dict(
    zip(
        DISPUTES,
        (
            "Tôi có mặt tại nhà văn hóa thôn, không qua trụ sở nên văn phòng không nắm; đồng chí trưởng thôn cùng dự.",
            "Đúng là một buổi; tôi đã ghi nhầm số buổi, xin xã ghi nhận theo ý kiến của xã.",
            "Tôi đã đối chiếu giấy mời, ngày ghi là ngày họp trù bị; đề nghị xã xem lại.",
        ),
        strict=True,
    )
)
"""What the cadre answers, by what the commune said."""
MET: dict[EventKind, tuple[str, ...]] = {
    EventKind.COMMITTEE: ("Bí thư, Phó Bí thư Đảng ủy", "Ban Thường vụ Đảng ủy ({n} đồng chí)"),
    EventKind.CONFERENCE: ("Ban Chấp hành Đảng bộ, bí thư các chi bộ", "Đảng ủy viên và {n} bí thư chi bộ"),
    EventKind.YEAR_END: ("Ban Thường vụ Đảng ủy ({n} đồng chí)",),
    EventKind.COUNCIL: ("Thường trực Hội đồng nhân dân, lãnh đạo Ủy ban nhân dân",),
    EventKind.CELL: ("Bí thư chi bộ và {m} đảng viên", "Chi ủy và {m} đảng viên"),
    EventKind.VILLAGE: ("Trưởng thôn, bí thư chi bộ, {n} hộ dân", "Trưởng ban công tác Mặt trận và {n} hộ khó khăn"),
    EventKind.FESTIVAL: ("Ban công tác Mặt trận và {m} hộ dân",),
    EventKind.MODEL_SITE: ("Lãnh đạo Ủy ban nhân dân xã, {n} hộ tham gia", "Ban quản trị hợp tác xã"),
    EventKind.EMERGENCY: ("Ban Chỉ huy phòng chống thiên tai xã, {m} người tham gia",),
    EventKind.DIALOGUE: ("Thường trực Đảng ủy và {m} người dân",),
    EventKind.OTHER: ("Mặt trận và các đoàn thể xã", "Công an xã, Ban Chỉ huy Quân sự xã"),
}
"""Roles and numbers of those whom the cadre met."""
