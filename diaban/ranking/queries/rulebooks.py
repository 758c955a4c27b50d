"""The rule set of a province's year as the engine takes it, with the source of each parameter."""

from __future__ import annotations

from diaban.places.models import Unit
from diaban.ranking.rules import Rulebook
from diaban.regulations.queries import rule_set_of, values_of
from diaban.regulations.rules.parameter import Mark, Source


def rulebook_of(province: Unit, year: int) -> Rulebook:
    """The published set that the year is judged by; the software's own defaults where there is none."""
    rule_set = rule_set_of(province, year)
    if rule_set is None:
        return Rulebook()
    rows = rule_set.parameters.values_list("key", "source_mark", "citation")
    return Rulebook(rule_set.code, values_of(rule_set), {key: Source(Mark(mark), said) for key, mark, said in rows})
