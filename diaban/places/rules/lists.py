"""The lists of units that come with the product (diaban/places/data, made by scripts/build_units.py)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from diaban.places.rules.kinds import DateBasis, Level, UnitKind


class ListedUnit(NamedTuple):
    """One version of a unit: in force from `valid_from` until the day before `valid_to` (None = still)."""

    level: Level
    code: str
    valid_from: date
    valid_to: date | None
    kind: UnitKind
    name: str
    parent_code: str
    basis: DateBasis

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class ListedLink(NamedTuple):
    """An old unit went into a new one on a day. `split`: into several; `suggested`: a guess at the main one."""

    old_level: Level
    old_code: str
    new_level: Level
    new_code: str
    on: date
    split: bool
    suggested: bool
    source: str


@cache
def listed_units() -> tuple[ListedUnit, ...]:
    return tuple(_unit(*row) for row in _rows("units"))


@cache
def listed_links() -> tuple[ListedLink, ...]:
    return tuple(_link(*row) for row in _rows("links"))


@cache
def former_names() -> tuple[tuple[str, str], ...]:
    """(code of a commune before 1/7/2025, folded name without spaces that it or a part of it had earlier)."""
    return tuple((code, folded) for code, folded in _rows("former_names"))


def units_on(day: date) -> list[ListedUnit]:
    return [unit for unit in listed_units() if unit.covers(day)]


def _rows(name: str) -> Iterator[list[str]]:
    packed = files("diaban.places").joinpath("data", f"{name}.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().splitlines()[1:]:
        yield line.split("\t")


def _unit(
    level: str, code: str, valid_from: str, valid_to: str, kind: str, name: str, parent: str, basis: str
) -> ListedUnit:
    start, end = date.fromisoformat(valid_from), date.fromisoformat(valid_to) if valid_to else None
    return ListedUnit(_LEVELS[level], code, start, end, _KINDS[kind], name, parent, _BASES[basis])


def _link(
    old_level: str, old: str, new_level: str, new: str, on: str, split: str, suggested: str, source: str
) -> ListedLink:
    levels = _LEVELS[old_level], _LEVELS[new_level]
    return ListedLink(levels[0], old, levels[1], new, date.fromisoformat(on), split == "1", suggested == "1", source)


_LEVELS = {level.value: level for level in Level}
_KINDS = {kind.value: kind for kind in UnitKind}
_BASES = {basis.value: basis for basis in DateBasis}
