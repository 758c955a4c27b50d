"""What the duties of a year owe, when each thing came, and the rows that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID, uuid5

from diaban.obligations.rules import AssignmentFacts, Expected, ObligationKind, expected, expected_of_agency
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.words.papers import BOARD
from diaban.simulation.rules.world import Duty, Setting

Key = tuple[UUID, str]


@dataclass(slots=True)
class Owed:
    """The expected things of a year by (assignment or agency, kind), and what came of them."""

    setting: Setting
    year: int
    rule_set: UUID | None
    expected: dict[Key, Expected] = field(default_factory=dict)
    received: dict[Key, tuple[datetime, UUID, str]] = field(default_factory=dict)
    extended: dict[Key, date] = field(default_factory=dict)
    excused: set[Key] = field(default_factory=set)

    def day(self, book: Book, key: Key, delay: int | None, *, lead: int = 14) -> date | None:
        """The day on which it comes: some working day up to the due day, or so many working days after it."""
        wanted = self.expected.get(key)
        if wanted is None or delay is None:
            return None
        calendar = self.setting.calendar
        if delay:
            return min(calendar.add_working_days(wanted.due_on, delay), wanted.locks_on - timedelta(days=1))
        early = wanted.due_on - timedelta(days=int(book.random.triangular(0, lead, lead / 4)))
        day = calendar.latest_working_day(early)
        return day if day >= wanted.opens_on else calendar.latest_working_day(wanted.due_on)

    def receive(self, key: Key, at: datetime, record: UUID, kind: str) -> None:
        self.received[key] = (at, record, kind)


def owe(setting: Setting, duties: list[Duty], year: int, rule_set: UUID | None) -> Owed:
    """What follows from the duties, and once an agency from all its duties."""
    owed = Owed(setting, year, rule_set)
    by_agency: dict[UUID, set[AssignmentFacts]] = {}

    @lru_cache
    def of(facts: AssignmentFacts) -> list[Expected]:
        return expected(facts, year=year, rules=setting.rules, calendar=setting.calendar)

    for duty in duties:
        if duty.role == "sponsor":
            continue  # gives support and owes no papers
        facts = AssignmentFacts(duty.starts_on, duty.ends_on)
        # Months and quarters, which a province may ask for, are not invented: they stay for its cadres to write.
        owed.expected |= {(duty.id, item.kind.value): item for item in of(facts) if not item.number}
        by_agency.setdefault(duty.cadre.agency.id, set()).add(facts)
    for agency, held in by_agency.items():
        item = expected_of_agency(held, year=year, rules=setting.rules, calendar=setting.calendar)
        if item:
            owed.expected[agency, item.kind.value] = item
    return owed


def write_obligations(book: Book, owed: Owed, duties: list[Duty]) -> None:
    """One row for everything owed, with its receipt if it came."""
    by_id = {duty.id: duty for duty in duties}
    province = owed.setting.province.id
    for (subject, kind), item in owed.expected.items():
        duty = by_id.get(subject)
        book.put(
            "obligations.obligation",
            obligation_id(subject, kind, owed.year),
            kind=kind,
            period=item.number,
            year=owed.year,
            assignment_id=duty.id if duty else None,
            province_id=province,
            commune_id=duty.commune.id if duty else None,
            agency_id=duty.cadre.agency.id if duty else subject,
            cadre_id=duty.cadre.id if duty else None,
            rule_set_id=owed.rule_set,
            rule_key=item.rule_key,
            opens_on=item.opens_on,
            due_on=item.due_on,
            extended_to=owed.extended.get((subject, kind)),
            locks_on=item.locks_on,
            cause_confirmed=(subject, kind) in owed.excused,
            closed_on=None,
            closed_reason="",
            **_receipt(owed, (subject, kind), item),
        )


def _receipt(owed: Owed, key: Key, item: Expected) -> dict[str, object]:
    names = ("received_at", "received_on", "received_record", "received_kind", "days_late")
    if key not in owed.received:
        return dict(zip(names, (None, None, None, "", None), strict=True))
    at, record, kind = owed.received[key]
    due = owed.extended.get(key, item.due_on)
    late = max(owed.setting.calendar.working_days_between(due, at.date()), 0)
    return dict(zip(names, (at, at.date(), record, kind, late), strict=True))


def obligation_id(subject: UUID, kind: str, year: int) -> UUID:
    """As the services of the obligations make it, so that neither doubles the other."""
    return uuid5(subject, f"{kind}:{year}")


def grant_relief(book: Book, owed: Owed) -> None:
    """Of the late year reports one in twelve had a later day granted, one in twelve a cause confirmed."""
    late = [
        key
        for key, (at, _, _) in owed.received.items()
        if key[1] == ObligationKind.YEAR_REPORT and at.date() > owed.expected[key].due_on
    ]
    for index, key in enumerate(sorted(late)):
        if index % 12 == 3:
            owed.extended[key] = max(owed.received[key][0].date(), owed.expected[key].due_on + timedelta(days=1))
            _relief(book, owed, key, "extension", owed.extended[key], "Đi công tác dài ngày theo quyết định của tỉnh.")
        elif index % 12 == 7:
            owed.excused.add(key)
            _relief(book, owed, key, "objective_cause", None, "Điều trị tại bệnh viện, có xác nhận.")


def _relief(book: Book, owed: Owed, key: Key, kind: str, until: date | None, reason: str) -> None:
    day = owed.setting.calendar.latest_working_day(owed.expected[key].due_on)
    book.add(
        "obligations.extension",
        moment(day, 16),
        obligation_id=obligation_id(key[0], key[1], owed.year),
        kind=kind,
        new_due_on=until,
        reason=reason,
        document="",
        decided_by=None,
        decided_by_name=BOARD,
        decided_at=moment(day, 16),
    )
