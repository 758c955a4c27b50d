"""An invented list for the gallery: the machine of every list, without a database behind it."""

from __future__ import annotations

from datetime import date
from typing import Any

from diaban.kit.figures import Column, Kind
from diaban.kit.listing import (
    Choice,
    Dates,
    Filter,
    ListColumn,
    Listing,
    ListPage,
    Measured,
    Said,
    Total,
    View,
    ask,
)

TODAY = date(2023, 11, 28)
STATES = {"silent": "Chưa xác nhận", "confirmed": "Đã xác nhận", "disputed": "Chưa thống nhất"}
AGENCIES = (Choice("so-tu-phap", 1, "Sở Tư pháp"), Choice("chi-nhanh", 2, "Chi nhánh Ngân hàng Chính sách xã hội"))
ROWS = (
    (1, date(2023, 11, 25), "Lò Quốc Hưng", "Phó Giám đốc Sở Tư pháp", "Xã Tân Pheo", "Cây, con giống", 12_500_000),
    (2, date(2023, 9, 8), "Bàn Văn Sửu", "Phó Giám đốc Chi nhánh Ngân hàng CSXH", "Xã Cun Pheo", "Nhà ở", 60_000_000),
    (3, date(2022, 12, 31), "Quách Thị Ngân", "Phó Chánh Văn phòng Tỉnh ủy", "Phường Dân Chủ", "Tư vấn", None),
)


def due(on: date, *, today: date) -> Said:
    left = (on - today).days + 10
    return Said(f"Còn {left} ngày", "due") if left >= 0 else Said(f"Quá hạn {-left} ngày", "late")


LISTING = Listing(
    noun="hỗ trợ",
    columns=(
        ListColumn("Ngày", "on", Kind.DATE, sort=("on",), margin=True),
        ListColumn("Họ và tên", "cadre", sort=("cadre",), sub=Column("Chức vụ", "post")),
        ListColumn("Địa bàn", "commune"),
        ListColumn("Hình thức", "kind"),
        ListColumn("Xác nhận", "state", labels=STATES, tags={"confirmed": "ok", "silent": "", "disputed": "late"}),
        ListColumn("Hạn xác nhận", "on", say=due),
        ListColumn(
            "Giá trị", "value", Kind.VND, sort=("value",), totals=(Total("Đã xác nhận"), Total("Chưa xác nhận"))
        ),
    ),
    order=("-on",),
    address=lambda key: f"#dong-{key}",
    views=(View("tat-ca", "Tất cả"), View("cho", "Chờ xác nhận"), View("chua-thong-nhat", "Chưa thống nhất")),
    filters=(
        Filter("co-quan", "Cơ quan", "agency"),
        Filter("xac-nhan", "Tình trạng xác nhận", "state", labels=STATES),
    ),
    dates=Dates("Ngày hỗ trợ", "on"),
    search=lambda rows, _words: rows,
    search_label="Tên cán bộ, địa bàn, nội dung",
)
OPTIONS = {"co-quan": AGENCIES, "xac-nhan": LISTING.filters[1].offered}


def page() -> ListPage:
    asked = ask(LISTING, {"co-quan": "so-tu-phap", "tim": "gà", "tu": "31/9/2023"}, OPTIONS, today=TODAY)
    measured = Measured({"tat-ca": 118, "cho": 7, "chua-thong-nhat": 0}, (12_500_000, 60_000_000))
    return ListPage(LISTING, OPTIONS, asked, measured, 1, [_values(*row) for row in ROWS], TODAY)


def _values(pk: int, on: date, cadre: str, post: str, commune: str, kind: str, value: int | None) -> dict[str, Any]:
    state = list(STATES)[pk % 3]
    return {"pk": pk, "on": on, "cadre": cadre, "post": post, "commune": commune, "kind": kind} | {
        "state": state,
        "value": value,
    }
