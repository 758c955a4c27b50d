"""Situation notes by field and quarter, bulletins of the communes with their receipts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.fieldwork.rules import Trend
from diaban.planning.rules import Topic
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.exchange import REPLIES
from diaban.simulation.rules.words.matters import BULLETINS
from diaban.simulation.rules.words.situation import FOLLOW_UPS, SITUATION
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Conduct, Duty, Setting

PERCENT = {Trend.BETTER: (82, 99), Trend.STEADY: (74, 98), Trend.WORSE: (35, 68)}
TRENDS = {Trend.BETTER: 36, Trend.STEADY: 49, Trend.WORSE: 15}


STORM_MONTHS = range(6, 11)


def write_notes(book: Book, duty: Duty, conduct: Conduct, trips: list[Trip], year: int) -> None:
    """In each quarter with a visit, the fields that the cadre looked at; who is careful looks at all six."""
    scope = duty.scope(year)
    for quarter in range(1, 5):
        seen = [trip for trip in trips if (trip.day.month + 2) // 3 == quarter]
        if not seen:
            continue
        share = 1.0 if conduct.care > 0.82 else conduct.care
        for topic in Topic:
            if book.chance(share):
                _note(book, scope, book.pick(seen), topic, quarter)


def _note(book: Book, scope: dict[str, object], trip: Trip, topic: Topic, quarter: int) -> None:
    trend = book.weighted(TRENDS)
    sentence = book.pick(SITUATION[topic][trend]).format(
        n=book.random.randint(2, 9), p=book.random.randint(*PERCENT[trend]), place=book.pick(PLACES)
    )
    book.add(
        "fieldwork.situationnote",
        book.moment(trip.day, first=17, last=21),
        **scope,
        visit_id=trip.id,
        topic=topic.value,
        trend=trend.value,
        text=f"{sentence} {book.pick(FOLLOW_UPS)}".strip(),
        noted_on=trip.day,
        quarter=quarter,
    )


def write_bulletins(book: Book, setting: Setting, duty: Duty, conduct: Conduct, year: int) -> None:
    """A commune informs its cadre every second month or so; most bulletins are read within days."""
    months = setting.lived_months(duty, year)
    most = 4 if setting.runs(year) else 8
    for month in sorted(book.random.sample(months, min(len(months), book.random.randint(2, most)))):
        write_bulletin(book, setting, duty, conduct, book.pick(setting.lived_days(year, month)), year)


def write_bulletin(book: Book, setting: Setting, duty: Duty, conduct: Conduct, day: date, year: int) -> None:
    topic = book.pick(list(Topic))
    title, body = book.pick([told for told in BULLETINS[topic] if "mưa" not in told[0] or day.month in STORM_MONTHS])
    numbers = {"n": book.random.randint(2, 9), "p": book.random.randint(62, 99), "p2": book.random.randint(40, 96)}
    at = book.moment(day)
    key = book.add(
        "exchange.bulletin",
        at,
        **duty.scope(year),
        topic=topic.value,
        title=title,
        body=body.format(place=book.pick(PLACES), **numbers),
        sent_at=at,
    )
    if book.chance(0.55 + 0.42 * conduct.care):
        read = book.moment(day + timedelta(days=1 + min(int(book.random.expovariate(0.4)), 20)), first=7, last=21)
        if setting.is_past(read.date()):
            book.add("exchange.bulletinread", read, bulletin_id=key, cadre_id=duty.cadre.id, read_at=read)
            if setting.runs(year) and book.chance(0.4):
                _reply(book, setting, duty, key, read)


def _reply(book: Book, setting: Setting, duty: Duty, bulletin: UUID, read: datetime) -> None:
    at = read + timedelta(minutes=book.random.randint(4, 95))
    if setting.is_past(at.date()):
        book.add(
            "exchange.bulletinreply", at, bulletin_id=bulletin, text=book.pick(REPLIES), at=at, by_name=duty.cadre.name
        )
