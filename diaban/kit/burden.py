"""What the forms cost those who fill them in: how often, how many answers, how many seconds. Never who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from diaban.kit.actors import Actor
from diaban.kit.models import FormUse

MOST_SECONDS = 7200
"""A form that took longer was left open; it counts as two hours."""


@dataclass(frozen=True, slots=True)
class Use:
    """One sending of a form. `seconds` is null where no script counted; `fields` are the answers given."""

    form: str
    role: str
    seconds: int | None
    fields: int


@dataclass(frozen=True, slots=True)
class Burden:
    """One form for one role, over the uses handed in. Seconds and hours are null where no script counted any."""

    form: str
    role: str
    count: int
    median_seconds: float | None
    median_fields: float
    hours: float | None


def summarise(uses: Iterable[Use]) -> list[Burden]:
    """The heaviest first. Hours are mean seconds times count: a use without seconds is taken to cost the mean."""
    groups: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses:
        groups[use.form, use.role].append(use)
    lines = [_line(form, role, group) for (form, role), group in groups.items()]
    return sorted(lines, key=lambda line: (-(line.hours or 0), line.form, line.role))


def _line(form: str, role: str, group: list[Use]) -> Burden:
    timed = [use.seconds for use in group if use.seconds is not None]
    return Burden(
        form=form,
        role=role,
        count=len(group),
        median_seconds=median(timed) if timed else None,
        median_fields=median(use.fields for use in group),
        hours=fmean(timed) * len(group) / 3600 if timed else None,
    )


def count_use(*, form: str, actor: Actor, on: date, seconds: int | None, fields: int) -> None:
    """Note that a form was filled in. There is no line in the diary: it would say who."""
    if actor.province is None:
        return
    kept = None if seconds is None else min(max(seconds, 1), MOST_SECONDS)
    FormUse.objects.create(
        form=form, role=actor.role.value, province_id=actor.province, on=on, seconds=kept, fields=fields
    )


def uses_of(*, province: int, year: int) -> list[Use]:
    """The uses of a calendar year in a province."""
    rows = FormUse.objects.filter(province_id=province, on__year=year)
    return [Use(*row) for row in rows.values_list("form", "role", "seconds", "fields")]
