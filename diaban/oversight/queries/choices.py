"""What is offered while an inspection is decided or drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from diaban.assignments.models import Assignment
from diaban.oversight.models import Inspection
from diaban.oversight.queries.cases import inspectors_of
from diaban.oversight.queries.drawing import followed, in_reach, signals_of
from diaban.oversight.rules import SignalKind
from diaban.people.models import Agency
from diaban.people.queries import agencies_on


def people_offered(province: int, today: date) -> list[tuple[str, str]]:
    return [(str(one.pk), one.full_name) for one in inspectors_of(province, today)]


def agencies_offered(province: int, today: date) -> list[tuple[str, str]]:
    return [("", "Cả tỉnh"), *((str(one.pk), one.name) for one in agencies_on(province, today))]


def agency_picked(province: int, today: date, key: str) -> Agency | None:
    return agencies_on(province, today).filter(pk=UUID(key)).first() if key else None


def duties_offered(province: int, today: date) -> list[tuple[str, str]]:
    """Every duty of the last two years, by the name of the commune."""
    rows = followed(province).filter(starts_on__lte=today).exclude(ends_on__lt=date(today.year - 1, 1, 1))
    found = rows.select_related("commune", "cadre").order_by("commune__folded", "starts_on", "id")
    return [(str(one.pk), f"{one.commune}, {one.cadre}") for one in found]


def duties_picked(province: int, rows: Iterable[Mapping[str, str]]) -> list[Assignment]:
    keys = [row["duty"] for row in rows]
    return list(followed(province).filter(pk__in=keys))


def prospects(inspection: Inspection) -> tuple[int, Counter[SignalKind]]:
    """How many duties a draw would choose among, and at how many each sign shows."""
    signs = Counter(sign.kind for found in signals_of(inspection).values() for sign in found)
    return in_reach(inspection).count(), signs
