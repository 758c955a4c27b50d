"""New models: proposed by some careful cadres, offered to other communes where they work, copied by some."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from diaban.planning.rules import Topic
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.words.matters import INNOVATION_RESULTS, INNOVATIONS
from diaban.simulation.rules.world import Commune, Conduct, Duty, Setting

STATES = {"proposed": 24, "piloting": 22, "working": 34, "replicated": 14, "stopped": 6}
RIPE = {"proposed": 0, "piloting": 10, "working": 45, "replicated": 90, "stopped": 30}
"""Days that a model needs to come so far."""
OFFERED = {"working": 0.6, "replicated": 1.0}
"""How many models are offered to other communes, by how far they have come."""


def write_innovations(book: Book, setting: Setting, duties: list[tuple[Duty, Conduct]], year: int) -> None:
    months = [month for month in range(2, 10) if setting.share_lived(year, month) == 1]
    for duty, conduct in duties:
        held = len(duty.months(year)) > 6
        if duty.role == "monitor" and held and book.chance(0.42 * conduct.care * len(months) / 8):
            _innovation(book, setting, duty, year, months)


def _innovation(book: Book, setting: Setting, duty: Duty, year: int, months: list[int]) -> None:
    matter = book.pick(INNOVATIONS)
    day = date(year, book.random.randint(months[0], months[-1]), book.random.randint(1, 28))
    write_innovation(book, setting, duty, matter, day, _state(book, setting, day))


def write_innovation(
    book: Book, setting: Setting, duty: Duty, matter: tuple[Topic, str, str], day: date, state: str
) -> None:
    topic, title, content = matter
    key = book.add(
        "fieldwork.innovation",
        book.moment(day),
        **duty.scope(day.year),
        title=title,
        content=content,
        topic=topic.value,
        proposed_on=day,
        state=state,
        result="" if state == "proposed" else _result(book),
        offered_on=_offered(book, setting, day, state),
    )
    if state == "replicated":
        _copies(book, setting, duty, key, day)


def _state(book: Book, setting: Setting, proposed: date) -> str:
    state = book.weighted(STATES)
    young = setting.until is not None and (setting.until - proposed).days < RIPE[state]
    return "proposed" if young else state


def _offered(book: Book, setting: Setting, proposed: date, state: str) -> date | None:
    """Some weeks after it was proposed, and before anybody copies it."""
    with book.apart("offers"):
        day = proposed + timedelta(days=book.random.randint(12, 36))
        return setting.no_later(day) if book.chance(OFFERED.get(state, 0)) else None


def _copies(book: Book, setting: Setting, duty: Duty, innovation: UUID, proposed: date) -> None:
    others = [commune for commune in setting.province.communes if commune.id != duty.commune.id]
    for commune in book.random.sample(others, min(book.random.randint(1, 4), len(others))):
        day = proposed + timedelta(days=book.random.randint(40, 85))
        if setting.is_past(day):
            _adoption(book, innovation, commune, day)


def _adoption(book: Book, innovation: UUID, commune: Commune, day: date) -> None:
    book.add(
        "fieldwork.innovationadoption",
        book.moment(day),
        innovation_id=innovation,
        commune_id=commune.id,
        adopted_on=day,
        result=_result(book) if book.chance(0.6) else "",
    )


def _result(book: Book) -> str:
    return book.pick(INNOVATION_RESULTS).format(n=book.random.randint(2, 9), p=book.random.randint(8, 30))
