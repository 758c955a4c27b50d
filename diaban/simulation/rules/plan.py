"""A province's years from beginning to end, as rows of plain values. The same setting gives the same rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from uuid import UUID

from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.cast import choose_lead, write_cast
from diaban.simulation.rules.closing import write_rankings
from diaban.simulation.rules.conduct import draw_conduct
from diaban.simulation.rules.diary import write_lines, write_totals
from diaban.simulation.rules.duties import Owed, grant_relief, owe, write_obligations
from diaban.simulation.rules.facts import write_facts
from diaban.simulation.rules.forms import write_agencies, write_form
from diaban.simulation.rules.innovations import write_innovations
from diaban.simulation.rules.inspections import write_inspections
from diaban.simulation.rules.left import Left
from diaban.simulation.rules.matters import write_difficulties
from diaban.simulation.rules.notes import write_bulletins, write_notes
from diaban.simulation.rules.people import assign, make_agencies, make_cadres, write_assignments, write_cadres
from diaban.simulation.rules.programmes import plan_items, send_programme, write_items
from diaban.simulation.rules.promises import write_promises
from diaban.simulation.rules.replacing import write_handovers, write_requests
from diaban.simulation.rules.reports import write_reports
from diaban.simulation.rules.running.year import RunningYear
from diaban.simulation.rules.supports import write_supports
from diaban.simulation.rules.visits import Trip, make_trips, write_cancelled, write_trips
from diaban.simulation.rules.world import Agency, Cadre, Conduct, Duty, Setting

Sink = Callable[[Book], None]
Decided = list[tuple[Duty, UUID, Duty | None]]
"""Duties whose communes asked for another cadre, with the form, and the duty that follows where it was granted."""


def plan_province(setting: Setting, *, rule_set: UUID | None, sink: Sink = lambda _: None) -> Book:
    """All rows of the province. After each year and at the end `sink` may write the rows and turn the book over."""
    book = Book(f"{setting.seed}:{setting.province.code}:{setting.first_year}")
    agencies = make_agencies(book, setting)
    cadres, names = make_cadres(book, setting, agencies)
    duties = assign(book, setting, cadres)
    lead = choose_lead(duties) if setting.measure.cast else None
    left = Left()
    last = setting.first_year + setting.years - 1
    for year in range(setting.first_year, last + 1):
        if setting.runs(year):
            with book.apart(f"running {year}"):
                RunningYear(book, setting, agencies, duties, rule_set).live(lead)
                _hand_on(book, setting, left, [])
                _close(book, setting, year, sink)
        else:
            duties += _whole_year(book, setting, agencies, duties, year, rule_set, lead, left, sink)
    _describe_communes(book, setting, last, sink)
    accounts = write_cast(book, setting, lead, names) if lead else {}
    write_cadres(book, setting, cadres, accounts)
    write_assignments(book, setting, duties)
    _hand_on(book, setting, left, [])
    if not setting.measure.audit:
        write_totals(book, at=setting.written_down(last))
    _close(book, setting, last, sink)
    return book


def _whole_year(
    book: Book,
    setting: Setting,
    agencies: list[Agency],
    duties: list[Duty],
    year: int,
    rule_set: UUID | None,
    lead: Duty | None,
    left: Left,
    sink: Sink,
) -> list[Duty]:
    """The duties that follow from it. The promises come last: they change nothing of the rest."""
    lived = _Year(book, setting, agencies, duties, year, rule_set)
    following = lived.live(lead)
    left.remember(book)
    _close(book, setting, year, sink)
    with book.apart(f"promises {year}"):
        lived.promise()
        _hand_on(book, setting, left, lived.decided)
        _close(book, setting, year, sink)
    return following


def _hand_on(book: Book, setting: Setting, left: Left, decided: Decided) -> None:
    """What was decided on the year before is handed over, now that this one is lived: no chance is drawn for it."""
    left.remember(book)
    write_handovers(book, setting, left.waiting, left)
    left.waiting = decided


def _describe_communes(book: Book, setting: Setting, year: int, sink: Sink) -> None:
    with book.apart("communes"):
        write_facts(book, setting)
        _close(book, setting, year, sink)


def _close(book: Book, setting: Setting, year: int, sink: Sink) -> None:
    if setting.measure.audit:
        write_lines(book, at=setting.written_down(year))
    sink(book)


class _Year:
    """One year of the province."""

    def __init__(
        self, book: Book, setting: Setting, agencies: list[Agency], duties: list[Duty], year: int, rule_set: UUID | None
    ) -> None:
        self.book, self.setting, self.agencies, self.year = book, setting, agencies, year
        ended = date(year, 1, 1)
        self.duties = [duty for duty in duties if duty.ends_on is None or duty.ends_on > ended]
        self.owed: Owed = owe(setting, self.duties, year, rule_set)
        self.trips: dict[UUID, list[Trip]] = {}
        self.pairs: list[tuple[Duty, Conduct]] = []
        self.decided: Decided = []

    def live(self, lead: Duty | None) -> list[Duty]:
        """Write the year; the duties that follow from it."""
        book, setting = self.book, self.setting
        conduct = draw_conduct(book, self.duties, lead.cadre.id if lead else None)
        pairs = self.pairs = [(duty, conduct[duty.id]) for duty in self.duties]
        taken: defaultdict[UUID, set[date]] = defaultdict(set)
        for duty, one in pairs:
            self._field_year(duty, one, taken[duty.cadre.id])
        write_supports(book, setting, pairs, self.trips, self.year)
        write_innovations(book, setting, pairs, self.year)
        forms = {}
        for duty, one in pairs:
            write_reports(book, duty, one, self.owed, self.trips[duty.id])
            forms[duty.id] = write_form(book, duty, one, self.owed)
        write_agencies(book, setting, self.owed, pairs)
        grant_relief(book, self.owed)
        write_obligations(book, self.owed, self.duties)
        write_inspections(book, setting, pairs, self.year)
        write_rankings(book, setting, pairs, self.year)
        return self._replace(pairs, forms)

    def promise(self) -> None:
        for duty, conduct in self.pairs:
            write_promises(self.book, self.setting, duty, conduct, self.trips[duty.id])

    def _field_year(self, duty: Duty, conduct: Conduct, taken: set[date]) -> None:
        book, setting, year = self.book, self.setting, self.year
        items = plan_items(book, setting, duty, year)
        send_programme(book, duty, conduct, self.owed, items)
        trips = make_trips(book, setting, duty, conduct, items, year, taken)
        self.trips[duty.id] = trips
        write_trips(book, setting, duty, trips, year)
        write_cancelled(book, setting, duty, items, year)
        write_items(book, items)
        write_notes(book, duty, conduct, trips, year)
        write_bulletins(book, setting, duty, conduct, year)
        write_difficulties(book, setting, duty, conduct, trips, self.agencies, year)

    def _replace(self, pairs: list[tuple[Duty, Conduct]], forms: dict[UUID, UUID | None]) -> list[Duty]:
        """Of the communes that asked, the Standing Committee grants every second request, the first one included."""
        asked = [(duty, form) for duty, conduct in pairs if conduct.wanted_out and (form := forms[duty.id])]
        self.decided = [
            (duty, form, self._successor(duty, pairs) if not i % 2 else None) for i, (duty, form) in enumerate(asked)
        ]
        write_requests(self.book, self.setting, self.decided, self.year)
        return [successor for _, _, successor in self.decided if successor]

    def _successor(self, duty: Duty, pairs: list[tuple[Duty, Conduct]]) -> Duty:
        """Another cadre who has one commune takes over on 15 February."""
        day = date(self.year + 1, 2, 15)
        loads = Counter(other.cadre.id for other, _ in pairs)
        free = [
            other.cadre
            for other, conduct in pairs
            if loads[other.cadre.id] == 1 and conduct.pace == "steady" and other.cadre.id != duty.cadre.id
        ]
        near = [cadre for cadre in free if cadre.agency == duty.cadre.agency]
        cadre: Cadre = self.book.pick(near or free)
        duty.ends_on, duty.end_reason = day, "replaced"
        symbol = f"{self.book.random.randint(970, 1300)}-QĐ/TU"
        return Duty(
            self.book.new_id(moment(day, 9)), cadre, duty.commune, day, duty.province, role=duty.role, symbol=symbol
        )
