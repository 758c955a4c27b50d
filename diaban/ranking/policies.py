"""Who may see an official ranking: the province's bodies, the agency for its cadres, the cadre for the own one."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.ranking.models import QualityRanking


def visible_rankings(actor: Actor) -> QuerySet[QualityRanking]:
    rankings = QualityRanking.objects.all()
    if actor.sees_the_province:
        return rankings.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return rankings.filter(agency_id__in=actor.agencies)
    if actor.is_(Role.CADRE) and actor.cadre:
        return rankings.filter(cadre_id=actor.cadre)
    return rankings.none()


def may_rank(actor: Actor, province: int) -> bool:
    """The Standing Committee decides; the Organisation Board enters its numbered decision. The product never does."""
    return actor.is_(Role.STANDING, Role.BOARD) and actor.province == province
