"""Levels and kinds of administrative units, and how far their dates are known."""

from datetime import date

from diaban.kit.enums import Labelled

REFORM = date(2025, 7, 1)
"""The district level and thị trấn went; Decision 19/2025/QĐ-TTg gives the codes from this day."""


class Level(Labelled):
    PROVINCE = "province", "cấp tỉnh"
    DISTRICT = "district", "cấp huyện"
    COMMUNE = "commune", "cấp xã"


class UnitKind(Labelled):
    """The word before a unit's name. `thành phố` stands at two levels: a province (Hà Nội) or a district (Hòa Bình)."""

    TINH = "tinh", "tỉnh"
    THANH_PHO = "thanh-pho", "thành phố"
    QUAN = "quan", "quận"
    HUYEN = "huyen", "huyện"
    THI_XA = "thi-xa", "thị xã"
    XA = "xa", "xã"
    PHUONG = "phuong", "phường"
    THI_TRAN = "thi-tran", "thị trấn"
    DAC_KHU = "dac-khu", "đặc khu"


KINDS_OF = {
    Level.PROVINCE: frozenset({UnitKind.TINH, UnitKind.THANH_PHO}),
    Level.DISTRICT: frozenset({UnitKind.QUAN, UnitKind.HUYEN, UnitKind.THI_XA, UnitKind.THANH_PHO}),
    Level.COMMUNE: frozenset({UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU}),
}


class DateBasis(Labelled):
    """How far the dates of a version are known; the reasons stand in docs/adr/0010-units-through-time.md."""

    LISTED = "listed", "có trong danh mục 1/10/2022 và danh mục cuối trước 1/7/2025"
    ASSUMED_END = "assumed-end", "có trong danh mục 1/10/2022; ngày hết hiệu lực là ngày quy ước của phần mềm"
    ASSUMED_START = "assumed-start", "có trong danh mục cuối trước 1/7/2025; ngày bắt đầu là ngày quy ước của phần mềm"
    EXACT = "exact", "ngày theo văn bản"
