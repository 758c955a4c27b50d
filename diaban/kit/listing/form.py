"""The form above a list: what it offers, filled with what the address asks."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.listing.asked import Asked, Options
from diaban.kit.listing.shape import SEARCH, SINCE, SORT, UNTIL, VIEW, Listing, as_a_noun


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `wrong` is the id of the sentence that says why its value is not taken; options are (word, label)."""

    name: str
    label: str
    value: str
    wrong: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FilterForm:
    """`kept` are the keys that stay as they are when the form is sent; `active` how many choices are in force."""

    kept: tuple[tuple[str, str], ...]
    search: Field | None
    choices: tuple[Field, ...]
    days: tuple[Field, ...]
    order: Field | None
    active: int

    @property
    def is_long(self) -> bool:
        return len(self.choices) + len(self.days) > 2


def form_of(listing: Listing, options: Options, asked: Asked) -> FilterForm:
    state = asked.state(listing)
    return FilterForm(
        kept=tuple((key, word) for key, word in state.items() if key == VIEW),
        search=_typed(SEARCH, listing.search_label, asked) if listing.search else None,
        choices=tuple(
            Field(
                one.key, one.label, state.get(one.key, ""), options=(("", one.everything), *_worded(options, one.key))
            )
            for one in listing.filters
        ),
        days=tuple(_typed(key, listing.dates.label, asked) for key in (SINCE, UNTIL)) if listing.dates else (),
        order=_order(listing, asked),
        active=len(asked.chosen) + bool(asked.start or asked.end),
    )


def _worded(options: Options, key: str) -> list[tuple[str, str]]:
    return [(choice.word, choice.label) for choice in options[key]]


def _typed(key: str, label: str, asked: Asked) -> Field:
    wrong = any(problem.field == key for problem in asked.problems)
    return Field(key, label, asked.typed[key], wrong=f"loi-{key}" if wrong else "")


def _order(listing: Listing, asked: Asked) -> Field | None:
    """Where no heads of columns can be seen, the order is chosen here."""
    both = [
        (word, f"Xếp theo {as_a_noun(column.title)}, {way}")
        for column in listing.columns
        if column.sort
        for word, way in ((column.word, "tăng dần"), (f"-{column.word}", "giảm dần"))
    ]
    usual = ("", "Xếp theo thứ tự thường lệ")
    return Field(SORT, "Cách xếp", asked.sort, options=(usual, *both)) if both else None
