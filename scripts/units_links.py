"""Which unit went into which (part of build_units.py)."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from typing import Any, NamedTuple

from units_versions import ASSUMED, REFORM, Listed, Version

from diaban.kit.text import fold

PACKAGE, DERIVED, SAME_CODE, NAMED = "package", "derived", "same-code", "named"


class Link(NamedTuple):
    """`old` ended and `new` began on `on`. `split`: old went into several; `suggested`: a guess at the main one."""

    old_level: str
    old_code: str
    new_level: str
    new_code: str
    on: str
    split: int
    suggested: int
    source: str


def links_of_2025(
    database: sqlite3.Connection, before: list[Listed], after: list[Listed], converter: dict[str, Any]
) -> list[Link]:
    old, new = old_keys(database), new_keys(database, {row.code for row in after})
    links: list[Link] = []
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        links += [link(old[key], new[province, ward], 0, 1) for ward, keys in wards.items() for key in keys]
    for province, wards in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in wards.items():
            links += [
                link(old[key], new[province, part["newWardKey"]], 1, int(part["isDefaultNewWard"])) for part in parts
            ]
    return links


def old_keys(database: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """The package's key of an old unit -> (level, code). Five island districts without communes are units here."""
    rows = database.execute("SELECT provinceKey, districtKey, wardKey, districtCode, wardCode FROM admin_units_legacy")
    return {
        "_".join((province, district, ward or "")): ("commune", code) if code else ("district", above)
        for province, district, ward, above, code in rows
    }


def new_keys(database: sqlite3.Connection, codes: set[str]) -> dict[tuple[str, str], str]:
    rows = database.execute("SELECT provinceKey, wardKey, wardCode FROM admin_units").fetchall()
    return {(province, ward): code if code in codes else "06978" for province, ward, code in rows}


def link(old: tuple[str, str], new: str, split: int, suggested: int) -> Link:
    return Link(old[0], old[1], "commune", new, REFORM, split, suggested, PACKAGE)


def links_of_provinces(links: list[Link], before: list[Listed], after: list[Listed]) -> list[Link]:
    """A province went where its communes went; no province was split on 1/7/2025."""
    above = {(row.level, row.code): row.parent for row in before}
    province_of_new = {row.code: row.parent for row in after if row.level == "commune"}
    pairs = Counter((root(row.old_level, row.old_code, above), province_of_new[row.new_code]) for row in links)
    return [
        Link("province", old, "province", new, REFORM, 0, 1, DERIVED) for (old, new), count in pairs.items() if count
    ]


def root(level: str, code: str, above: dict[tuple[str, str], str]) -> str:
    return above["district", above[level, code]] if level == "commune" else above[level, code]


def links_by_code(units: list[Version]) -> list[Link]:
    """On the assumed day a unit whose name, kind or parent changed went into the unit that has its code."""
    ended = {(row.level, row.code) for row in units if row.valid_to == ASSUMED}
    begun = {(row.level, row.code) for row in units if row.valid_from == ASSUMED}
    return [Link(level, code, level, code, ASSUMED, 0, 1, SAME_CODE) for level, code in sorted(ended & begun)]


def links_by_name(units: list[Version], aliases: list[tuple[str, str]]) -> list[Link]:
    """A commune whose code vanished went into the one unit of its district that has its name or took it in."""
    later = [row for row in units if row.level == "commune" and row.valid_to == REFORM]
    heirs: dict[tuple[str, str], set[str]] = {}
    parent = {row.code: row.parent for row in later}
    for code, folded in [*((row.code, without_kind(solid(row.name))) for row in later), *aliases]:
        heirs.setdefault((parent[code], folded), set()).add(code)
    links = []
    for row in units:
        if row.level == "commune" and row.valid_to == ASSUMED and row.code not in parent:
            into = heirs.get((row.parent, without_kind(solid(row.name))), set())
            links += [
                Link(row.level, row.code, row.level, code, ASSUMED, 0, 1, NAMED) for code in into if len(into) == 1
            ]
    return links


def alias_rows(database: sqlite3.Connection, raw: list[Listed], official: list[Listed]) -> list[tuple[str, str]]:
    """(code of a commune before 1/7/2025, folded bare name that it or a part of it had, or is spelt by)."""
    rows = database.execute(
        "SELECT wardCode, wardAlias FROM admin_units_legacy WHERE wardAlias IS NOT NULL AND wardCode IS NOT NULL"
    )
    found = {(code, without_kind(alias)) for code, aliases in rows for alias in json.loads(aliases)}
    found |= {(row.code, without_kind(solid(row.name))) for row in set(raw) - set(official) if row.level == "commune"}
    own = {(row.code, without_kind(solid(row.name))) for row in official}
    return sorted(row for row in found - own if row[1])


def solid(name: str) -> str:
    return fold(name).replace(" ", "")


def without_kind(alias: str) -> str:
    for word in ("phuong", "thitran", "xa"):
        if alias.startswith(word) and len(alias) > len(word):
            return alias.removeprefix(word)
    return alias
