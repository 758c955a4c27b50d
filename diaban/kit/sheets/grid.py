"""A sheet as plain cells: rows and columns counted from 1 as Excel counts them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from diaban.kit.text import clean

ERRORS = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
NO_RESULT = "công thức chưa có kết quả lưu sẵn"


class Merge(NamedTuple):
    """A merged range, first and last row and column inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` as stored (text already in Unicode); `problem` says why a cell's value cannot be used."""

    value: str | int | float | bool | date | datetime | None = None
    font: str = ""
    problem: str = ""

    @property
    def text(self) -> str:
        """The value as text: clean NFC, line breaks kept, a whole number without its .0."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, datetime):
            return f"{value:%d/%m/%Y}"
        return "" if value is None else clean(str(value))


EMPTY = Cell()


@dataclass
class Grid:
    """One visible sheet. Merged ranges keep their value in the top left cell, as the file does."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    _texts: dict[tuple[int, int], str] = field(default_factory=dict, repr=False, compare=False)

    def cell(self, row: int, column: int) -> Cell:
        return self.cells.get((row, column), EMPTY)

    def text(self, row: int, column: int) -> str:
        place = (row, column)
        if place not in self._texts:
            self._texts[place] = self.cell(row, column).text
        return self._texts[place]

    @cached_property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def last_column(self) -> int:
        return max((column for _, column in self.cells), default=0)

    def rows(self) -> list[int]:
        """The numbers of the visible rows that hold anything."""
        return sorted({row for row, _ in self.cells} - self.hidden_rows)

    def columns(self) -> list[int]:
        return [column for column in range(1, self.last_column + 1) if column not in self.hidden_columns]

    def hidden_filled_rows(self) -> int:
        """How many hidden rows hold something: they are left out, and the count is told."""
        return len({row for row, _ in self.cells} & self.hidden_rows)

    def hidden_filled_columns(self) -> int:
        return len({column for _, column in self.cells} & self.hidden_columns)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merged range that covers a cell."""
        return self._merged.get((row, column))

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Merge]:
        last = max(self.last_row, 1), max(self.last_column, 1)
        return {
            (row, column): merge
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom, last[0]) + 1)
            for column in range(merge.left, min(merge.right, last[1]) + 1)
        }


@dataclass
class Book:
    """The visible sheets of a file, and what was left out of it."""

    kind: str
    grids: list[Grid]
    hidden_sheets: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def address(row: int, column: int) -> str:
    """(17, 4) -> D17."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
