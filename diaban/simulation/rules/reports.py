"""Periodic reports: half-year and year, some late, a few missing, a few returned and sent again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.reporting.rules import CompletionLevel, Section, sections_of
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.duties import Owed
from diaban.simulation.rules.visits import Trip
from diaban.simulation.rules.words.papers import BOARD, RETURNED, SECTIONS
from diaban.simulation.rules.world import Conduct, Duty

RETURNS = 0.035
KINDS = (("half_year", "half_year_report"), ("year", "year_report"))
"""Those of every rule set; a month or a quarter is asked by a province's own."""


def write_reports(book: Book, duty: Duty, conduct: Conduct, owed: Owed, trips: list[Trip]) -> None:
    for kind, owed_kind in KINDS:
        delay = conduct.half_report if kind == "half_year" else conduct.year_report
        key = (duty.id, owed_kind)
        day = owed.day(book, key, delay, lead=4)
        if day is None:
            continue
        at = book.moment(day, first=8, last=16)
        known = [trip for trip in trips if trip.day <= owed.expected[key].opens_on]
        returned = book.chance(RETURNS) and delay == 0
        sent = _report(book, duty, conduct, kind, at, known, owed.year, version=1, returned=returned)
        if returned:
            at = book.moment(owed.setting.calendar.add_working_days(day, book.random.randint(3, 6)))
            sent = _report(book, duty, conduct, kind, at, known, owed.year, version=2, returned=False)
        owed.receive(key, at, sent, "reporting.periodicreport")


def _report(
    book: Book,
    duty: Duty,
    conduct: Conduct,
    kind: str,
    at: datetime,
    trips: list[Trip],
    year: int,
    *,
    version: int,
    returned: bool,
) -> UUID:
    half_days = sum(trip.half_days for trip in trips)
    key = book.add(
        "reporting.periodicreport",
        at,
        **duty.scope(year),
        assignment_id=duty.id,
        kind=kind,
        number=0,
        version=version,
        sections=_sections(book, len(trips), half_days, conduct.supports),
        figures={"chuyen-di": len(trips), "so-buoi": half_days, "ho-tro": conduct.supports},
        self_level=self_level(book, conduct).value if kind == "year" else "",
        state="replaced" if returned else "received",
        submitted_at=at,
    )
    _steps(book, duty, key, at, returned=returned)
    return key


def _sections(book: Book, visits: int, half_days: int, supports: int) -> dict[str, Section]:
    days = f"{half_days // 2},5" if half_days % 2 else f"{half_days // 2}"
    said = {
        name: book.pick(texts).format(visits=visits, days=days, supports=supports) for name, texts in SECTIONS.items()
    }
    return sections_of(said)


def self_level(book: Book, conduct: Conduct) -> CompletionLevel:
    if conduct.pace != "steady" or conduct.programme is None:
        return CompletionLevel.COMPLETED
    return CompletionLevel.EXCELLENT if conduct.care > 0.9 and book.chance(0.6) else CompletionLevel.GOOD


def _steps(book: Book, duty: Duty, report: UUID, at: datetime, *, returned: bool) -> None:
    agency = duty.cadre.agency.name
    _step(book, report, "submitted", at, duty.cadre.name, "")
    _step(book, report, "endorsed", _later(book, at), agency, "")
    if returned:
        _step(book, report, "returned", _later(book, at + timedelta(days=1)), BOARD, book.pick(RETURNED))
        _step(book, report, "replaced", at + timedelta(days=3), duty.cadre.name, "")
    else:
        _step(book, report, "received", _later(book, at + timedelta(days=1)), BOARD, "")


def _later(book: Book, at: datetime) -> datetime:
    return at + timedelta(minutes=book.random.randint(40, 1400))


def _step(book: Book, report: UUID, state: str, at: datetime, by: str, reason: str) -> None:
    book.add("reporting.reportstep", at, report_id=report, state=state, at=at, by_name=by, reason=reason)


def year_closed(year: int) -> date:
    """The day on which the Standing Committee concluded the year; sealed forms open then."""
    return date(year + 1, 1, 18)
