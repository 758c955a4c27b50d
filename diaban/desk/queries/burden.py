"""What the forms cost in a year, by role: the burden that the product puts on those it serves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from diaban.desk.rules import FORM_NAMES, duration
from diaban.kit.actors import Role
from diaban.kit.burden import Burden, summarise, uses_of


def burden_of(province: int, year: int) -> list[Burden]:
    """By form and role, the heaviest first."""
    return summarise(uses_of(province=province, year=year))


def told(lines: Iterable[Burden]) -> list[tuple[Burden, str, str]]:
    """Each line with the name of its form and the time of the year in words."""
    return [(line, FORM_NAMES.get(line.form, line.form), duration(line.hours)) for line in lines]


def spoken(lines: Iterable[Burden]) -> list[tuple[str, int, str]]:
    """Each role's sendings and time of the year, in words; no words where no script counted any."""
    counts: dict[str, int] = defaultdict(int)
    hours: dict[str, float] = defaultdict(float)
    for line in lines:
        counts[line.role] += line.count
        hours[line.role] += line.hours or 0
    return [
        (Role(role).label, counts[role], duration(hours[role]) if hours[role] else "")
        for role in sorted(counts, key=lambda one: -hours[one])
    ]
