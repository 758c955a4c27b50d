"""What is offered while an inspection is decided or drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a draw would choose among: how many duties, and by sign the duties at which it shows, with the visits."""

    duties: int
    signs: Mapping[SignalKind, Sequence[tuple[Assignment, Sequence[UUID]]]]


def prospect(inspection: Inspection) -> Prospect:
    signals = signals_of(inspection)
    rows = in_reach(inspection).filter(pk__in=signals).select_related("commune", "cadre")
    shown = list(rows.order_by("commune__folded", "starts_on", "id"))
    signs = {
        kind: [(duty, sign.visits) for duty in shown for sign in signals[duty.pk] if sign.kind is kind]
        for kind in SignalKind
    }
    return Prospect(in_reach(inspection).count(), signs)
