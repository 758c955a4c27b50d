"""A model with the communes that copied it, as one person may read it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from diaban.assignments.policies import visible_communes
from diaban.fieldwork.models import Innovation, InnovationAdoption
from diaban.fieldwork.policies import may_advance, may_replicate, may_tell_result, visible_library
from diaban.fieldwork.rules import INNOVATION_NEXT, InnovationState
from diaban.kit.actors import Actor, Role
from diaban.places.models import Unit
from diaban.places.queries import present


def innovation_in_view(actor: Actor, pk: UUID) -> Innovation | None:
    """With its adoptions."""
    copies = InnovationAdoption.objects.select_related("commune").order_by("adopted_on", "id")
    seen = visible_library(actor).select_related("commune", "cadre", "agency", "province")
    return seen.prefetch_related(Prefetch("adoptions", copies)).filter(pk=pk).first()


def next_steps(actor: Actor, innovation: Innovation) -> list[InnovationState]:
    """The steps that the person may take it to now."""
    possible = [state for state in InnovationState if state in INNOVATION_NEXT[InnovationState(innovation.state)]]
    may = {True: may_replicate(actor, innovation), False: may_advance(actor, innovation)}
    return [state for state in possible if may[state is InnovationState.REPLICATED]]


def may_copy(actor: Actor, innovation: Innovation, today: date) -> list[Unit]:
    """The communes for which the person may take the model up: those that have not, the one where it began left out."""
    if not actor.is_(Role.COMMUNE, Role.BOARD) or innovation.offered_on is None:
        return []
    taken = innovation.adoptions.values("commune_id")
    free = visible_communes(actor).exclude(pk=innovation.commune_id).exclude(pk__in=taken)
    return list(present(free, today).filter(province_id=innovation.province_id).order_by("code"))


def adoption_to_tell(actor: Actor, innovation: UUID, pk: UUID) -> InnovationAdoption | None:
    """The copy whose result the person may write down."""
    rows = InnovationAdoption.objects.filter(innovation__in=visible_library(actor), innovation_id=innovation, pk=pk)
    found = rows.select_related("commune", "innovation").first()
    return found if found and may_tell_result(actor, found) else None
