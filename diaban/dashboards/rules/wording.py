"""How a figure's number is written: large in a margin, exact in a sentence, in full in a document. Plain Python."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from diaban.kit import formats

Number = int | Decimal
BILLION, MILLION = 1_000_000_000, 1_000_000


class Measured(Protocol):
    """What the writing of a number needs to know of its figure."""

    @property
    def is_money(self) -> bool: ...
    @property
    def is_half_days(self) -> bool: ...


def in_margin(figure: Measured, value: Number) -> tuple[str, str]:
    """The number and what stands small behind it: («12,46», « tỷ»), («111», "")."""
    exact = Decimal(value)
    if figure.is_money and abs(exact) >= BILLION:
        return formats.number(exact / BILLION, 2), " tỷ"
    if figure.is_money and abs(exact) >= MILLION:
        return formats.number(exact / MILLION, 1), " triệu"
    return in_sentence(figure, value), ""


def in_sentence(figure: Measured, value: Number) -> str:
    """The exact number: đồng in full, days out of half-days."""
    if figure.is_half_days:
        return formats.number(Decimal(value) / 2)
    return formats.number(value) + (formats.NBSP + "đồng" if figure.is_money else "")


def on_paper(figure: Measured, value: Number) -> str:
    """Counts under ten take a leading zero, as officials write them: «05 đồng chí»."""
    plain = isinstance(value, int) and not figure.is_money and not figure.is_half_days
    return f"{value:02d}" if plain and 0 < value < 10 else in_sentence(figure, value)


def compared(figure: Measured, now: Number, before: Number, *, year: int) -> str:
    """The comparison with the year before: «tăng 11 so với năm 2022»."""
    if now == before:
        return f"bằng năm {year}"
    verb = "tăng" if now > before else "giảm"
    return f"{verb} {in_sentence(figure, Decimal(abs(Decimal(now) - Decimal(before))))} so với năm {year}"


def tone(now: Number, before: Number, more_is: str) -> str:
    """ "better", "worse", "same", or "" where growth says nothing."""
    if now == before:
        return "same"
    if not more_is:
        return ""
    grown = now > before
    return "better" if grown == (more_is == "better") else "worse"
