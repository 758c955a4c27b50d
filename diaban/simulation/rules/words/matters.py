"""Difficulties, models and bulletins as communes speak of them."""

from diaban.fieldwork.rules import Authority
from diaban.planning.rules import Topic

DIFFICULTIES: tuple[tuple[Topic, Authority, str, str, str], ...] = (
    (Topic.ECONOMY, Authority.AGENCY, "Giao thông", "Đường vào {place} xuống cấp, xe tải không vào được", "Đoạn dài khoảng {n} km hư hỏng nặng sau mùa mưa, nông sản phải tăng bo bằng xe máy."),
    (Topic.ECONOMY, Authority.AGENCY, "Nông nghiệp", "Hồ chứa nước ở {place} rò rỉ, thiếu nước vụ sau", "Thân đập thấm, dung tích còn khoảng {p} % thiết kế; xã không đủ kinh phí sửa."),
    (Topic.ECONOMY, Authority.AGENCY, "Tài chính", "Chậm phân bổ vốn sự nghiệp chương trình mục tiêu quốc gia", "Hướng dẫn nội dung chi chưa rõ, xã mới giải ngân {p} %."),
    (Topic.ECONOMY, Authority.AGENCY, "Công Thương", "Điện yếu ở {place} vào giờ cao điểm", "Trạm biến áp quá tải, {n} chục hộ không chạy được máy bơm, máy xay xát."),
    (Topic.ECONOMY, Authority.OWN_AGENCY, "", "Thiếu hướng dẫn kỹ thuật cho mô hình chuyển đổi cây trồng", "Các hộ chuyển sang cây có múi nhưng chưa được tập huấn phòng trừ sâu bệnh."),
    (Topic.ECONOMY, Authority.DISTRICT, "", "Tiêu chí nhà ở dân cư chưa đạt, thiếu nguồn đối ứng", "Xã còn {n} chục nhà tạm, phần đối ứng của hộ khó huy động."),
    (Topic.POLICY, Authority.AGENCY, "Tài nguyên", "Tồn hồ sơ cấp giấy chứng nhận quyền sử dụng đất ở {place}", "Bản đồ địa chính cũ lệch thực địa, hồ sơ phải đo lại, người dân đi lại nhiều lần."),
    (Topic.POLICY, Authority.AGENCY, "Lao động", "Hồ sơ hỗ trợ nhà ở cho hộ nghèo chờ xác nhận", "Danh sách đã gửi nhưng chưa có ý kiến về mức hỗ trợ cho {n} hộ tách mới."),
    (Topic.POLICY, Authority.AGENCY, "Y tế", "Trạm y tế thiếu thuốc và thiếu một y sĩ", "Danh mục thuốc bảo hiểm về chậm, người dân phải lên tuyến trên."),
    (Topic.POLICY, Authority.AGENCY, "Bảo hiểm", "Người dân ra khỏi vùng khó khăn không còn thẻ bảo hiểm y tế", "Tỷ lệ bao phủ giảm còn {p} %, cần phương án hỗ trợ đóng."),
    (Topic.SYSTEM, Authority.AGENCY, "Nội vụ", "Thiếu công chức địa chính, xây dựng", "Vị trí để trống {n} tháng, hồ sơ đất đai ùn lại."),
    (Topic.SYSTEM, Authority.STANDING, "", "Chi bộ ghép ở {place} khó tìm nguồn bí thư", "Đảng viên phần lớn cao tuổi, người trẻ đi làm xa; đề nghị có chủ trương riêng."),
    (Topic.SYSTEM, Authority.COMMUNE, "", "Nhà văn hóa {place} chưa có trang thiết bị sinh hoạt chi bộ", "Bàn ghế, loa hỏng, phải mượn nhà dân."),
    (Topic.PUBLIC_MOOD, Authority.AGENCY, "Xây dựng", "Nguy cơ sạt lở ở {place}, cần khu tái định cư", "Vết nứt dài khoảng {n} chục mét trên đồi sau khu dân cư, mưa lớn phải sơ tán."),
    (Topic.PUBLIC_MOOD, Authority.AGENCY, "Nông nghiệp", "Công trình nước sinh hoạt tập trung ở {place} hỏng", "Đường ống dẫn bị lũ cuốn, {n} chục hộ dùng nước khe."),
    (Topic.PUBLIC_MOOD, Authority.AGENCY, "Thông tin", "Vùng lõm sóng điện thoại ở {place}", "Học sinh và người dân không dùng được dịch vụ công trực tuyến."),
    (Topic.PUBLIC_MOOD, Authority.AGENCY, "Giáo dục", "Điểm trường {place} thiếu phòng học kiên cố", "Còn {n} phòng học tạm, mùa đông rét buốt."),
    (Topic.DEFENCE, Authority.AGENCY, "Công an", "Xe quá tải chạy qua {place} gây hỏng đường, mất an toàn", "Xe chở vật liệu chạy cả ban đêm, Nhân dân phản ánh nhiều lần."),
    (Topic.DEFENCE, Authority.AREA_LEAD, "", "Tranh chấp ranh giới đất rừng với xã giáp ranh", "Mốc ranh giới trên bản đồ và thực địa khác nhau khoảng {n} ha."),
    (Topic.RELATION, Authority.DISTRICT, "", "Kiến nghị của cử tri về bồi thường dự án chậm trả lời", "Đã nêu ở {n} kỳ tiếp xúc cử tri, chưa có văn bản trả lời."),
    (Topic.RELATION, Authority.AGENCY, "Văn hóa", "Chưa có kinh phí sửa sân thể thao, thiết chế văn hóa của xã", "Sân ngập mỗi khi mưa, không tổ chức được hoạt động chung."),
    (Topic.ECONOMY, Authority.AGENCY, "Khoa học", "Sản phẩm của hợp tác xã chưa có nhãn hiệu, khó vào siêu thị", "Hợp tác xã cần hướng dẫn đăng ký nhãn hiệu tập thể, truy xuất nguồn gốc."),
    (Topic.ECONOMY, Authority.AGENCY, "Ngân hàng", "Hộ mới thoát nghèo khó vay vốn ưu đãi", "Nhu cầu vay của {n} chục hộ chưa được đáp ứng do hết chỉ tiêu."),
    (Topic.POLICY, Authority.AGENCY, "Dân tộc", "Chậm hỗ trợ chuyển đổi nghề cho hộ dân tộc thiểu số", "Danh sách đã lập từ đầu năm, chưa có hướng dẫn thanh quyết toán."),
)  # fmt: skip
"""Field, level, a word of the agency's name that answers, title, description."""
RECOMMENDATIONS: tuple[tuple[Topic, Authority, str, str, str], ...] = (
    (Topic.ECONOMY, Authority.AGENCY, "Giao thông", "Đề nghị bố trí vốn cứng hóa đường liên thôn đến {place}", "Còn khoảng {n} km đường đất, mùa mưa học sinh đi lại khó; xã cam kết phần đối ứng."),
    (Topic.ECONOMY, Authority.OWN_AGENCY, "", "Đề nghị hướng dẫn lập dự án phát triển sản xuất cộng đồng ở {place}", "Có {n} chục hộ đăng ký; xã chưa rõ mẫu hồ sơ và mức hỗ trợ."),
    (Topic.ECONOMY, Authority.AGENCY, "Nông nghiệp", "Đề nghị đưa đập nhỏ ở {place} vào kế hoạch sửa chữa năm", "Đập tưới cho khoảng {n} chục ha, thân đập đã thấm."),
    (Topic.POLICY, Authority.AGENCY, "Tài nguyên", "Đề nghị cho đo đạc lại bản đồ địa chính {place}", "Sai lệch với thực địa ảnh hưởng đến {p} % số thửa."),
    (Topic.POLICY, Authority.AGENCY, "Tư pháp", "Đề nghị mở lớp hòa giải viên tại xã", "Xã có {n} tổ hòa giải mới kiện toàn, chưa được tập huấn."),
    (Topic.SYSTEM, Authority.AGENCY, "Nội vụ", "Đề nghị xem xét phụ cấp người hoạt động không chuyên trách ở {place}", "Đã có {n} người xin thôi việc trong năm."),
    (Topic.SYSTEM, Authority.STANDING, "", "Đề nghị có hướng dẫn sinh hoạt trực tuyến cho đảng viên đi làm xa", "Khoảng {p} % đảng viên của chi bộ {place} làm việc ngoài tỉnh."),
    (Topic.PUBLIC_MOOD, Authority.AGENCY, "Y tế", "Đề nghị bổ sung bác sĩ cho trạm y tế", "Trạm phục vụ {n} thôn, hiện chỉ có y sĩ."),
    (Topic.RELATION, Authority.DISTRICT, "", "Đề nghị trả lời dứt điểm kiến nghị của cử tri {place} về đền bù", "Cử tri đã nêu ở {n} kỳ tiếp xúc."),
    (Topic.DEFENCE, Authority.AGENCY, "Quân sự", "Đề nghị hỗ trợ trang bị cho trung đội dân quân cơ động", "Quân số đủ, thiếu trang bị phòng chống thiên tai."),
)  # fmt: skip
"""As DIFFICULTIES: what a commune or its cadre asks to be done."""
EXTENDED = "Phải kiểm tra thực địa cùng ngành chức năng; gia hạn trả lời một lần."
DIFFICULTIES_OF_REFORM = {
    "Tài nguyên": "Môi trường",
    "Lao động": "Nội vụ",
    "Giao thông": "Xây dựng",
    "Thông tin": "Khoa học",
}
ANSWERS = (
    "Đã bố trí trong kế hoạch vốn năm, giao đơn vị chuyên môn thực hiện.",
    "Đã kiểm tra thực địa cùng xã, hướng dẫn trình tự, thủ tục bằng văn bản.",
    "Đã giải quyết xong phần thuộc thẩm quyền; phần còn lại báo cáo Ủy ban nhân dân tỉnh.",
    "Đồng ý hỗ trợ, thực hiện ngay trong quý.",
    "Đã có văn bản trả lời, nêu rõ căn cứ và thời gian thực hiện.",
)
REFUSALS = (
    "Chưa có nguồn trong giai đoạn này; sẽ đề nghị đưa vào kế hoạch trung hạn sau.",
    "Không thuộc diện được hỗ trợ theo quy định hiện hành; đã giải thích rõ cho xã.",
)
INNOVATIONS: tuple[tuple[Topic, str, str], ...] = (
    (Topic.ECONOMY, "Tổ hợp tác trồng cây có múi liên kết với hợp tác xã tiêu thụ", "Các hộ góp đất liền khoảnh, dùng chung giống, phân bón và nhật ký sản xuất."),
    (Topic.ECONOMY, "Nuôi cá lồng gắn với du lịch trải nghiệm", "Hộ nuôi cá đón khách cuối tuần, xã hướng dẫn vệ sinh môi trường mặt nước."),
    (Topic.ECONOMY, "Trồng cây dược liệu dưới tán rừng", "Tận dụng rừng khoán bảo vệ, doanh nghiệp cam kết thu mua."),
    (Topic.ECONOMY, "Chợ phiên nông sản cuối tuần", "Xã bố trí mặt bằng, mỗi thôn, bản một gian hàng, giá niêm yết."),
    (Topic.ECONOMY, "Bếp chung sơ chế măng, rau bản địa của phụ nữ", "Phụ nữ góp vốn luân phiên, sản phẩm có bao bì và mã truy xuất."),
    (Topic.SYSTEM, "Sinh hoạt chi bộ theo việc: mỗi kỳ một việc, một người, một hạn", "Nghị quyết chi bộ ghi rõ người làm và ngày xong, kỳ sau kiểm lại."),
    (Topic.SYSTEM, "Bảng việc của Đảng ủy treo ở bộ phận một cửa", "Nhân dân thấy việc nào đang làm, ai phụ trách, khi nào xong."),
    (Topic.SYSTEM, "Tổ giúp việc trực tuyến cho đảng viên đi làm xa", "Đảng viên đi làm xa dự sinh hoạt chuyên đề qua mạng, có điểm danh và ý kiến."),
    (Topic.POLICY, "Ngày thứ bảy làm thủ tục tại thôn, bản", "Cán bộ một cửa đến nhà văn hóa thôn, bản làm thủ tục cho người già, người khuyết tật."),
    (Topic.POLICY, "Tủ sách pháp luật bằng mã quét, có bản đọc tiếng địa phương", "Người dân quét mã nghe giải thích chính sách mới."),
    (Topic.PUBLIC_MOOD, "Đường hoa, hàng rào xanh do đoàn thể tự quản", "Mỗi đoàn thể một đoạn đường, chấm điểm chéo hằng quý."),
    (Topic.PUBLIC_MOOD, "Quỹ gạo tiết kiệm giúp hộ khó khăn đột xuất", "Mỗi hộ góp một nắm gạo, thôn, bản tự quản, công khai."),
    (Topic.RELATION, "Sổ tay đối thoại: ý kiến, người trả lời, hạn trả lời", "Mọi ý kiến tại đối thoại được ghi và trả lời ở kỳ sau."),
    (Topic.RELATION, "Camera an ninh do dân góp, công an xã hướng dẫn dùng", "Lắp ở đường chính, có quy ước sử dụng hình ảnh."),
    (Topic.DEFENCE, "Tổ xung kích phòng chống thiên tai liên thôn", "Lập danh sách hộ phải sơ tán, có người phụ trách từng hộ."),
)  # fmt: skip
INNOVATION_RESULTS = (
    "{n} hộ tham gia, thu nhập bình quân tăng khoảng {p} %.",
    "Duy trì đều {n} tháng, Nhân dân hưởng ứng.",
    "Bước đầu có kết quả, còn thiếu vốn mở rộng.",
    "Thực hiện ở {n} thôn, bản, đang rút kinh nghiệm.",
)
BULLETINS: dict[Topic, tuple[tuple[str, str], ...]] = {
    Topic.ECONOMY: (
        ("Tiến độ sản xuất và thu ngân sách tháng", "Gieo trồng đạt {p} % kế hoạch, thu ngân sách đạt {p2} % dự toán; {n} công trình đang thi công."),
        ("Kết quả xây dựng nông thôn mới", "Hoàn thành thêm {n} tiêu chí, còn vướng tiêu chí thu nhập và nhà ở dân cư."),
        ("Thiệt hại do mưa lớn và việc khắc phục", "Ngập {n} ha lúa, hoa màu, sạt {n} điểm đường; xã đã huy động lực lượng khắc phục."),
    ),
    Topic.DEFENCE: (
        ("Tình hình an ninh trật tự", "Địa bàn ổn định, xảy ra {n} vụ việc nhỏ đã hòa giải tại chỗ."),
        ("Kết quả tuyển quân, huấn luyện dân quân", "Hoàn thành chỉ tiêu, quân số huấn luyện đạt {p} %."),
    ),
    Topic.SYSTEM: (
        ("Lịch sinh hoạt các chi bộ trong tháng", "Mời đồng chí dự sinh hoạt chi bộ {place}; {n} chi bộ sinh hoạt chuyên đề."),
        ("Kết quả hội nghị Đảng ủy", "Ban hành nghị quyết tháng, phân công {n} việc trọng tâm."),
        ("Công tác phát triển đảng viên", "Kết nạp {n} đảng viên, đạt {p} % chỉ tiêu năm."),
    ),
    Topic.POLICY: (
        ("Triển khai chính sách mới", "Đã phổ biến đến {n} thôn, bản; {p} % hộ thuộc diện đã nộp hồ sơ."),
        ("Chi trả chế độ bảo trợ, người có công", "Chi trả xong trước ngày 10, không có đơn thư."),
    ),
    Topic.PUBLIC_MOOD: (
        ("Đời sống Nhân dân dịp giáp hạt, lễ, Tết", "Đã rà soát {n} hộ khó khăn, vận động hỗ trợ gạo, chăn ấm."),
        ("Dư luận trước việc sắp xếp thôn, bản", "Đa số đồng tình, còn {n} ý kiến về tên gọi mới."),
    ),
    Topic.RELATION: (
        ("Kết quả đối thoại với Nhân dân", "{n} ý kiến, đã trả lời {p} % tại chỗ."),
        ("Kiến nghị của cử tri sau tiếp xúc", "Tổng hợp {n} kiến nghị, chuyển cấp trên phần vượt thẩm quyền."),
    ),
}  # fmt: skip
