"""Who may see which field records. Every read starts here."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.fieldwork.models import AgencyAct, Bulletin, Difficulty, Innovation, SituationNote, Support, Visit
from diaban.kit.actors import Actor, Role
from diaban.people.policies import in_scope


def visible_visits(actor: Actor) -> QuerySet[Visit]:
    return in_scope(Visit.objects.all(), actor)


def visible_notes(actor: Actor) -> QuerySet[SituationNote]:
    return in_scope(SituationNote.objects.all(), actor)


def visible_difficulties(actor: Actor) -> QuerySet[Difficulty]:
    return in_scope(Difficulty.objects.all(), actor)


def visible_innovations(actor: Actor) -> QuerySet[Innovation]:
    return in_scope(Innovation.objects.all(), actor)


def visible_supports(actor: Actor) -> QuerySet[Support]:
    return in_scope(Support.objects.all(), actor)


def visible_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    return in_scope(Bulletin.objects.all(), actor)


def visible_agency_acts(actor: Actor) -> QuerySet[AgencyAct]:
    """What an agency did for its cadres: the province's bodies, the agency itself; a commune has no part in it."""
    acts = AgencyAct.objects.all()
    if actor.sees_the_province:
        return acts.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return acts.filter(agency_id__in=actor.agencies)
    return acts.none()
