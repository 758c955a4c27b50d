"""Difficulties as lists and pages read them: how far overdue, on which rung, with which steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from diaban.fieldwork.models import Difficulty, DifficultyStep
from diaban.fieldwork.policies import visible_difficulties
from diaban.fieldwork.rules import DifficultyState, Rung, rung
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.places.models import Unit
from diaban.regulations.queries import calendar, rule_values_on
from diaban.regulations.rules import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Overdue:
    """An answer that is owed: working days over, and who answers for it now."""

    days: int
    rung: Rung


def difficulty_in_view(actor: Actor, pk: UUID) -> Difficulty | None:
    steps = Prefetch("steps", DifficultyStep.objects.order_by("at", "id"))
    seen = visible_difficulties(actor).select_related(
        "commune__parent", "cadre", "agency", "owner", "visit", "province"
    )
    return seen.prefetch_related(steps).filter(pk=pk).first()


def due_reckoned(difficulty: Difficulty) -> str:
    """How the due day came about: «15 ngày làm việc từ 02/4, trừ 30/4 và 01/5»; empty where it was extended."""
    routed = [step.at for step in difficulty.steps.all() if step.state == DifficultyState.ROUTED]
    if difficulty.due_on is None or difficulty.extended or not routed:
        return ""
    start = local_date(routed[-1])
    days = rule_values_on(difficulty.province, start).difficulty_answer_days
    way = calendar(start.year, difficulty.due_on.year).reckon(start, days)
    return way.explanation if way.due == difficulty.due_on else ""  # the calendar was changed since; the day stays


def overdue_of(difficulty: Difficulty, today: date) -> Overdue | None:
    """How far the answer is overdue; none while there is time, or once it is given."""
    if difficulty.state != DifficultyState.ROUTED or difficulty.due_on is None or difficulty.due_on >= today:
        return None
    days = _days_over(difficulty.due_on, today, calendar(today.year - 1, today.year))
    return (
        Overdue(days, rung(days_over=days, climbs_after=climbs_after(difficulty.province_id, today))) if days else None
    )


def overdue(difficulties: Iterable[Difficulty], *, province: int, today: date) -> dict[UUID, Overdue]:
    """The same for many, with one calendar and one set of rules."""
    working, steps = calendar(today.year - 1, today.year), climbs_after(province, today)
    found = {}
    for one in difficulties:
        days = _days_over(one.due_on, today, working) if one.due_on and one.state == DifficultyState.ROUTED else 0
        if days:
            found[one.pk] = Overdue(days, rung(days_over=days, climbs_after=steps))
    return found


def on_rung(records: QuerySet[Difficulty], wanted: Rung, *, province: int, today: date) -> QuerySet[Difficulty]:
    """The overdue ones that stand on a rung: the due day says it, working days being counted once."""
    return records.filter(rung_condition(wanted, province=province, today=today))


def rung_condition(wanted: Rung, *, province: int, today: date) -> Q:
    working = calendar(today.year - 1, today.year)
    bounds = [0, *climbs_after(province, today)]
    place = list(Rung).index(wanted)
    newest = _latest_due(bounds[place] + 1, today, working)
    condition = Q(state=DifficultyState.ROUTED, due_on__lte=newest)
    if place + 1 < len(bounds):
        condition &= Q(due_on__gt=_latest_due(bounds[place + 1] + 1, today, working))
    return condition


def climbs_after(province: int, today: date) -> tuple[int, ...]:
    return rule_values_on(Unit(pk=province), today).difficulty_climbs_after


def _days_over(due: date, today: date, working: WorkingCalendar) -> int:
    return max(working.working_days_between(due, today), 0)


def _latest_due(days: int, today: date, working: WorkingCalendar) -> date:
    """The last due day that is at least so many working days ago."""
    day = today - timedelta(days=1)
    while _days_over(day, today, working) < days:
        day -= timedelta(days=1)
    return day
