"""A value of a rule set as a person types it, and what is wrong with it in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args, get_origin

from diaban.kit.enums import Labelled
from diaban.regulations.rules.parameter import MonthDay, Unit
from diaban.regulations.rules.steps import Steps
from diaban.regulations.rules.values import PARAMETERS, TYPES

BASIS = "can-cu-"
"""In front of the name of the field that says what a value rests on."""
YES, NO = "co", "khong"
NONE = "-"
"""What stands for «không xét» in steps."""


def choices_of(key: str) -> type[Labelled] | None:
    """The words that a parameter is chosen from, where it is one of several."""
    kind = TYPES[key]
    return kind if isinstance(kind, type) and issubclass(kind, Labelled) else None


def several_of(key: str) -> type[Labelled] | None:
    """The words that a parameter lists some of."""
    if get_origin(TYPES[key]) is not tuple:
        return None
    kind = get_args(TYPES[key])[0]
    return kind if isinstance(kind, type) and issubclass(kind, Labelled) else None


def written(value: object) -> str:
    """Thus: 15; 30/11; 14, 7, 3, 0; 100, 80, - ."""
    if isinstance(value, Steps):
        return ", ".join(NONE if step is None else str(step) for step in value.code)
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return str(value)


def read(key: str, text: str) -> object:
    """The value that was typed for a parameter of numbers, days or steps. ValueError carries the sentence."""
    kind = TYPES[key]
    if kind is int:
        return _day_of_month(text) if PARAMETERS[key].unit is Unit.DAY_OF_MONTH else _number(text)
    if kind is MonthDay:
        return _day(text)
    if get_origin(kind) is tuple and several_of(key) is None:
        return tuple(_number(part) for part in text.split(",")) if text.strip() else ()
    if isinstance(kind, type) and issubclass(kind, Steps):
        return _steps(kind, text)
    raise ValueError("Tham số này chọn trong danh sách, không gõ.")


def example_of(key: str) -> str:
    """How the value is typed."""
    kind = TYPES[key]
    if kind is MonthDay:
        return "ngày/tháng, ví dụ 30/11"
    if get_origin(kind) is tuple:
        return "các số cách nhau bằng dấu phẩy, ví dụ 14, 7, 3, 0"
    if isinstance(kind, type) and issubclass(kind, Steps):
        return f"xuất sắc, tốt, hoàn thành; «{NONE}» là không xét, ví dụ 100, 80, {NONE}"
    return ""


def _number(text: str) -> int:
    clean = text.strip().replace(".", "")
    if not clean.isascii() or not clean.isdecimal() or len(clean) > 9:
        raise ValueError(f"“{text.strip()}” không phải một số nguyên từ 0 trở lên.")
    return int(clean)


def _day_of_month(text: str) -> int:
    day = _number(text)
    if not 1 <= day <= 28:
        raise ValueError("Chọn một ngày tháng nào cũng có: từ 1 đến 28.")
    return day


def _day(text: str) -> MonthDay:
    parts = [part.strip() for part in text.replace("-", "/").split("/")]
    try:
        day, month = (int(part) for part in parts)
        return MonthDay.of(f"{month:02}-{day:02}")
    except ValueError:
        raise ValueError(f"“{text.strip()}” không phải một ngày có hằng năm. Ghi ngày/tháng, ví dụ 30/11.") from None


def _steps(kind: type[Steps], text: str) -> Steps:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 3:
        raise ValueError("Cần ba bậc: xuất sắc, tốt, hoàn thành; cách nhau bằng dấu phẩy.")
    try:
        return kind.of([None if part == NONE else _number(part) for part in parts])
    except ValueError as wrong:
        raise ValueError(f"{str(wrong).split(':')[0].capitalize()}.") from None


def differences(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """The keys whose values differ, in the order of the first."""
    return [key for key in one if key in other and one[key] != other[key]]
