"""Which assignments, cadres and communes a person may see."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.assignments.models import Assignment
from diaban.kit.actors import Actor, Role
from diaban.people.models import Agency, Cadre
from diaban.people.policies import in_scope
from diaban.places.models import Unit


def visible_assignments(actor: Actor) -> QuerySet[Assignment]:
    return in_scope(Assignment.objects.all(), actor)


def visible_cadres(actor: Actor) -> QuerySet[Cadre]:
    """The cadres whose assignments lie within the actor's scope."""
    if actor.sees_the_province:
        return Cadre.objects.filter(province_id=actor.province)
    return Cadre.objects.filter(pk__in=visible_assignments(actor).values("cadre_id"))


def visible_communes(actor: Actor) -> QuerySet[Unit]:
    """The communes that the actor's assignments reach; the province's for those who see it whole."""
    communes = Unit.objects.filter(level="commune")
    if actor.sees_the_province:
        return communes.filter(province_id=actor.province)
    if actor.is_(Role.COMMUNE, Role.DISTRICT):
        return communes.filter(pk__in=actor.communes)
    return communes.filter(pk__in=visible_assignments(actor).values("commune_id"))


def visible_agencies(actor: Actor) -> QuerySet[Agency]:
    """The agencies whose cadres lie within the actor's scope; an agency's leadership sees its own."""
    if actor.sees_the_province:
        return Agency.objects.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY):
        return Agency.objects.filter(pk__in=actor.agencies)
    return Agency.objects.filter(pk__in=visible_assignments(actor).values("agency_id"))


def may_import_assignments(actor: Actor) -> bool:
    """The Organisation Board keeps the assignments (the product itself does so at set-up)."""
    return actor.is_(Role.BOARD)


def may_assign(actor: Actor, province: int) -> bool:
    """The Standing Committee decides; the Organisation Board enters its numbered decisions."""
    return actor.is_(Role.STANDING, Role.BOARD) and actor.province == province
