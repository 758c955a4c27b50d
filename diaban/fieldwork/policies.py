"""Who may see which field records. Every read starts here."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import (
    AgencyAct,
    Commitment,
    Difficulty,
    Innovation,
    InnovationAdoption,
    SituationNote,
    Support,
    Visit,
)
from diaban.fieldwork.rules import RaisedBy
from diaban.kit.actors import Actor, Role
from diaban.people.models import Agency
from diaban.people.policies import (
    READERS,
    Scoped,
    in_scope,
    is_board_of,
    is_standing_of,
    is_the_cadre,
    leads,
    speaks_for,
)
from diaban.places.models import Unit


def visible_visits(actor: Actor) -> QuerySet[Visit]:
    return in_scope(Visit.objects.all(), actor)


def visible_notes(actor: Actor) -> QuerySet[SituationNote]:
    return in_scope(SituationNote.objects.all(), actor)


def visible_commitments(actor: Actor) -> QuerySet[Commitment]:
    return in_scope(Commitment.objects.all(), actor)


def visible_difficulties(actor: Actor) -> QuerySet[Difficulty]:
    """Those in scope, and for an agency also those that were put to it."""
    everything = Difficulty.objects.all()
    if actor.is_(Role.AGENCY) and actor.agencies:
        return everything.filter(Q(agency_id__in=actor.agencies) | Q(owner_id__in=actor.agencies))
    return in_scope(everything, actor)


def visible_innovations(actor: Actor) -> QuerySet[Innovation]:
    return in_scope(Innovation.objects.all(), actor)


def visible_library(actor: Actor) -> QuerySet[Innovation]:
    """The models that are offered to every commune of the province, and those in scope besides.

    Whoever sees a model sees where it was copied and with what result (ADR 0090).
    """
    if actor.province is None or actor.role not in READERS:
        return Innovation.objects.none()
    in_view = Q(pk__in=visible_innovations(actor).values("pk"))
    return Innovation.objects.filter(in_view | Q(province_id=actor.province, offered_on__isnull=False))


def visible_supports(actor: Actor) -> QuerySet[Support]:
    return in_scope(Support.objects.all(), actor)


def visible_agency_acts(actor: Actor) -> QuerySet[AgencyAct]:
    """What an agency did for its cadres: the province's bodies, the agency itself; a commune has no part in it."""
    acts = AgencyAct.objects.all()
    if actor.sees_the_province:
        return acts.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return acts.filter(agency_id__in=actor.agencies)
    return acts.none()


def may_record(actor: Actor, record: Scoped) -> bool:
    """The cadre records the own work; the Organisation Board may enter what came on paper."""
    return is_the_cadre(actor, record) or is_board_of(actor, record.province_id)


def may_confirm(actor: Actor, record: Scoped) -> bool:
    return speaks_for(actor, record.commune_id)


def may_raise(actor: Actor, record: Scoped) -> bool:
    return is_the_cadre(actor, record) or speaks_for(actor, record.commune_id)


def may_route(actor: Actor, difficulty: Difficulty) -> bool:
    """Both sides of the programme and the Board; a commune puts back what was not answered well."""
    return may_raise(actor, difficulty) or is_board_of(actor, difficulty.province_id)


def may_answer(actor: Actor, difficulty: Difficulty) -> bool:
    """The agency that it was put to; the Board and the Standing Committee for every level."""
    province = difficulty.province_id
    return leads(actor, difficulty.owner_id) or is_board_of(actor, province) or is_standing_of(actor, province)


def may_extend(actor: Actor, difficulty: Difficulty) -> bool:
    """Who waits for nobody grants more time: never the agency to itself."""
    return is_board_of(actor, difficulty.province_id)


def may_accept(actor: Actor, difficulty: Difficulty) -> bool:
    """Whoever raised it says that it is solved."""
    if difficulty.raised_by == RaisedBy.COMMUNE:
        return speaks_for(actor, difficulty.commune_id)
    return is_the_cadre(actor, difficulty)


def may_close(actor: Actor, difficulty: Difficulty) -> bool:
    return is_board_of(actor, difficulty.province_id)


def may_advance(actor: Actor, innovation: Innovation) -> bool:
    """The commune that tries it, the cadre who proposed it, the Board."""
    return may_raise(actor, innovation) or is_board_of(actor, innovation.province_id)


def may_offer(actor: Actor, innovation: Innovation) -> bool:
    """To tell other communes of a model: the cadre who proposed it, or the Board."""
    return may_record(actor, innovation)


def may_tell_result(actor: Actor, adoption: InnovationAdoption) -> bool:
    return may_adopt(actor, adoption.commune)


def may_replicate(actor: Actor, innovation: Innovation) -> bool:
    return is_board_of(actor, innovation.province_id)


def may_adopt(actor: Actor, commune: Unit) -> bool:
    """The commune for itself; the Board for a commune that reports on paper."""
    own_board = commune.province_id is not None and is_board_of(actor, commune.province_id)
    return own_board or speaks_for(actor, commune.pk)


def may_act_for(actor: Actor, agency: Agency) -> bool:
    return leads(actor, agency.pk)
