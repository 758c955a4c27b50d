"""How far the programmes of the running year have come: most are registered, some wait, some came back."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from uuid import UUID

from diaban.simulation.rules.book import Book
from diaban.simulation.rules.conduct import deal
from diaban.simulation.rules.duties import Owed
from diaban.simulation.rules.programmes import (
    TOPIC_OF,
    Item,
    give_items,
    late_reason,
    place_for,
    send_first,
    write_step,
    write_version,
)
from diaban.simulation.rules.words.papers import BOARD
from diaban.simulation.rules.words.programmes import ADDED, RETURNED_BY_AGENCY, RETURNED_BY_BOARD
from diaban.simulation.rules.world import Conduct, Duty


class Course(Enum):
    """What a duty's programme has come to. A revision is a second version of a registered one."""

    REGISTERED = "registered"
    REVISED = "revision registered"
    REVISION_SENT = "revision sent"
    REVISION_ENDORSED = "revision endorsed"
    REVISION_RETURNED = "revision returned"
    SENT = "sent"
    ENDORSED = "endorsed"
    RETURNED_BY_AGENCY = "returned by the agency"
    RETURNED_BY_BOARD = "returned by the Board"
    DRAFT = "draft"


DEALT = {
    Course.REVISED: 0.013,
    Course.REVISION_SENT: 0.02,
    Course.REVISION_ENDORSED: 0.02,
    Course.SENT: 0.013,
    Course.ENDORSED: 0.013,
    Course.RETURNED_BY_AGENCY: 0.007,
    Course.RETURNED_BY_BOARD: 0.013,
    Course.DRAFT: 0.013,
}
"""Shares of the duties; the others are registered, as early or late as their cadre is."""
STEPS: dict[Course, tuple[str, ...]] = {
    Course.REVISED: ("submitted", "endorsed", "registered"),
    Course.REVISION_SENT: ("submitted",),
    Course.REVISION_ENDORSED: ("submitted", "endorsed"),
    Course.REVISION_RETURNED: ("submitted", "endorsed", "returned"),
    Course.SENT: ("submitted",),
    Course.ENDORSED: ("submitted", "endorsed"),
    Course.RETURNED_BY_AGENCY: ("submitted", "returned"),
    Course.RETURNED_BY_BOARD: ("submitted", "endorsed", "returned"),
    Course.DRAFT: (),
}
"""Of the version that is on its way. The last of them was days ago."""
BEGUN = frozenset({Course.SENT, Course.ENDORSED, Course.RETURNED_BY_AGENCY, Course.RETURNED_BY_BOARD, Course.DRAFT})
"""No version was ever registered: the months so far went by without a programme."""
OF_COLLEAGUES = (Course.SENT, Course.REVISION_SENT, Course.DRAFT)
"""In the agency of the cast, so that its leadership has something to endorse."""


def deal_courses(book: Book, duties: list[Duty], conduct: dict[UUID, Conduct], lead: Duty | None) -> dict[UUID, Course]:
    """By duty. Of the two communes of the cast's cadre one has its programme, the other a revision that came back."""
    mine = [duty for duty in duties if lead and duty.cadre.agency == lead.cadre.agency]
    others = [duty.id for duty in duties if duty not in mine and conduct[duty.id].programme == 0]
    dealt = deal(book, others, DEALT)
    colleagues = [duty.id for duty in mine if lead and duty.cadre != lead.cadre]
    dealt |= dict(zip(colleagues, OF_COLLEAGUES, strict=False))
    for duty in mine:
        conduct[duty.id].programme = 0
        if lead and duty.cadre == lead.cadre and duty is not lead:
            dealt[duty.id] = Course.REVISION_RETURNED
    return dealt


def send_course(book: Book, duty: Duty, conduct: Conduct, owed: Owed, items: list[Item], course: Course) -> None:
    """A programme that was registered in its time, and its revision if there is one."""
    day = owed.day(book, (duty.id, "programme"), conduct.programme, lead=22)
    if day is None:
        return
    at = book.moment(day)
    state = "registered" if course is Course.REGISTERED else "replaced"
    give_items(book, items, send_first(book, duty, conduct, owed, at, state=state), at)
    if course is not Course.REGISTERED:
        _revise(book, duty, owed, items, course)


def _revise(book: Book, duty: Duty, owed: Owed, items: list[Item], course: Course) -> None:
    """The same items, one of them moved by a month, one more."""
    first = items[0].programme
    moments = _moments(book, owed, course, back=10 if course is Course.REVISED else 0)
    at = moments[0]
    revision = write_version(book, duty, owed, at, version=2, state=STEPS[course][-1])
    if first:
        write_step(book, first, "replaced", at, duty.cadre.name)
    _write_steps(book, duty, revision, course, moments)
    _carry_over(book, items, revision, at)


def _carry_over(book: Book, items: list[Item], revision: UUID, at: datetime) -> None:
    ahead = min(at.month + 2, 12)
    kind, expected = book.pick(ADDED)
    new = Item(ahead, kind, book.pick(TOPIC_OF[kind]), place_for(book, kind), expected=expected)
    moved = next((item for item in items if at.month < item.month < 11), None)
    if moved:
        moved.moved_to = moved.month + 1
    items.append(new)
    for item in items:
        item.revision, item.into, item.revised_on = book.new_id(at), revision, at.date()


def begin_late(book: Book, duty: Duty, owed: Owed, items: list[Item], course: Course) -> None:
    """A first version that came months late, came back, or is still being written; it speaks of what lies ahead."""
    moments = _moments(book, owed, course)
    at = moments[0] if moments else _some_days_ago(book, owed, 6)
    state = STEPS[course][-1] if moments else "draft"
    programme = write_version(book, duty, owed, at, state=state, late_reason=late_reason(book) if moments else "")
    _write_steps(book, duty, programme, course, moments)
    if state in {"submitted", "endorsed"}:
        owed.receive((duty.id, "programme"), at, programme, "planning.programme")
    for item in items:
        item.done_on = None
    give_items(book, [item for item in items if item.month >= at.month], programme, at)


def _write_steps(book: Book, duty: Duty, programme: UUID, course: Course, moments: list[datetime]) -> None:
    by_agency = course is Course.RETURNED_BY_AGENCY
    names = {"submitted": duty.cadre.name, "endorsed": duty.cadre.agency.name, "registered": BOARD}
    names["returned"] = duty.cadre.agency.name if by_agency else BOARD
    for state, at in zip(STEPS[course], moments, strict=True):
        why = book.pick(RETURNED_BY_AGENCY if by_agency else RETURNED_BY_BOARD) if state == "returned" else ""
        write_step(book, programme, state, at, names[state], why)


def _moments(book: Book, owed: Owed, course: Course, *, back: int = 0) -> list[datetime]:
    """The moments of the steps, the last one a few working days ago (and `back` more)."""
    days = []
    for _ in STEPS[course]:
        back += book.random.randint(1, 4)
        days.append(owed.setting.days_before(owed.setting.today, back))
    return [book.moment(day) for day in reversed(days)]


def _some_days_ago(book: Book, owed: Owed, most: int) -> datetime:
    return book.moment(owed.setting.days_before(owed.setting.today, book.random.randint(1, most)))
