"""The year that is read: which rows belong to it, and what was known of them on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from diaban.places.models import Unit
from diaban.ranking.rules.facts import Quarters

M = TypeVar("M", bound=Model)
NO_QUARTER: Quarters = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Slice:
    """One year of one province, or of all, as it was known on a day."""

    province: Unit | None
    year: int
    as_of: date

    def of(self, rows: QuerySet[M]) -> QuerySet[M]:
        own = rows.filter(year=self.year)
        return own.filter(province=self.province) if self.province else own

    def known(self, day: date | None) -> bool:
        return day is not None and day <= self.as_of

    def month_over(self, month: int) -> bool:
        return (self.year, month) < (self.as_of.year, self.as_of.month)


def reference(kind: str, record: UUID) -> str:
    """Evidence is named by its ledger and its id, so that a page can open it."""
    return f"{kind}:{record}"


def in_quarters(quarters: list[int]) -> Quarters:
    """How many fall into each quarter, 1 to 4."""
    return (quarters.count(1), quarters.count(2), quarters.count(3), quarters.count(4))


def quarter(day: date) -> int:
    return (day.month + 2) // 3


def grouped(rows: Any) -> dict[UUID, list[Any]]:
    """Rows by the first of their values, which is left out."""
    found: dict[UUID, list[Any]] = {}
    for first, *rest in rows:
        found.setdefault(first, []).append(rest)
    return found
