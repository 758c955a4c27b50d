"""The columns of a list: what each reads, how it is written, by what it can be put in order, what it adds up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from diaban.kit.cells import exported, is_number, written
from diaban.kit.clock import local_date
from diaban.kit.figures import Column
from diaban.kit.formats import day_margin
from diaban.kit.text import slugify_vi


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says. A state has a tag: ok, due, late, doing, off, or "" for a plain one."""

    text: str
    tag: str | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over the whole filter, under its column. Two of one column stand apart and are never added together."""

    label: str = ""
    where: Q = field(default_factory=Q)
    of: str = ""
    """The lookup to add up; the column's own when empty."""
    opens: str = ""
    """The key of the view that holds the records of this sum."""


@dataclass(frozen=True, slots=True)
class ListColumn(Column):
    """One column of a list. Its title is also, as a slug, the key by which an address puts the list in order."""

    sort: tuple[str, ...] = ()
    """The lookups of its order, as ("cadre__sort_key",); without them the list is not put in order by it."""
    tags: Mapping[str, str] | None = None
    """Kinds of tags by value, as {"late": "late"}; a value without one is plain text."""
    say: Callable[..., Said] | None = None
    """Words that follow from several values and the day: say(value, *also, today=today)."""
    also: tuple[str, ...] = ()
    sub: Column | None = None
    """A second line of the cell, as the post below the name; a column of its own in a workbook."""
    totals: tuple[Total, ...] = ()
    margin: bool = False
    """A date that stands left of the margin rule."""
    phone: bool = True
    """Whether a phone shows it."""
    word: str = field(init=False, default="")
    cls: str = field(init=False, default="")
    """How its cells look."""

    def __post_init__(self) -> None:
        looks = {"m": self.margin, "num": is_number(self), "ph-hide": not self.phone}
        object.__setattr__(self, "word", slugify_vi(self.title))
        object.__setattr__(self, "cls", " ".join(look for look, holds in looks.items() if holds))

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path, *self.also, *((self.sub.path,) if self.sub else ()))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as a page shows it. `day` is a date in the margin: («25», «Th 11»)."""

    title: str
    cls: str
    text: str
    tag: str | None = None
    icon: str = ""
    sub: str = ""
    day: tuple[str, str] | None = None


def cell(column: ListColumn, values: Mapping[str, Any], today: date) -> Cell:
    said = words(column, values, today)
    sub = written(values[column.sub.path], column.sub) if column.sub else ""
    day = _margin(values[column.path], today) if column.margin else None
    return Cell(column.title, column.cls, said.text, said.tag, said.icon, sub, day)


def words(column: ListColumn, values: Mapping[str, Any], today: date) -> Said:
    value = values[column.path]
    if column.say:
        return column.say(value, *(values[path] for path in column.also), today=today)
    return Said(written(value, column), column.tags.get(str(value)) if column.tags else None)


def _margin(value: date | datetime | None, today: date) -> tuple[str, str] | None:
    if value is None:
        return None
    day = local_date(value) if isinstance(value, datetime) else value
    number, _, month = day_margin(day, year=today.year).partition(" ")
    return number, month


def exported_cells(column: ListColumn, values: Mapping[str, Any], today: date) -> Iterator[Any]:
    """What a workbook keeps of a cell: its own value, and that of its second line beside it."""
    yield words(column, values, today).text if column.say else exported(values[column.path], column)
    if column.sub:
        yield exported(values[column.sub.path], column.sub)
