"""What an inspection asks at each duty that it looks at. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.oversight.rules.course import InspectionKind
from diaban.regulations.rules import PARAMETERS


class CheckResult(Labelled):
    OK = "ok", "Đạt"
    NOT = "not", "Chưa đạt"
    NA = "na", "Không áp dụng"


@dataclass(frozen=True, slots=True)
class Question:
    """Its words are copied into a case when the sample is drawn: a later edition changes no case."""

    text: str
    source: str


def _set(*keys: str) -> str:
    """The parameters of the rule set by the names under which its page shows them."""
    return f"Bộ quy tắc: {', '.join(f'“{PARAMETERS[key].title}”' for key in keys)}"


_1016, _26 = "Kết luận 1016-KL/TU", "Quy định 26-QĐ/TU"
_PROGRAMME = Question(
    "Chương trình theo dõi được xây dựng, gửi và thống nhất đúng hạn",
    f"{_26}. {_set('programme_due_day', 'programme_approval')}",
)
_VISITS = Question(
    "Các chuyến đi đã ghi có thật, đúng nội dung, xã xác nhận", _set("visit_entry_days", "confirmation_days")
)
_SUPPORT = Question("Hỗ trợ đã ghi được xã xác nhận, có căn cứ quy ra tiền", _set("support_basis_required"))
_MATTERS = Question("Khó khăn, vướng mắc được phản ánh và theo đến khi có trả lời", _26)
_REPORTS = Question("Báo cáo gửi đúng hạn, số liệu khớp với hồ sơ", f"{_1016}. {_set('report_kinds', 'year_due_day')}")
_AGENCY = Question("Tập thể lãnh đạo cơ quan bố trí thời gian, phương tiện và nghe báo cáo", _1016)
_ANSWERS = Question("Cơ quan trả lời khó khăn của xã đúng hạn, trả lời đúng việc", _set("difficulty_answer_days"))

CHECKLISTS: dict[InspectionKind, tuple[Question, ...]] = {
    InspectionKind.INSPECT: (_PROGRAMME, _VISITS, _SUPPORT, _MATTERS, _REPORTS, _AGENCY),
    InspectionKind.SUPERVISE: (_PROGRAMME, _VISITS, _REPORTS, _AGENCY),
    InspectionKind.THEMATIC: (_MATTERS, _ANSWERS, _AGENCY),
}
