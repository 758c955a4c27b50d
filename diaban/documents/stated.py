"""What every paper of the product states in the same words: its place, when it was drawn up, that it is invented."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from diaban.kit import formats


def place_of(province: str) -> str:
    """The place of issue, from the name of the province: Hòa Bình, of «Tỉnh Hòa Bình»."""
    return province.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def drawn_up(at: datetime, more: str = "") -> str:
    """The footer line of a paper, with what else it says; local time is the caller's."""
    return f"Lập từ hệ thống Địa Bàn lúc {formats.moment(at)}{more}."


def notice() -> str:
    """In the demonstration every paper says that it is invented."""
    return "Dữ liệu mô phỏng" if settings.DEMO else ""


def number_of(symbol: str) -> tuple[int | None, str]:
    """The number and the rest of a symbol written as 812-QĐ/TU; a draft has no number."""
    number, _, rest = symbol.partition("-")
    return (int(number) if number.isdecimal() else None), rest
