"""What an address asks of a list. Words it does not know are answered by a sentence, never by an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from diaban.kit import formats
from diaban.kit.dates import DateReading, Kind, parse_date
from diaban.kit.listing.shape import PAGE, SEARCH, SINCE, SORT, UNTIL, VIEW, Choice, Filter, Listing, View
from diaban.kit.objections import Objection
from diaban.kit.text import nfc

LONGEST_SEARCH, LONGEST_DATE = 200, 40
"""characters"""
NOTHING = "-"
"""How links repeat a value that the person cannot choose, whatever it was."""
Options = Mapping[str, tuple[Choice, ...]]
"""What each filter offers to the person, by its key."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in force. Without a choice: the address names a value that is not among those offered."""

    filter: Filter
    choice: Choice | None

    @property
    def word(self) -> str:
        return self.choice.word if self.choice else NOTHING

    @property
    def label(self) -> str:
        return self.choice.label if self.choice else "không có trong danh sách này"


@dataclass(frozen=True, slots=True)
class Asked:
    """An address understood. `start` and `end` are inclusive; `typed` is what fills the form again."""

    view: View
    chosen: tuple[Chosen, ...]
    start: date | None
    end: date | None
    words: str
    sort: str
    number: int
    typed: Mapping[str, str]
    problems: tuple[Objection, ...]

    def state(self, listing: Listing) -> dict[str, str]:
        """What links carry on, by key: everything in force but the page."""
        given = {
            VIEW: "" if self.view is listing.views[0] else self.view.key,
            **{one.filter.key: one.word for one in self.chosen},
            SINCE: formats.day(self.start) if self.start else "",
            UNTIL: formats.day(self.end) if self.end else "",
            SEARCH: self.words,
            SORT: self.sort,
        }
        return {key: word for key, word in given.items() if word}


def ask(listing: Listing, params: Mapping[str, str], options: Options, *, today: date) -> Asked:
    """Understand an address. What cannot be read is said and left out; the list is then not narrowed by it."""
    keys = [SEARCH, SINCE, UNTIL, VIEW, SORT, PAGE, *(one.key for one in listing.filters)]
    typed = {key: nfc(params.get(key, "")) for key in keys}
    view, no_view = _view(listing, typed[VIEW])
    start, end, no_days = _days(listing, typed, today)
    words, no_words = _words(listing, typed[SEARCH])
    sort, no_sort = _sort(listing, typed[SORT])
    number, no_number = _number(typed[PAGE])
    return Asked(
        view=view,
        chosen=_chosen(listing, typed, options),
        start=start,
        end=end,
        words=words,
        sort=sort,
        number=number,
        typed=typed | _as_understood(start, end),
        problems=(*no_view, *no_days, *no_words, *no_sort, *no_number),
    )


def _view(listing: Listing, word: str) -> tuple[View, list[Objection]]:
    first = listing.views[0]
    found = next((view for view in listing.views if view.key == word), None)
    if found or not word:
        return found or first, []
    return first, [Objection(VIEW, f"Danh sách không có nhóm này. Đang xem nhóm “{first.label}”.")]


def _chosen(listing: Listing, typed: Mapping[str, str], options: Options) -> tuple[Chosen, ...]:
    named = [(one, typed[one.key]) for one in listing.filters if typed[one.key]]
    return tuple(
        Chosen(one, next((choice for choice in options[one.key] if choice.word == word), None)) for one, word in named
    )


def _days(listing: Listing, typed: Mapping[str, str], today: date) -> tuple[date | None, date | None, list[Objection]]:
    """From the first day of what was typed to the last: «quý I/2023» is three months, «2023» a year."""
    if listing.dates is None:
        return None, None, []
    readings = {key: _reading(typed[key], today) for key in (SINCE, UNTIL)}
    wrong = [(key, reading.message) for key, reading in readings.items() if reading.message]
    start, end = readings[SINCE].start, readings[UNTIL].end
    if not wrong and start and end and start > end:
        wrong = [(SINCE, f"Từ ngày {formats.day(start)} là sau đến ngày {formats.day(end)}.")]
    if wrong:
        return None, None, [Objection(key, f"{message} Danh sách chưa lọc theo ngày.") for key, message in wrong]
    return start, end, []


def _reading(text: str, today: date) -> DateReading:
    if len(text) > LONGEST_DATE:
        return DateReading(Kind.ERROR, message="Chưa đọc được ngày đã nhập. Hãy nhập ngày, tháng, năm: 28/11/2024.")
    return parse_date(text, year=today.year)


def _as_understood(start: date | None, end: date | None) -> dict[str, str]:
    return {key: formats.day(day) for key, day in ((SINCE, start), (UNTIL, end)) if day}


def _words(listing: Listing, text: str) -> tuple[str, list[Objection]]:
    if listing.search is None:
        return "", []
    if len(text) > LONGEST_SEARCH:
        too_long = f"Nội dung tìm dài {formats.number(len(text))} ký tự, tối đa {LONGEST_SEARCH}."
        return "", [Objection(SEARCH, f"{too_long} Danh sách chưa lọc theo nội dung tìm.")]
    return text, []


def _sort(listing: Listing, word: str) -> tuple[str, list[Objection]]:
    if not word or word in listing.sorts:
        return word, []
    return "", [Objection(SORT, "Danh sách không có cách xếp này, đang xếp theo thứ tự thường lệ.")]


def _number(text: str) -> tuple[int, list[Objection]]:
    """The page asked for; whoever lists the rows takes the last one for a number beyond it."""
    if not text:
        return 1, []
    if text.isdecimal() and len(text) < 10 and int(text) > 0:
        return int(text), []
    return 1, [Objection(PAGE, "Số trang là một số từ 1 trở lên. Đang xem trang 1.")]
