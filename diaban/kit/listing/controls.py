"""What a person can do with a list: each control is a link or a field that keeps everything else as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from diaban.kit import formats
from diaban.kit.cells import is_number
from diaban.kit.figures import Kind
from diaban.kit.listing.asked import Asked, Options
from diaban.kit.listing.columns import ListColumn
from diaban.kit.listing.form import FilterForm, form_of
from diaban.kit.listing.reading import Measured
from diaban.kit.listing.shape import PAGE, SEARCH, SINCE, SORT, UNTIL, VIEW, Listing, View, as_a_noun


@dataclass(frozen=True)
class Controls:
    """A list, what is asked of it and how much it holds. `number` is a page that exists."""

    listing: Listing
    options: Options
    asked: Asked
    measured: Measured
    number: int

    @property
    def count(self) -> int:
        return self.measured.counts[self.asked.view.key]

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // self.listing.page_size))

    @cached_property
    def _state(self) -> dict[str, str]:
        return self.asked.state(self.listing)

    def link(self, changes: Mapping[str, str] | None = None) -> str:
        """The query of this list with some keys changed; an empty word drops its key, and the page begins anew."""
        state = {**self._state, **(changes or {})}
        return "?" + urlencode({key: word for key, word in state.items() if word}, safe="/")

    @property
    def here(self) -> str:
        """The query of this very page, for an act on ticked rows to come back to."""
        return self.to_page(self.number)

    @property
    def previous(self) -> str:
        return self.to_page(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        return self.to_page(self.number + 1) if self.number < self.pages else ""

    def to_page(self, number: int) -> str:
        return self.link({PAGE: str(number) if number > 1 else ""})

    def to_view(self, view: View) -> str:
        return self.link({VIEW: "" if view is self.listing.views[0] else view.key})

    @property
    def tabs(self) -> list[dict[str, Any]]:
        return [
            {
                "label": view.label,
                "href": self.to_view(view),
                "count": formats.number(self.measured.counts[view.key]),
                "current": view is self.asked.view,
            }
            for view in self.listing.views
        ]

    @property
    def form(self) -> FilterForm:
        return form_of(self.listing, self.options, self.asked)

    @cached_property
    def drops(self) -> list[dict[str, str]]:
        """Everything that narrows the list, in words, with the link that drops it."""
        narrowing = [(f"{one.filter.label}: {one.label}", [one.filter.key]) for one in self.asked.chosen]
        if self.listing.dates and (self.asked.start or self.asked.end):
            narrowing.append((f"{self.listing.dates.label} {self._days}", [SINCE, UNTIL]))
        if self.asked.words:
            narrowing.append((f"Tìm: “{self.asked.words}”", [SEARCH]))
        return [{"text": text, "href": self.link(dict.fromkeys(keys, ""))} for text, keys in narrowing]

    @property
    def _days(self) -> str:
        bounds = (("từ", self.asked.start), ("đến", self.asked.end))
        return " ".join(f"{word} {formats.day(day)}" for word, day in bounds if day)

    @property
    def without_filters(self) -> str:
        """The view and the order stay."""
        narrowing = [SINCE, UNTIL, SEARCH, *(one.filter.key for one in self.asked.chosen)]
        return self.link(dict.fromkeys(narrowing, ""))

    @property
    def way_out(self) -> dict[str, str] | None:
        """Of a page without rows: what to say and where rows are; none when there are none to be found."""
        noun = self.listing.noun
        if self.drops:
            said = {"title": f"Không có {noun} nào ứng với bộ lọc", "text": "Bỏ bớt điều kiện lọc để xem nhiều hơn."}
            return said | {"label": "Bỏ mọi bộ lọc", "href": self.without_filters}
        other = next((view for view in self.listing.views if self.measured.counts[view.key]), None)
        if other is None:
            return None
        said = {"title": f"Nhóm “{self.asked.view.label}” không có {noun} nào", "text": "Các nhóm khác vẫn còn."}
        return said | {"label": f"Xem nhóm “{other.label}”", "href": self.to_view(other)}

    @cached_property
    def order(self) -> str:
        """The word of the order in force, also where it is the usual one; "" when no column stands for it."""
        usual = (word for word, lookups in self.listing.sorts.items() if lookups == self.listing.order)
        return self.asked.sort or next(usual, "")

    @property
    def heads(self) -> list[dict[str, str]]:
        return [self._head(column) for column in self.listing.columns]

    def _head(self, column: ListColumn) -> dict[str, str]:
        word, sub = column.word, column.sub.title if column.sub else ""
        head = {"label": column.title, "sub": as_a_noun(sub), "cls": column.cls}
        if not column.sort:
            return head
        largest_first = is_number(column) or column.kind is Kind.DATE
        turned = {word: f"-{word}", f"-{word}": word}.get(self.order, f"-{word}" if largest_first else word)
        standing = {word: "ascending", f"-{word}": "descending"}.get(self.order, "")
        return head | {"sort_href": self.link({SORT: turned}), "sorted": standing}

    @property
    def said(self) -> str:
        """What narrows the list, for whoever has only the paper or the workbook."""
        view = [f"Nhóm: {self.asked.view.label}"] if len(self.listing.views) > 1 else []
        return ". ".join([*view, *(one["text"] for one in self.drops)])
