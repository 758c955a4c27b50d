"""Sentences of programmes, reports, forms, requests, agencies' acts and inspections."""

from diaban.fieldwork.rules import AgencyActKind
from diaban.oversight.rules import Severity
from diaban.reporting.rules import CompletionLevel

BOARD = "Ban Tổ chức Tỉnh ủy"
OBJECTIVES = (
    "Nắm chắc tình hình địa bàn theo sáu lĩnh vực; giúp Đảng ủy nâng chất lượng sinh hoạt chi bộ; tháo gỡ ít nhất hai vướng mắc.",
    "Theo dõi việc thực hiện nghị quyết năm của Đảng ủy; hỗ trợ xã đạt thêm tiêu chí nông thôn mới; phản ánh kịp thời tâm trạng Nhân dân.",
    "Giúp xã củng cố cấp ủy chi bộ, phát triển kinh tế hợp tác; vận động nguồn lực giúp hộ khó khăn.",
    "Dự đủ các hội nghị quan trọng của Đảng ủy; theo đến cùng các kiến nghị của xã; đề xuất một mô hình mới.",
)
COMMITMENTS = (
    "Bố trí thời gian mỗi tháng ít nhất một ngày, xe và công tác phí.",
    "Giao Văn phòng cử một chuyên viên giúp việc, bố trí xe khi đi cơ sở.",
    "Bảo đảm thời gian, kinh phí; tổ chức một hoạt động chung tại xã.",
)
SECTIONS: dict[str, tuple[str, ...]] = {
    "programme": (
        "Đã thực hiện {visits} chuyến đi, {days} ngày ở cơ sở; dự các hội nghị của Đảng ủy, sinh hoạt chi bộ theo chương trình.",
        "Thực hiện chương trình theo dõi với {visits} chuyến, {days} ngày; một số nội dung chuyển sang kỳ sau do trùng lịch họp.",
    ),
    "situation": (
        "Kinh tế, xã hội ổn định; quốc phòng, an ninh giữ vững; hệ thống chính trị hoạt động nền nếp; Nhân dân yên tâm sản xuất.",
        "Tình hình cơ bản tốt; cần chú ý giải ngân vốn, nguồn phát triển đảng viên và hồ sơ đất đai.",
        "Xã chuyển biến khá về nông thôn mới; còn lo ngại sạt lở mùa mưa và lao động đi làm xa.",
    ),
    "support": (
        "Cùng tập thể lãnh đạo cơ quan thực hiện {supports} hoạt động hỗ trợ, đã gửi xã xác nhận.",
        "Hỗ trợ {supports} việc, tập trung vào hộ khó khăn, học sinh và kỹ thuật sản xuất.",
    ),
    "difficulties": (
        "Đã chuyển các vướng mắc vượt thẩm quyền đến cơ quan giải quyết; một số việc chờ nguồn vốn.",
        "Đường giao thông và hồ sơ đất đai là vướng mắc nhiều nhất; đề nghị các sở trả lời đúng hạn.",
    ),
    "innovations": (
        "Trao đổi với xã về sinh hoạt chi bộ theo việc và tổ hợp tác sản xuất.",
        "Giới thiệu cách làm của xã bạn; xã đang chọn thôn làm thử.",
        "",
    ),
    "limits": (
        "Có tháng bận việc cơ quan nên chưa đi đúng lịch; sẽ bố trí lại vào đầu tháng.",
        "Việc ghi nhận tình hình có lúc chưa kịp thời; rút kinh nghiệm ghi ngay sau chuyến đi.",
        "Chưa dự được nhiều buổi sinh hoạt chi bộ ở thôn xa.",
    ),
    "tasks": (
        "Tiếp tục theo các vướng mắc chưa trả lời; dự kiểm điểm của cấp ủy; hỗ trợ xã hoàn thành chỉ tiêu năm.",
        "Đi cơ sở đều hơn trong quý tới; hướng dẫn xã nhân rộng mô hình đã chọn.",
    ),
    "proposals": (
        "Đề nghị Ban Thường vụ chỉ đạo các sở trả lời kiến nghị của xã đúng hạn.",
        "Đề nghị sớm có hướng dẫn thanh quyết toán các chương trình mục tiêu quốc gia.",
        "Không.",
    ),
}
RETURNED = (
    "Thiếu mục II về tình hình địa bàn; số chuyến đi chưa khớp với số đã ghi.",
    "Mục hỗ trợ chưa nêu phần xã đã xác nhận; đề nghị bổ sung.",
    "Báo cáo chung cho hai xã; đề nghị viết riêng từng xã.",
)
STRENGTHS: dict[CompletionLevel, tuple[str, ...]] = {
    CompletionLevel.EXCELLENT: (
        "Đồng chí bám sát cơ sở, theo đến cùng các kiến nghị, vận động được nhiều nguồn lực cho xã.",
        "Xây dựng chương trình sớm, dự đủ các hội nghị, góp ý thẳng thắn, giúp xã tháo gỡ nhiều việc khó.",
    ),
    CompletionLevel.GOOD: (
        "Đồng chí có trách nhiệm, đi cơ sở đều, nắm chắc tình hình.",
        "Phối hợp tốt với Đảng ủy, dự sinh hoạt chi bộ, phản ánh kịp thời khó khăn của xã.",
        "Gần gũi, tác phong sâu sát; hỗ trợ xã về kỹ thuật và thủ tục.",
        "Theo dõi sát việc thực hiện nghị quyết, góp ý cụ thể, dễ làm.",
    ),
    CompletionLevel.COMPLETED: (
        "Thực hiện đủ chương trình cơ bản, dự một số hội nghị của Đảng ủy.",
        "Có liên hệ với xã, nắm được tình hình chung.",
    ),
    CompletionLevel.NOT_COMPLETED: ("Có dự hội nghị cuối năm của Đảng ủy.",),
}
LIMITS: dict[CompletionLevel, tuple[str, ...]] = {
    CompletionLevel.EXCELLENT: ("Không có hạn chế đáng kể.", "Đề nghị dự thêm sinh hoạt chi bộ ở thôn xa."),
    CompletionLevel.GOOD: (
        "Số buổi dự sinh hoạt chi bộ chưa nhiều.",
        "Có tháng chưa đi đúng lịch do bận việc cơ quan.",
        "Cần quan tâm thêm việc giới thiệu mô hình mới.",
        "Một số kiến nghị trả lời còn chậm.",
    ),
    CompletionLevel.COMPLETED: (
        "Thời gian đi cơ sở còn ít, dồn vào cuối năm.",
        "Chưa theo đến cùng các kiến nghị của xã.",
        "Hoạt động hỗ trợ còn hạn chế.",
    ),
    CompletionLevel.NOT_COMPLETED: ("Cả năm ít có mặt ở xã; không phản ánh kiến nghị; chương trình gửi chậm.",),
}
REASONS: dict[CompletionLevel, tuple[str, ...]] = {
    CompletionLevel.EXCELLENT: (
        "Đi cơ sở vượt yêu cầu; ba kiến nghị lớn của xã đã được giải quyết; vận động làm nhà cho hộ nghèo.",
        "Giúp xã đạt thêm tiêu chí nông thôn mới; mô hình đồng chí đề xuất đã có xã khác làm theo.",
    ),
    CompletionLevel.GOOD: ("",),
    CompletionLevel.COMPLETED: ("",),
    CompletionLevel.NOT_COMPLETED: (
        "Cả năm chỉ có mặt rất ít ngày; các kiến nghị của Đảng ủy không được phản ánh; không trả lời bản tin của xã.",
    ),
}
WANTS_OUT = "Đảng ủy đề nghị Ban Thường vụ Tỉnh ủy xem xét thay cán bộ khác theo dõi: {why}"
ACTS: dict[AgencyActKind, tuple[str, ...]] = {
    AgencyActKind.CHECK: (
        "Họp tập thể lãnh đạo nghe các đồng chí theo dõi xã báo cáo, kết luận việc cần làm.",
        "Kiểm điểm 6 tháng việc theo dõi xã, nhắc đồng chí đi cơ sở chưa đều.",
    ),
    AgencyActKind.TIME: ("Bố trí thứ Năm hằng tuần không họp để các đồng chí đi cơ sở.", "Phân công người thay khi đồng chí đi cơ sở."),
    AgencyActKind.VEHICLE: ("Bố trí xe cơ quan theo lịch đi cơ sở.",),
    AgencyActKind.BUDGET: ("Dành kinh phí hỗ trợ xã trong dự toán của cơ quan.", "Duyệt công tác phí cho các chuyến đi cơ sở."),
    AgencyActKind.JOINT: (
        "Cơ quan cùng đoàn viên tổ chức ngày về cơ sở, tặng quà và tư vấn tại xã.",
        "Chi bộ cơ quan sinh hoạt chung với chi bộ thôn, ký kết giúp đỡ.",
    ),
}  # fmt: skip
PROPOSALS = (
    "",
    "Đề nghị cơ quan bố trí thêm thời gian để đồng chí đi cơ sở.",
    "Đề nghị Ban Thường vụ Tỉnh ủy tiếp tục phân công đồng chí theo dõi xã.",
)
WISH = "Cán bộ am hiểu nông, lâm nghiệp, có điều kiện về xã hằng tháng."
ANSWERS = (
    "Tôi tiếp thu nhận xét của Đảng ủy xã; năm tới sẽ đi cơ sở đều hơn.",
    "Cảm ơn Đảng ủy xã. Việc dự sinh hoạt chi bộ tôi xin khắc phục ngay trong quý I.",
)
AGENCY_COMMENTS = (
    "Tập thể lãnh đạo quan tâm, bố trí thời gian và phương tiện; các đồng chí theo dõi xã gửi chương trình, báo cáo cơ bản đúng hạn.",
    "Đã chỉ đạo, nghe báo cáo; còn một đồng chí gửi báo cáo chậm, đã nhắc nhở.",
    "Việc kiểm tra các đồng chí theo dõi xã chưa thường xuyên; năm tới họp nghe báo cáo mỗi quý.",
)
BOARD_COMMENTS = (
    "Thống nhất với mức tự nhận.",
    "Đề nghị nêu rõ hơn việc trả lời kiến nghị của xã.",
    "Cần họp nghe báo cáo đủ hai lần trong năm.",
)
INSPECTIONS = (
    (
        "inspect",
        "Kiểm tra việc xây dựng, thực hiện chương trình theo dõi xã, phường, thị trấn",
        "Ban Tổ chức Tỉnh ủy",
        5,
    ),
    (
        "supervise",
        "Giám sát trách nhiệm của tập thể lãnh đạo cơ quan đối với cán bộ theo dõi",
        "Ủy ban Kiểm tra Tỉnh ủy",
        8,
    ),
    ("thematic", "Giám sát chuyên đề việc trả lời khó khăn, vướng mắc do xã nêu", "Ban Tổ chức Tỉnh ủy", 10),
)
FINDINGS: tuple[tuple[Severity, str], ...] = (
    (Severity.MINOR, "Ghi chuyến đi sau nhiều ngày, nội dung còn sơ sài."),
    (Severity.MINOR, "Chương trình chưa nêu kết quả dự kiến của từng nội dung."),
    (Severity.SERIOUS, "Chương trình gửi chậm, chưa có xác nhận của lãnh đạo cơ quan."),
    (Severity.SERIOUS, "Số ngày đi cơ sở chưa đủ theo yêu cầu, dồn vào cuối năm."),
    (Severity.SERIOUS, "Kiến nghị của xã chưa được theo đến khi có trả lời."),
    (Severity.GRAVE, "Không có mặt ở xã hai quý liền, Đảng ủy xã đã phản ánh."),
)
SEEN = (
    "Sổ họp Đảng ủy không ghi có mặt ở hai buổi đã khai.",
    "Hồ sơ chưa có xác nhận của xã.",
    "Đối chiếu sổ công văn: gửi sau hạn.",
)
CONCLUSION = (
    "Các đơn vị được kiểm tra cơ bản thực hiện đúng Quy định 26-QĐ/TU. Một số đồng chí còn các điểm phải khắc phục "
    "nêu trong từng kết luận; yêu cầu khắc phục đúng hạn và báo cáo bằng văn bản."
)
GOOD = "Nhiều đồng chí dự đủ các hội nghị của Đảng ủy, theo đến cùng kiến nghị của xã."
OVERRIDE = "Tập thể lãnh đạo cơ quan năm nay không xếp loại xuất sắc; Ban Thường vụ thống nhất hạ một mức."
