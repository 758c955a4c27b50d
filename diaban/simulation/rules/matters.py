"""Difficulties with the way they went, and new models with the communes that copied them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from diaban.fieldwork.rules import Authority
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.matters import (
    ANSWERS,
    DIFFICULTIES,
    DIFFICULTIES_OF_REFORM,
    INNOVATION_RESULTS,
    INNOVATIONS,
    REFUSALS,
)
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Agency, Commune, Conduct, Duty, Setting

FATES = {"solved": 62, "answered": 11, "not_feasible": 6, "late": 12, "silent": 6, "new": 3}
INNOVATION_STATES = {"proposed": 24, "piloting": 22, "working": 34, "replicated": 14, "stopped": 6}


@dataclass(slots=True)
class Course:
    """The days of one difficulty."""

    raised: date
    routed: date | None = None
    due: date | None = None
    answered: date | None = None
    closed: date | None = None
    state: str = "new"


def write_difficulties(
    book: Book, setting: Setting, duty: Duty, conduct: Conduct, trips: list[Trip], agencies: list[Agency], year: int
) -> None:
    """One or two a commune, more where the cadre is careful; each follows from a visit."""
    wanted = sum(book.chance(share) for share in (0.35 + 0.6 * conduct.care, conduct.care * 0.6, conduct.care * 0.25))
    early = [trip for trip in trips if trip.day < date(year, 12, 1)]
    for trip in book.random.sample(early, min(wanted, len(early))):
        _difficulty(book, setting, duty, trip, agencies, year)


def _difficulty(book: Book, setting: Setting, duty: Duty, trip: Trip, agencies: list[Agency], year: int) -> None:
    topic, authority, word, title, text = book.pick(DIFFICULTIES)
    place = book.pick(PLACES)
    owner = _owner(duty, authority, word, agencies)
    course = _course(book, setting, trip.day)
    key = book.add(
        "fieldwork.difficulty",
        moment(trip.day, 18),
        **duty.scope(year),
        visit_id=trip.id,
        kind="reflection",
        title=title.format(place=place),
        description=text.format(n=book.random.randint(2, 9), p=book.random.randint(35, 85), place=place),
        topic=topic.value,
        raised_by="commune" if book.chance(0.6) else "cadre",
        raised_on=course.raised,
        authority=authority.value,
        owner_id=owner.id if owner and course.routed else None,
        due_on=course.due,
        extended=False,
        state=course.state,
        answered_on=course.answered,
        closed_on=course.closed,
        grade="",
        graded_at=None,
    )
    _steps(book, duty, key, course, owner.name if owner else authority.label)


def _owner(duty: Duty, authority: Authority, word: str, agencies: list[Agency]) -> Agency | None:
    if authority == Authority.OWN_AGENCY:
        return duty.cadre.agency
    words = {word, DIFFICULTIES_OF_REFORM.get(word, word)}
    return next((one for one in agencies if word and any(each in one.name for each in words)), None)


def _course(book: Book, setting: Setting, raised: date) -> Course:
    """Routed within days; answered in time mostly; closed when the commune accepts. Days are working days."""
    fate, calendar = book.weighted(FATES), setting.calendar
    course = Course(raised)
    if fate == "new":
        return course
    allowed = setting.rules.difficulty_answer_days
    course.routed = calendar.add_working_days(raised, book.random.randint(1, 5))
    course.due = calendar.add_working_days(course.routed, allowed)
    course.state = "routed"
    if fate == "silent":
        return course
    wait = book.random.randint(allowed + 1, allowed * 3) if fate == "late" else book.random.randint(3, allowed)
    course.answered = calendar.add_working_days(course.routed, wait)
    course.state = "answered"
    if fate != "answered" and not (fate == "late" and book.chance(0.25)):
        course.state = "not_feasible" if fate == "not_feasible" else "solved"
        course.closed = course.answered + timedelta(days=int(book.random.triangular(1, 45, 8)))
    return course


def _steps(book: Book, duty: Duty, key: UUID, course: Course, owner: str) -> None:
    board = "Ban Tổ chức Tỉnh ủy"
    number = f"{book.random.randint(40, 990)}-CV/BTCTU"
    _step(book, key, "new", course.raised, duty.cadre.name, "", "")
    if course.routed:
        _step(book, key, "routed", course.routed, board, f"Chuyển {owner} xem xét, trả lời.", number)
    if course.answered:
        said = book.pick(REFUSALS if course.state == "not_feasible" else ANSWERS)
        _step(book, key, "answered", course.answered, owner, said, "")
    if course.closed:
        accepted = "Xã chấp nhận kết quả." if course.state == "solved" else "Ban Tổ chức kết thúc, có lý do."
        by = duty.commune.name if course.state == "solved" else board
        _step(book, key, course.state, course.closed, by, accepted, "")


def _step(book: Book, key: UUID, state: str, day: date, by: str, text: str, document: str) -> None:
    at = book.moment(day)
    book.add(
        "fieldwork.difficultystep", at, difficulty_id=key, state=state, at=at, by_name=by, text=text, document=document
    )


def write_innovations(book: Book, duties: list[tuple[Duty, Conduct]], communes: list[Commune], year: int) -> None:
    """Some careful cadres propose a model; the good ones are copied by other communes."""
    for duty, conduct in duties:
        if duty.role == "monitor" and len(duty.months(year)) > 6 and book.chance(0.42 * conduct.care):
            _innovation(book, duty, communes, year)


def _innovation(book: Book, duty: Duty, communes: list[Commune], year: int) -> None:
    topic, title, content = book.pick(INNOVATIONS)
    day = date(year, book.random.randint(2, 9), book.random.randint(1, 28))
    state = book.weighted(INNOVATION_STATES)
    key = book.add(
        "fieldwork.innovation",
        book.moment(day),
        **duty.scope(year),
        title=title,
        content=content,
        topic=topic.value,
        proposed_on=day,
        state=state,
        result="" if state == "proposed" else _result(book),
        offered_on=None,
    )
    if state == "replicated":
        others = [commune for commune in communes if commune.id != duty.commune.id]
        for commune in book.random.sample(others, min(book.random.randint(1, 4), len(others))):
            _adoption(book, key, commune, day + timedelta(days=book.random.randint(40, 85)))


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
