"""Support and its value in đồng; what an agency's leadership does for its cadres. Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled
from diaban.kit.law import cites
from diaban.kit.objections import Objection


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


def share_objections(*, value_vnd: int, whole_vnd: int | None) -> list[Objection]:
    """`value_vnd` is the agency's own share of what several paid for; only the share counts as its support."""
    if whole_vnd is None or whole_vnd > value_vnd:
        return []
    return [Objection("whole_vnd", "Tổng giá trị phải lớn hơn phần của cơ quan. Cơ quan chi cả thì để trống ô này.")]


def people_objections(*, households: int, persons: int) -> list[Objection]:
    return [Objection("households", "Số hộ, số người không được âm.")] if min(households, persons) < 0 else []


def reversal_objections(*, is_reversal: bool, reversed_already: bool, closed: bool) -> list[Objection]:
    """Whether a line of support still stands as it was written."""
    if is_reversal:
        return [Objection("support", "Đây là dòng điều chỉnh, không phải hoạt động hỗ trợ.")]
    if reversed_already:
        return [Objection("support", "Dòng này đã được điều chỉnh.")]
    if closed:
        return [Objection("support", "Năm của dòng này đã khóa sổ. Hãy đề nghị Ban Tổ chức Tỉnh ủy điều chỉnh.")]
    return []
