"""The communes of a cadre, a committee or an agency at a glance: days by month, open matters, the last visit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, Sum

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.assignments.policies import visible_assignments
from diaban.exchange.policies import visible_facts
from diaban.fieldwork.figures.visits import FIELD_DAYS
from diaban.fieldwork.policies import visible_difficulties
from diaban.fieldwork.rules import DifficultyState
from diaban.kit.actors import Actor
from diaban.kit.figures import Scope
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values

OPEN = Q(state__in=[DifficultyState.NEW, DifficultyState.ROUTED, DifficultyState.ANSWERED])


@dataclass(frozen=True, slots=True)
class Place:
    """One duty at a glance. Half-days by month up to today, and how many the rules ask for in the year."""

    assignment: Assignment
    months: tuple[int, ...]
    required: int
    open: int
    last_visit: date | None
    phone: str = ""

    @property
    def commune(self) -> Unit:
        return self.assignment.commune

    @property
    def half_days(self) -> int:
        return sum(self.months)


def places(actor: Actor, today: date) -> list[Place]:
    """Every duty in view that runs today, in the order of the communes' codes. A fixed number of queries."""
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    duties = list(
        visible_assignments(actor)
        .filter(running, starts_on__lte=today, role=AssignmentRole.MONITOR)
        .select_related("commune__parent", "cadre", "agency")
        .order_by("commune__code")
    )
    if not duties:
        return []
    province = duties[0].province_id
    scope = Scope(actor, province, today.year, today)
    months, last, open_ = _months(scope), _last(scope), _open(actor)
    required = rule_values(Unit(pk=province), today.year).min_field_half_days_per_year
    phones = _phones(actor)
    return [
        Place(
            assignment=duty,
            months=tuple(months[duty.commune_id].get(month, 0) for month in range(1, today.month + 1)),
            required=required,
            open=open_.get(duty.commune_id, 0),
            last_visit=last.get(duty.commune_id),
            phone=phones.get(duty.commune_id, ""),
        )
        for duty in duties
    ]


def _months(scope: Scope) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(dict)
    rows = FIELD_DAYS.records(scope).order_by().values_list("commune_id", "month").annotate(total=Sum("half_days"))
    for commune, month, total in rows:
        found[commune][month] = total
    return found


def _last(scope: Scope) -> dict[int, date]:
    rows = FIELD_DAYS.records(scope).order_by().values_list("commune_id").annotate(last=Max("visited_on"))
    return dict(rows)


def _open(actor: Actor) -> dict[int, int]:
    rows = visible_difficulties(actor).filter(OPEN).order_by().values_list("commune_id").annotate(n=Count("pk"))
    return dict(rows)


def _phones(actor: Actor) -> dict[int, str]:
    """The office's number as last told."""
    told = visible_facts(actor).exclude(phone="").order_by("as_of", "recorded_at")
    return dict(told.values_list("commune_id", "phone"))
