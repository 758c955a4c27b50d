"""Who is prompt, who is late, who is seldom there: the shares that the source text tells of the first year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from diaban.simulation.rules.book import Book
from diaban.simulation.rules.world import Conduct, Duty

PROGRAMMES = {"late": 0.06, "missing": 0.013}
HALF_REPORTS = {"late": 0.09, "missing": 0.02}
YEAR_REPORTS = {"late": 0.24, "missing": 0.027}
FORMS = {"late": 0.045, "missing": 0.013}
PACES = {"short": 0.075, "lumpy": 0.055}
WANTED_OUT = 0.013
T = TypeVar("T")


def draw_conduct(book: Book, duties: list[Duty], cast: UUID | None) -> dict[UUID, Conduct]:
    """Programme and pace are a person's own, reports and forms differ by commune. `cast`: a cadre without faults."""
    cadres = [key for key in dict.fromkeys(duty.cadre.id for duty in duties) if key != cast]
    programme = deal(book, cadres, PROGRAMMES)
    pace = deal(book, cadres, PACES)
    keys = [duty.id for duty in duties if duty.cadre.id != cast]
    half, year, form = (deal(book, keys, shares) for shares in (HALF_REPORTS, YEAR_REPORTS, FORMS))
    found = {}
    for duty in duties:
        poor = pace.get(duty.cadre.id, "steady")
        found[duty.id] = Conduct(
            programme=_delay(book, programme.get(duty.cadre.id), 22),
            half_report=_delay(book, half.get(duty.id), 12),
            year_report=_delay(book, year.get(duty.id), 18),
            form=_delay(book, form.get(duty.id), 6),
            pace=poor,
            care=book.random.uniform(0.15, 0.45) if poor != "steady" else book.random.triangular(0.45, 1.0, 0.78),
        )
    _draw_wanted_out(book, duties, found)
    _cast_is_late_once(duties, found, cast)
    return found


def deal(book: Book, keys: Iterable[UUID], shares: Mapping[T, float]) -> dict[UUID, T]:
    """Exact shares, whole numbers: the same picture with every seed, other persons."""
    shuffled = list(keys)
    total = len(shuffled)
    book.random.shuffle(shuffled)
    dealt = {}
    for name, share in shares.items():
        for key in [shuffled.pop() for _ in range(min(round(total * share), len(shuffled)))]:
            dealt[key] = name
    return dealt


def _delay(book: Book, fate: str | None, most: int) -> int | None:
    if fate == "missing":
        return None
    return min(1 + int(book.random.expovariate(1 / 5)), most) if fate == "late" else 0


def _draw_wanted_out(book: Book, duties: list[Duty], conduct: dict[UUID, Conduct]) -> None:
    """Communes ask for another cadre where theirs is seldom there and their form comes."""
    poor = [
        conduct[duty.id]
        for duty in duties
        if conduct[duty.id].pace != "steady" and conduct[duty.id].form is not None and duty.ends_on is None
    ]
    for one in book.random.sample(poor, min(max(round(len(duties) * WANTED_OUT), 1), len(poor))):
        one.wanted_out, one.care = True, 0.1


def _cast_is_late_once(duties: list[Duty], conduct: dict[UUID, Conduct], cast: UUID | None) -> None:
    mine = [conduct[duty.id] for duty in duties if duty.cadre.id == cast]
    for one in mine:
        one.care = 0.9
    if mine:
        mine[-1].year_report = 3
