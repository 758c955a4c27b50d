"""Yearly programmes with their dated items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.planning.rules import EventKind, Topic
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.duties import Owed
from diaban.simulation.rules.facts import facts_of
from diaban.simulation.rules.words.papers import BOARD, COMMITMENTS, OBJECTIVES
from diaban.simulation.rules.words.programmes import COORDINATORS, LATE_REASONS, RESOURCES
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
    expected: str = ""
    revision: UUID | None = None
    """The same item in the revised programme `into`, where it may have another month."""
    into: UUID | None = None
    revised_on: date | None = None
    moved_to: int | None = None

    def key_on(self, day: date) -> UUID | None:
        """The item of the version that was in force on the day."""
        return self.revision if self.revised_on and day >= self.revised_on else self.id


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
    day = owed.day(book, (duty.id, "programme"), conduct.programme, lead=22)
    if day is None:
        return
    at = book.moment(day)
    revised = book.chance(0.02)
    programme = send_first(book, duty, conduct, owed, at, state="replaced" if revised else "registered")
    if revised:
        later = at + timedelta(days=75)
        programme = write_version(book, duty, owed, later, version=2)
        register(book, duty, owed, programme, later)
    give_items(book, items, programme, at)


def send_first(book: Book, duty: Duty, conduct: Conduct, owed: Owed, at: datetime, *, state: str) -> UUID:
    """The first version, received and registered; `state` says whether it is still in force."""
    late = bool(conduct.programme)
    programme = write_version(book, duty, owed, at, state=state, late_reason=late_reason(book) if late else "")
    owed.receive((duty.id, "programme"), at, programme, "planning.programme")
    register(book, duty, owed, programme, at)
    return programme


def late_reason(book: Book) -> str:
    with book.apart("papers"):
        return book.pick(LATE_REASONS)


def give_items(book: Book, items: list[Item], programme: UUID, at: datetime) -> None:
    for item in items:
        item.id = book.new_id(at)
        item.programme = programme


def write_version(
    book: Book,
    duty: Duty,
    owed: Owed,
    at: datetime,
    *,
    version: int = 1,
    state: str = "registered",
    late_reason: str = "",
) -> UUID:
    return book.add(
        "planning.programme",
        at,
        **duty.scope(owed.year),
        assignment_id=duty.id,
        version=version,
        objectives=book.pick(OBJECTIVES),
        context=facts_of(owed.setting, duty.commune).told(),
        contact=f"Thường trực {duty.commune.committee}",
        agency_commitment=book.pick(COMMITMENTS),
        state=state,
        submitted_at=None if state == "draft" else at,
        late_reason=late_reason,
    )


def register(book: Book, duty: Duty, owed: Owed, programme: UUID, at: datetime) -> None:
    """Sent, endorsed by the agency, entered in the Board's register."""
    calendar = owed.setting.calendar
    endorsed = calendar.add_working_days(at.date(), book.random.randint(1, 4))
    registered = calendar.add_working_days(endorsed, book.random.randint(1, 6))
    course = (
        ("submitted", at, duty.cadre.name),
        ("endorsed", book.moment(endorsed), duty.cadre.agency.name),
        ("registered", book.moment(registered), BOARD),
    )
    for state, moment_, name in course:
        write_step(book, programme, state, moment_, name)


def write_step(book: Book, programme: UUID, state: str, at: datetime, by: str, reason: str = "") -> None:
    book.add("planning.programmestep", at, programme_id=programme, state=state, at=at, by_name=by, reason=reason)


def write_items(book: Book, items: list[Item]) -> None:
    """After the visits are known: each item with the day on which it was done, in each version that holds it."""
    for item in items:
        if item.id is None and item.revision is None:
            continue
        wording = _wording(book, item)
        origin = item.id or item.revision
        if item.id:
            before = item.done_on if item.done_on and item.key_on(item.done_on) == item.id else None
            values = {"programme_id": item.programme, "month": item.month, "done_on": before}
            book.put("planning.programmeitem", item.id, origin=origin, **values, **wording)
        if item.revision:
            values = {"programme_id": item.into, "month": item.moved_to or item.month, "done_on": item.done_on}
            book.put("planning.programmeitem", item.revision, origin=origin, **values, **wording)


def _wording(book: Book, item: Item) -> dict[str, object]:
    expected = item.expected or book.pick(EXPECTED[item.kind])
    with book.apart("papers"):
        coordinator, resource = book.pick(COORDINATORS[item.kind]), book.pick(RESOURCES)
    return {
        "event_kind": item.kind.value,
        "topic": item.topic.value,
        "place": "" if "{place}" in item.place else item.place,
        "expected_result": expected,
        "coordinator": coordinator,
        "resource": resource,
    }
