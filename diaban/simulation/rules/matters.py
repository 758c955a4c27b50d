"""Difficulties with the way they went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from diaban.fieldwork.rules import AnswerGrade, Authority
from diaban.planning.rules import Topic
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.matters import (
    ANSWERS,
    DIFFICULTIES,
    DIFFICULTIES_OF_REFORM,
    EXTENDED,
    RECOMMENDATIONS,
    REFUSALS,
)
from diaban.simulation.rules.words.papers import BOARD
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Agency, Conduct, Duty, Setting

FATES = {"solved": 62, "answered": 11, "not_feasible": 6, "late": 12, "silent": 6, "new": 3}
GRADES = {
    "solved": {AnswerGrade.GOOD: 70, AnswerGrade.PARTLY: 30},
    "answered": {AnswerGrade.GOOD: 40, AnswerGrade.PARTLY: 40, AnswerGrade.POOR: 20},
    "not_feasible": {AnswerGrade.PARTLY: 50, AnswerGrade.POOR: 50},
}
GRADED = {"solved": 0.8, "not_feasible": 0.5, "answered": 0.35}
"""How many answers the commune grades, by what became of the matter."""

Matter = tuple[Topic, Authority, str, str, str]


@dataclass(slots=True)
class Course:
    """The days of one difficulty. `extended`: the day on which more time was granted."""

    raised: date
    routed: date | None = None
    due: date | None = None
    answered: date | None = None
    closed: date | None = None
    state: str = "new"
    extended: date | None = None


def write_difficulties(
    book: Book, setting: Setting, duty: Duty, conduct: Conduct, trips: list[Trip], agencies: list[Agency], year: int
) -> None:
    """One or two a commune, more where the cadre is careful; each follows from a visit."""
    part = 0.5 if setting.runs(year) else 1.0
    shares = (0.35 + 0.6 * conduct.care, conduct.care * 0.6, conduct.care * 0.25)
    wanted = sum(book.chance(share * part) for share in shares)
    early = [trip for trip in trips if trip.day < date(year, 12, 1)]
    matters = DIFFICULTIES + RECOMMENDATIONS if setting.runs(year) else DIFFICULTIES
    for trip in book.random.sample(early, min(wanted, len(early))):
        matter, place = book.pick(matters), book.pick(PLACES)
        owner = owner_of(duty, matter, agencies)
        course = _course(book, setting, trip.day)
        write_difficulty(book, setting, duty, matter, place, owner, course, trip)


def write_difficulty(
    book: Book,
    setting: Setting,
    duty: Duty,
    matter: Matter,
    place: str,
    owner: Agency | None,
    course: Course,
    trip: Trip | None = None,
) -> None:
    """`trip`: the visit on which it was raised; without one the commune raised it itself."""
    topic, authority, _, title, text = matter
    numbers = {"n": book.random.randint(2, 9), "p": book.random.randint(35, 85)}
    by_commune = trip is None or book.chance(0.6)
    key = book.add(
        "fieldwork.difficulty",
        moment(course.raised, 18),
        **duty.scope(course.raised.year),
        visit_id=trip.id if trip else None,
        kind="recommendation" if matter in RECOMMENDATIONS else "reflection",
        title=title.format(place=place),
        description=text.format(place=place, **numbers),
        topic=topic.value,
        raised_by="commune" if by_commune else "cadre",
        raised_on=course.raised,
        authority=authority.value,
        owner_id=owner.id if owner and course.routed else None,
        due_on=course.due,
        extended=course.extended is not None,
        state=course.state,
        answered_on=course.answered,
        closed_on=course.closed,
        **_grade(book, setting, course),
    )
    raiser = duty.commune.name if by_commune else duty.cadre.name
    _steps(book, duty, key, course, raiser, owner.name if owner else authority.label)


def owner_of(duty: Duty, matter: Matter, agencies: list[Agency]) -> Agency | None:
    _, authority, word, *_ = matter
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
        return _so_far(setting, course)
    wait = book.random.randint(allowed + 1, allowed * 3) if fate == "late" else book.random.randint(3, allowed)
    course.answered = calendar.add_working_days(course.routed, wait)
    course.state = "answered"
    if fate != "answered" and not (fate == "late" and book.chance(0.25)):
        course.state = "not_feasible" if fate == "not_feasible" else "solved"
        course.closed = course.answered + timedelta(days=int(book.random.triangular(1, 45, 8)))
    return _so_far(setting, course)


def _so_far(setting: Setting, course: Course) -> Course:
    """What has come of it until now, where the year runs."""
    if course.closed and not setting.is_past(course.closed):
        course.closed, course.state = None, "answered"
    if course.answered and not setting.is_past(course.answered):
        course.answered, course.state = None, "routed"
    if course.routed and not setting.is_past(course.routed):
        course.routed = course.due = None
        course.state = "new"
    return course


def _grade(book: Book, setting: Setting, course: Course) -> dict[str, object]:
    """What the commune thinks of the answer, where it said so."""
    with book.apart("grades"):
        graded = course.answered is not None and book.chance(GRADED.get(course.state, 0))
        grade = book.weighted(GRADES.get(course.state, GRADES["answered"]))
        wait = timedelta(days=book.random.randint(1, 6))
        day = course.closed or (course.answered + wait if course.answered else course.raised)
        at = book.moment(day)
    if not graded or not setting.is_past(day):
        return {"grade": "", "graded_at": None}
    return {"grade": grade.value, "graded_at": at}


def _steps(book: Book, duty: Duty, key: UUID, course: Course, raiser: str, owner: str) -> None:
    number = f"{book.random.randint(40, 990)}-CV/BTCTU"
    _step(book, key, "new", course.raised, raiser, "", "")
    if course.routed:
        _step(book, key, "routed", course.routed, BOARD, f"Chuyển {owner} xem xét, trả lời.", number)
    if course.extended:
        _step(book, key, "routed", course.extended, BOARD, EXTENDED, "", extended_to=course.due)
    if course.answered:
        said = book.pick(REFUSALS if course.state == "not_feasible" else ANSWERS)
        _step(book, key, "answered", course.answered, owner, said, "")
    if course.closed:
        accepted = "Xã chấp nhận kết quả." if course.state == "solved" else "Ban Tổ chức kết thúc, có lý do."
        by = duty.commune.name if course.state == "solved" else BOARD
        _step(book, key, course.state, course.closed, by, accepted, "")


def _step(
    book: Book, key: UUID, state: str, day: date, by: str, text: str, document: str, *, extended_to: date | None = None
) -> None:
    at = book.moment(day)
    book.add(
        "fieldwork.difficultystep",
        at,
        difficulty_id=key,
        state=state,
        extended_to=extended_to,
        at=at,
        by_name=by,
        text=text,
        document=document,
    )
