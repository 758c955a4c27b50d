"""Events of the communes in the running year, past and to come, and what the invited cadres answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.planning.rules import EventKind
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.running.ahead import plan_visit
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.exchange import CALLED_OFF, DECLINED, EVENTS
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Duty, Setting

ATTENDED = 0.3
"""How many of the visits were to an event of which the commune had told beforehand."""
MISSED = {"declined": 60, "waiting": 25, "called_off": 15}
COMING = {"waiting": 45, "accepted": 35, "declined": 12, "called_off": 8}


@dataclass(frozen=True, slots=True)
class Event:
    """What an invitation needs to know of it. `told`: when it was announced."""

    id: UUID
    kind: EventKind
    place: str
    starts_at: datetime
    told: datetime


def write_events(book: Book, setting: Setting, duty: Duty, trips: list[Trip], taken: set[date]) -> None:
    """Of a commune that has its cadre today: where the cadre was, where it was missed, what is to come."""
    for trip in trips:
        if trip.kind in EVENTS and book.chance(ATTENDED):
            event = _event(book, setting, duty, trip.kind, trip.day)
            _invite(book, setting, duty, event, "accepted", visit=trip.id)
    missed = trips[0].day if trips else None
    if missed and book.chance(0.25):
        day = setting.calendar.next_working_day(missed + timedelta(days=2))
        if setting.is_past(day):
            hold_event(book, setting, duty, book.weighted(MISSED), day, taken)
    for _ in range(book.random.choice((0, 1, 1, 2))):
        day = setting.calendar.next_working_day(setting.today + timedelta(days=book.random.randint(1, 42)))
        hold_event(book, setting, duty, book.weighted(COMING), day, taken)


def hold_event(book: Book, setting: Setting, duty: Duty, state: str, day: date, taken: set[date]) -> None:
    """An event with the answer of the invited; who will be there has it in the calendar, on a free day."""
    day = free_day(setting, day, taken) if state == "accepted" else day
    event = _event(book, setting, duty, book.pick(list(EVENTS)), day, called_off=state == "called_off")
    _invite(book, setting, duty, event, state)
    if state == "accepted":
        taken.add(day)


def free_day(setting: Setting, day: date, taken: set[date]) -> date:
    """The day, or the next working day on which the cadre is nowhere else."""
    while day in taken:
        day = setting.calendar.add_working_days(day, 1)
    return day


def _event(book: Book, setting: Setting, duty: Duty, kind: EventKind, day: date, *, called_off: bool = False) -> Event:
    title, place, hour, note = book.pick(EVENTS[kind])
    where = {"place": book.pick(PLACES)}
    starts = moment(day, hour, book.random.choice((0, 0, 30)))
    told = book.moment(setting.no_later(day - timedelta(days=book.random.randint(5, 16))), first=8, last=15)
    off = book.moment(setting.no_later(day - timedelta(days=1)), first=16, last=17) if called_off else None
    key = book.add(
        "exchange.communeevent",
        told,
        province_id=duty.province,
        commune_id=duty.commune.id,
        year=day.year,
        title=title.format(**where),
        event_kind=kind.value,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=book.random.choice((90, 120, 180, 210))),
        place=place.format(**where),
        note=note,
        announced_at=told,
        called_off_at=off,
        called_off_reason=book.pick(CALLED_OFF) if off else "",
    )
    return Event(key, kind, place.format(**where), starts, told)


def _invite(book: Book, setting: Setting, duty: Duty, event: Event, state: str, *, visit: UUID | None = None) -> None:
    """Answered within days, and not later than yesterday evening."""
    day = setting.no_later(event.told.date() + timedelta(days=book.random.randint(0, 3)))
    at = book.moment(day, first=17, last=20)
    if state == "accepted" and visit is None:
        visit = plan_visit(book, setting, duty, event.starts_at.date(), event.kind, event.place, at=at)
    book.add(
        "exchange.invitation",
        event.told,
        **duty.scope(event.starts_at.year),
        event_id=event.id,
        assignment_id=duty.id,
        state=state,
        reason=book.pick(DECLINED) if state == "declined" else "",
        answered_at=at if state in {"accepted", "declined"} else None,
        visit_id=visit,
    )
