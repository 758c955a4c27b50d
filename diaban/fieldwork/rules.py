"""The words and the courses of the year's field records. Plain Python: no database, no clock."""

from __future__ import annotations

from diaban.kit.enums import Labelled


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


class Confirmation(Labelled):
    """What the commune said. Silence is not consent: it stays "chưa xác nhận"."""

    SILENT = "silent", "Chưa xác nhận"
    CONFIRMED = "confirmed", "Xã đã xác nhận"
    DISPUTED = "disputed", "Xã không thống nhất"


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
    DifficultyState.ANSWERED: frozenset(
        {DifficultyState.ROUTED, DifficultyState.SOLVED, DifficultyState.NOT_FEASIBLE}
    ),
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
