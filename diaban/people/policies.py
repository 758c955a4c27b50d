"""Which records a person may see: one place, by indexed columns, nothing by default."""

from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from diaban.kit.actors import Actor, Role

M = TypeVar("M", bound=Model)
READERS = (
    Role.BOARD,
    Role.STANDING,
    Role.INSPECTOR,
    Role.AGENCY,
    Role.CADRE,
    Role.COMMUNE,
    Role.DISTRICT,
)
"""Who has a part in the content of the programme; whoever keeps the system or the news sees none of it."""


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


class Scoped(Protocol):
    """An assignment or a record: keys of where, whose and by which agency."""

    province_id: int
    commune_id: int
    agency_id: UUID
    cadre_id: UUID


def is_the_cadre(actor: Actor, record: Scoped) -> bool:
    """The cadre that the record is about."""
    return actor.is_(Role.CADRE) and actor.cadre == record.cadre_id


def leads(actor: Actor, agency: UUID | None) -> bool:
    """The leadership of that agency."""
    return actor.is_(Role.AGENCY) and agency in actor.agencies


def speaks_for(actor: Actor, commune: int) -> bool:
    """The Party committee of that commune; the district sees, and does not speak."""
    return actor.is_(Role.COMMUNE) and commune in actor.communes


def is_board_of(actor: Actor, province: int) -> bool:
    return actor.is_(Role.BOARD) and actor.province == province


def is_standing_of(actor: Actor, province: int) -> bool:
    return actor.is_(Role.STANDING) and actor.province == province
