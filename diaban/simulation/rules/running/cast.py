"""What the cast finds on its day: of everything that can wait for somebody, one that waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from diaban.fieldwork.rules import Authority, Source, SupportKind, ValueBasis
from diaban.planning.rules import EventKind
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.innovations import write_innovation
from diaban.simulation.rules.matters import Course, Matter, owner_of, write_difficulty
from diaban.simulation.rules.notes import write_bulletin
from diaban.simulation.rules.promises import Fate, write_promise
from diaban.simulation.rules.running.ahead import plan_visit
from diaban.simulation.rules.running.events import free_day, hold_event
from diaban.simulation.rules.supports import write_line
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.matters import DIFFICULTIES, INNOVATIONS, RECOMMENDATIONS
from diaban.simulation.rules.words.supports import DISPUTES
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Agency, Conduct, Duty, Setting

CAREFUL = Conduct(care=0.9)
HOUSE: dict[str, object] = {
    "kind": SupportKind.WORKS.value,
    "content": "Giúp làm mới 1 nhà Đại đoàn kết cho hộ nghèo",
    "households": 1,
    "value_vnd": 60_000_000,
    "whole_vnd": 100_000_000,
    "partners": "Quỹ vì người nghèo của tỉnh 30 triệu đồng; gia đình 10 triệu đồng",
    "value_basis": ValueBasis.INVOICE.value,
    "source": Source.STAFF.value,
}
LESSON: dict[str, object] = {
    "kind": SupportKind.TECHNIQUE.value,
    "content": "Tập huấn phòng trừ sâu bệnh cho 40 hộ",
    "households": 40,
    "value_vnd": 24_000_000,
    "value_basis": ValueBasis.ESTIMATE.value,
    "source": Source.BUDGET.value,
}
GIFT: dict[str, object] = {
    "kind": SupportKind.GOODS.value,
    "content": "Tặng 20 bộ bàn ghế cho nhà văn hóa thôn 3",
    "value_vnd": 24_000_000,
    "value_basis": ValueBasis.INVOICE.value,
    "source": Source.SPONSOR.value,
}


@dataclass(frozen=True, slots=True)
class Stage:
    """`home` is the commune of the cast, `second` the other one of its cadre; `around` are duties of other agencies."""

    home: Duty
    second: Duty
    around: list[Duty]
    agencies: list[Agency]
    taken: set[date]


def yesterday(setting: Setting) -> date:
    """The working day before; the cadre of the cast is nowhere else on it."""
    return setting.days_before(setting.today, 1)


def mark_visits(trips: list[Trip]) -> None:
    """In the commune of the cast the first two visits are disputed, one of them answered; the last wait for a word."""
    for trip, said in zip(trips, ("answered", "disputed"), strict=False):
        trip.said = said
    for trip in trips[2:][-2:]:
        trip.said = "silent"


def set_the_stage(book: Book, setting: Setting, stage: Stage, trips: list[Trip]) -> None:
    _plan_visits(book, setting, stage)
    _raise_matters(book, setting, stage)
    _promise(book, setting, stage.home, trips)
    _support(book, setting, stage.home)
    for days, state in ((2, "called_off"), (4, "waiting"), (6, "accepted"), (7, "declined"), (13, "waiting")):
        hold_event(book, setting, stage.home, state, _in_days(setting, days), stage.taken)
    for duty, days in ((stage.home, 1), (stage.home, 2), (stage.second, 1)):
        write_bulletin(book, setting, duty, CAREFUL, setting.days_before(setting.today, days), setting.today.year)
    proposed = setting.days_before(setting.today, 60)
    write_innovation(book, setting, stage.home, book.pick(INNOVATIONS), proposed, "working")


def _in_days(setting: Setting, days: int) -> date:
    return setting.calendar.add_working_days(setting.today, days)


def _plan_visits(book: Book, setting: Setting, stage: Stage) -> None:
    """One of yesterday that is not recorded yet, one of the coming week."""
    coming = free_day(setting, _in_days(setting, 3), stage.taken)
    for duty, day in ((stage.home, yesterday(setting)), (stage.second, coming)):
        stage.taken.add(day)
        plan_visit(book, setting, duty, day, EventKind.VILLAGE, book.pick(PLACES))


def _raise_matters(book: Book, setting: Setting, stage: Stage) -> None:
    """At home a matter in every state but the last two and one on each rung; the last two in the second commune."""
    own = [one for one in DIFFICULTIES + RECOMMENDATIONS if one[1] is Authority.OWN_AGENCY]
    others = [one for one in DIFFICULTIES + RECOMMENDATIONS if _is_foreign(stage, one)]
    book.random.shuffle(others)
    at_home = (_overdue(setting, 7), _overdue(setting, 15), _new(setting), _routed(setting), _answered(setting, 8))
    foreign = [*((stage.home, course) for course in at_home), (stage.second, _closed(setting, "solved"))]
    foreign += [(stage.second, _closed(setting, "not_feasible"))]
    mine = ((stage.home, _overdue(setting, 1)), (stage.home, _extended(setting)), (stage.second, _overdue(setting, 7)))
    for (duty, course), matter in zip(foreign, others, strict=False):
        _raise(book, setting, duty, matter, owner_of(duty, matter, stage.agencies), course)
    for (duty, course), matter in zip(mine, own * 2, strict=False):
        _raise(book, setting, duty, matter, duty.cadre.agency, course)
    elsewhere = (_overdue(setting, 2), _routed(setting), _answered(setting, 3), _overdue(setting, 12))
    for duty, course in zip(stage.around, elsewhere, strict=False):
        _raise(book, setting, duty, _put_to(stage.home.cadre.agency, own[0]), stage.home.cadre.agency, course)


def _is_foreign(stage: Stage, matter: Matter) -> bool:
    """Put to an agency that is there and is not the cadre's own."""
    owner = owner_of(stage.home, matter, stage.agencies)
    return matter[1] is Authority.AGENCY and owner is not None and owner != stage.home.cadre.agency


def _put_to(agency: Agency, otherwise: Matter) -> Matter:
    """A matter of that agency's field, or a general one, put to it by others."""
    fitting = [one for one in DIFFICULTIES if one[2] and one[2] in agency.name]
    topic, _, word, title, text = (fitting or [otherwise])[0]
    return topic, Authority.AGENCY, word, title, text


def _raise(book: Book, setting: Setting, duty: Duty, matter: Matter, owner: Agency | None, course: Course) -> None:
    write_difficulty(book, setting, duty, matter, book.pick(PLACES), owner, course)


def _new(setting: Setting) -> Course:
    return Course(setting.days_before(setting.today, 1))


def _routed(setting: Setting, ago: int = 6) -> Course:
    """Put to an agency so many working days ago."""
    routed = setting.days_before(setting.today, ago)
    due = setting.calendar.add_working_days(routed, setting.rules.difficulty_answer_days)
    return Course(setting.days_before(routed, 2), routed, due, state="routed")


def _overdue(setting: Setting, days: int) -> Course:
    """Not answered, its due day so many working days ago."""
    return _routed(setting, setting.rules.difficulty_answer_days + days)


def _extended(setting: Setting) -> Course:
    course = _overdue(setting, 3)
    course.extended, course.due = setting.days_before(setting.today, 6), _in_days(setting, 4)
    return course


def _answered(setting: Setting, ago: int) -> Course:
    course = _routed(setting, ago + 9)
    course.answered, course.state = setting.days_before(setting.today, ago), "answered"
    return course


def _closed(setting: Setting, state: str) -> Course:
    course = _answered(setting, 14)
    course.closed, course.state = setting.days_before(setting.today, 9), state
    return course


def _promise(book: Book, setting: Setting, duty: Duty, trips: list[Trip]) -> None:
    """Kept, dropped, overdue and still ahead, as far as there are visits."""
    before, ahead = setting.days_before(setting.today, 5), _in_days(setting, 12)
    fates = (Fate(ahead), Fate(before), Fate(before, "kept", before), Fate(ahead, "dropped", before))
    made = [trip for trip in reversed(trips) if trip.day < before]
    for trip, fate in zip(made, fates, strict=False):
        write_promise(book, duty, trip, fate)


def _support(book: Book, setting: Setting, duty: Duty) -> None:
    """A house that others paid for as well and a lesson wait for the commune's word; of a gift it spoke otherwise."""
    disputed = {
        "confirmation": "disputed",
        "confirmed_at": book.moment(setting.days_before(setting.today, 20)),
        "confirmed_by": f"Văn phòng {duty.commune.committee}",
        "dispute_reason": DISPUTES[0],
    }
    for line, days in ((HOUSE, 4), (LESSON, 9), (GIFT | disputed, 26)):
        day = setting.days_before(setting.today, days)
        at = book.moment(day + timedelta(days=1), first=15, last=20)
        write_line(book, duty, at, day.year, supported_on=day, **line)
