"""The words and the courses of the year's field records. Plain Python: no database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


class VisitState(Labelled):
    PLANNED = "planned", "Dự kiến"
    DONE = "done", "Đã đi"
    CANCELLED = "cancelled", "Không thực hiện"


class CancelReason(Labelled):
    WEATHER = "weather", "Thời tiết, thiên tai"
    CALLED = "called", "Được triệu tập họp"
    COMMUNE = "commune", "Xã bận việc khác"
    HEALTH = "health", "Sức khỏe"
    OTHER = "other", "Lý do khác"


VISIT_NEXT: dict[VisitState, frozenset[VisitState]] = {
    VisitState.PLANNED: frozenset({VisitState.DONE, VisitState.CANCELLED}),
    VisitState.DONE: frozenset(),
    VisitState.CANCELLED: frozenset(),
}


class Confirmation(Labelled):
    """What the commune said. Silence is not consent: it stays "chưa xác nhận"."""

    SILENT = "silent", "Chưa xác nhận"
    CONFIRMED = "confirmed", "Xã đã xác nhận"
    DISPUTED = "disputed", "Xã không thống nhất"


CONFIRMATION_NEXT: dict[Confirmation, frozenset[Confirmation]] = {
    Confirmation.SILENT: frozenset({Confirmation.CONFIRMED, Confirmation.DISPUTED}),
    Confirmation.DISPUTED: frozenset({Confirmation.CONFIRMED}),
    Confirmation.CONFIRMED: frozenset(),
}
"""A commune may come round after a talk; what it has confirmed it does not take back."""


class Trend(Labelled):
    BETTER = "better", "Chuyển biến tốt"
    STEADY = "steady", "Ổn định"
    WORSE = "worse", "Cần chú ý"


class DifficultyState(Labelled):
    NEW = "new", "Mới nêu"
    ROUTED = "routed", "Đã chuyển cơ quan giải quyết"
    ANSWERED = "answered", "Đã trả lời"
    SOLVED = "solved", "Đã giải quyết, bên nêu chấp nhận"
    NOT_FEASIBLE = "not_feasible", "Không giải quyết được, có lý do"


NEXT: dict[DifficultyState, frozenset[DifficultyState]] = {
    DifficultyState.NEW: frozenset({DifficultyState.ROUTED, DifficultyState.ANSWERED}),
    DifficultyState.ROUTED: frozenset({DifficultyState.ROUTED, DifficultyState.ANSWERED}),
    DifficultyState.ANSWERED: frozenset({DifficultyState.ROUTED, DifficultyState.SOLVED, DifficultyState.NOT_FEASIBLE}),
    DifficultyState.SOLVED: frozenset(),
    DifficultyState.NOT_FEASIBLE: frozenset({DifficultyState.ROUTED}),
}


class RaisedBy(Labelled):
    COMMUNE = "commune", "Đảng ủy xã"
    CADRE = "cadre", "Cán bộ theo dõi"


class Authority(Labelled):
    """The level that can answer (domain rule 48)."""

    COMMUNE = "commune", "Cấp xã tự giải quyết"
    DISTRICT = "district", "Cấp huyện"
    OWN_AGENCY = "own_agency", "Cơ quan của cán bộ theo dõi"
    AGENCY = "agency", "Cơ quan cấp tỉnh khác"
    AREA_LEAD = "area_lead", "Ủy viên Ban Thường vụ phụ trách địa bàn"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"


class InnovationState(Labelled):
    PROPOSED = "proposed", "Mới đề xuất"
    PILOTING = "piloting", "Đang làm thử"
    WORKING = "working", "Đang thực hiện"
    REPLICATED = "replicated", "Đã nhân rộng"
    STOPPED = "stopped", "Đã dừng"


INNOVATION_NEXT: dict[InnovationState, frozenset[InnovationState]] = {
    InnovationState.PROPOSED: frozenset({InnovationState.PILOTING, InnovationState.STOPPED}),
    InnovationState.PILOTING: frozenset({InnovationState.WORKING, InnovationState.STOPPED}),
    InnovationState.WORKING: frozenset({InnovationState.REPLICATED, InnovationState.STOPPED}),
    InnovationState.REPLICATED: frozenset({InnovationState.STOPPED}),
    InnovationState.STOPPED: frozenset(),
}


class SupportKind(Labelled):
    TECHNIQUE = "technique", "Chuyển giao kỹ thuật"
    TRAINING = "training", "Dạy nghề, tập huấn"
    ADVICE = "advice", "Tư vấn"
    FUNDS = "funds", "Kêu gọi, vận động hỗ trợ"
    GOODS = "goods", "Hỗ trợ hiện vật"
    CASH = "cash", "Hỗ trợ tiền"
    WORKS = "works", "Công trình, nhà ở"
    LINK = "link", "Kết nối thị trường, cơ quan"
    OTHER = "other", "Hỗ trợ khác"


class ValueBasis(Labelled):
    INVOICE = "invoice", "Hóa đơn, chứng từ"
    PRICE_LIST = "price_list", "Bảng giá công bố"
    ESTIMATE = "estimate", "Ước tính"
    NONE = "none", "Không quy ra tiền"


class Source(Labelled):
    BUDGET = "budget", "Kinh phí của cơ quan"
    STAFF = "staff", "Cán bộ, nhân viên đóng góp"
    SPONSOR = "sponsor", "Nhà tài trợ được kêu gọi"
    PROGRAMME = "programme", "Chương trình, dự án"


class AgencyActKind(Labelled):
    """What an agency's leadership did for its cadres (domain rule 31)."""

    CHECK = "check", "Họp kiểm điểm, nghe cán bộ theo dõi báo cáo"
    TIME = "time", "Bố trí thời gian"
    VEHICLE = "vehicle", "Bố trí phương tiện"
    BUDGET = "budget", "Bố trí kinh phí"
    JOINT = "joint", "Hoạt động chung của cơ quan tại xã"


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A record of what happened on `day`. `locks_on` is the day on which that year's books close."""

    day: date
    today: date
    starts_on: date
    ends_on: date | None
    locks_on: date
    by_board: bool = False


@cites("Mặc định của phần mềm (quy tắc 13): ghi lùi ngày vào kỳ đã khóa phải qua Ban Tổ chức")
def day_objections(facts: DayFacts, *, field: str, may_lie_ahead: bool = False) -> list[Objection]:
    """Why nothing can be recorded on that day. Late is no reason: what is late is marked, never refused."""
    found = []
    if facts.day > facts.today and not may_lie_ahead:
        found.append(Objection(field, f"Ngày {day(facts.day)} chưa đến. Hãy chọn ngày đã qua hoặc hôm nay."))
    if facts.day < facts.starts_on or (facts.ends_on and facts.day >= facts.ends_on):
        found.append(Objection(field, f"Ngày {day(facts.day)} nằm ngoài thời gian phân công. Hãy chọn ngày khác."))
    if facts.today >= facts.locks_on and not facts.by_board:
        sentence = f"Năm {facts.day.year} đã khóa sổ từ {day(facts.locks_on)}. Hãy đề nghị Ban Tổ chức Tỉnh ủy ghi."
        found.append(Objection(field, sentence))
    return found


@cites("Mặc định của phần mềm (quy tắc 12): ghi chuyến đi trong vòng một số ngày, ghi sau hạn thì đánh dấu ghi muộn")
def is_late(*, visited_on: date, recorded_on: date, entry_days: int) -> bool:
    """`entry_days` are calendar days; the last of them is still in time."""
    return (recorded_on - visited_on).days > entry_days


@cites("Kết luận 1016-KL/TU: kinh phí quy ra tiền; phải có căn cứ (quy tắc 51)")
def value_objections(*, value_vnd: int, basis: ValueBasis) -> list[Objection]:
    """A value in đồng names its basis; without a basis there is no value."""
    if value_vnd < 0:
        return [Objection("value_vnd", "Giá trị hỗ trợ không được âm. Muốn bớt thì điều chỉnh dòng đã ghi.")]
    if value_vnd and basis is ValueBasis.NONE:
        return [Objection("value_basis", "Có giá trị bằng tiền thì phải chọn căn cứ tính.")]
    if not value_vnd and basis is not ValueBasis.NONE:
        return [Objection("value_vnd", "Chưa có giá trị. Hãy nhập số tiền, hoặc chọn “Không quy ra tiền”.")]
    return []


@cites("Mặc định của phần mềm (quy tắc 49): được gia hạn trả lời một lần, có lý do")
def extension_objections(*, extended: bool, due_on: date | None, new_due_on: date) -> list[Objection]:
    if extended:
        return [Objection("new_due_on", "Việc này đã được gia hạn một lần, không gia hạn nữa.")]
    if due_on is None:
        return [Objection("new_due_on", "Việc này chưa chuyển cho cơ quan nào nên chưa có hạn trả lời.")]
    if new_due_on <= due_on:
        return [Objection("new_due_on", f"Hạn mới phải sau hạn cũ {day(due_on)}.")]
    return []


def quarter_of(value: date) -> int:
    """1 to 4."""
    return (value.month + 2) // 3


def belonging_objections(*, belongs: bool, field: str, thing: str) -> list[Objection]:
    """A record may point only at things of its own assignment."""
    return [] if belongs else [Objection(field, f"{thing} đã chọn không thuộc phân công này. Hãy chọn lại.")]


def half_day_objections(half_days: int) -> list[Objection]:
    """Thirty days are the longest stay that one record can hold."""
    return [] if 1 <= half_days <= 60 else [Objection("half_days", "Số buổi phải từ 1 đến 60.")]


def people_objections(*, households: int, persons: int) -> list[Objection]:
    return [Objection("households", "Số hộ, số người không được âm.")] if min(households, persons) < 0 else []


@cites("Mặc định của phần mềm (quy tắc 48): cấp có thẩm quyền giải quyết")
def routing_objections(*, authority: Authority, owner: UUID | None, cadres_agency: UUID) -> list[Objection]:
    """A level that is an agency needs the agency; the cadre's own is that one and no other."""
    if authority is Authority.AGENCY and owner is None:
        return [Objection("owner", "Chưa chọn cơ quan giải quyết.")]
    if authority is Authority.OWN_AGENCY and owner != cadres_agency:
        return [Objection("owner", "Cơ quan giải quyết phải là cơ quan của cán bộ theo dõi.")]
    if authority not in {Authority.AGENCY, Authority.OWN_AGENCY} and owner:
        return [Objection("owner", f"“{authority.label}” không chọn cơ quan cấp tỉnh.")]
    return []


def adoption_objections(
    *, own: bool, same_province: bool, adopted_on: date, proposed_on: date, today: date
) -> list[Objection]:
    """`own`: the commune where the model began, which does not copy itself."""
    found = []
    if own or not same_province:
        found.append(Objection("commune", "Xã làm theo phải là một xã khác trong tỉnh."))
    if not proposed_on <= adopted_on <= today:
        found.append(Objection("adopted_on", f"Ngày bắt đầu phải từ {day(proposed_on)} đến hôm nay."))
    return found


def reversal_objections(*, is_reversal: bool, reversed_already: bool, closed: bool) -> list[Objection]:
    """Whether a line of support still stands as it was written."""
    if is_reversal:
        return [Objection("support", "Đây là dòng điều chỉnh, không phải hoạt động hỗ trợ.")]
    if reversed_already:
        return [Objection("support", "Dòng này đã được điều chỉnh.")]
    if closed:
        return [Objection("support", "Năm của dòng này đã khóa sổ. Hãy đề nghị Ban Tổ chức Tỉnh ủy điều chỉnh.")]
    return []
