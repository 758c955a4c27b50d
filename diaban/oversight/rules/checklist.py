"""What an inspection asks at each duty that it looks at. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.oversight.rules.course import InspectionKind


class CheckResult(Labelled):
    OK = "ok", "Đạt"
    NOT = "not", "Chưa đạt"
    NA = "na", "Không áp dụng"


@dataclass(frozen=True, slots=True)
class Question:
    """Its words are copied into a case when the sample is drawn: a later edition changes no case."""

    text: str
    source: str


_OURS = "mặc định của phần mềm"
_PROGRAMME = Question("Chương trình theo dõi được xây dựng, gửi và thống nhất đúng hạn", "Quy định 26-QĐ/TU; quy tắc 5")
_VISITS = Question("Các chuyến đi đã ghi có thật, đúng nội dung, xã xác nhận", f"Quy tắc 8, 52; {_OURS}")
_SUPPORT = Question("Hỗ trợ đã ghi được xã xác nhận, có căn cứ quy ra tiền", f"Quy tắc 25; {_OURS}")
_MATTERS = Question("Khó khăn, vướng mắc được phản ánh và theo đến khi có trả lời", "Quy định 26-QĐ/TU")
_REPORTS = Question("Báo cáo gửi đúng hạn, số liệu khớp với hồ sơ", f"Kết luận 1016-KL/TU; {_OURS}")
_AGENCY = Question("Tập thể lãnh đạo cơ quan bố trí thời gian, phương tiện và nghe báo cáo", "Kết luận 1016-KL/TU")
_ANSWERS = Question("Cơ quan trả lời khó khăn của xã đúng hạn, trả lời đúng việc", f"Quy tắc 20; {_OURS}")

CHECKLISTS: dict[InspectionKind, tuple[Question, ...]] = {
    InspectionKind.INSPECT: (_PROGRAMME, _VISITS, _SUPPORT, _MATTERS, _REPORTS, _AGENCY),
    InspectionKind.SUPERVISE: (_PROGRAMME, _VISITS, _REPORTS, _AGENCY),
    InspectionKind.THEMATIC: (_MATTERS, _ANSWERS, _AGENCY),
}
