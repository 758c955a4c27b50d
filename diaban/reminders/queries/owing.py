"""What a province's people are to be told on a day: of what they owe, of what lies with them, of what is vacant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.kit.clock import local_date
from diaban.obligations.models import Obligation
from diaban.obligations.queries import still_owed, with_last_due
from diaban.obligations.rules import CADRE_KINDS, ObligationKind, called
from diaban.places.models import Unit
from diaban.planning.models import Programme
from diaban.regulations.queries import calendar
from diaban.regulations.rules import RuleValues, WorkingCalendar
from diaban.reminders.queries.people import Directory, Seat
from diaban.reminders.rules import Line, Rhythm, comes_round, countdown, is_reminded
from diaban.reporting.models import PeriodicReport

Told = tuple[UUID, Line]
"""Whom, and of what."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a run of one province goes by. `after` is the day of the last run that was finished."""

    province: Unit
    people: Directory
    rules: RuleValues
    after: date
    today: date

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.rules.reminder_days_before, self.rules.reminder_repeat_days)

    def comes_round(self, since: date) -> bool:
        return comes_round(since, after=self.after, today=self.today, every=self.rhythm.repeat)


def told(province: Unit, people: Directory, rules: RuleValues, *, after: date, today: date) -> dict[UUID, list[Line]]:
    """By account what is to be said in one summary. `after` is the day of the last run that was finished."""
    night = Night(province, people, rules, after, today)
    found: dict[UUID, list[Line]] = defaultdict(list)
    for source in (_owed, _lying, _vacant):
        for account, line in source(night):
            found[account].append(line)
    return found


def unsent(province: Unit, today: date) -> Any:
    """What is owed, has not come, and can still come."""
    rows = with_last_due(still_owed(Obligation.objects.filter(province=province), today))
    columns = ("pk", "kind", "period", "year", "last_due", "commune_id", "commune__name", "agency_id", "cadre_id")
    return rows.values_list(*columns)


def lines_of(
    rows: Iterable[Any], people: Directory, *, today: date, days: WorkingCalendar
) -> Iterator[tuple[Told, date, bool]]:
    """Each row for whoever owes it, once overdue for the leadership of the cadre's agency too: (…, due, own)."""
    for pk, kind, number, year, due, commune, place, agency, cadre in rows:
        name = called(ObligationKind(kind), number, year) + (f", {place}" if place else "")
        stands = countdown(due, today=today, calendar=days)
        line = Line(f"{name}: {stands}", _page(pk), max(days.working_days_between(due, today), 0))
        if kind == ObligationKind.COMMUNE_ASSESSMENT:
            own = people.communes[commune]  # sealed: nobody else is told of it
        else:
            own = people.cadres[cadre] if kind in CADRE_KINDS else people.agencies[agency]
        for one in _to(own, line):
            yield one, due, True
        if kind in CADRE_KINDS and due < today:
            above = {account: seat for account, seat in people.agencies[agency].items() if account not in own}
            for one in _to(above, line):
                yield one, due, False


def _owed(night: Night) -> Iterator[Told]:
    ahead = timedelta(max(night.rhythm.before, default=0))
    rows = unsent(night.province, night.today).filter(last_due__lte=night.today + ahead)
    for one, due, own in lines_of(rows, night.people, today=night.today, days=calendar()):
        if (own and is_reminded(due, after=night.after, today=night.today, rhythm=night.rhythm)) or (
            not own and night.comes_round(due)
        ):
            yield one


def _lying(night: Night) -> Iterator[Told]:
    """Papers that lie with an agency or with the Board, every so many days since they came there."""
    needed = ("state", "year", "submitted_at", "agency", "commune__name")
    rows: Any
    for rows, address in (
        (Programme.objects.only(*needed), "planning:programme"),
        (PeriodicReport.objects.only(*needed, "kind", "number"), "reporting:report"),
    ):
        lying = rows.filter(province=night.province, state__in=["submitted", "endorsed"]).select_related("commune")
        for one in lying.annotate(came=Coalesce(Max("steps__at"), "submitted_at")):
            since = local_date(one.came)
            if not night.comes_round(since):
                continue
            with_agency = one.state == "submitted"
            waits = "chờ thống nhất" if with_agency else "chờ Ban Tổ chức"
            days = (night.today - since).days
            line = Line(f"{one.called}, {one.commune.name}: {waits} {days} ngày", reverse(address, args=[one.pk]))
            whose = night.people.agencies[one.agency_id] if with_agency else night.people.boards[night.province.pk]
            yield from _to(whose, line)


def _vacant(night: Night) -> Iterator[Told]:
    """Communes that somebody followed and nobody follows now: a task of the Board."""
    today, target = night.today, night.rules.vacancy_fill_days
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    duties = Assignment.objects.filter(commune=OuterRef("commune"), role=AssignmentRole.MONITOR)
    ended: Any = Assignment.objects.filter(
        ~Exists(duties.filter(running, starts_on__lte=today)),
        ~Exists(duties.filter(ends_on__gt=OuterRef("ends_on"))),
        Q(commune__valid_to=None) | Q(commune__valid_to__gt=today),
        province=night.province,
        role=AssignmentRole.MONITOR,
        ends_on__lte=today,
    ).values_list("commune_id", "commune__name", "ends_on")
    for _, place, since in ended:
        if night.after < since <= today or night.comes_round(since):
            empty = (today - since).days
            line = Line(
                f"{place}: trống cán bộ theo dõi {empty} ngày (mục tiêu cử trong {target} ngày)",
                reverse("desk:communes"),
                max(empty - target, 0),
            )
            yield from _to(night.people.boards[night.province.pk], line)


def _to(accounts: Mapping[UUID, Seat], line: Line) -> Iterator[Told]:
    """The line to each of them, in the role in which it concerns them."""
    for account, seat in accounts.items():
        yield account, replace(line, grant=seat.grant, role=seat.role)


def _page(pk: UUID) -> str:
    return reverse("deadlines:obligation", args=[pk])
