"""Support activities with their value in đồng, up to what a province of that size brought together in a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.supports import SUPPORTS
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Conduct, Duty, Setting

MONTHS = {1: 20, 2: 5, 3: 7, 4: 7, 5: 7, 6: 8, 7: 9, 8: 10, 9: 10, 10: 7, 11: 12, 12: 6}
"""Gifts at Tết, help after the storms, presents at the festival."""


MISTYPED = "Ghi nhầm 100 triệu đồng; số đúng là 10 triệu đồng, ghi lại ở dòng khác."


def write_supports(
    book: Book, setting: Setting, duties: list[tuple[Duty, Conduct]], trips: dict[UUID, list[Trip]], year: int
) -> int:
    """Activities until the province's sum is reached; one line is corrected by a reversing one. The sum in đồng."""
    wanted = setting.measure.support_vnd_a_commune * len(setting.province.communes)
    whole = [pair for pair in duties if len(pair[0].months(year)) > 6]
    weights = [0.1 + conduct.care for _, conduct in whole]
    total = _reversed_line(book, setting, whole[0][0], year)
    while total < wanted and whole:
        duty, conduct = book.random.choices(whole, weights)[0]
        conduct.supports += 1
        total += _support(book, setting, duty, trips.get(duty.id, []), year)
    return total


def _support(book: Book, setting: Setting, duty: Duty, trips: list[Trip], year: int) -> int:
    month = book.weighted(MONTHS)
    visit = next((trip for trip in trips if trip.day.month == month), None)
    day = visit.day if visit else book.pick(setting.working_days(year, month))
    fitting = [one for one in SUPPORTS if month in one[-1]]
    kind, content, price, least, most, basis, source, reach, _ = book.pick(fitting)
    count = book.random.randint(least, most)
    recorded = book.moment(day + timedelta(days=book.random.randint(0, 8)), first=15, last=20)
    said, at = _confirmation(book, setting, recorded.date())
    value = price * count
    _line(
        book,
        duty,
        recorded,
        year,
        visit_id=visit.id if visit else None,
        supported_on=day,
        kind=kind.value,
        content=content.format(n=count, place=book.pick(PLACES)),
        households=_households(book, reach, count),
        persons=count if reach == "persons" else 0,
        source=source.value,
        value_vnd=value,
        value_basis=basis.value,
        confirmation=said,
        confirmed_at=at,
        reverses_id=None,
        reverse_reason="",
    )
    return value


def _households(book: Book, reach: str, count: int) -> int:
    """Counted things beyond a village's size (saplings, tonnes of cement) reach some dozens of households."""
    if reach != "households":
        return 0
    return count if count <= 80 else book.random.randint(15, 40)


def _confirmation(book: Book, setting: Setting, recorded: date) -> tuple[str, datetime | None]:
    draw = book.random.random()
    if draw < 0.14:
        return "silent", None
    at = book.moment(setting.calendar.add_working_days(recorded, book.random.randint(1, 10)))
    return ("disputed" if draw < 0.16 else "confirmed"), at


def _reversed_line(book: Book, setting: Setting, duty: Duty, year: int) -> int:
    """An amount typed ten times too large, taken back by a second line."""
    day = setting.working_days(year, 5)[10]
    at = moment(day, 15, 30)
    common: dict[str, object] = {"visit_id": None, "supported_on": day, "kind": "cash", "source": "staff"}
    common |= {"value_basis": "invoice", "confirmation": "silent", "confirmed_at": None, "persons": 0}
    text = "Ủng hộ quỹ vì người nghèo của xã"
    first = _line(
        book, duty, at, year, **common, content=text, households=0, value_vnd=100_000_000, reverses_id=None,
        reverse_reason="",
    )  # fmt: skip
    _line(
        book, duty, at + timedelta(days=4), year, **common, content=f"Điều chỉnh: {text}", households=0,
        value_vnd=-100_000_000, reverses_id=first, reverse_reason=MISTYPED,
    )  # fmt: skip
    _line(
        book, duty, at + timedelta(days=4, minutes=6), year, **common, content=text, households=0,
        value_vnd=10_000_000, reverses_id=None, reverse_reason="",
    )  # fmt: skip
    return 10_000_000


def _line(book: Book, duty: Duty, recorded: datetime, year: int, **values: object) -> UUID:
    given = {"whole_vnd": None, "partners": "", "confirmed_by": "", "dispute_reason": ""} | values
    return book.add("fieldwork.support", recorded, **duty.scope(year), recorded_at=recorded, **given)
