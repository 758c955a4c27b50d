"""Whose accounts stand for a cadre, a commune, an agency, a province on a day: asked once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from diaban.kit.actors import Role
from diaban.people.models import RoleGrant


class Seat(NamedTuple):
    """The role grant in which an account answers for something: its key, and what the role is called."""

    grant: str
    role: str


Accounts = dict[Hashable, dict[UUID, Seat]]


def _none() -> Accounts:
    return defaultdict(dict)


@dataclass(frozen=True, slots=True)
class Directory:
    """Accounts by the key of what they answer for."""

    cadres: Accounts = field(default_factory=_none)
    communes: Accounts = field(default_factory=_none)
    agencies: Accounts = field(default_factory=_none)
    boards: Accounts = field(default_factory=_none)


def directory(on: date) -> Directory:
    """Who holds which role on a day; accounts that were closed are left out."""
    held = RoleGrant.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on, account__is_active=True
    ).values_list("account_id", "pk", "role", "province_id", "unit_id", "agency_id", "cadre_id")
    found = Directory()
    for account, grant, role, province, unit, agency, cadre in held.order_by("starts_on", "pk"):
        seat = Seat(str(grant), Role(role).label)
        if role == Role.CADRE:
            found.cadres[cadre][account] = seat
        elif role == Role.COMMUNE:
            found.communes[unit][account] = seat
        elif role == Role.AGENCY:
            found.agencies[agency][account] = seat
        elif role == Role.BOARD:
            found.boards[province][account] = seat
    return found
