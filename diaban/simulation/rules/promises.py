"""What cadres promise communes on their visits, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from diaban.simulation.rules.book import Book
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.promises import PROMISES
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Conduct, Duty, Setting

FATES = {"kept": 80, "dropped": 9, "open": 11}
"""Of those that fell due; what is not due yet is open, but for some that are kept early."""
EARLY = 0.25


@dataclass(frozen=True, slots=True)
class Fate:
    due: date
    state: str = "open"
    ended: date | None = None


def write_promises(book: Book, setting: Setting, duty: Duty, conduct: Conduct, trips: list[Trip]) -> None:
    """On every sixth visit or so, more where the cadre is careful."""
    for trip in trips:
        if book.chance(0.05 + 0.15 * conduct.care):
            write_promise(book, duty, trip, _fate(book, setting, trip.day))


def write_promise(book: Book, duty: Duty, trip: Trip, fate: Fate) -> None:
    text, kept, dropped = book.pick(PROMISES)
    words = {"n": book.random.randint(2, 9), "place": book.pick(PLACES)}
    said = {"kept": kept, "dropped": dropped, "open": ""}[fate.state]
    book.add(
        "fieldwork.commitment",
        trip.recorded or book.moment(trip.day),
        **duty.scope(trip.day.year),
        assignment_id=duty.id,
        visit_id=trip.id,
        text=text.format(**words),
        made_on=trip.day,
        due_on=fate.due,
        state=fate.state,
        result=said.format(**words),
        ended_on=fate.ended,
    )


def _fate(book: Book, setting: Setting, made: date) -> Fate:
    days = book.random.randint(14, 75)
    due = setting.calendar.next_working_day(made + timedelta(days=days))
    ended = made + timedelta(days=int(book.random.triangular(2, days + 9, days - 3)))
    early = "kept" if book.chance(EARLY) else "open"
    state = book.weighted(FATES) if setting.is_past(due) else early
    return Fate(due, state, ended) if state != "open" and setting.is_past(ended) else Fate(due)
