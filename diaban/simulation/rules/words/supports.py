"""Kinds of support with what they usually cost: (kind, content, unit price, least, most, basis, source, reach, months).

Prices in đồng; `reach` says what the count is of: households, persons or nothing. A price of 0 is help without a price.
"""

from collections.abc import Sequence

from diaban.fieldwork.rules import Source, SupportKind, ValueBasis

ANY = range(1, 13)
SUPPORTS: tuple[tuple[SupportKind, str, int, int, int, ValueBasis, Source, str, Sequence[int]], ...] = (
    (SupportKind.GOODS, "Tặng {n} suất quà Tết cho hộ nghèo, gia đình chính sách", 500_000, 20, 80, ValueBasis.INVOICE, Source.STAFF, "households", (1, 2, 12)),
    (SupportKind.GOODS, "Tặng {n} suất học bổng, góc học tập cho học sinh khó khăn", 1_000_000, 10, 40, ValueBasis.INVOICE, Source.STAFF, "persons", ANY),
    (SupportKind.GOODS, "Tặng {n} bộ bàn ghế cho nhà văn hóa {place}", 1_200_000, 10, 40, ValueBasis.INVOICE, Source.SPONSOR, "", ANY),
    (SupportKind.GOODS, "Tặng {n} máy tính cho trường học của xã", 11_500_000, 3, 12, ValueBasis.INVOICE, Source.SPONSOR, "", ANY),
    (SupportKind.GOODS, "Hỗ trợ {n} con bò giống sinh sản luân chuyển", 15_000_000, 3, 8, ValueBasis.PRICE_LIST, Source.SPONSOR, "households", ANY),
    (SupportKind.GOODS, "Cấp {n} cây giống bưởi, cam cho tổ hợp tác ở {place}", 35_000, 400, 1500, ValueBasis.PRICE_LIST, Source.BUDGET, "households", ANY),
    (SupportKind.GOODS, "Tặng quần áo ấm, sách vở đã qua sử dụng do cán bộ quyên góp", 0, 30, 120, ValueBasis.NONE, Source.STAFF, "persons", (11, 12, 1)),
    (SupportKind.CASH, "Hỗ trợ {n} hộ bị thiệt hại do mưa lũ ở {place}", 3_000_000, 3, 15, ValueBasis.INVOICE, Source.STAFF, "households", (6, 7, 8, 9, 10)),
    (SupportKind.CASH, "Ủng hộ quỹ vì người nghèo của xã", 10_000_000, 1, 3, ValueBasis.INVOICE, Source.BUDGET, "", ANY),
    (SupportKind.FUNDS, "Vận động doanh nghiệp tài trợ {n} km đường điện chiếu sáng ở {place}", 45_000_000, 1, 3, ValueBasis.INVOICE, Source.SPONSOR, "", ANY),
    (SupportKind.FUNDS, "Kêu gọi nhà tài trợ mua {n} tấn xi măng làm đường {place}", 1_450_000, 20, 80, ValueBasis.INVOICE, Source.SPONSOR, "households", ANY),
    (SupportKind.WORKS, "Giúp làm mới {n} nhà cho hộ nghèo", 50_000_000, 1, 3, ValueBasis.INVOICE, Source.SPONSOR, "households", ANY),
    (SupportKind.WORKS, "Sửa nhà văn hóa {place}, phần đóng góp của cơ quan", 35_000_000, 1, 2, ValueBasis.INVOICE, Source.BUDGET, "", ANY),
    (SupportKind.WORKS, "Làm bể chứa nước sạch cho điểm trường {place}", 42_000_000, 1, 2, ValueBasis.INVOICE, Source.SPONSOR, "persons", ANY),
    (SupportKind.TRAINING, "Lớp dạy nghề ngắn hạn cho {n} lao động của xã", 1_300_000, 20, 35, ValueBasis.ESTIMATE, Source.PROGRAMME, "persons", ANY),
    (SupportKind.TRAINING, "Tập huấn chuyển đổi số cho {n} cán bộ xã, thôn, bản", 250_000, 25, 60, ValueBasis.ESTIMATE, Source.BUDGET, "persons", ANY),
    (SupportKind.TECHNIQUE, "Chuyển giao kỹ thuật chăm sóc cây có múi cho {n} hộ", 600_000, 20, 60, ValueBasis.ESTIMATE, Source.BUDGET, "households", ANY),
    (SupportKind.TECHNIQUE, "Chuyển giao kỹ thuật nuôi ong, nuôi cá lồng cho {n} hộ", 1_500_000, 8, 25, ValueBasis.ESTIMATE, Source.PROGRAMME, "households", ANY),
    (SupportKind.ADVICE, "Tư vấn pháp luật, trợ giúp pháp lý lưu động ở {place}", 0, 20, 70, ValueBasis.NONE, Source.BUDGET, "persons", ANY),
    (SupportKind.ADVICE, "Khám bệnh, tư vấn sức khỏe và phát thuốc cho {n} người", 180_000, 80, 220, ValueBasis.ESTIMATE, Source.SPONSOR, "persons", ANY),
    (SupportKind.LINK, "Kết nối hợp tác xã với siêu thị tiêu thụ nông sản", 0, 5, 30, ValueBasis.NONE, Source.BUDGET, "households", ANY),
    (SupportKind.LINK, "Kết nối Ngân hàng Chính sách xã hội giải ngân cho hộ vay", 0, 8, 40, ValueBasis.NONE, Source.PROGRAMME, "households", ANY),
    (SupportKind.OTHER, "Tặng phần mềm quản lý và hướng dẫn lưu trữ hồ sơ Đảng", 8_000_000, 1, 2, ValueBasis.PRICE_LIST, Source.BUDGET, "", ANY),
)  # fmt: skip
PARTNERS = (
    "Ủy ban Mặt trận Tổ quốc huyện; gia đình, dòng họ góp công",
    "Quỹ vì người nghèo của tỉnh",
    "Ngân hàng Chính sách xã hội cho vay; gia đình đối ứng",
    "Nhân dân trong thôn góp công, vật liệu",
)
"""Who else paid where several pay for one thing."""
DISPUTES = (
    "Xã nhận thấp hơn số đã ghi; đề nghị đối chiếu lại biên bản bàn giao.",
    "Chưa bàn giao cho xã tại thời điểm ghi.",
    "Đơn giá ghi cao hơn giá thị trường tại địa phương.",
)
