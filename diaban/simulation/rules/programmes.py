"""Yearly programmes with their dated items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.planning.rules import EventKind, Topic
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.duties import Owed
from diaban.simulation.rules.words.papers import COMMITMENTS, OBJECTIVES
from diaban.simulation.rules.words.visits import EXPECTED, HALLS, PLACES
from diaban.simulation.rules.world import Conduct, Duty, Setting

TOPIC_OF: dict[EventKind, tuple[Topic, ...]] = {
    EventKind.COMMITTEE: (Topic.SYSTEM, Topic.POLICY),
    EventKind.CONFERENCE: (Topic.SYSTEM, Topic.ECONOMY),
    EventKind.YEAR_END: (Topic.SYSTEM,),
    EventKind.COUNCIL: (Topic.ECONOMY, Topic.POLICY),
    EventKind.CELL: (Topic.SYSTEM, Topic.RELATION),
    EventKind.VILLAGE: (Topic.PUBLIC_MOOD, Topic.ECONOMY),
    EventKind.FESTIVAL: (Topic.RELATION, Topic.PUBLIC_MOOD),
    EventKind.MODEL_SITE: (Topic.ECONOMY,),
    EventKind.EMERGENCY: (Topic.ECONOMY, Topic.DEFENCE),
    EventKind.DIALOGUE: (Topic.RELATION, Topic.PUBLIC_MOOD),
    EventKind.OTHER: (Topic.DEFENCE, Topic.POLICY),
}
FIXED = (
    (1, EventKind.VILLAGE),
    (3, EventKind.CELL),
    (6, EventKind.CONFERENCE),
    (9, EventKind.CELL),
    (11, EventKind.FESTIVAL),
    (12, EventKind.YEAR_END),
)
"""What every programme holds: Tết, two Party cells, the half-year conference, the festival, the year's end."""
SEASON = {8: 1.1, 9: 1.1, 11: 1.35, 12: 1.15}
"""More is done after the storms, around the festival and at the year's end."""
LOOSE = {
    EventKind.COMMITTEE: 30,
    EventKind.VILLAGE: 26,
    EventKind.MODEL_SITE: 14,
    EventKind.CELL: 10,
    EventKind.COUNCIL: 6,
    EventKind.DIALOGUE: 6,
    EventKind.CONFERENCE: 5,
    EventKind.OTHER: 3,
}


@dataclass(slots=True)
class Item:
    """A thing to do in a month; `programme` is null where there is no programme and the visit was not planned."""

    month: int
    kind: EventKind
    topic: Topic
    place: str
    id: UUID | None = None
    done_on: date | None = None
    programme: UUID | None = None


def plan_items(book: Book, setting: Setting, duty: Duty, year: int) -> list[Item]:
    """Fixed events, then others where the year is thinnest; a month with Tết in it holds less."""
    months = duty.months(year)
    kinds = [(month, kind) for month, kind in FIXED if month in months]
    load = dict.fromkeys(months, 0)
    for month, _ in kinds:
        load[month] += 1
    wanted = round(setting.measure.visits_a_year * len(months) / 12)
    room = {month: len(setting.working_days(year, month)) / 21 * SEASON.get(month, 1) for month in months}
    while len(kinds) < wanted:
        month = min(months, key=lambda m: (load[m] + book.random.random() * 1.4) / room[m])
        load[month] += 1
        kinds.append((month, book.weighted(LOOSE)))
    return [
        Item(month, kind, book.pick(TOPIC_OF[kind]), place_for(book, kind)) for month, kind in sorted(kinds, key=_month)
    ]


def _month(pair: tuple[int, EventKind]) -> int:
    return pair[0]


def place_for(book: Book, kind: EventKind) -> str:
    if kind in {EventKind.COMMITTEE, EventKind.CONFERENCE, EventKind.YEAR_END, EventKind.COUNCIL}:
        return HALLS[kind == EventKind.COUNCIL]
    return book.pick(PLACES)


def send_programme(book: Book, duty: Duty, conduct: Conduct, owed: Owed, items: list[Item]) -> None:
    """The programme on its day, endorsed and registered; without it the items stay unwritten."""
    key = (duty.id, "programme")
    day = owed.day(book, key, conduct.programme, lead=22)
    if day is None:
        for item in items:
            item.id = None
        return
    at = book.moment(day)
    first = _write(book, duty, owed.year, at, version=1, state="registered" if not book.chance(0.02) else "replaced")
    programme, state = first
    owed.receive(key, at, programme, "planning.programme")
    _steps(book, duty, owed, programme, at)
    if state == "replaced":
        later = at + timedelta(days=75)
        programme, _ = _write(book, duty, owed.year, later, version=2, state="registered")
        _steps(book, duty, owed, programme, later)
    for item in items:
        item.id = book.new_id(at)
        item.programme = programme


def _write(book: Book, duty: Duty, year: int, at: datetime, *, version: int, state: str) -> tuple[UUID, str]:
    key = book.add(
        "planning.programme",
        at,
        **duty.scope(year),
        assignment_id=duty.id,
        version=version,
        objectives=book.pick(OBJECTIVES),
        context="",
        contact=f"Thường trực Đảng ủy {duty.commune.name}",
        agency_commitment=book.pick(COMMITMENTS),
        state=state,
        submitted_at=at,
        late_reason="",
    )
    return key, state


def _steps(book: Book, duty: Duty, owed: Owed, programme: UUID, at: datetime) -> None:
    calendar = owed.setting.calendar
    endorsed = calendar.add_working_days(at.date(), book.random.randint(1, 4))
    registered = calendar.add_working_days(endorsed, book.random.randint(1, 6))
    course = (
        ("submitted", at, duty.cadre.name),
        ("endorsed", book.moment(endorsed), duty.cadre.agency.name),
        ("registered", book.moment(registered), "Ban Tổ chức Tỉnh ủy"),
    )
    for state, moment_, name in course:
        book.add(
            "planning.programmestep", moment_, programme_id=programme, state=state, at=moment_, by_name=name, reason=""
        )


def write_items(book: Book, items: list[Item]) -> None:
    """After the visits are known: each item with the day on which it was done."""
    for item in items:
        if item.id is not None:
            book.put(
                "planning.programmeitem",
                item.id,
                programme_id=item.programme,
                origin=item.id,
                coordinator="",
                resource="",
                month=item.month,
                event_kind=item.kind.value,
                topic=item.topic.value,
                place="" if "{place}" in item.place else item.place,
                expected_result=book.pick(EXPECTED[item.kind]),
                done_on=item.done_on,
            )
