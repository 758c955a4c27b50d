"""What an assignment says about a record that is made under it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.db.models import Q, QuerySet

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.kit.actors import Actor
from diaban.kit.text import fold
from diaban.people.models import Agency, Cadre, Post
from diaban.places.models import Unit


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


def assignments_over(province: str, communes: Iterable[str], since: date) -> dict[str, list[Assignment]]:
    """Monitoring assignments that run on or after a day, by the commune's code."""
    running = Q(ends_on=None) | Q(ends_on__gt=since)
    found: dict[str, list[Assignment]] = {}
    rows = Assignment.objects.filter(
        running, province__code=province, commune__code__in=list(communes), role=AssignmentRole.MONITOR
    )
    for assignment in rows.select_related("cadre", "commune"):
        found.setdefault(assignment.commune.code, []).append(assignment)
    return found


def cadres_named(province: str, names: Iterable[str]) -> dict[str, list[Cadre]]:
    """Cadres on record of a province, by folded name."""
    found: dict[str, list[Cadre]] = {}
    folded = {fold(name) for name in names}
    for cadre in Cadre.objects.filter(province__code=province, folded__in=folded).prefetch_related("posts__agency"):
        found.setdefault(cadre.folded, []).append(cadre)
    return found


def posts_on(cadre: Cadre, on: date) -> list[Post]:
    """The posts that a cadre holds on a day."""
    return [post for post in cadre.posts.all() if post.starts_on <= on and (post.ends_on is None or on < post.ends_on)]


def agencies_not_ended(province: Unit, on: date) -> QuerySet[Agency]:
    """Agencies of a province that run on a day or begin later: the day on record may be the first import's, no more.

    The one that began first comes last, so that it wins where a name stands twice.
    """
    running = Q(ends_on=None) | Q(ends_on__gt=on)
    return Agency.objects.filter(running, province__code=province.code).order_by("-starts_on")


def agency_names_on(province: str, on: date) -> list[str]:
    """The recorded agencies of a province on a day."""
    running = Q(ends_on=None) | Q(ends_on__gt=on)
    return list(
        Agency.objects.filter(running, province__code=province, starts_on__lte=on).values_list("name", flat=True)
    )


def provinces_with_agencies() -> list[str]:
    """Codes of the provinces that use this installation."""
    return list(Agency.objects.values_list("province__code", flat=True).distinct().order_by("province__code")[:2])


def province_code(actor: Actor) -> str | None:
    """The code of the province that a person acts for."""
    return Unit.objects.filter(pk=actor.province).values_list("code", flat=True).first() if actor.province else None
