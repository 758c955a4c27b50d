"""Rule sets as the engine takes them, with the source of each parameter."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from diaban.kit.actors import Actor
from diaban.places.models import Unit
from diaban.ranking.rules import Rulebook, read_rulebook
from diaban.regulations.policies import visible_rule_sets
from diaban.regulations.queries import rule_set_of, values_of
from diaban.regulations.rules.national import national_sets
from diaban.regulations.rules.parameter import Mark, Source


def rulebook_of(province: Unit, year: int) -> Rulebook:
    """The published set that the year is judged by; the software's own defaults where there is none."""
    rule_set = rule_set_of(province, year)
    return _of_set(rule_set) if rule_set else Rulebook()


def rulebooks_offered(actor: Actor) -> list[tuple[str, str]]:
    """What can be tried besides the year's own set: national regulations, then the sets on record."""
    national = [(code, national_book(code).name) for code in national_sets()]
    stored = visible_rule_sets(actor).order_by("-starts_on", "name")
    return [*national, *((str(one.pk), f"{one.name} ({one.state_label.lower()})") for one in stored)]


def rulebook_named(actor: Actor, key: str) -> Rulebook | None:
    """One of those offered."""
    if key in national_sets():
        return national_book(key)
    try:
        found = visible_rule_sets(actor).filter(pk=UUID(key)).first()
    except ValueError:
        return None
    return _of_set(found) if found else None


def national_book(code: str) -> Rulebook:
    return read_rulebook(json.loads(national_sets()[code].read_text(encoding="utf-8")))


def _of_set(rule_set: Any) -> Rulebook:
    rows = rule_set.parameters.values_list("key", "source_mark", "citation")
    return Rulebook(rule_set.code, values_of(rule_set), {key: Source(Mark(mark), said) for key, mark, said in rows})
