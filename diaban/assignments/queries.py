"""What an assignment says about a record that is made under it."""

from __future__ import annotations

from typing import TypedDict
from uuid import UUID

from diaban.assignments.models import Assignment


class Whose(TypedDict):
    """The keys that a record copies, so that it stays where it happened."""

    province_id: int
    commune_id: int
    agency_id: UUID
    cadre_id: UUID


def whose(assignment: Assignment) -> Whose:
    """Province, commune, agency and cadre as on the day: an assignment's own never change while it runs."""
    return Whose(
        province_id=assignment.province_id,
        commune_id=assignment.commune_id,
        agency_id=assignment.agency_id,
        cadre_id=assignment.cadre_id,
    )
