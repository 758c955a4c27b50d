"""The texts and programmes that defaults lean on, said once, each with its mark."""

from __future__ import annotations

from diaban.regulations.rules.parameter import Mark, Source

OURS = Source(Mark.ASSUMED)
REGULATION_26 = Source(Mark.SOURCE, "Quy định 26-QĐ/TU ngày 14/12/2022 (theo bản tóm tắt đã công bố)")
DECISION_718 = Source(Mark.SOURCE, "Quyết định 718-QĐ/TU ngày 14/12/2022: 134 cán bộ theo dõi 151 xã, phường, thị trấn")
CONCLUSION_1016 = Source(Mark.SOURCE, "Kết luận 1016-KL/TU ngày 08/5/2024")
REGULATION_366 = Source(Mark.SOURCE, "Quy định 366-QĐ/TW ngày 30/8/2025")
REGULATION_124 = Source(Mark.SOURCE, "Quy định 124-QĐ/TW ngày 04/10/2023")
GUIDANCE_43 = Source(Mark.SOURCE, "Hướng dẫn 43-HD/BTCTW ngày 31/10/2025")
DECREE_335 = Source(Mark.SOURCE, "Nghị định 335/2025/NĐ-CP ngày 21/12/2025")
PLAN_DONG_NAI = Source(
    Mark.SOURCE, "Kế hoạch 01-KH/TU ngày 08/7/2025 (Đồng Nai): việc vượt thẩm quyền của xã thì báo cáo cấp trên"
)
SECRETS_LAW = Source(Mark.SOURCE, "Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5")
DATA_LAW = Source(Mark.SOURCE, "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP")
LABOUR_CODE = Source(Mark.SOURCE, "Bộ luật Lao động 2019, Điều 112; các văn bản hoán đổi ngày làm việc từng năm")
LESSONS = Source(Mark.SOURCE, "Bài học từ các chương trình tương tự: không lấy ảnh, định vị làm thước đo")
DATA_CUTOFF = Source(
    Mark.GENERAL, "Nghị định 09/2019/NĐ-CP: kỳ 6 tháng chốt số liệu ngày 14/6 (chưa đối chiếu văn bản)"
)
COMMON_PRACTICE = Source(Mark.GENERAL, "Cách làm phổ biến của các tỉnh, chưa đối chiếu văn bản")
