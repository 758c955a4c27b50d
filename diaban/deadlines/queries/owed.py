"""What is owed, with how it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When

from diaban.kit.actors import Actor
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import to_urge, with_last_due, with_standing
from diaban.obligations.rules import CADRE_KINDS, ObligationKind
from diaban.places.models import Unit
from diaban.regulations.queries import calendar, rule_values
from diaban.regulations.rules import WorkingCalendar


def rows(actor: Actor, today: date, days: WorkingCalendar | None = None) -> QuerySet[Any]:
    """What the person may see of it, each with its `state` on the day and its `last_due` day."""
    province = Unit.objects.filter(pk=actor.province).first() if actor.province else None
    rules = rule_values(province, today.year)
    seen = with_last_due(visible_obligations(actor))
    return with_standing(seen, on=today, rules=rules, calendar=days or calendar())


@dataclass(frozen=True, slots=True)
class Urged:
    """Whom a reminder would reach: the things, and of how many cadres, communes and agencies."""

    keys: list[UUID]
    cadres: int
    communes: int
    agencies: int
    left_out: list[tuple[int, str]]
    """Of how many there is nothing to remind, and why."""


def who_is_urged(chosen: QuerySet[Any], today: date) -> Urged:
    """Each thing is its cadre's, or its commune's, or an agency's own."""
    found = to_urge(chosen, today).values_list("pk", "kind", "cadre", "commune", "agency")
    lines = list(found.order_by("pk"))
    return Urged(
        keys=[pk for pk, *_ in lines],
        cadres=len({cadre for _, kind, cadre, _, _ in lines if kind in CADRE_KINDS}),
        communes=len({place for _, kind, _, place, _ in lines if kind == ObligationKind.COMMUNE_ASSESSMENT}),
        agencies=len({agency for *_, agency in lines}),
        left_out=_left_out(chosen, [pk for pk, *_ in lines], today),
    )


def _left_out(chosen: QuerySet[Any], urged: list[UUID], today: date) -> list[tuple[int, str]]:
    """The others by the first reason that holds, as `to_urge` leaves them out; the most first."""
    why = Case(
        When(Q(received_on__isnull=False), then=Value("đã nhận")),
        When(Q(closed_on__isnull=False), then=Value("thôi không phải thực hiện")),
        When(Q(locks_on__lte=today), then=Value("năm đã khóa sổ, không gửi được nữa")),
        When(Q(opens_on__gt=today), then=Value("chưa đến kỳ")),
        default=Value("hôm nay đã nhắc"),
        output_field=CharField(),
    )
    counted = chosen.exclude(pk__in=urged).annotate(why=why).values_list("why").annotate(n=Count("pk"))
    return sorted(((n, reason) for reason, n in counted), reverse=True)
