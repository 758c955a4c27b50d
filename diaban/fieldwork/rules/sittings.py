"""What is wrong with a sitting as a whole, told at once. Plain Python; each part has its own rules beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from diaban.fieldwork.rules.days import DayFacts
from diaban.fieldwork.rules.difficulties import routing_objections
from diaban.fieldwork.rules.supports import share_objections, value_objections
from diaban.fieldwork.rules.visits import due_objections
from diaban.kit.objections import Objection

Row = Mapping[str, Any]
"""What was filled in rightly, by field: what is wrong by itself is missing here."""


@dataclass(frozen=True, slots=True)
class Footing:
    """The day with what it may be held against, and the agency of the cadre whose duty it is."""

    day: DayFacts
    agency: UUID


def sitting_objections(footing: Footing, written: Mapping[str, Sequence[Row]]) -> Iterator[Objection]:
    """Each at its place: `supports-0-value_vnd` is the value of the first support."""
    for name, judge in JUDGES.items():
        for place, row in enumerate(written[name]):
            for field, sentence in judge(footing, row):
                yield Objection(f"{name}-{place}-{field}", sentence)


def _support(_: Footing, row: Row) -> list[Objection]:
    found = []
    if row.keys() >= {"value_vnd", "value_basis"}:
        found += value_objections(value_vnd=row["value_vnd"], basis=row["value_basis"])
    if row.keys() >= {"value_vnd", "whole_vnd"}:
        found += share_objections(value_vnd=row["value_vnd"], whole_vnd=row["whole_vnd"])
    return found


def _difficulty(footing: Footing, row: Row) -> list[Objection]:
    if not row.keys() >= {"authority", "owner"}:
        return []
    owner = UUID(row["owner"]) if row["owner"] else None
    return routing_objections(authority=row["authority"], owner=owner, cadres_agency=footing.agency)


def _commitment(footing: Footing, row: Row) -> list[Objection]:
    return due_objections(due_on=row["due_on"], made_on=footing.day.day) if row.get("due_on") else []


JUDGES: Mapping[str, Callable[[Footing, Row], list[Objection]]] = {
    "supports": _support,
    "difficulties": _difficulty,
    "commitments": _commitment,
}
