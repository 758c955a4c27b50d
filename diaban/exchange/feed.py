"""A calendar as iCalendar (RFC 5545) for other programs to read: titles and places, no content of records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from diaban.exchange.queries.calendar import Entry

REFRESH = timedelta(hours=6)


def written(entries: Iterable[Entry], *, name: str, at: datetime) -> bytes:
    """The feed; the same entries at the same moment give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dia Ban//Lich cong tac//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    event.add("summary", f"{entry.kind}: {entry.title}")
    event.add("dtstart", entry.starts_at or entry.on)
    event.add(
        "dtend", (entry.ends_at or entry.starts_at + timedelta(hours=1)) if entry.starts_at else _day_after(entry)
    )
    if entry.place:
        event.add("location", entry.place)
    event.add("status", "CANCELLED" if entry.off else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _day_after(entry: Entry) -> object:
    return entry.on + timedelta(days=1)
