"""Verbs of places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from diaban.kit.actors import Actor
from diaban.kit.audit import record
from diaban.kit.text import fold
from diaban.places.models import Unit, UnitSuccession
from diaban.places.rules.kinds import Level
from diaban.places.rules.lists import ListedUnit, listed_links, listed_units

Key = tuple[str, str, date]
"""(level, code, valid from)"""


class Loaded(NamedTuple):
    units: int
    links: int


@transaction.atomic
def load_units(*, by: Actor, at: datetime) -> Loaded:
    """Add the units and links of the product's own lists that are not there yet; what a person changed stays."""
    known = _known_units()
    units = 0
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        missing = [row for row in listed_units() if row.level == level and _key(row) not in known]
        made = Unit.objects.bulk_create(_new_units(missing, known), batch_size=4000)
        known |= {(unit.level, unit.code, unit.valid_from): unit for unit in made}
        units += len(made)
    links = _add_links(known)
    if units or links:
        record("units.load", "places.unit", by=by, at=at, units=units, links=links)
    return Loaded(units, links)


def _known_units() -> dict[Key, Unit]:
    return {(unit.level, unit.code, unit.valid_from): unit for unit in Unit.objects.all()}


def _key(row: ListedUnit) -> Key:
    return row.level.value, row.code, row.valid_from


def _new_units(rows: Iterable[ListedUnit], known: dict[Key, Unit]) -> list[Unit]:
    """Rows of one level; their parents are known already. A parent is the version in force when its child began."""
    above = _Versions(known.values())
    units = []
    for row in rows:
        parent = above.in_force(row.parent_code, row.valid_from)
        units.append(
            Unit(
                level=row.level.value, code=row.code, kind=row.kind.value, name=row.name, folded=fold(row.name),
                valid_from=row.valid_from, valid_to=row.valid_to, date_basis=row.basis.value,
                parent_id=parent.pk if parent else None,
                province_id=(parent.province_id or parent.pk) if parent else None,
            )
        )  # fmt: skip
    return units


class _Versions:
    """Versions of units by code. Codes of the three levels differ in length, so one index holds them all."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.by_code: dict[str, list[Unit]] = {}
        for unit in units:
            self.by_code.setdefault(unit.code, []).append(unit)

    def until(self, code: str, day: date) -> Unit | None:
        return next((unit for unit in self.by_code.get(code, ()) if unit.valid_to == day), None)

    def in_force(self, code: str, day: date) -> Unit | None:
        return next((unit for unit in self.by_code.get(code, ()) if unit.covers(day)), None)


def _add_links(known: dict[Key, Unit]) -> int:
    """A link whose ends a person has since changed is left out: it was theirs to make."""
    index = _Versions(known.values())
    there = set(UnitSuccession.objects.values_list("old_id", "new_id"))
    links = []
    for row in listed_links():
        old, new = index.until(row.old_code, row.on), index.in_force(row.new_code, row.on)
        if old and new and (old.pk, new.pk) not in there:
            links.append(
                UnitSuccession(
                    old_id=old.pk,
                    new_id=new.pk,
                    on=row.on,
                    split=row.split,
                    suggested_default=row.suggested,
                    source=row.source,
                )
            )
    return len(UnitSuccession.objects.bulk_create(links, batch_size=4000))
