"""The calendar of the coming weeks: visits that are planned, and some whose day has passed without a record."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.planning.rules import EventKind
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.programmes import Item, place_for
from diaban.simulation.rules.visits import PLANNED, SILENT, UNPLANNED, pick_free, put_visit
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Duty, Setting

WEEKS = 7
KEPT = 0.45
"""How many of the items of the coming weeks have their day already."""
FORGOTTEN = 0.12
"""How many duties have a planned visit of the last days that nobody has recorded."""


def plan_ahead(book: Book, setting: Setting, duty: Duty, items: list[Item], taken: set[date]) -> None:
    for item in items:
        days = _days(setting, item.moved_to or item.month)
        if days and item.done_on is None and book.chance(KEPT):
            place = item.place.format(place=book.pick(PLACES)) if "{" in item.place else item.place
            day = pick_free(book, days, taken)
            plan_visit(book, setting, duty, day, item.kind, place, item.key_on(day))
    if book.chance(FORGOTTEN):
        kind = book.weighted(UNPLANNED)
        days = [setting.days_before(setting.today, n) for n in range(1, 6)]
        plan_visit(book, setting, duty, pick_free(book, days, taken), kind, place_for(book, kind))


def plan_visit(
    book: Book,
    setting: Setting,
    duty: Duty,
    day: date,
    kind: EventKind,
    place: str,
    item: UUID | None = None,
    *,
    at: datetime | None = None,
) -> UUID:
    """Put into the calendar at that moment, or some days before and not later than yesterday."""
    entered = setting.no_later(day - timedelta(days=book.random.randint(3, 15)))
    at = at or book.moment(entered, first=7, last=20)
    key = book.new_id(at)
    put_visit(
        book,
        key,
        duty,
        day.year,
        visited_on=day,
        event_kind=kind.value,
        place=place,
        met="",
        companions=0,
        topics=[],
        programme_item_id=item,
        recorded_at=at,
        **PLANNED,
        **SILENT,
    )
    return key


def _days(setting: Setting, month: int) -> list[date]:
    """The working days of the month from today on, within the coming weeks."""
    today = setting.today
    last = today + timedelta(weeks=WEEKS)
    return [day for day in setting.working_days(today.year, month) if today <= day <= last]
