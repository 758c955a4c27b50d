"""Đồng as people type them, and counts of people and households."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diaban.kit import formats
from diaban.kit.fields.texts import Typed, echo
from diaban.kit.money import Amount, parse_vnd, words_vnd
from diaban.kit.money import parse_decimal as decimal

MOST_VND = 10**14
"""100.000 tỷ đồng, more than a province spends in a year: beyond it a unit was typed wrongly."""
NAMED_FROM = 1_000
"""đồng; a bare number below it («500») hardly ever means that many đồng, so the unit is asked for."""
_BARE = re.compile(r"\d+")
_FRACTION = re.compile(r"\d+[.,]\d+")


class VndInput(forms.TextInput):
    """Its value is read out in words beside it, by the server and while typing."""


class VndField(Typed):
    """«12,5 triệu», «10 tỷ», «500 ngàn», «12.500.000»: an int of đồng comes out, never negative.

    static/forms.js reads amounts alike while they are typed; tests/amounts.py holds the two together.
    """

    widget = VndInput

    def __init__(self, *, least: int = 0, **options: Any) -> None:
        self.least = least
        super().__init__(**options)

    def read(self, text: str) -> int | None:
        amount = parse_vnd(text)
        if refusal := _refusal(text, amount):
            raise ValidationError(refusal)
        return amount.dong

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if value > MOST_VND:
            raise ValidationError(f"{self.label} lớn hơn 100.000 tỷ đồng. Kiểm tra lại đơn vị đã ghi.")
        if value < self.least:
            raise ValidationError(f"{self.label} phải từ {formats.money(self.least)} trở lên.")

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        return formats.number(value) if value == 0 or value >= NAMED_FROM else f"{value} đồng"

    def words(self, value: Any) -> str:
        """What was typed, read out: empty where it is no amount."""
        try:
            dong = self.to_python(value)
        except ValidationError:
            return ""
        return "" if dong is None or dong > MOST_VND else words_vnd(dong)

    def told(self, value: Any) -> str:
        return formats.money(value)


def _refusal(text: str, amount: Amount) -> str:
    """Why this is not an amount to record, and what to type instead."""
    said = echo(text)
    if amount.note:
        return f"{said} chưa phải là một số tiền. Ghi con số, ví dụ 12,5 triệu."
    if amount.qualifier:
        return f"{said} chưa phải là một con số cụ thể. Ghi số tiền, ví dụ 10 tỷ; chữ kèm theo ghi vào nội dung."
    if _FRACTION.fullmatch(text) and amount.error:
        return f"{said} thiếu đơn vị. Ghi đủ, ví dụ {text} triệu."
    if _BARE.fullmatch(text) and 0 < (amount.dong or 0) < NAMED_FROM:
        return f"{said} mới là {amount.dong} đồng. Ghi đủ đơn vị, ví dụ {amount.dong} nghìn, {amount.dong} triệu."
    example = " Ghi bằng chữ số, ví dụ 12,5 triệu." if text[0] not in "-−–(#" else ""
    return amount.error and amount.error + example


class CountField(Typed):
    """A whole number of people, households or days. `unit` may be typed behind it: «25 hộ»."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def __init__(self, *, least: int = 0, most: int = 1_000_000, unit: str = "", **options: Any) -> None:
        self.least, self.most, self.unit = least, most, unit
        super().__init__(**options)

    def read(self, text: str) -> int:
        number = decimal(text.removesuffix(self.unit).strip())
        if number is None:
            raise ValidationError(f"{echo(text)} không phải là một số. Ghi bằng chữ số, ví dụ 25.")
        if number < 0:
            raise ValidationError(f"{self.label} không thể âm.")
        if number != number.to_integral_value():
            raise ValidationError(f"{self.label} phải là số nguyên.")
        return int(number)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not self.least <= value <= self.most:
            span = f"từ {formats.number(self.least)} đến {formats.number(self.most)}"
            raise ValidationError(f"{self.label} phải {span}. Kiểm tra lại số đã ghi.")

    def prepare_value(self, value: Any) -> Any:
        return formats.number(value) if isinstance(value, int) else value

    def told(self, value: Any) -> str:
        return " ".join(filter(None, [formats.number(value), self.unit if value is not None else ""]))
