"""What the records say by themselves: the numbers of a report, the sentences made of them, and what moved since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from diaban.kit.formats import money, money_document, number
from diaban.kit.money import words_vnd


class Unit(Enum):
    TIMES = "lần"
    HALF_DAYS = "buổi"
    VND = "đồng"


@dataclass(frozen=True, slots=True)
class Number:
    """One number that the records give. In half-days and đồng where `unit` says so; `section` is where it belongs."""

    key: str
    label: str
    section: str
    unit: Unit = Unit.TIMES


NUMBERS: tuple[Number, ...] = (
    Number("chuyen-di", "Chuyến đi cơ sở", "programme"),
    Number("so-buoi", "Ngày đi cơ sở", "programme", Unit.HALF_DAYS),
    Number("luot-tham-du", "Lượt dự sinh hoạt, hội nghị", "programme"),
    Number("noi-dung", "Nội dung chương trình", "programme"),
    Number("noi-dung-da-lam", "Nội dung đã thực hiện", "programme"),
    Number("ghi-nhan-tinh-hinh", "Ghi nhận tình hình", "situation"),
    Number("ho-tro", "Hoạt động hỗ trợ", "support"),
    Number("tong-ho-tro", "Tổng giá trị hỗ trợ", "support", Unit.VND),
    Number("ho-tro-da-xac-nhan", "Trong đó xã đã xác nhận", "support", Unit.VND),
    Number("kho-khan", "Khó khăn, vướng mắc đã nêu", "difficulties"),
    Number("kho-khan-da-tra-loi", "Khó khăn đã được trả lời", "difficulties"),
    Number("kho-khan-da-giai-quyet", "Khó khăn đã giải quyết", "difficulties"),
    Number("kho-khan-qua-han", "Khó khăn quá hạn trả lời", "difficulties"),
    Number("mo-hinh", "Mô hình mới, cách làm sáng tạo", "innovations"),
)
"""In the order of the sections. Reports that were sent before a number existed do not have it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A number that is not any more what it was when the report was sent."""

    number: Number
    then: int
    now: int

    @property
    def sentence(self) -> str:
        return f"{self.number.label}: khi gửi {said(self.number, self.then)}, nay {said(self.number, self.now)}."


def said(what: Number, value: int, *, document: bool = False) -> str:
    """A value as it is read: half-days as days, đồng with their sign, in a document with their name."""
    if what.unit is Unit.HALF_DAYS:
        return number(value / 2)
    if what.unit is Unit.VND:
        return money_document(value) if document else money(value)
    return number(value)


def moved_since(then: Mapping[str, object], now: Mapping[str, int]) -> list[Moved]:
    """The frozen numbers beside those of the records of today; what a report never had is not compared."""
    pairs = [(what, then.get(what.key), now.get(what.key)) for what in NUMBERS]
    return [
        Moved(what, was, is_now)
        for what, was, is_now in pairs
        if isinstance(was, int) and is_now is not None and was != is_now
    ]


def sentences(values: Mapping[str, int]) -> dict[str, str]:
    """One sentence a section, made of the records alone: of those sections whose numbers are all there.

    They are written as a document writes, for they go into one.
    """
    have = {what.key: values.get(what.key, 0) for what in NUMBERS}
    lacking = {what.section for what in NUMBERS if what.key not in values}
    return {section: words for section, words in _all(have).items() if section not in lacking}


def _all(have: Mapping[str, int]) -> dict[str, str]:
    return {
        "programme": (
            f"Đã đi cơ sở {number(have['so-buoi'] / 2)} ngày ({number(have['chuyen-di'])} chuyến), "
            f"dự {number(have['luot-tham-du'])} lượt sinh hoạt, hội nghị; "
            f"thực hiện {number(have['noi-dung-da-lam'])}/{number(have['noi-dung'])} nội dung của chương trình."
        ),
        "situation": f"Ghi nhận tình hình địa bàn {number(have['ghi-nhan-tinh-hinh'])} lần theo sáu lĩnh vực.",
        "support": _support(have),
        "difficulties": (
            f"Phản ánh {number(have['kho-khan'])} khó khăn, vướng mắc; đã được trả lời "
            f"{number(have['kho-khan-da-tra-loi'])}, đã giải quyết {number(have['kho-khan-da-giai-quyet'])}, "
            f"quá hạn trả lời {number(have['kho-khan-qua-han'])}."
        ),
        "innovations": f"Đề xuất {number(have['mo-hinh'])} mô hình mới, cách làm sáng tạo.",
    }


def _support(have: Mapping[str, int]) -> str:
    total, confirmed = have["tong-ho-tro"], have["ho-tro-da-xac-nhan"]
    worth = f", giá trị {money_document(total)} ({words_vnd(total)})" if total > 0 else ""
    open_ = money_document(total - confirmed)
    shares = f"; xã đã xác nhận {money_document(confirmed)}, chưa xác nhận {open_}" if total > 0 else ""
    return f"Thực hiện {number(have['ho-tro'])} hoạt động hỗ trợ{worth}{shares}."
