"""One page of a list: its rows, what they add up to, and the same list as a workbook keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from diaban.kit import formats
from diaban.kit.cells import written
from diaban.kit.listing import reading
from diaban.kit.listing.asked import ask
from diaban.kit.listing.columns import Cell, ListColumn, Total, cell, exported_cells
from diaban.kit.listing.controls import Controls
from diaban.kit.listing.shape import VIEW, Listing

Values = Mapping[str, Any]
"""One row: what each lookup of the list found."""
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """`key` names the record where it is ticked; `href` leads to it, or is empty."""

    key: str
    href: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ListPage(Controls):
    """One page. `found` are all rows of the filter in their order; none when the page holds them all."""

    values: Sequence[Values]
    today: date
    found: QuerySet[Any] | None = None

    @property
    def first(self) -> int:
        return (self.number - 1) * self.listing.page_size + 1

    @property
    def last(self) -> int:
        return self.first + len(self.values) - 1

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(values) for values in self.values]

    def _row(self, values: Values) -> Row:
        cells = tuple(cell(column, values, self.today) for column in self.listing.columns)
        return Row(str(values[self.listing.key]), self._address(values[self.listing.key]), cells)

    def _address(self, key: object) -> str:
        address = self.listing.address
        if callable(address):
            return address(key)
        return reverse(address, args=[key]) if address else ""

    @property
    def total(self) -> list[dict[str, Any]]:
        """The cells of the last row: how many records in words, then what columns of the whole filter add up to."""
        columns, start = self.listing.columns, self.listing.named_by
        summed = [index for index, column in enumerate(columns) if column.totals]
        end = summed[0] if summed else len(columns)
        numbers = iter(self.measured.totals)
        words = f"Cộng {formats.number(self.count)} {self.listing.noun}"
        return [
            *({"cls": "m ph-hide"} for _ in columns[:start]),
            {"value": words, "head": True, "span": end - start},
            *(self._sums(column, numbers) for column in columns[end:]),
        ]

    def _sums(self, column: ListColumn, numbers: Iterator[Any]) -> dict[str, Any]:
        if not column.totals:
            return {"cls": "ph-hide"}
        lines = [(one.label, written(next(numbers), column), self._opened(one)) for one in column.totals]
        return {"label": column.title, "cls": column.cls, "lines": lines}

    def _opened(self, total: Total) -> str:
        """The link to the records of a sum, under the same filter; none where the page shows them already."""
        own = self.asked.view.key == total.opens or self.asked.view is not self.listing.views[0]
        return "" if own or not total.opens else self.link({VIEW: total.opens})

    @property
    def code(self) -> str:
        """A mark of what this page says: the same words, the same mark."""
        content = [self.said, str(self.count), str(self.measured.totals), str(self.number)]
        content += [f"{one.text}\t{one.sub}" for row in self.rows for one in row.cells]
        return hashlib.sha256("\n".join(content).encode()).hexdigest()[:8].upper()

    @property
    def titles(self) -> list[str]:
        """Of the columns of a workbook."""
        return [one.title for column in self.listing.columns for one in (column, column.sub) if one]

    def exported_rows(self) -> Iterator[list[Any]]:
        """Every row of the filter in its order: words as on the page, numbers and dates as such."""
        for values in self._all_values():
            yield [one for column in self.listing.columns for one in exported_cells(column, values, self.today)]

    def _all_values(self) -> Iterable[Values]:
        if self.found is None:
            return self.values
        return self.found.values(*self.listing.paths).iterator(chunk_size=BATCH)


def open_listing(listing: Listing, rows: QuerySet[Any], params: Mapping[str, str], *, today: date) -> ListPage:
    """The page that an address asks for. `rows` started from a policy; `params` is what the address says."""
    options = reading.offered(listing, rows)
    asked = ask(listing, params, options, today=today)
    narrowed = reading.narrowed(listing, rows, asked)
    measured = reading.measured(listing, narrowed, asked)
    found = reading.in_order(listing, narrowed, asked)
    number = min(asked.number, Controls(listing, options, asked, measured, 1).pages)
    values = reading.page_of(listing, rows, found, asked, number)
    return ListPage(listing, options, asked, measured, number, values, today, found)
