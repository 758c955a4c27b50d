"""Which records a person may see: one place, by indexed columns, nothing by default."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from diaban.kit.actors import Actor, Role

M = TypeVar("M", bound=Model)


def in_scope(records: QuerySet[M], actor: Actor) -> QuerySet[M]:
    """The records (with province, commune, agency and cadre columns) that lie within the actor's scope."""
    if actor.sees_the_province:
        return records.filter(province_id=actor.province)
    if actor.is_(Role.CADRE) and actor.cadre:
        return records.filter(cadre_id=actor.cadre)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return records.filter(agency_id__in=actor.agencies)
    if actor.is_(Role.COMMUNE, Role.DISTRICT) and actor.communes:
        return records.filter(commune_id__in=actor.communes)
    return records.none()
