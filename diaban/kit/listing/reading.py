"""The queries behind a list. How many there are depends on the list alone, never on how many rows it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Count, F, Model, OrderBy, QuerySet, Sum

from diaban.kit.clock import at_hanoi
from diaban.kit.figures import Number, as_number
from diaban.kit.listing.asked import Asked, Options
from diaban.kit.listing.shape import BLANK, UNKNOWN, Choice, Dates, Filter, Listing

M = TypeVar("M", bound=Model)
NOT_KNOWN = Choice(UNKNOWN, None, "Chưa rõ")


@dataclass(frozen=True, slots=True)
class Measured:
    """How many rows each view has under the other filters, and the totals of the view in force."""

    counts: Mapping[str, int]
    """By the keys of the views."""
    totals: tuple[Number, ...] = ()
    """In the order of the columns, and of the totals of each."""


def offered(listing: Listing, rows: QuerySet[Any]) -> Options:
    """What each filter offers: what the room says, or what occurs in the person's own rows."""
    return {one.key: one.offered if one.labels is not None else _occurring(one, rows) for one in listing.filters}


def _occurring(one: Filter, rows: QuerySet[Any]) -> tuple[Choice, ...]:
    if not one.names:
        return tuple(_choice(value) for value in rows.order_by(one.path).values_list(one.path, flat=True).distinct())
    related, may_lack = _related(one, rows)
    found = related.order_by(one.by or one.names).values_list(one.value, one.names)
    named = {str(value): Choice(str(value), value, name) for value, name in found}
    return (*named.values(), *([NOT_KNOWN] if may_lack else []))


def _related(one: Filter, rows: QuerySet[Any]) -> tuple[QuerySet[Any], bool]:
    """The records that the relation leads to, each once, and whether it may lead to none.

    One step at a time, each by the keys of the step before: so the rows are read once, and never joined.
    """
    found, may_lack = rows.order_by(), False
    for step in one.path.split("__"):
        field: Any = found.model._meta.get_field(step)
        found, may_lack = field.related_model._base_manager.filter(pk__in=found.values(step)), may_lack or field.null
    return found, may_lack


def _choice(value: object) -> Choice:
    if value is None:
        return NOT_KNOWN
    return Choice(str(value), value, str(value)) if value != "" else Choice(BLANK, "", "Để trống")


def narrowed(listing: Listing, rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """The rows under everything that is asked but the view."""
    for one in asked.chosen:
        rows = rows.filter(one.filter.condition(one.choice.value)) if one.choice else rows.none()
    if listing.dates:
        rows = _between(rows, listing.dates, asked.start, asked.end)
    return listing.search(rows, asked.words) if listing.search and asked.words else rows


def _between(rows: QuerySet[Any], dates: Dates, start: date | None, end: date | None) -> QuerySet[Any]:
    if start:
        rows = rows.filter(**{f"{dates.path}__gte": at_hanoi(start, 0) if dates.moments else start})
    if end and dates.moments:
        return rows.filter(**{f"{dates.path}__lt": at_hanoi(end + timedelta(days=1), 0)})
    return rows.filter(**{f"{dates.path}__lte": end}) if end else rows


def measured(listing: Listing, rows: QuerySet[Any], asked: Asked) -> Measured:
    """The count of every view and the totals of the one in force, in one query."""
    counts = {f"view{index}": Count("pk", filter=view.where or None) for index, view in enumerate(listing.views)}
    wanted = [(total, column.path) for column in listing.columns for total in column.totals]
    sums = {
        f"total{index}": Sum(total.of or path, filter=(asked.view.where & total.where) or None)
        for index, (total, path) in enumerate(wanted)
    }
    found = rows.order_by().aggregate(**counts, **sums)
    return Measured(
        counts={view.key: found[name] for view, name in zip(listing.views, counts, strict=True)},
        totals=tuple(as_number(found[name]) for name in sums),
    )


def in_order(listing: Listing, rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """The rows of the view in the order asked for; records without a value come last, and ties keep their places."""
    return rows.filter(asked.view.where).order_by(*_order(listing, asked))


def page_of(
    listing: Listing, rows: QuerySet[Any], found: QuerySet[Any], asked: Asked, number: int
) -> list[dict[str, Any]]:
    """What one page shows. Only its own rows are joined to what their columns tell; the others give but their keys."""
    size = listing.page_size
    keys = found.values("pk")[(number - 1) * size : number * size]
    return list(rows.filter(pk__in=keys).order_by(*_order(listing, asked)).values(*listing.paths))


def _order(listing: Listing, asked: Asked) -> list[OrderBy | str]:
    lookups = listing.sorts[asked.sort] if asked.sort else listing.order
    return [*(_nulls_last(lookup) for lookup in lookups), "pk"]


def _nulls_last(lookup: str) -> OrderBy:
    if lookup.startswith("-"):
        return F(lookup[1:]).desc(nulls_last=True)
    return F(lookup).asc(nulls_last=True)


def ticked(rows: QuerySet[M], keys: Iterable[str]) -> QuerySet[M]:
    """Of the person's own rows those that were ticked; what is no key, or somebody else's, is not there."""
    field, values = rows.model._meta.pk, []
    for key in keys:
        with suppress(ValidationError):
            values.append(field.to_python(key))
    return rows.filter(pk__in=values)
