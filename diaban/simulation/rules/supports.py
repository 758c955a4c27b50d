"""Support activities with their value in đồng, up to what a province of that size brought together in a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.fieldwork.rules import SupportKind
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.supports import DISPUTES, PARTNERS, SUPPORTS
from diaban.simulation.rules.words.visits import PLACES
from diaban.simulation.rules.world import Conduct, Duty, Setting

MONTHS = {1: 20, 2: 5, 3: 7, 4: 7, 5: 7, 6: 8, 7: 9, 8: 10, 9: 10, 10: 7, 11: 12, 12: 6}
"""Gifts at Tết, help after the storms, presents at the festival."""
PLAIN: dict[str, object] = {
    "visit_id": None,
    "households": 0,
    "persons": 0,
    "whole_vnd": None,
    "partners": "",
    "confirmation": "silent",
    "confirmed_at": None,
    "confirmed_by": "",
    "dispute_reason": "",
    "reverses_id": None,
    "reverse_reason": "",
}
MISTYPED = "Ghi nhầm 100 triệu đồng; số đúng là 10 triệu đồng, ghi lại ở dòng khác."


def write_supports(
    book: Book, setting: Setting, duties: list[tuple[Duty, Conduct]], trips: dict[UUID, list[Trip]], year: int
) -> int:
    """Activities until the province's sum is reached; one line is corrected by a reversing one. The sum in đồng."""
    months = {month: weight * setting.share_lived(year, month) for month, weight in MONTHS.items()}
    part = sum(months.values()) / sum(MONTHS.values())
    wanted = part * setting.measure.support_vnd_a_commune * len(setting.province.communes)
    whole = [pair for pair in duties if len(pair[0].months(year)) > 6]
    weights = [0.1 + conduct.care for _, conduct in whole]
    total = _reversed_line(book, setting, whole[0][0], year)
    while total < wanted and whole:
        duty, conduct = book.random.choices(whole, weights)[0]
        conduct.supports += 1
        total += _support(book, setting, duty, trips.get(duty.id, []), year, months)
    return total


def _support(
    book: Book, setting: Setting, duty: Duty, trips: list[Trip], year: int, months: Mapping[int, float]
) -> int:
    month = book.weighted({month: weight for month, weight in months.items() if month in duty.months(year)})
    visit = next((trip for trip in trips if trip.day.month == month), None)
    day = visit.day if visit else book.pick(setting.lived_days(year, month))
    fitting = [one for one in SUPPORTS if month in one[-1]]
    kind, content, price, least, most, basis, source, reach, _ = book.pick(fitting)
    count = book.random.randint(least, most)
    recorded = book.moment(setting.no_later(day + timedelta(days=book.random.randint(0, 8))), first=15, last=20)
    said = _confirmation(book, setting, duty, recorded.date())
    value = price * count
    write_line(
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
        **said,
        **_shared(book, kind, value),
    )
    return value


def _shared(book: Book, kind: SupportKind, value: int) -> dict[str, object]:
    """A building that others paid for as well: the whole, and who they are."""
    with book.apart("partners"):
        more, partners = book.random.randint(2, 5) * 10_000_000, book.pick(PARTNERS)
        shared = kind is SupportKind.WORKS and book.chance(0.4)
    return {"whole_vnd": value + more, "partners": partners} if shared else {}


def _households(book: Book, reach: str, count: int) -> int:
    """Counted things beyond a village's size (saplings, tonnes of cement) reach some dozens of households."""
    if reach != "households":
        return 0
    return count if count <= 80 else book.random.randint(15, 40)


def _confirmation(book: Book, setting: Setting, duty: Duty, recorded: date) -> dict[str, object]:
    draw = book.random.random()
    if draw < 0.14:
        return {}
    at = book.moment(setting.calendar.add_working_days(recorded, book.random.randint(1, 10)))
    if not setting.is_past(at.date()):
        return {}
    said = {"confirmation": "confirmed", "confirmed_at": at, "confirmed_by": f"Văn phòng {duty.commune.committee}"}
    if draw >= 0.16:
        return said
    with book.apart("support disputes"):
        return said | {"confirmation": "disputed", "dispute_reason": book.pick(DISPUTES)}


def _reversed_line(book: Book, setting: Setting, duty: Duty, year: int) -> int:
    """An amount typed ten times too large, taken back by a second line."""
    day = setting.working_days(year, 3 if setting.runs(year) else 5)[10]
    at = moment(day, 15, 30)
    common: dict[str, object] = {"supported_on": day, "kind": "cash", "source": "staff", "value_basis": "invoice"}
    text = "Ủng hộ quỹ vì người nghèo của xã"
    first = write_line(book, duty, at, year, **common, content=text, value_vnd=100_000_000)
    write_line(
        book, duty, at + timedelta(days=4), year, **common, content=f"Điều chỉnh: {text}", value_vnd=-100_000_000,
        reverses_id=first, reverse_reason=MISTYPED,
    )  # fmt: skip
    write_line(book, duty, at + timedelta(days=4, minutes=6), year, **common, content=text, value_vnd=10_000_000)
    return 10_000_000


def write_line(book: Book, duty: Duty, recorded: datetime, year: int, **values: object) -> UUID:
    """What is not said is not so: no visit, nobody reached, nobody else paid, nothing confirmed, nothing reversed."""
    return book.add("fieldwork.support", recorded, **duty.scope(year), recorded_at=recorded, **(PLAIN | values))
