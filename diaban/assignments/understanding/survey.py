"""What a file says of itself before it is read in full: its decision, its day, its province."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from diaban.assignments.understanding.communes import communes_in
from diaban.assignments.understanding.gazetteer import province_names
from diaban.assignments.understanding.headings import Role
from diaban.assignments.understanding.rows import SheetReading, read_sheet
from diaban.assignments.understanding.understand import decision_in
from diaban.kit.dates import Kind, parse_date
from diaban.kit.sheets import Book
from diaban.kit.text import fold_tone_placement
from diaban.places.rules.kinds import REFORM, Level
from diaban.places.rules.lists import units_on

LAST_DAY_OF_DISTRICTS = REFORM - timedelta(days=1)
_KIND = re.compile(r"^(xã|phường|thị trấn|đặc khu|tt\.?|x\.|p\.|tỉnh|thành phố|tp\.?)\s+", re.I)


@dataclass(frozen=True)
class Survey:
    """`day`: the one that the file dates its assignments by; `old_map`: it speaks of districts or townships."""

    title: tuple[str, ...]
    provinces: tuple[str, ...]
    wards: tuple[str, ...]
    decision: str
    day: date | None
    old_map: bool


def survey(book: Book) -> Survey:
    readings = [read_sheet(grid) for grid in book.grids]
    title = tuple(text for reading in readings for text in reading.title)
    lines = [line for reading in readings for record in reading.records for line in record.lines]
    named = [named for line in lines for place in line.names for named in communes_in(place.text)]
    decision, decided_on = decision_in(title)
    districts = any(line.spoken for line in lines) or any(one.district for one in named)
    townships = any(re.match(r"(thị trấn|tt\.?)\s", one.ward, re.I) for one in named)
    return Survey(
        title,
        tuple(line.province for line in lines if line.province),
        tuple(one.ward for one in named),
        decision,
        _usual_day(readings) or decided_on,
        districts or townships,
    )


def day_to_match(found: Survey, *, starts_on: date | None, today: date, province: str | None) -> date:
    """The day whose list of units the file is read by. A file without a day that speaks of districts, or of a province
    that is no more, is read by the last list that had them."""
    day = found.day or starts_on
    if day:
        return day
    gone = province is not None and province not in province_names(today)
    return LAST_DAY_OF_DISTRICTS if today >= REFORM and (found.old_map or gone) else today


def province_of(found: Survey, day: date) -> str | None:
    """The code of the one province that the file names, else of the only one that has most of its communes."""
    names = {_bare(name): code for code, name in province_names(day).items()}
    stated = {names[_bare(text)] for text in found.provinces if _bare(text) in names}
    if len(stated) == 1:
        return stated.pop()
    titled = {code for name, code in names.items() for text in found.title if _names_province(text, name)}
    return titled.pop() if len(titled) == 1 else _by_communes(found.wards, day)


def _names_province(text: str, name: str) -> bool:
    return (
        re.search(rf"\b(tỉnh|tỉnh ủy|thành phố|thành ủy|ubnd tỉnh) {re.escape(name)}\b", fold_tone_placement(text))
        is not None
    )


def _by_communes(wards: tuple[str, ...], day: date) -> str | None:
    wanted = {_bare(ward) for ward in wards}
    units = units_on(day)
    parents = {unit.code: unit.parent_code for unit in units if unit.level is not Level.COMMUNE}
    found: Counter[str] = Counter()
    seen = set()
    for unit in units:
        if unit.level is not Level.COMMUNE:
            continue
        province = parents[unit.parent_code] or unit.parent_code
        key = (province, _bare(unit.name))
        if key[1] in wanted and key not in seen:
            seen.add(key)
            found[province] += 1
    best = [*found.most_common(2), ("", 0), ("", 0)]
    clear = best[0][1] * 10 >= len(wanted) * 6 and best[0][1] > 2 * best[1][1]
    return best[0][0] if wanted and clear else None


def _usual_day(readings: list[SheetReading]) -> date | None:
    days: Counter[date] = Counter()
    for reading in readings:
        for record in reading.records:
            place = record.places.get(Role.STARTS)
            read = parse_date(place.cell.value) if place else None
            if read and read.kind is Kind.DAY and read.start:
                days[read.start] += 1
    return days.most_common(1)[0][0] if days else None


@lru_cache(maxsize=16384)
def _bare(name: str) -> str:
    return _KIND.sub("", fold_tone_placement(name))
