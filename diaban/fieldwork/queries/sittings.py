"""What the pages that record and plan visits are asked for by their address, and what they offer then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Visit
from diaban.fieldwork.queries.visits import commune_with_key, item_in_view, open_items, recordable, visit_to_make
from diaban.kit.actors import Actor
from diaban.places.models import Unit
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import EventKind


class ItemGroup(NamedTuple):
    """The items of one duty: its key, its words, and (key, words) of each item."""

    duty: str
    words: str
    pairs: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address of these pages asks for: under which duties, for which planned visit or item, where."""

    duties: Sequence[Assignment]
    items: Sequence[ProgrammeItem]
    planned: Visit | None = None
    item: ProgrammeItem | None = None
    commune: Unit | None = None

    @property
    def duty_pairs(self) -> list[tuple[str, str]]:
        return [(str(one.pk), _duty_words(one, self.duties)) for one in self.duties]

    @property
    def item_groups(self) -> list[ItemGroup]:
        """What the programmes hold, by the duty that it belongs to, each under the words of that duty."""
        words = dict(self.duty_pairs)
        found: dict[str, ItemGroup] = {}
        for one in self.items:
            duty = str(one.programme.assignment_id)
            group = found.setdefault(duty, ItemGroup(duty, words.get(duty, one.programme.commune.name), []))
            group.pairs.append((str(one.pk), _item_words(one)))
        return [found.pop(duty) for duty in words if duty in found] + list(found.values())

    def duty(self, key: str) -> Assignment:
        """Of a key that the form has checked to be among those offered."""
        return next(one for one in self.duties if str(one.pk) == key)

    def item_of(self, key: str) -> ProgrammeItem | None:
        return next((one for one in self.items if str(one.pk) == key), None)

    def first(self, today: date) -> dict[str, Any]:
        """What the form holds when it is opened."""
        if self.planned:
            return {
                "duty": str(self.planned.assignment_id),
                "visited_on": min(self.planned.visited_on, today),
                "length": self.planned.half_days,
                "event_kind": self.planned.event_kind,
                "programme_item": str(self.planned.programme_item_id or ""),
                "place": self.planned.place,
            }
        first: dict[str, Any] = {"visited_on": today}
        if self.item:
            first |= {
                "duty": str(self.item.programme.assignment_id),
                "programme_item": str(self.item.pk),
                "event_kind": self.item.event_kind,
                "place": self.item.place,
            }
        elif self.commune:
            first["duty"] = next((str(one.pk) for one in self.duties if one.commune_id == self.commune.pk), "")
        return first

    def looked_at(self, picked: object) -> list[Assignment]:
        """The duties of which the page tells what is open there: the one picked, or all."""
        chosen = [one for one in self.duties if str(one.pk) == str(picked)]
        return chosen or [one for one in self.duties if one.ends_on is None][:3]


def _duty_words(one: Assignment, among: Sequence[Assignment]) -> str:
    """The commune; with the cadre where the same commune stands there for several."""
    several = sum(other.commune_id == one.commune_id for other in among) > 1
    since = f" (từ {one.starts_on:%d/%m/%Y})" if several else ""
    cadres = len({other.cadre_id for other in among}) > 1
    return f"{one.commune.name}, đồng chí {one.cadre.full_name}{since}" if cadres else f"{one.commune.name}{since}"


def _item_words(one: ProgrammeItem) -> str:
    words = f"Tháng {one.month}: {EventKind(one.event_kind).label}. {one.expected_result}"
    return words if len(words) <= 110 else f"{words[:109]}…"


def asked(actor: Actor, given: Mapping[str, str], today: date) -> Asked | None:
    """None when something is named in the address that is not the person's to use."""
    planned = visit_to_make(actor, given["du-kien"]) if "du-kien" in given else None
    item = item_in_view(actor, given["muc"]) if "muc" in given else None
    commune = commune_with_key(actor, given["xa"]) if given.get("xa") else None
    wanted = [("du-kien", planned), ("muc", item), ("xa", commune)]
    if any(given.get(key) and found is None for key, found in wanted):
        return None
    named = commune or (planned.commune if planned else item.programme.commune if item else None)
    duties = recordable(actor, today, named)
    if planned:
        duties = [one for one in duties if one.pk == planned.assignment_id] or [planned.assignment]
    items = open_items(actor, duties, (planned.visited_on if planned else today).year)
    own = item or (planned.programme_item if planned else None)
    if own and own.pk not in {one.pk for one in items}:
        items = [own, *items]
    return Asked(duties, items, planned, item, commune)
