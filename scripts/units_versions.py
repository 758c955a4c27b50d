"""From three lists of units to dated versions of units (part of build_units.py)."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple, Protocol

LISTED_ON, ASSUMED, REFORM = "2022-10-01", "2024-09-01", "2025-07-01"
KINDS = {
    "Tỉnh": "tinh", "Thành phố": "thanh-pho", "Quận": "quan", "Huyện": "huyen", "Thị xã": "thi-xa",
    "Xã": "xa", "Phường": "phuong", "Thị trấn": "thi-tran", "Đặc khu": "dac-khu",
}  # fmt: skip


class Listed(NamedTuple):
    """A row of one list. The parent of a commune is its district, after 1/7/2025 its province."""

    level: str
    code: str
    name: str
    parent: str


class Version(NamedTuple):
    """A unit as it was from a day on. Dates are ISO text, `valid_to` is the first day without, empty = open.

    `basis` says how far `valid_from` and `valid_to` are known: see diaban.places.rules.kinds.DateBasis.
    """

    level: str
    code: str
    valid_from: str
    valid_to: str
    kind: str
    name: str
    parent: str
    basis: str


class Linked(Protocol):
    @property
    def old_code(self) -> str: ...
    @property
    def new_code(self) -> str: ...
    @property
    def split(self) -> int: ...
    @property
    def suggested(self) -> int: ...


def versions(of_2022: list[Listed], before: list[Listed], after: list[Listed]) -> list[Version]:
    """Units alike in both older lists, up to their province, are one version; others change on the assumed day."""
    then, later = by_key(of_2022), by_key(before)
    same = {key for key in then.keys() & later.keys() if unchanged(key, then, later)}
    rows = [version(row, LISTED_ON, REFORM, "listed") for key, row in later.items() if key in same]
    rows += [version(row, LISTED_ON, ASSUMED, "assumed-end") for key, row in then.items() if key not in same]
    rows += [version(row, ASSUMED, REFORM, "assumed-start") for key, row in later.items() if key not in same]
    return rows + [version(row, REFORM, "", "exact") for row in after]


def by_key(rows: list[Listed]) -> dict[tuple[str, str], Listed]:
    return {(row.level, row.code): row for row in rows}


def unchanged(
    key: tuple[str, str], then: Mapping[tuple[str, str], Listed], later: Mapping[tuple[str, str], Listed]
) -> bool:
    if then.get(key) != later[key]:
        return False
    above = {"commune": "district", "district": "province"}.get(key[0])
    return above is None or unchanged((above, later[key].parent), then, later)


def version(row: Listed, start: str, end: str, basis: str) -> Version:
    return Version(row.level, row.code, start, end, kind_of(row.name), row.name, row.parent, basis)


def kind_of(name: str) -> str:
    return next(kind for word, kind in KINDS.items() if name.startswith(word + " "))


def compare(folder: Path, lists: Mapping[str, list[Listed]], links: Sequence[Linked]) -> int:
    """Print whether each list equals the one in the folder; 1 when any differs."""
    files = {"2022": "units_2022.csv", "before": "units_2025_before.csv", "after": "units_2025.csv"}
    equal = []
    for name, file in files.items():
        theirs = {Listed(row["level"], row["code"], row["name"], row["parent_code"]) for row in read(folder / file)}
        equal.append(report(file, set(lists[name]), theirs))
    known = {
        (row["old_code"], row["new_code"], int(row["old_unit_was_split"]), int(row["suggested_default"]))
        for row in read(folder / "mergers_2025.csv")
    }
    ours = {(link.old_code, link.new_code, link.split, link.suggested) for link in links}
    equal.append(report("mergers_2025.csv", ours, known))
    return 0 if all(equal) else 1


def report(
    file: str,
    ours: Set[tuple[object, ...]],
    theirs: Set[tuple[object, ...]],
) -> bool:
    print(f"{file}: {len(ours)} rows, {'equal' if ours == theirs else 'DIFFERENT'}")
    for row in sorted(ours ^ theirs, key=str)[:20]:
        print("   ", "ours  " if row in ours else "theirs", row)
    return ours == theirs


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
