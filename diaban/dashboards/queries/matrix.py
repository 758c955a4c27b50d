"""Deadlines by district: what was expected, in time, late and missing, kind by kind; and the rhythm of field days."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import Count, QuerySet, Sum

from diaban.dashboards.queries.summary import communes_by_district
from diaban.fieldwork.figures.visits import FIELD_DAYS
from diaban.kit.figures import Scope
from diaban.kit.statements import many_rows
from diaban.obligations.figures import MATRIX_KINDS, NOT_IN_TIME, RECEIVED_IN_TIME, open_rows
from diaban.reporting.figures import SHORT


@dataclass(frozen=True, slots=True)
class Cell:
    """One kind in one district. `district` is the key to filter the list by; `gap` counts late and missing."""

    district: str
    done: int
    total: int
    gap: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    kind: str
    label: str
    figure: str
    cells: tuple[Cell, ...]
    whole: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    districts: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Field days a commune and month, January first, of one district."""

    name: str
    average: Decimal
    months: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class ShortCadre:
    """A cadre below the required time: half-days by month."""

    key: str
    name: str
    agency: str
    half_days: int
    required: int
    months: tuple[int, ...]


def matrix(scope: Scope, districts: dict[str, tuple[str, int]]) -> Matrix:
    found: dict[tuple[str, str], tuple[int, int, int]] = {}
    for kind, district, total, done, gap in many_rows((scope, "matrix"), partial(_counts, scope)):
        found[kind, str(district)] = (done, total, gap)
    rows = [_row(kind, label, figure, found, tuple(districts)) for kind, label, figure in MATRIX_KINDS]
    return Matrix(
        districts=tuple(name for name, _ in districts.values()),
        rows=tuple(row for row in rows if row.whole.total),
    )


def _counts(scope: Scope) -> QuerySet[Any]:
    grouped = open_rows(scope).order_by().values_list("kind", "commune__parent_id")
    counted: QuerySet[Any] = grouped.annotate(
        total=Count("pk"), done=Count("pk", filter=RECEIVED_IN_TIME), gap=Count("pk", filter=NOT_IN_TIME)
    )
    return counted


def _row(
    kind: str, label: str, figure: str, found: dict[tuple[str, str], tuple[int, int, int]], districts: tuple[str, ...]
) -> MatrixRow:
    cells = tuple(Cell(district, *found.get((kind, district), (0, 0, 0))) for district in districts)
    whole = Cell("", sum(c.done for c in cells), sum(c.total for c in cells), sum(c.gap for c in cells))
    return MatrixRow(kind, label, figure, cells, whole)


def rhythm(scope: Scope, districts: dict[str, tuple[str, int]]) -> list[Rhythm]:
    """The whole first, then each district."""
    half_days: dict[str, dict[int, int]] = defaultdict(dict)
    for district, month, total in many_rows((scope, "rhythm"), partial(_half_days, scope)):
        half_days[str(district)][month] = total
    whole = {m: sum(found.get(m, 0) for found in half_days.values()) for m in range(1, 13)}
    everybody = sum(n for _, n in districts.values())
    named = [("Toàn phạm vi", whole, everybody)]
    named += [(name, half_days.get(key, {}), n) for key, (name, n) in districts.items()]
    return [_rhythm(name, found, n) for name, found, n in named]


def _half_days(scope: Scope) -> QuerySet[Any]:
    rows = FIELD_DAYS.records(scope).order_by().values_list("commune__parent_id", "month")
    summed: QuerySet[Any] = rows.annotate(total=Sum("half_days"))
    return summed


def _rhythm(name: str, half_days: dict[int, int], communes: int) -> Rhythm:
    months = tuple(Decimal(half_days.get(month, 0)) / 2 / max(communes, 1) for month in range(1, 13))
    return Rhythm(name, sum(months, Decimal(0)) / 12, months)


def short_cadres(scope: Scope, *, most: int = 24) -> list[ShortCadre]:
    """The cadres furthest below the required time, with their months."""
    cadres = many_rows((scope, "short", most), partial(_shortest, scope, most))
    rows = FIELD_DAYS.records(scope).filter(cadre_id__in=[row[0] for row in cadres]).order_by()
    months: dict[object, dict[int, int]] = defaultdict(dict)
    for cadre, month, total in rows.values_list("cadre_id", "month").annotate(total=Sum("half_days")):
        months[cadre][month] = total
    return [
        ShortCadre(str(pk), name, agency, done, required, tuple(months[pk].get(m, 0) for m in range(1, 13)))
        for pk, name, agency, done, required in cadres
    ]


def _shortest(scope: Scope, most: int) -> QuerySet[Any]:
    short = SHORT.records(scope).order_by("margin", "sort_key")
    return short.values_list("pk", "full_name", "agency_name", "half_days", "required")[:most]


__all__ = ["communes_by_district", "matrix", "rhythm", "short_cadres"]
