"""Named figures: a number that a page or a document shows, the very records behind it, and how they count.

A ledger gives the records that an actor may see in a year; a figure is a condition and a measure over a ledger.
The number and its list come from the same two, so they cannot differ. All figures of one ledger cost one query.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any

from django.db.models import Avg, Count, Func, IntegerField, Q, QuerySet, Sum

from diaban.kit.actors import Actor
from diaban.kit.statements import Statement, many_rows, one_row, recall

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is asked for: who asks, the province and the year, and the day it speaks of."""

    actor: Actor
    province: int
    year: int
    as_of: date
    rules: tuple[tuple[str, int], ...] = ()
    """The numbers of the year's rule set that figures are held against, by the keys of their parameters."""
    concluded: bool = False
    """Whether the year is concluded, so that what was sealed until then may be counted."""

    def rule(self, key: str) -> int:
        return dict(self.rules)[key]


class Kind(Enum):
    """How a value is written."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    VND = "vnd"
    HALF_DAYS = "half_days"
    DAYS = "days"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list of records: its title, the lookup that gives it, and how it is written."""

    title: str
    path: str
    kind: Kind = Kind.TEXT
    labels: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to divide a figure: the lookup to group by, and what the groups are called."""

    key: str
    title: str
    path: str
    name_path: str
    labels: Mapping[str, str] | None = None

    def label(self, value: object, name: object) -> str:
        return self.labels.get(str(value), str(name)) if self.labels else str(name if name is not None else "Chưa rõ")


def everybody(_scope: Scope) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Ledger:
    """Records of one sort in a scope. `rows` starts from a policy, so nothing unseen is ever counted.

    What `rows` asks for follows from the scope alone: the same scope, the same SQL.
    """

    key: str
    noun: str
    rows: Callable[[Scope], QuerySet[Any]]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    cuts: tuple[Cut, ...] = ()
    told_to: Callable[[Scope], bool] = everybody
    """Whether its figures mean anything to who asks; a nought because one may not look is not told as a nought."""

    def cut(self, key: str) -> Cut | None:
        return next((cut for cut in self.cuts if cut.key == key), None)


@dataclass(frozen=True, slots=True)
class Figure:
    """A named figure. Without `of` its records are counted; with it that field is added up, or averaged."""

    key: str
    row: str
    """The row of the mission that it answers, as M3."""
    title: str
    ledger: Ledger
    where: Q = field(default_factory=Q)
    of: str | None = None
    average: bool = False
    kind: Kind = Kind.NUMBER
    unit: str = ""
    told_to: Callable[[Scope], bool] = everybody

    def is_told(self, scope: Scope) -> bool:
        return self.ledger.told_to(scope) and self.told_to(scope)

    @property
    def is_money(self) -> bool:
        return self.kind is Kind.VND

    @property
    def is_half_days(self) -> bool:
        return self.kind is Kind.HALF_DAYS

    def records(self, scope: Scope) -> QuerySet[Any]:
        return self.ledger.rows(scope).filter(self.where)

    def measure(self) -> Count | Sum | Avg:
        if self.of is None:
            return Count("pk", filter=self.where) if self.where else Count("pk")
        measure = Avg if self.average else Sum
        return measure(self.of, filter=self.where) if self.where else measure(self.of)


@dataclass(frozen=True, slots=True)
class Slice:
    """One group of a divided figure: the value to filter by, its name, and the number."""

    value: str
    name: str
    number: Number


def tally(figures: Iterable[Figure], scope: Scope) -> dict[str, Number]:
    """The numbers of the figures by key: one query a ledger. An empty sum is 0, an empty average too."""
    by_ledger: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_ledger[figure.ledger.key].append(figure)
    numbers: dict[str, Number] = {}
    for group in by_ledger.values():
        found = one_row(_key(group, scope), partial(_aggregate, group, scope), _names(group))
        numbers |= {one.key: as_number(found[name]) for name, one in zip(_names(group), group, strict=True)}
    return numbers


def statement_of(figure: Figure, scope: Scope) -> Statement | None:
    """The SQL by which the figure alone was last counted in the scope, with its parameters."""
    return recall(_key([figure], scope))


def _key(group: list[Figure], scope: Scope) -> Hashable:
    return scope, *(one.key for one in group)


def _names(group: list[Figure]) -> list[str]:
    return [f"f{index}" for index in range(len(group))]


def _aggregate(group: list[Figure], scope: Scope) -> dict[str, Any]:
    measures = dict(zip(_names(group), (one.measure() for one in group), strict=True))
    found: dict[str, Any] = group[0].ledger.rows(scope).order_by().aggregate(**measures)
    return found


def divide(figure: Figure, cut: Cut, scope: Scope) -> list[Slice]:
    """A figure by the groups of a cut, the largest first. The groups add up to the figure."""
    found = many_rows((scope, figure.key, cut.key), partial(_groups, figure, cut, scope))
    slices = [Slice(str(row[0]), cut.label(row[0], row[-2]), as_number(row[-1])) for row in found]
    return sorted(slices, key=lambda one: (-one.number, one.name))


def _groups(figure: Figure, cut: Cut, scope: Scope) -> QuerySet[Any]:
    rows = figure.records(scope).order_by()
    groups = rows.values_list(cut.path, cut.name_path) if cut.path != cut.name_path else rows.values_list(cut.path)
    divided: QuerySet[Any] = groups.annotate(number=replace(figure, where=Q()).measure())
    return divided


def as_number(value: object) -> Number:
    """Averages are kept to one decimal; everything else is whole."""
    if value is None:
        return 0
    if isinstance(value, int):
        return value
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else number.quantize(Decimal("0.1"))


def overlaps_year(year: int, *, prefix: str = "") -> Q:
    """A dated row (starts_on inclusive, ends_on exclusive) that was in force on some day of the year."""
    after = Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gt": date(year, 1, 1)})
    return after & Q(**{f"{prefix}starts_on__lte": date(year, 12, 31)})


class DaysBetween(Func):
    """Whole days from the second date to the first: in PostgreSQL the difference of two dates is a number."""

    arity = 2
    arg_joiner = " - "
    template = "(%(expressions)s)"
    output_field = IntegerField()
