"""The communes that a typed name may mean on a day, indexed by what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from diaban.places.rules.kinds import Level, UnitKind
from diaban.places.rules.lists import ListedUnit
from diaban.places.rules.names import Reading, TypedName, bare, loose


class Entry(NamedTuple):
    """A commune with the names above it. A district without communes (an island) stands as an entry of its own.

    `current`: in force on the day. Otherwise it stands in the neighbouring list, and the day between is not known.
    """

    code: str
    name: str
    kind: UnitKind
    key: str
    district: Reading
    province: Reading
    current: bool


Triple = tuple[str, str, str]
"""(commune, district, province), each a loose key"""


class Gazetteer:
    """Units of one day, beside them those of the neighbouring list, and retired ones with the units they went into.

    `heirs`: code of a retired unit -> codes on the day. `former`: (code, folded former name without spaces).
    """

    def __init__(
        self,
        current: Iterable[ListedUnit],
        nearby: Iterable[ListedUnit] = (),
        retired: Iterable[ListedUnit] = (),
        heirs: Mapping[str, list[str]] | None = None,
        former: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.entries = entries_of(current, is_current=True)
        self.entries += _others(entries_of(nearby, is_current=False), self.entries)
        self.retired = _by_name(entries_of(retired, is_current=False))
        self.heirs = heirs or {}
        self.has_districts = any(entry.district.key for entry in self.entries)
        self._by_name = _by_name(self.entries)
        self._by_code = {entry.code: entry for entry in reversed(self.entries)}
        self._districts = {(entry.province.key, entry.district) for entry in self.entries}
        self._empty_districts = {
            (entry.province.key, entry.district.key): entry for entry in self.entries if len(entry.code) == 3
        }
        self._loose = _by_loose(self.entries)
        self._former = _former_by_name(former)

    def named(self, ward: TypedName, district: TypedName, province: TypedName) -> list[Entry]:
        """Entries of this name under this district (any, when none was typed) of this province, whatever their kind."""
        return among(self._by_name, ward, district, province)

    def knows_district(self, province: str, district: Reading) -> bool:
        return (province, district) in self._districts

    def empty_district(self, district: TypedName, province: TypedName) -> Entry | None:
        keys = ((above.key, reading.key) for above in province.readings for reading in district.readings)
        return next((self._empty_districts[key] for key in keys if key in self._empty_districts), None)

    def alike(self, ward: TypedName, province: TypedName) -> list[Entry]:
        """Entries of the province that read like the typed name without marks and in common variants of spelling."""
        keys = ((loose(above.key), loose(reading.key)) for above in province.readings for reading in ward.readings)
        return list(dict.fromkeys(entry for key in keys for entry in self._loose.get(key, ())))

    def formerly(self, ward: TypedName) -> list[Entry]:
        """Entries that once had, or took in a commune of, the typed name, anywhere in the country."""
        codes = {code for reading in ward.readings for code in self._former.get(loose(reading.key), ())}
        return [self._by_code[code] for code in sorted(codes) if code in self._by_code]


def among(
    index: Mapping[tuple[str, str], list[Entry]], ward: TypedName, district: TypedName, province: TypedName
) -> list[Entry]:
    found = [
        entry
        for above in province.readings
        for reading in ward.readings
        for entry in index.get((above.key, reading.key), ())
        if not district or any(entry.district.key == typed.key for typed in district.readings)
    ]
    return list(dict.fromkeys(found))


def entries_of(units: Iterable[ListedUnit], *, is_current: bool) -> list[Entry]:
    """Flatten one day's units; each is looked up by the codes above it."""
    units = list(units)
    names = {unit.code: Reading(unit.kind, bare(unit.name, unit.kind)) for unit in units}
    parent_of = {unit.code: unit.parent_code for unit in units}
    parents = set(parent_of.values())
    found = []
    for unit in units:
        island = unit.level == Level.DISTRICT and unit.code not in parents
        if unit.level == Level.COMMUNE or island:
            above = unit.code if island else unit.parent_code
            province = parent_of[above] or above
            district = Reading(None, "") if len(above) == 2 else names[above]
            found.append(
                Entry(unit.code, unit.name, unit.kind, names[unit.code].key, district, names[province], is_current)
            )
    return found


def _others(entries: list[Entry], known: list[Entry]) -> list[Entry]:
    """Those that the current list does not hold under the same code, names and kinds."""
    same = {entry._replace(current=False, name="") for entry in known}
    return [entry for entry in entries if entry._replace(name="") not in same]


def _by_name(entries: list[Entry]) -> dict[tuple[str, str], list[Entry]]:
    index: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if len(entry.code) == 5:
            index.setdefault((entry.province.key, entry.key), []).append(entry)
    return index


def _by_loose(entries: list[Entry]) -> dict[tuple[str, str], list[Entry]]:
    index: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        index.setdefault((loose(entry.province.key), loose(entry.key)), []).append(entry)
    return index


def _former_by_name(former: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for code, folded in former:
        index.setdefault(loose(folded), []).append(code)
    return index
