"""The Vietnamese working days: public holidays from the library `holidays`, swapped days from the decisions.

The holidays (Bộ luật Lao động 2019, Điều 112) and the Tết days of 2022-2026 were compared with the published decisions
named below. From 2027 on Tết and Quốc khánh are the library's own reckoning, until the office enters the decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

from diaban.regulations.rules.calendar import WorkingCalendar
from diaban.regulations.rules.parameter import Mark

FIRST_YEAR, LAST_YEAR = 2022, 2030
"""The years whose calendar is kept ready. Any other year from 2007 on can be asked for; it has no swapped days then."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A working day given off and the weekend day worked instead (hoán đổi ngày làm việc)."""

    off: date
    worked: date
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class TetLeave:
    """The working days that officials had off at Tết, first and last, as decided."""

    new_year: date
    first: date
    last: date
    source: str
    mark: Mark


SWAPS: tuple[Swap, ...] = (
    Swap(date(2024, 4, 29), date(2024, 5, 4), "Văn bản 2450/VPCP-KGVX ngày 12/4/2024", Mark.SOURCE),
    Swap(date(2025, 5, 2), date(2025, 4, 26), "Văn bản 8726/VPCP-KGVX ngày 26/11/2024", Mark.SOURCE),
    Swap(date(2026, 1, 2), date(2026, 1, 10), "Văn bản 12729/VPCP-KGVX ngày 25/12/2025", Mark.SOURCE),
    Swap(date(2026, 8, 31), date(2026, 8, 22), "Thông báo lịch nghỉ Quốc khánh năm 2026", Mark.GENERAL),
)
"""2022 and 2023 had none."""

TET: tuple[TetLeave, ...] = (
    TetLeave(
        date(2022, 2, 1),
        date(2022, 1, 31),
        date(2022, 2, 4),
        "Văn bản 245/VPCP-KGVX ngày 11/01/2022",
        Mark.SOURCE,
    ),
    TetLeave(
        date(2023, 1, 22),
        date(2023, 1, 20),
        date(2023, 1, 26),
        "Văn bản 8056/VPCP-KGVX ngày 01/12/2022",
        Mark.SOURCE,
    ),
    TetLeave(
        date(2024, 2, 10),
        date(2024, 2, 8),
        date(2024, 2, 14),
        "Phương án nghỉ Tết Giáp Thìn do Bộ LĐTBXH trình",
        Mark.GENERAL,
    ),
    TetLeave(
        date(2025, 1, 29),
        date(2025, 1, 27),
        date(2025, 1, 31),
        "Văn bản 8726/VPCP-KGVX ngày 26/11/2024",
        Mark.SOURCE,
    ),
    TetLeave(
        date(2026, 2, 17),
        date(2026, 2, 16),
        date(2026, 2, 20),
        "Thông báo lịch nghỉ Tết Bính Ngọ",
        Mark.SOURCE,
    ),
)
"""Published Tết leave: the library's days are tested against these."""


@lru_cache(maxsize=32)
def standard_calendar(first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR) -> WorkingCalendar:
    """The calendar of whole years, both included, with the holidays and swaps that the product knows by itself."""
    off = public_holidays(range(first_year, last_year + 1)) | {swap.off: _swap_off(swap) for swap in SWAPS}
    working = {swap.worked: _swap_worked(swap) for swap in SWAPS}
    return _calendar(first_year, last_year, off, working)


def with_changes(calendar: WorkingCalendar, *, off: dict[date, str], working: dict[date, str]) -> WorkingCalendar:
    """The calendar with days that the office entered itself; these win over what the product knows."""
    kept_off = {day: reason for day, reason in calendar.off.items() if day not in working}
    kept_working = {day: reason for day, reason in calendar.working.items() if day not in off}
    return _calendar(calendar.first.year, calendar.last.year, kept_off | off, kept_working | working)


def public_holidays(years: Iterable[int]) -> dict[date, str]:
    """Each public holiday and compensatory day off, with its Vietnamese name."""
    return dict(holidays.country_holidays("VN", years=list(years), language="vi").items())


def _calendar(first_year: int, last_year: int, off: dict[date, str], working: dict[date, str]) -> WorkingCalendar:
    def inside(days: dict[date, str]) -> dict[date, str]:
        return {day: reason for day, reason in sorted(days.items()) if first_year <= day.year <= last_year}

    return WorkingCalendar(date(first_year, 1, 1), date(last_year, 12, 31), inside(off), inside(working))


def _swap_off(swap: Swap) -> str:
    return f"nghỉ hoán đổi với {swap.worked:%d/%m/%Y} ({swap.source})"


def _swap_worked(swap: Swap) -> str:
    return f"làm bù cho {swap.off:%d/%m/%Y} ({swap.source})"
