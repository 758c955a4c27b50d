"""What a list of records is, said once by the room that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from diaban.kit.listing.columns import ListColumn
from diaban.kit.text import slugify_vi

SEARCH, SINCE, UNTIL, VIEW, SORT, PAGE = "tim", "tu", "den", "xem", "sap", "trang"
"""What the machine itself reads from an address."""
UNKNOWN, BLANK = "chua-ro", "de-trong"
"""How an address names records without a value, and with an empty one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to filter by: the word of the address, the value of the records, the words of the page."""

    word: str
    value: Any
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of one value, out of `labels` (value: words), or of what occurs in the rows.

    What occurs are the values of the column `path`; or with `names` the records that the relation `path` leads to.
    """

    key: str
    """Of the address, as «linh-vuc»."""
    label: str
    path: str
    labels: Mapping[str, str] | None = None
    names: str = ""
    """The field that names a related record."""
    value: str = "pk"
    """The field by which an address names a related record, as the code of a unit."""
    by: str = ""
    """The field that puts related records in order; their names when empty."""
    where: Callable[[Any], Q] | None = None
    """The condition of a value, where it is not that the path equals it."""
    offered: tuple[Choice, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        choices = tuple(Choice(slugify_vi(label), value, label) for value, label in (self.labels or {}).items())
        _all_differ([choice.word for choice in choices], self.key)
        object.__setattr__(self, "offered", choices)

    @property
    def everything(self) -> str:
        return f"Tất cả {as_a_noun(self.label)}"

    def condition(self, value: Any) -> Q:
        if value is None:
            return Q(**{f"{self.path}__isnull": True})
        lookup = f"{self.path}__{self.value}" if self.names else self.path
        return self.where(value) if self.where else Q(**{lookup: value})


@dataclass(frozen=True, slots=True)
class Dates:
    """A filter by the days from one to another, both included; `moments` when the path holds times of day."""

    label: str
    path: str
    moments: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: a condition that is one click away, shown with its count. It joins no records one to many."""

    key: str
    label: str
    where: Q = field(default_factory=Q)


EVERYTHING = View("tat-ca", "Tất cả")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of records of one sort: `noun` as in «118 chuyến đi». The first view is the one that opens.

    Lookups of columns, filters and orders lead to one value a record, never to many.
    """

    noun: str
    columns: tuple[ListColumn, ...]
    order: tuple[str, ...]
    address: str | Callable[[Any], str] = ""
    """The name of the view that shows one record, or what makes its address; "" when there is none."""
    key: str = "pk"
    """The lookup whose value the address of a record takes."""
    views: tuple[View, ...] = (EVERYTHING,)
    filters: tuple[Filter, ...] = ()
    dates: Dates | None = None
    search: Callable[[QuerySet[Any], str], QuerySet[Any]] | None = None
    search_label: str = "Tìm trong danh sách"
    page_size: int = 50
    paths: tuple[str, ...] = field(init=False, default=())
    """Every lookup that a row is written from, once each."""
    sorts: Mapping[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    """The orders that an address may ask for: «ngay-di», and «-ngay-di» for the other way round."""
    named_by: int = field(init=False, default=0)
    """The place of the column that names the record and leads to it: the first one right of the margin."""

    def __post_init__(self) -> None:
        own = [SEARCH, SINCE, UNTIL, VIEW, SORT, PAGE]
        _all_differ([*own, *(one.key for one in self.filters)], self.noun)
        _all_differ([view.key for view in self.views], self.noun)
        _all_differ([column.word for column in self.columns], self.noun)
        named_by = next(index for index, column in enumerate(self.columns) if not column.margin)
        if self.columns[named_by].totals:
            raise ValueError(f"{self.noun}: the column that names a record has no total, its foot holds the words")
        paths = dict.fromkeys([self.key, *(path for column in self.columns for path in column.paths)])
        object.__setattr__(self, "paths", tuple(paths))
        object.__setattr__(self, "sorts", dict(_orders(self.columns)))
        object.__setattr__(self, "named_by", named_by)


def _orders(columns: tuple[ListColumn, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for column in columns:
        if column.sort:
            yield column.word, column.sort
            yield f"-{column.word}", tuple(_turned(lookup) for lookup in column.sort)


def as_a_noun(title: str) -> str:
    """A title as it stands within a sentence: «Lĩnh vực» -> «lĩnh vực»."""
    return title[:1].lower() + title[1:]


def _turned(lookup: str) -> str:
    return lookup[1:] if lookup.startswith("-") else f"-{lookup}"


def _all_differ(words: list[str], of: str) -> None:
    twice = [word for word, times in Counter(words).items() if times > 1]
    if twice:
        raise ValueError(f"{of}: named twice: {', '.join(twice)}")
