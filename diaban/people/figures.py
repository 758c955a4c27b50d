"""Columns and cuts that the records of every room share."""

from diaban.kit.actors import Role
from diaban.kit.figures import Column, Cut, Scope

COMMUNE = Column("Xã, phường, thị trấn", "commune__name")
CADRE = Column("Cán bộ theo dõi", "cadre__full_name")
AGENCY = Column("Cơ quan", "agency__name")

BY_COMMUNE = Cut("xa", "Theo xã, phường, thị trấn", "commune_id", "commune__name")
BY_AGENCY = Cut("co-quan", "Theo cơ quan", "agency_id", "agency__name")
BY_DISTRICT = Cut("huyen", "Theo huyện, thành phố", "commune__parent_id", "commune__parent__name")
BY_CADRE = Cut("can-bo", "Theo cán bộ", "cadre_id", "cadre__full_name")


def to_the_province(scope: Scope) -> bool:
    """Told to the province's bodies: the Board, the Standing Committee, inspectors."""
    return scope.actor.sees_the_province


def to_province_and_agency(scope: Scope) -> bool:
    """Told to the province's bodies and to an agency's leadership."""
    return scope.actor.sees_the_province or scope.actor.is_(Role.AGENCY)


def to_all_but_communes(scope: Scope) -> bool:
    """Not told to communes and districts: it is about cadres and agencies."""
    return not scope.actor.is_(Role.COMMUNE, Role.DISTRICT)


def once_unsealed(scope: Scope) -> bool:
    """Told to the commune and the Board, to others once the year is concluded: it comes out of sealed forms."""
    return scope.concluded or scope.actor.is_(Role.BOARD, Role.COMMUNE)


def to_others_than_the_assessed(scope: Scope) -> bool:
    """Whether forms came in time is never told to the cadre and the agency whom they assess."""
    return once_unsealed(scope) and not scope.actor.is_(Role.CADRE, Role.AGENCY)
