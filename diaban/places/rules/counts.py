"""What the lists must add up to: the published numbers of units, by kind."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from diaban.kit.law import cites
from diaban.places.rules.kinds import Level, UnitKind
from diaban.places.rules.lists import ListedUnit, units_on

Counts = dict[Level, dict[UnitKind, int]]


class Expected(NamedTuple):
    on: date
    title: str
    counts: Counts


EXPECTED = (
    Expected(
        date(2025, 6, 30),
        "Danh mục cuối trước 1/7/2025",
        {
            Level.PROVINCE: {UnitKind.TINH: 57, UnitKind.THANH_PHO: 6},
            Level.DISTRICT: {UnitKind.THANH_PHO: 87, UnitKind.QUAN: 49, UnitKind.HUYEN: 508, UnitKind.THI_XA: 52},
            Level.COMMUNE: {UnitKind.XA: 7692, UnitKind.PHUONG: 1726, UnitKind.THI_TRAN: 617},
        },
    ),
    Expected(
        date(2025, 7, 1),
        "Danh mục từ 1/7/2025",
        {
            Level.PROVINCE: {UnitKind.TINH: 28, UnitKind.THANH_PHO: 6},
            Level.COMMUNE: {UnitKind.XA: 2621, UnitKind.PHUONG: 687, UnitKind.DAC_KHU: 13},
        },
    ),
)


@cites("Quyết định 19/2025/QĐ-TTg; danh mục của Tổng cục Thống kê trước 1/7/2025")
def wrong_lists() -> list[str]:
    """Titles of the lists that do not hold the published number of units of each kind; none when all is well."""
    return [expected.title for expected in EXPECTED if count(units_on(expected.on)) != expected.counts]


def count(units: list[ListedUnit]) -> Counts:
    tally = Counter((unit.level, unit.kind) for unit in units)
    counts: Counts = {}
    for (level, kind), number in tally.items():
        counts.setdefault(level, {})[kind] = number
    return counts
