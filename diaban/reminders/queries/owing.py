"""What a province's people are to be told on a day: of what they owe, of what lies with them, of what is vacant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.kit.clock import local_date
from diaban.obligations.models import Obligation
from diaban.obligations.rules import CADRE_KINDS, ObligationKind, called
from diaban.places.models import Unit
from diaban.planning.models import Programme
from diaban.regulations.queries import rule_values_on
from diaban.reminders.queries.people import Directory
from diaban.reminders.rules import Line, Rhythm, comes_round, countdown, is_reminded
from diaban.reporting.models import PeriodicReport

Told = tuple[UUID, Line]
"""Whom, and of what."""
AHEAD = 60
"""Days before a due day after which nothing is asked for: no reminder comes earlier."""


def rhythm_of(province: Unit, today: date) -> Rhythm:
    rules = rule_values_on(province, today)
    return Rhythm(rules.reminder_days_before, rules.reminder_repeat_days)


def told(province: Unit, people: Directory, *, after: date, today: date) -> dict[UUID, list[Line]]:
    """By account what is to be said in one summary. `after` is the day of the last run that was finished."""
    rhythm = rhythm_of(province, today)
    found: dict[UUID, list[Line]] = defaultdict(list)
    for source in (_owed, _lying, _vacant):
        for account, line in source(province, people, after, today, rhythm):
            found[account].append(line)
    return found


def unsent(province: Unit, today: date) -> Any:
    """What is owed, has not come, and can still come."""
    rows = Obligation.objects.annotate(last_due=Coalesce("extended_to", "due_on")).filter(
        province=province, received_on=None, closed_on=None, locks_on__gt=today, opens_on__lte=today + timedelta(AHEAD)
    )
    columns = ("pk", "kind", "period", "year", "last_due", "commune_id", "commune__name", "agency_id", "cadre_id")
    return rows.values_list(*columns)


def lines_of(rows: Iterable[Any], people: Directory, *, today: date) -> Iterator[tuple[Told, date, bool]]:
    """Each row for whoever owes it, once overdue for the leadership of the cadre's agency too: (…, due, own)."""
    for pk, kind, number, year, due, commune, place, agency, cadre in rows:
        name = called(ObligationKind(kind), number, year) + (f", {place}" if place else "")
        line = Line(f"{name}: {countdown(due, today=today)}", _page(pk), max((today - due).days, 0))
        if kind == ObligationKind.COMMUNE_ASSESSMENT:
            own = people.communes[commune]  # sealed: nobody else is told of it
        else:
            own = people.cadres[cadre] if kind in CADRE_KINDS else people.agencies[agency]
        for account in own:
            yield (account, line), due, True
        if kind in CADRE_KINDS and due < today:
            for account in people.agencies[agency] - own:
                yield (account, line), due, False


def _owed(province: Unit, people: Directory, after: date, today: date, rhythm: Rhythm) -> Iterator[Told]:
    for one, due, own in lines_of(unsent(province, today), people, today=today):
        if (own and is_reminded(due, after=after, today=today, rhythm=rhythm)) or (
            not own and comes_round(due, after=after, today=today, every=rhythm.repeat)
        ):
            yield one


def _lying(province: Unit, people: Directory, after: date, today: date, rhythm: Rhythm) -> Iterator[Told]:
    """Papers that lie with an agency or with the Board, every so many days since they were sent."""
    for model, name, address in (
        (Programme, "Chương trình theo dõi", "planning:programme"),
        (PeriodicReport, "Báo cáo", "reporting:report"),
    ):
        rows: Any = model._default_manager.filter(province=province, state__in=["submitted", "endorsed"])
        columns = ("pk", "state", "submitted_at", "agency_id", "commune__name", "year")
        for pk, state, sent, agency, place, year in rows.values_list(*columns):
            since = local_date(sent)
            if not comes_round(since, after=after, today=today, every=rhythm.repeat):
                continue
            waits = "chờ thống nhất" if state == "submitted" else "chờ Ban Tổ chức"
            line = Line(f"{name} {year}, {place}: {waits} {(today - since).days} ngày", reverse(address, args=[pk]))
            for account in people.agencies[agency] if state == "submitted" else people.boards[province.pk]:
                yield account, line


def _vacant(province: Unit, people: Directory, after: date, today: date, rhythm: Rhythm) -> Iterator[Told]:
    """Communes that somebody followed and nobody follows now: a task of the Board."""
    running = Q(ends_on=None) | Q(ends_on__gt=today)
    duties = Assignment.objects.filter(commune=OuterRef("commune"), role=AssignmentRole.MONITOR)
    ended = Assignment.objects.filter(
        ~Exists(duties.filter(running, starts_on__lte=today)),
        ~Exists(duties.filter(ends_on__gt=OuterRef("ends_on"))),
        Q(commune__valid_to=None) | Q(commune__valid_to__gt=today),
        province=province,
        role=AssignmentRole.MONITOR,
        ends_on__lte=today,
    ).values_list("commune_id", "commune__name", "ends_on")
    target = rule_values_on(province, today).vacancy_fill_days
    for _, place, since in ended:
        if since is None:
            continue
        if after < since <= today or comes_round(since, after=after, today=today, every=rhythm.repeat):
            empty = (today - since).days
            line = Line(
                f"{place}: trống cán bộ theo dõi {empty} ngày (mục tiêu cử trong {target} ngày)",
                reverse("desk:communes"),
                max(empty - target, 0),
            )
            for account in people.boards[province.pk]:
                yield account, line


def _page(pk: UUID) -> str:
    return reverse("deadlines:obligation", args=[pk])
