"""Days in the commune over the year: planned and not, kept and cancelled, confirmed, passed over or disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.fieldwork.rules import CancelReason
from diaban.planning.rules import EventKind, Topic
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.programmes import Item, place_for
from diaban.simulation.rules.words.visits import (
    AGREED,
    ANSWERS_TO,
    AT_A_MEETING,
    DISPUTES,
    IN_THE_VILLAGES,
    MET,
    OPENINGS,
    OUTDOORS,
    PLACES,
)
from diaban.simulation.rules.world import Conduct, Duty, Setting

HALF_DAYS = {1: 24, 2: 52, 3: 10, 4: 14}
REASONS = {
    CancelReason.CALLED: 48,
    CancelReason.WEATHER: 18,
    CancelReason.COMMUNE: 20,
    CancelReason.HEALTH: 8,
    CancelReason.OTHER: 6,
}
UNPLANNED = {EventKind.COMMITTEE: 30, EventKind.VILLAGE: 34, EventKind.MODEL_SITE: 20, EventKind.OTHER: 16}
STORMS = {7: 0.25, 8: 0.4, 9: 0.4, 10: 0.2}
"""Months of storms: how often an unplanned visit then is to mend what the weather broke."""
FORCED = {"answered": DISPUTES[0], "disputed": DISPUTES[2]}
DONE: dict[str, object] = {"state": "done", "cancel_reason": ""}
CANCELLED: dict[str, object] = {"state": "cancelled", "outcome": "", "half_days": 1, "late": False}
PLANNED: dict[str, object] = CANCELLED | {"state": "planned", "cancel_reason": ""}
SILENT: dict[str, object] = {
    "confirmation": "silent",
    "confirmed_at": None,
    "confirmed_by": "",
    "dispute_reason": "",
    "dispute_answer": "",
    "dispute_answered_at": None,
}


@dataclass(slots=True)
class Trip:
    """A visit before it is written. `said`: what the commune is to say of it; empty, chance decides.

    "silent", "disputed" or "answered" (disputed, and answered by the cadre).
    """

    day: date
    kind: EventKind
    topic: Topic
    place: str
    item: Item | None
    half_days: int
    id: UUID | None = None
    said: str = ""
    recorded: datetime | None = None


def make_trips(
    book: Book, setting: Setting, duty: Duty, conduct: Conduct, items: list[Item], year: int, taken: set[date]
) -> list[Trip]:
    """The visits that took place, in the order of days; `taken` holds the cadre's own days."""
    kept = [item for item in _come(book, setting, items, year) if book.chance(_keeps(conduct, item))]
    trips = [_trip(book, setting, item, year, taken) for item in kept]
    extra = round(len(trips) * book.random.uniform(0.1, 0.3)) if conduct.pace == "steady" else 0
    trips += [_unplanned(book, setting, duty, year, taken) for _ in range(extra)]
    if conduct.pace == "steady":
        _fill_up(book, duty, setting, trips, year)
    conduct.half_days = sum(trip.half_days for trip in trips)
    return sorted(trips, key=_day)


def _come(book: Book, setting: Setting, items: list[Item], year: int) -> list[Item]:
    """The items whose time has come; of a month that runs as large a part as is over."""
    if not setting.runs(year):
        return items
    return [item for item in items if book.chance(setting.share_lived(year, item.month))]


def _day(trip: Trip) -> date:
    return trip.day


def _keeps(conduct: Conduct, item: Item) -> float:
    """How likely an item is kept. Who is short on time goes a third of the time; who is lumpy, in two quarters only."""
    if conduct.wanted_out:
        return 1.0 if item.month == 12 else 0.12
    if conduct.pace == "short":
        return 0.42
    if conduct.pace == "lumpy":
        return 0.0 if item.month in {4, 5, 6, 7, 8} else (0.95 if item.month >= 10 else 0.6)
    return 0.8 + 0.18 * conduct.care


def _trip(book: Book, setting: Setting, item: Item, year: int, taken: set[date]) -> Trip:
    day = _free_day(book, setting, item.kind, year, item.month, taken)
    if book.chance(0.97):
        item.done_on = day
    linked = item if item.id and item.done_on else None
    place = item.place.format(place=book.pick(PLACES)) if "{" in item.place else item.place
    return Trip(day, item.kind, item.topic, place, linked, book.weighted(HALF_DAYS))


def _unplanned(book: Book, setting: Setting, duty: Duty, year: int, taken: set[date]) -> Trip:
    month = book.pick(setting.lived_months(duty, year))
    kind = EventKind.EMERGENCY if book.chance(STORMS.get(month, 0)) else book.weighted(UNPLANNED)
    day = _free_day(book, setting, kind, year, month, taken)
    return Trip(day, kind, book.pick(list(Topic)), place_for(book, kind), None, book.weighted(HALF_DAYS))


def _free_day(book: Book, setting: Setting, kind: EventKind, year: int, month: int, taken: set[date]) -> date:
    """A working day on which the cadre is nowhere else; the festival is held from 10 to 18 November."""
    if kind == EventKind.FESTIVAL and month == 11:
        days: tuple[date, ...] = tuple(date(year, 11, number) for number in range(10, 19))
    else:
        days = setting.lived_days(year, month)
    return pick_free(book, days, taken)


def pick_free(book: Book, days: Sequence[date], taken: set[date]) -> date:
    day = book.pick([day for day in days if day not in taken] or list(days))
    taken.add(day)
    return day


def _fill_up(book: Book, duty: Duty, setting: Setting, trips: list[Trip], year: int) -> None:
    """Who goes steadily spends at least the required time."""
    months = setting.lived_months(duty, year)
    wanted = round(setting.rules.min_field_half_days_per_year * len(months) / 12) + 1
    while trips and sum(trip.half_days for trip in trips) < wanted:
        book.pick(trips).half_days += 1


def write_trips(book: Book, setting: Setting, duty: Duty, trips: list[Trip], year: int) -> None:
    for trip in trips:
        slow = book.chance(0.06)
        wait = book.random.randint(11, 38) if slow else min(int(book.random.expovariate(0.45)), 9)
        trip.recorded = book.moment(setting.no_later(trip.day + timedelta(days=wait)), first=17, last=21)
        trip.id = book.new_id(trip.recorded)
        said = _confirmation(book, setting, duty, trip, trip.recorded.date())
        put_visit(
            book,
            trip.id,
            duty,
            year,
            visited_on=trip.day,
            half_days=trip.half_days,
            event_kind=trip.kind.value,
            place=trip.place,
            outcome=_outcome(book, trip),
            **_company(book, trip.kind),
            topics=[trip.topic.value],
            programme_item_id=trip.item.key_on(trip.day) if trip.item else None,
            recorded_at=trip.recorded,
            late=(trip.recorded.date() - trip.day).days > setting.rules.visit_entry_days,
            **DONE,
            **said,
        )


def put_visit(book: Book, key: UUID, duty: Duty, year: int, **values: object) -> None:
    book.put("fieldwork.visit", key, **duty.scope(year), assignment_id=duty.id, completed_as=None, **values)


def _company(book: Book, kind: EventKind) -> dict[str, object]:
    """With whom the cadre worked, and how many came along."""
    with book.apart("company"):
        numbers = {"n": book.random.randint(3, 12), "m": book.random.randint(14, 45)}
        return {"met": book.pick(MET[kind]).format(**numbers), "companions": book.random.choice((0, 0, 1, 1, 2, 3))}


def _confirmation(book: Book, setting: Setting, duty: Duty, trip: Trip, recorded: date) -> dict[str, object]:
    """What the commune said: nothing, yes, or why it sees it otherwise; of disputes every second one is answered."""
    draw = 0.0 if trip.said == "silent" else 0.095 if trip.said else book.random.random()
    if draw < 0.09:
        return SILENT
    at = book.moment(setting.calendar.add_working_days(recorded, book.random.randint(1, 9)))
    reason = (FORCED.get(trip.said) or book.pick(DISPUTES)) if draw < 0.1 else ""
    if not setting.is_past(at.date()):
        return SILENT
    said = SILENT | {"confirmed_at": at, "confirmed_by": f"Văn phòng {duty.commune.committee}"}
    if not reason:
        return said | {"confirmation": "confirmed"}
    return said | {"confirmation": "disputed", "dispute_reason": reason} | _answer(book, setting, trip, reason, at)


def _answer(book: Book, setting: Setting, trip: Trip, reason: str, disputed: datetime) -> dict[str, object]:
    with book.apart("answers"):
        at = book.moment(setting.calendar.add_working_days(disputed.date(), book.random.randint(1, 4)))
        wanted = trip.said == "answered" or (not trip.said and book.chance(0.5))
    if not wanted or not setting.is_past(at.date()):
        return {}
    return {"dispute_answer": ANSWERS_TO[reason], "dispute_answered_at": at}


def _outcome(book: Book, trip: Trip) -> str:
    opening = book.pick(OPENINGS[trip.kind]).format(place=trip.place)
    found = IN_THE_VILLAGES if trip.kind in OUTDOORS else AT_A_MEETING
    finding = book.pick(found).format(n=book.random.randint(2, 9), p=book.random.randint(71, 98))
    return f"{opening}; {finding}. {book.pick(AGREED)}"


def write_cancelled(book: Book, setting: Setting, duty: Duty, items: list[Item], year: int) -> None:
    """Some items that were not kept have a visit that was called off, with its reason."""
    for item in items:
        over = setting.share_lived(year, item.month) == 1
        if item.done_on is None and item.id and over and book.chance(0.45):
            day = book.pick(setting.working_days(year, item.month))
            at = book.moment(day, first=7, last=20)
            reason = book.weighted(REASONS)
            put_visit(
                book,
                book.new_id(at),
                duty,
                year,
                visited_on=day,
                event_kind=item.kind.value,
                place="" if "{" in item.place else item.place,
                met="",
                companions=0,
                topics=[item.topic.value],
                programme_item_id=item.key_on(day),
                cancel_reason=reason.value,
                recorded_at=at,
                **CANCELLED,
                **SILENT,
            )
