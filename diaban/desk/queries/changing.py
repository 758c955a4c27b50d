"""Another cadre for a commune: what is under way that the person may know of, and where the person may ask for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from diaban.assignments.models import Assignment
from diaban.kit.actors import Actor
from diaban.people.models import Cadre
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.policies import requester_for, visible_handovers, visible_replacements
from diaban.replacement.queries import ended_by
from diaban.replacement.rules import OPEN, ReplacementState, request_objections


@dataclass(frozen=True, slots=True)
class Changing:
    requests: Sequence[ReplacementRequest]
    """That wait for a decision."""
    handovers: Sequence[Handover]
    """That lack a signature."""
    asks: frozenset[UUID]
    """The duties for which the person may ask for another cadre now."""


def changing_at(actor: Actor, commune: Unit, held: Sequence[Assignment], today: date) -> Changing:
    """In one commune; `held` are the duties there that the person sees."""
    return _changing(actor, Q(commune=commune), Q(request__commune=commune), held, today)


def changing_of(actor: Actor, cadre: Cadre, held: Sequence[Assignment], today: date) -> Changing:
    """Of one cadre, who may be asked to be replaced, hand over or take over."""
    sides = Q(request__cadre=cadre) | Q(request__new_assignment__cadre=cadre)
    return _changing(actor, Q(cadre=cadre), sides, held, today)


def _changing(actor: Actor, asked: Q, sides: Q, held: Sequence[Assignment], today: date) -> Changing:
    requests = visible_replacements(actor).filter(asked, state__in=OPEN).select_related("commune", "cadre")
    along = ("request__commune", "request__cadre", "request__new_assignment__cadre")
    papers = visible_handovers(actor).filter(sides, request__state=ReplacementState.GRANTED).select_related(*along)
    waiting = list(requests.order_by("requested_on", "pk"))
    return Changing(
        requests=waiting,
        handovers=list(papers.order_by("request__effective_on", "pk")),
        asks=_asks(actor, held, waiting, today),
    )


def _asks(
    actor: Actor, held: Sequence[Assignment], waiting: Sequence[ReplacementRequest], today: date
) -> frozenset[UUID]:
    """Where the room itself would take a request of the person's side now."""
    sides = {duty: side for duty in held if duty.starts_on <= today and (side := requester_for(actor, duty))}
    if not sides:
        return frozenset()
    allowed = rule_values(Unit(pk=held[0].province_id), today.year).replacement_requesters
    whose = _whose(waiting)
    return frozenset(
        duty.pk
        for duty, side in sides.items()
        if not request_objections(
            requester=side,
            allowed=tuple(one.value for one in allowed),
            ended=ended_by(duty, today),
            waiting=(duty.pk, side.value) in whose,
        )
    )


def _whose(waiting: Sequence[ReplacementRequest]) -> set[tuple[UUID, str]]:
    return {(one.assignment_id, one.requester) for one in waiting}
