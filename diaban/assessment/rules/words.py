"""The words of the year's end: the commune's form, the agency's. Plain Python."""

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
