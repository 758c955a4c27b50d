"""The records behind a figure: filtered by one group of a cut, a page at a time, with the total of the whole filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from diaban.kit.cells import exported, written
from diaban.kit.figures import Cut, Figure, Ledger, Number, Scope, as_number, divide

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Filter:
    """One group of a cut, chosen from the address bar."""

    cut: Cut
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Records:
    """One page of what a figure counts. `total` is the figure itself, or its part under the filter."""

    figure: Figure
    filter: Filter | None
    total: Number
    count: int
    page: Page[Any]
    rows: list[tuple[str, list[str]]]
    """Key of each record, and its cells as they are written."""


def open_figure(figure: Figure, scope: Scope, *, chosen: Filter | None, page: int) -> Records:
    """The records of a figure: their count, their measure and one page, in three queries."""
    found = filtered(figure.records(scope), chosen)
    measured = found.order_by().aggregate(total=replace(figure, where=Q()).measure())
    paginator = Paginator(found.order_by(*figure.ledger.order), PAGE_SIZE)
    current = paginator.get_page(page)
    paths = ("pk", *(column.path for column in figure.ledger.columns))
    rows = [
        (str(row[0]), [written(value, column) for value, column in zip(row[1:], figure.ledger.columns, strict=True)])
        for row in cast("QuerySet[Any]", current.object_list).values_list(*paths)
    ]
    return Records(figure, chosen, as_number(measured["total"]), paginator.count, current, rows)


def filtered(rows: QuerySet[Any], chosen: Filter | None) -> QuerySet[Any]:
    if chosen is None:
        return rows
    if chosen.value == "None":
        return rows.filter(**{f"{chosen.cut.path}__isnull": True})
    return rows.filter(**{chosen.cut.path: chosen.value})


def choose(figure: Figure, scope: Scope, *, cut: str, value: str) -> Filter | None:
    """The filter that an address names, if its cut and group exist among what the person sees."""
    found = figure.ledger.cut(cut)
    if found is None:
        return None
    try:
        named = next((one for one in divide(figure, found, scope) if one.value == value), None)
    except (ValidationError, ValueError):
        return None
    return Filter(found, value, named.name) if named else None


def all_rows(figure: Figure, scope: Scope, chosen: Filter | None) -> Iterator[list[Any]]:
    """Every record for a workbook: words as on screen, numbers and days as such; read in batches."""
    rows = filtered(figure.records(scope), chosen).order_by(*figure.ledger.order)
    columns = figure.ledger.columns
    for row in rows.values_list(*(column.path for column in columns)).iterator(chunk_size=2000):
        yield [exported(value, column) for value, column in zip(row, columns, strict=True)]


def one_record(ledger: Ledger, scope: Scope, key: str) -> list[tuple[str, str]] | None:
    """The titled fields of one record that the person may see; none when there is none, or none for them."""
    try:
        rows = ledger.rows(scope).filter(pk=UUID(key) if "-" in key else int(key))
    except (ValidationError, ValueError):
        return None
    found = rows.values_list(*(column.path for column in ledger.columns)).first()
    if found is None:
        return None
    return [(column.title, written(value, column)) for value, column in zip(found, ledger.columns, strict=True)]
