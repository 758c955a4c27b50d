"""Sentences of situation notes, by field and trend. `{n}` a small number, `{p}` a percentage, `{place}` a village."""

from diaban.fieldwork.rules import Trend
from diaban.planning.rules import Topic

SITUATION: dict[Topic, dict[Trend, tuple[str, ...]]] = {
    Topic.ECONOMY: {
        Trend.BETTER: (
            "Diện tích cây có múi, cây dược liệu liên kết với hợp tác xã đạt {p} % kế hoạch, đầu ra ổn định.",
            "Xã hoàn thành thêm {n} tiêu chí nông thôn mới; đường trục {place} đã đổ bê tông, đi lại thuận lợi.",
            "Thu ngân sách trên địa bàn đạt {p} % dự toán, nhanh hơn cùng kỳ; giải ngân vốn đầu tư công đúng tiến độ.",
            "Đàn gia súc, gia cầm phục hồi sau dịch; {n} tổ hợp tác chăn nuôi hoạt động đều, thu nhập của hộ khá lên.",
            "Du lịch cộng đồng ở {place} đón khách đều các cuối tuần, tạo việc làm thường xuyên cho lao động tại chỗ.",
        ),
        Trend.STEADY: (
            "Sản xuất vụ này đúng khung thời vụ, diện tích gieo trồng đạt {p} % kế hoạch.",
            "Thương mại, dịch vụ nhỏ lẻ duy trì; giá nông sản không biến động lớn.",
            "Các công trình thuộc chương trình mục tiêu quốc gia thi công bình thường, chưa phát sinh vướng mắc mới.",
            "Tỷ lệ hộ nghèo giữ theo lộ trình; {n} mô hình sinh kế tiếp tục được theo dõi, hướng dẫn.",
        ),
        Trend.WORSE: (
            "Giải ngân vốn chương trình mục tiêu quốc gia mới đạt {p} %, chậm do thủ tục giao đất và thiếu vốn đối ứng.",
            "Dịch bệnh trên đàn lợn tái phát ở {place}; giá thức ăn chăn nuôi cao, nhiều hộ chưa tái đàn.",
            "Nắng hạn kéo dài, hồ đập xuống thấp, {n} cánh đồng thiếu nước cho vụ sau.",
            "Lao động trẻ đi làm xa nhiều, một số diện tích đất sản xuất bỏ trống ở {place}.",
        ),
    },
    Topic.DEFENCE: {
        Trend.BETTER: (
            "Xã hoàn thành chỉ tiêu giao quân; tổ tự quản về an ninh trật tự ở {place} hoạt động có nền nếp.",
            "Số vụ vi phạm trật tự giảm {n} vụ so với cùng kỳ; công an xã chính quy bám sát thôn, bản.",
            "Huấn luyện dân quân đạt kết quả khá; diễn tập phòng chống thiên tai, tìm kiếm cứu nạn sát thực tế.",
        ),
        Trend.STEADY: (
            "An ninh chính trị ổn định, trật tự an toàn xã hội được giữ vững.",
            "Không có điểm nóng; các vụ việc nhỏ được hòa giải ngay tại thôn, bản.",
            "Công tác tuyển quân, quản lý quân nhân dự bị thực hiện đúng kế hoạch.",
            "Lực lượng dân quân trực đủ quân số trong các dịp lễ, Tết.",
        ),
        Trend.WORSE: (
            "Tai nạn giao thông trên tuyến liên xã tăng {n} vụ, nhất là dịp cuối tuần.",
            "Còn tình trạng tín dụng lãi cao, lừa đảo qua mạng nhằm vào người cao tuổi ở {place}.",
            "Tranh chấp đất rừng giáp ranh kéo dài, cần cơ quan chuyên môn vào cuộc sớm.",
        ),
    },
    Topic.SYSTEM: {
        Trend.BETTER: (
            "Chất lượng sinh hoạt chi bộ nâng lên rõ; {n} chi bộ đã sinh hoạt chuyên đề sát việc của thôn, bản.",
            "Đảng ủy kiện toàn cấp ủy chi bộ {place}, khắc phục được tình trạng bí thư kiêm nhiệm quá nhiều việc.",
            "Kết nạp đảng viên mới đạt {p} % chỉ tiêu năm, phần lớn là đoàn viên và người có uy tín giới thiệu.",
            "Bộ phận một cửa giải quyết hồ sơ đúng hạn trên {p} %, người dân đánh giá tốt hơn năm trước.",
        ),
        Trend.STEADY: (
            "Tổ chức bộ máy ổn định, cán bộ, công chức yên tâm công tác.",
            "Các chi bộ duy trì sinh hoạt định kỳ; nội dung còn chung, đã góp ý cách ra nghị quyết.",
            "Mặt trận và các đoàn thể phối hợp nền nếp trong vận động Nhân dân.",
            "Đảng ủy thực hiện đúng quy chế làm việc, chương trình kiểm tra, giám sát năm.",
        ),
        Trend.WORSE: (
            "Thiếu {n} công chức chuyên môn (địa chính, tài chính) do chuyển công tác, việc dồn cho người còn lại.",
            "Chi bộ {place} nhiều đảng viên đi làm ăn xa, số dự sinh hoạt mới đạt khoảng {p} %.",
            "Nguồn kết nạp đảng viên ở thôn, bản cạn dần; cán bộ không chuyên trách muốn nghỉ vì phụ cấp thấp.",
        ),
    },
    Topic.POLICY: {
        Trend.BETTER: (
            "Chính sách hỗ trợ nhà ở cho hộ nghèo triển khai nhanh, {n} căn đã bàn giao trước mùa mưa.",
            "Tỷ lệ bao phủ bảo hiểm y tế đạt {p} %; xã chủ động rà soát nhóm vừa hết diện được cấp thẻ.",
            "Hồ sơ giao khoán bảo vệ rừng hoàn tất sớm, tiền chi trả đến hộ qua tài khoản.",
        ),
        Trend.STEADY: (
            "Chủ trương của Đảng, chính sách của Nhà nước được phổ biến kịp thời đến thôn, bản.",
            "Chế độ với người có công, đối tượng bảo trợ chi trả đủ, đúng kỳ.",
            "Công khai, dân chủ ở cơ sở được thực hiện; quy ước thôn, bản được rà soát, bổ sung.",
            "Cấp căn cước, định danh điện tử đạt kế hoạch huyện giao.",
        ),
        Trend.WORSE: (
            "Người dân {place} chưa rõ mức hỗ trợ mới, xã cần tuyên truyền lại bằng cả tiếng địa phương.",
            "Một số chính sách dân tộc chậm có hướng dẫn, {n} hồ sơ đang phải chờ.",
            "Cấp giấy chứng nhận quyền sử dụng đất lần đầu còn chậm, tồn khoảng {n} chục hồ sơ.",
        ),
    },
    Topic.PUBLIC_MOOD: {
        Trend.BETTER: (
            "Nhân dân phấn khởi vì đường vào {place} được mở rộng, trạm y tế có thêm bác sĩ.",
            "Đời sống khá lên, {p} % số hộ dùng nước hợp vệ sinh; không khí chuẩn bị lễ hội vui tươi, tiết kiệm.",
            "Bà con đồng tình với chủ trương sắp xếp điểm trường, con em đi học bán trú đầy đủ.",
        ),
        Trend.STEADY: (
            "Đời sống Nhân dân ổn định, không có hộ đói giáp hạt.",
            "Tâm trạng chung là yên tâm sản xuất; bà con mong giá vật tư nông nghiệp giảm.",
            "Các hoạt động văn hóa, thể thao duy trì ở {n} nhà văn hóa thôn, bản.",
            "Nhân dân tin tưởng sự lãnh đạo của cấp ủy, chính quyền cơ sở.",
        ),
        Trend.WORSE: (
            "Một bộ phận Nhân dân {place} lo lắng về sạt lở khi mưa lớn, mong sớm có khu tái định cư.",
            "Bà con băn khoăn về tiền đền bù dự án đi qua xã; cần đối thoại sớm để không thành điểm nóng.",
            "Điện yếu, sóng điện thoại chập chờn ở {n} thôn, ảnh hưởng sinh hoạt và việc học của học sinh.",
        ),
    },
    Topic.RELATION: {
        Trend.BETTER: (
            "Người đứng đầu cấp ủy đối thoại với Nhân dân {n} cuộc, các ý kiến đều được trả lời bằng văn bản.",
            "Đơn thư giảm {n} vụ; bà con {place} tự nguyện hiến đất làm đường, nhà văn hóa.",
            "Tổ công nghệ số cộng đồng giúp người dân làm thủ tục tại nhà, quan hệ cán bộ với dân gần gũi hơn.",
        ),
        Trend.STEADY: (
            "Quan hệ giữa cán bộ và Nhân dân gắn bó; lịch tiếp công dân thực hiện đúng quy định.",
            "Mặt trận nắm ý kiến cử tri đều, kiến nghị được tổng hợp gửi lên cấp trên.",
            "Phong trào toàn dân đoàn kết duy trì tốt, tình làng nghĩa xóm gắn bó.",
        ),
        Trend.WORSE: (
            "Còn {n} kiến nghị của cử tri chậm trả lời, bà con {place} nhắc lại nhiều lần.",
            "Một số cán bộ thôn, bản chưa làm hết trách nhiệm, Nhân dân còn phải đi lại nhiều lần.",
            "Việc công khai các khoản đóng góp ở {place} chưa kịp thời, đã đề nghị xã chấn chỉnh.",
        ),
    },
}
FOLLOW_UPS = (
    "Đã trao đổi với Thường trực Đảng ủy.",
    "Đề nghị xã theo dõi tiếp trong quý sau.",
    "Sẽ kiểm tra lại trong chuyến đi tới.",
    "Đã đề nghị bổ sung vào nghị quyết tháng của Đảng ủy.",
    "Xã đã giao một đồng chí trong Ban Thường vụ phụ trách.",
    "",
    "",
    "",
)
