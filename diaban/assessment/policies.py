"""Who may see which judgements, and who makes them. A form is sealed until the year is concluded."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.assessment.models import (
    AgencyAssessment,
    AssessmentDraft,
    CommuneAssessment,
    YearConclusion,
)
from diaban.kit.actors import Actor, Role
from diaban.people.models import Agency
from diaban.people.policies import Scoped, in_scope, is_board_of, is_the_cadre, leads, speaks_for

READERS_BEFORE_RELEASE = (Role.BOARD, Role.COMMUNE)
RELEASED = Q(released_at__isnull=False)


def visible_assessments(actor: Actor) -> QuerySet[CommuneAssessment]:
    """Before release the commune itself and the Board; after it everybody in scope. A returned one stays sealed."""
    mine = in_scope(CommuneAssessment.objects.all(), actor)
    return mine if actor.is_(*READERS_BEFORE_RELEASE) else mine.filter(RELEASED)


def visible_drafts(actor: Actor) -> QuerySet[AssessmentDraft]:
    """What a commune has not sent is read by the commune and by nobody else."""
    mine = in_scope(AssessmentDraft.objects.all(), actor)
    return mine if actor.is_(Role.COMMUNE) else mine.none()


def visible_agency_assessments(actor: Actor) -> QuerySet[AgencyAssessment]:
    """The province's bodies and the agency itself."""
    reviews = AgencyAssessment.objects.all()
    if actor.sees_the_province:
        return reviews.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return reviews.filter(agency_id__in=actor.agencies)
    return reviews.none()


def visible_conclusions(actor: Actor) -> QuerySet[YearConclusion]:
    """That a year is concluded is no secret within the province."""
    return (
        YearConclusion.objects.filter(province_id=actor.province) if actor.province else YearConclusion.objects.none()
    )


def may_assess(actor: Actor, record: Scoped) -> bool:
    """The Party committee of the commune and nobody for it: what came on paper waits for the commune to send it."""
    return speaks_for(actor, record.commune_id)


def may_answer(actor: Actor, form: CommuneAssessment) -> bool:
    """The cadre whom the form is about, once it is opened."""
    return is_the_cadre(actor, form) and form.released_at is not None


def may_file(actor: Actor, form: CommuneAssessment) -> bool:
    """The commune hangs the minutes and the scanned paper on its form; the Board what came to it on paper."""
    return speaks_for(actor, form.commune_id) or may_receive(actor, form.province_id)


def may_receive(actor: Actor, province: int) -> bool:
    """The Board keeps the forms: notes the paper, returns, releases, comments."""
    return is_board_of(actor, province)


def may_review(actor: Actor, agency: Agency) -> bool:
    return leads(actor, agency.pk)
