"""Whose accounts stand for a cadre, a commune, an agency, a province on a day: asked once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from diaban.kit.actors import Role
from diaban.people.models import RoleGrant

Accounts = dict[Hashable, set[UUID]]


def _none() -> Accounts:
    return defaultdict(set)


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
    ).values_list("account_id", "role", "province_id", "unit_id", "agency_id", "cadre_id")
    found = Directory()
    for account, role, province, unit, agency, cadre in held:
        if role == Role.CADRE:
            found.cadres[cadre].add(account)
        elif role == Role.COMMUNE:
            found.communes[unit].add(account)
        elif role == Role.AGENCY:
            found.agencies[agency].add(account)
        elif role == Role.BOARD:
            found.boards[province].add(account)
    return found
