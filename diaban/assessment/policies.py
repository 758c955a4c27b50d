"""Who may see which judgements. A commune's form is sealed until the Standing Committee closes the year."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.assessment.models import AgencyAssessment, CommuneAssessment, ReplacementRequest
from diaban.kit.actors import Actor, Role
from diaban.people.policies import in_scope

READERS_BEFORE_RELEASE = (Role.BOARD, Role.COMMUNE)
RELEASED = Q(released_at__isnull=False)


def visible_assessments(actor: Actor) -> QuerySet[CommuneAssessment]:
    """Before release the commune itself and the Board; after it everybody in scope."""
    mine = in_scope(CommuneAssessment.objects.all(), actor)
    return mine if actor.is_(*READERS_BEFORE_RELEASE) else mine.filter(RELEASED)


def visible_replacements(actor: Actor) -> QuerySet[ReplacementRequest]:
    """A request that came in a sealed form is as sealed as the form."""
    mine = in_scope(ReplacementRequest.objects.all(), actor)
    if actor.is_(*READERS_BEFORE_RELEASE):
        return mine
    return mine.filter(Q(assessment=None) | Q(assessment__released_at__isnull=False))


def visible_agency_assessments(actor: Actor) -> QuerySet[AgencyAssessment]:
    """The province's bodies and the agency itself."""
    reviews = AgencyAssessment.objects.all()
    if actor.sees_the_province:
        return reviews.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return reviews.filter(agency_id__in=actor.agencies)
    return reviews.none()
