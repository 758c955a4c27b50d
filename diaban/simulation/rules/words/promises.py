"""What cadres promise communes: (the promise, what is told when it is kept, why it was dropped)."""

PROMISES: tuple[tuple[str, str, str], ...] = (
    (
        "Mời cán bộ kỹ thuật của cơ quan về tập huấn chăm sóc cây ăn quả cho {place}",
        "Đã tập huấn một buổi, {n} chục hộ dự.",
        "Tổ hợp tác đã tự mời kỹ sư của hợp tác xã bạn, không còn nhu cầu.",
    ),
    (
        "Hỏi lại Sở về thời hạn trả lời hồ sơ đất đai của {place}",
        "Đã làm việc với phòng chuyên môn, có giấy hẹn trả kết quả.",
        "Hồ sơ phải đo lại từ đầu, chuyển thành kiến nghị riêng.",
    ),
    (
        "Vận động tủ sách, bàn ghế cho nhà văn hóa {place}",
        "Đã bàn giao {n} bộ bàn ghế và một tủ sách.",
        "Nhà văn hóa được bố trí thiết bị từ chương trình khác.",
    ),
    (
        "Gửi xã mẫu nghị quyết chi bộ ngắn gọn và hướng dẫn cách viết",
        "Đã gửi mẫu, hướng dẫn trực tiếp {n} bí thư chi bộ.",
        "Huyện ủy đã ban hành mẫu chung, xã dùng theo mẫu của huyện.",
    ),
    (
        "Kết nối hợp tác xã với đầu mối thu mua nông sản ở thành phố",
        "Đã ký biên bản ghi nhớ, chuyến hàng đầu {n} tấn.",
        "Đầu mối yêu cầu sản lượng lớn hơn khả năng của xã trong vụ này.",
    ),
    (
        "Phản ánh với ngành điện về trạm biến áp quá tải ở {place}",
        "Ngành điện đã khảo sát, đưa vào kế hoạch chống quá tải.",
        "Xã đã được bố trí trạm mới theo dự án khác.",
    ),
    (
        "Bố trí đoàn khám bệnh, phát thuốc cho người cao tuổi {place}",
        "Đã khám cho {n} chục người, phát thuốc không thu tiền.",
        "Trùng đợt khám của trung tâm y tế huyện, xã đề nghị thôi.",
    ),
    (
        "Dự và góp ý buổi sinh hoạt chuyên đề của chi bộ {place}",
        "Đã dự, góp ý cách phân công đảng viên phụ trách hộ.",
        "Chi bộ chuyển sang sinh hoạt ghép, không tổ chức riêng.",
    ),
    (
        "Hướng dẫn xã lập hồ sơ hỗ trợ nhà ở cho {n} hộ nghèo",
        "Hồ sơ đã đủ, xã trình Ủy ban nhân dân huyện.",
        "Các hộ chưa có đất ở hợp lệ, phải chờ đợt sau.",
    ),
    (
        "Làm việc với Sở Giao thông về đoạn đường hỏng ở {place}",
        "Đã khảo sát cùng xã, đưa vào danh mục sửa chữa.",
        "Đoạn đường do huyện quản lý, đã chuyển Ủy ban nhân dân huyện.",
    ),
    (
        "Đưa {n} cán bộ xã đi học kinh nghiệm ở xã nông thôn mới nâng cao",
        "Đã đi một ngày, xã chọn được việc làm trước.",
        "Xã đề nghị lùi sang sau đại hội các chi bộ.",
    ),
    (
        "Hỗ trợ máy tính đã qua sử dụng cho bộ phận một cửa",
        "Đã bàn giao {n} bộ, cài đặt xong.",
        "Thiết bị thanh lý không còn dùng được.",
    ),
)
