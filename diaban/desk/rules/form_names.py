"""What the forms are called where their cost is told, by the key of the form; and how long they take."""

from __future__ import annotations

from diaban.kit.formats import NO_VALUE, number

FORM_NAMES: dict[str, str] = {
    "mot-lan-bam": "Xác nhận bằng một lần bấm",
    # planning, reporting
    "chuong-trinh": "Chương trình theo dõi",
    "gui-chuong-trinh": "Gửi chương trình",
    "tra-lai-chuong-trinh": "Trả lại chương trình",
    "bao-cao": "Báo cáo kết quả theo dõi",
    "bao-cao-tu-word": "Báo cáo nhập từ Word",
    "gui-bao-cao": "Gửi báo cáo",
    "tra-lai-bao-cao": "Trả lại báo cáo",
    # fieldwork
    "chuyen-di": "Ghi chuyến đi",
    "du-kien": "Dự kiến chuyến đi",
    "khong-di": "Chuyến đi không thực hiện",
    "y-kien-chuyen-di": "Ý kiến của xã về chuyến đi",
    "tra-loi-y-kien": "Trả lời ý kiến về chuyến đi",
    "kho-khan": "Khó khăn, vướng mắc",
    "chuyen-kho-khan": "Chuyển khó khăn đến nơi giải quyết",
    "tra-loi-kho-khan": "Trả lời khó khăn",
    "gia-han-kho-khan": "Gia hạn trả lời khó khăn",
    "danh-gia-tra-loi": "Xã đánh giá trả lời",
    "chap-nhan-tra-loi": "Ý kiến về trả lời",
    "ket-thuc-kho-khan": "Kết thúc khó khăn",
    "ho-tro": "Hoạt động hỗ trợ",
    "y-kien-ho-tro": "Ý kiến của xã về hỗ trợ",
    "dieu-chinh-ho-tro": "Điều chỉnh hỗ trợ",
    "ket-qua-cam-ket": "Kết quả cam kết",
    "mo-hinh": "Mô hình mới",
    "buoc-mo-hinh": "Bước của mô hình mới",
    "lam-theo-mo-hinh": "Xã làm theo mô hình",
    "ket-qua-lam-theo": "Kết quả làm theo mô hình",
    "viec-co-quan": "Việc của cơ quan",
    # exchange
    "ban-tin": "Bản tin",
    "tra-loi-ban-tin": "Trả lời bản tin",
    "so-lieu-xa": "Số liệu của xã",
    "su-kien": "Sự kiện",
    "ly-do-su-kien": "Hoãn, từ chối dự sự kiện",
    # deadlines, reminders
    "gia-han-viec": "Gia hạn việc phải làm",
    "nguyen-nhan-khach-quan": "Nguyên nhân khách quan",
    "nhac-viec": "Nhắc việc",
    "cach-nhan-nhac-viec": "Cách nhận nhắc việc",
    "thiet-bi-nhan-nhac-viec": "Thiết bị nhận nhắc việc",
    # assessment
    "phieu-nhan-xet": "Phiếu nhận xét",
    "phieu-tu-word": "Phiếu nhận xét nhập từ Word",
    "gui-phieu-nhan-xet": "Gửi phiếu nhận xét",
    "tra-lai-phieu-nhan-xet": "Trả lại phiếu nhận xét",
    "ban-giay-phieu-nhan-xet": "Bản giấy của phiếu nhận xét",
    "tai-lieu-phieu-nhan-xet": "Tài liệu của phiếu nhận xét",
    "y-kien-ve-phieu": "Ý kiến của cán bộ về phiếu",
    "ket-luan-nam": "Kết luận về năm",
    "nhan-xet-co-quan": "Nhận xét của cơ quan",
    "y-kien-ban-to-chuc": "Ý kiến của Ban Tổ chức",
    # ranking
    "buoc-danh-gia": "Bước của đợt đánh giá",
    "tra-lai-danh-gia": "Trả lại đợt đánh giá",
    "quyet-dinh-danh-gia": "Quyết định kết quả theo dõi",
    "dieu-chinh-muc": "Điều chỉnh mức",
    "y-kien-de-xuat": "Ý kiến về mức đề xuất",
    "kien-nghi-ket-qua": "Kiến nghị về kết quả",
    "tra-loi-kien-nghi": "Trả lời kiến nghị",
    "xep-loai-chinh-thuc": "Xếp loại chính thức",
    # replacement
    "de-nghi-thay-the": "Đề nghị thay thế cán bộ",
    "rut-de-nghi-thay-the": "Rút đề nghị thay thế",
    "y-kien-thay-the": "Ý kiến về đề nghị thay thế",
    "xac-minh-thay-the": "Xác minh đề nghị thay thế",
    "de-xuat-thay-the": "Đề xuất về đề nghị thay thế",
    "khong-thay": "Không thay thế",
    "quyet-dinh-thay": "Quyết định thay thế",
    "cu-can-bo": "Cử cán bộ",
    "ban-giao": "Bàn giao",
    "ky-ban-giao": "Ký biên bản bàn giao",
    # oversight
    "ke-hoach-kiem-tra": "Kế hoạch kiểm tra, giám sát",
    "quyet-dinh-kiem-tra": "Quyết định kiểm tra",
    "khong-kiem-tra": "Không tiến hành kiểm tra",
    "rut-mau": "Rút mẫu kiểm tra",
    "ket-qua-kiem-tra": "Kết quả kiểm tra",
    "ket-luan-kiem-tra": "Kết luận kiểm tra",
    "ket-thuc-kiem-tra": "Kết thúc kiểm tra",
    "phan-hoi-ket-luan": "Phản hồi kết luận",
    "chua-khac-phuc": "Chưa khắc phục",
    "xac-nhan-khac-phuc": "Xác nhận khắc phục",
    # regulations
    "chep-bo-quy-tac": "Chép bộ quy tắc",
    "tham-so": "Tham số của bộ quy tắc",
    "cong-bo-bo-quy-tac": "Công bố bộ quy tắc",
    "ngay-nghi": "Ngày nghỉ, ngày làm bù",
}


def duration(hours: float | None) -> str:
    """Thus: «1,5 giờ», «42 phút», «dưới 1 phút»; minutes when under an hour."""
    if hours is None:
        return NO_VALUE
    if hours >= 1:
        return f"{number(hours, 1)} giờ"
    return f"{number(hours * 60, 0)} phút" if hours * 60 >= 1 or not hours else "dưới 1 phút"
