"""A year as it stands on the morning of a day: what was done in it, what is owed, what lies ahead."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from diaban.simulation.rules.book import Book
from diaban.simulation.rules.conduct import draw_conduct
from diaban.simulation.rules.duties import owe, write_obligations
from diaban.simulation.rules.forms import write_agencies
from diaban.simulation.rules.innovations import write_innovations
from diaban.simulation.rules.inspections import write_inspections
from diaban.simulation.rules.matters import write_difficulties
from diaban.simulation.rules.notes import write_bulletins, write_notes
from diaban.simulation.rules.programmes import Item, plan_items, write_items
from diaban.simulation.rules.promises import write_promises
from diaban.simulation.rules.running.ahead import plan_ahead
from diaban.simulation.rules.running.cast import Stage, mark_visits, set_the_stage, yesterday
from diaban.simulation.rules.running.events import write_events
from diaban.simulation.rules.running.programmes import BEGUN, Course, begin_late, deal_courses, send_course
from diaban.simulation.rules.supports import write_supports
from diaban.simulation.rules.visits import Trip, make_trips, write_cancelled, write_trips
from diaban.simulation.rules.world import Agency, Conduct, Duty, Setting


class RunningYear:
    """Its duties are those held on some day of it; the cast's are told by `lead`."""

    def __init__(
        self, book: Book, setting: Setting, agencies: list[Agency], duties: list[Duty], rule_set: UUID | None
    ) -> None:
        self.book, self.setting, self.agencies, self.year = book, setting, agencies, setting.today.year
        ended = date(self.year, 1, 1)
        self.duties = [duty for duty in duties if duty.ends_on is None or duty.ends_on > ended]
        self.owed = owe(setting, self.duties, self.year, rule_set)
        self.trips: dict[UUID, list[Trip]] = {}
        self.taken: defaultdict[UUID, set[date]] = defaultdict(set)

    def live(self, lead: Duty | None) -> None:
        book, setting = self.book, self.setting
        conduct = draw_conduct(book, self.duties, lead.cadre.id if lead else None)
        courses = deal_courses(book, self.duties, conduct, lead)
        pairs = [(duty, conduct[duty.id]) for duty in self.duties]
        if lead:
            self.taken[lead.cadre.id].add(yesterday(setting))
        for duty, one in pairs:
            self._field_year(duty, one, courses.get(duty.id, Course.REGISTERED), lead)
        write_supports(book, setting, pairs, self.trips, self.year)
        write_innovations(book, setting, pairs, self.year)
        write_agencies(book, setting, self.owed, pairs)
        write_obligations(book, self.owed, self.duties)
        write_inspections(book, setting, pairs, self.year)
        if lead:
            set_the_stage(book, setting, self._stage(lead), self.trips[lead.id])

    def _field_year(self, duty: Duty, conduct: Conduct, course: Course, lead: Duty | None) -> None:
        book, setting, taken = self.book, self.setting, self.taken[duty.cadre.id]
        items = plan_items(book, setting, duty, self.year)
        if course not in BEGUN:
            send_course(book, duty, conduct, self.owed, items, course)
        trips = self.trips[duty.id] = make_trips(book, setting, duty, conduct, items, self.year, taken)
        if duty is lead:
            mark_visits(trips)
        write_trips(book, setting, duty, trips, self.year)
        if course in BEGUN:
            begin_late(book, duty, self.owed, items, course)
        else:
            write_cancelled(book, setting, duty, items, self.year)
        self._what_follows(duty, conduct, trips)
        self._what_lies_ahead(duty, items, course)
        write_items(book, items)

    def _what_follows(self, duty: Duty, conduct: Conduct, trips: list[Trip]) -> None:
        book, setting = self.book, self.setting
        write_notes(book, duty, conduct, trips, self.year)
        write_bulletins(book, setting, duty, conduct, self.year)
        write_difficulties(book, setting, duty, conduct, trips, self.agencies, self.year)
        write_promises(book, setting, duty, conduct, trips)

    def _what_lies_ahead(self, duty: Duty, items: list[Item], course: Course) -> None:
        """For who follows the commune today."""
        if duty.ends_on is None:
            taken = self.taken[duty.cadre.id]
            plan_ahead(self.book, self.setting, duty, [] if course in BEGUN else items, taken)
            write_events(self.book, self.setting, duty, self.trips[duty.id], taken)

    def _stage(self, lead: Duty) -> Stage:
        mine = [duty for duty in self.duties if duty.cadre == lead.cadre]
        second = next((duty for duty in mine if duty is not lead), lead)
        around = [duty for duty in self.duties if duty.cadre.agency != lead.cadre.agency and duty.ends_on is None]
        return Stage(lead, second, around, self.agencies, self.taken[lead.cadre.id])
