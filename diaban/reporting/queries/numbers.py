"""Named reads about reports: the numbers that a report freezes when it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, Sum
from django.urls import reverse

from diaban.assignments.models import Assignment
from diaban.fieldwork.figures.supports import CONFIRMED, STANDING
from diaban.fieldwork.models import Difficulty, Innovation, SituationNote, Support, Visit
from diaban.fieldwork.rules import DifficultyState, VisitState
from diaban.kit.clock import local_date
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import ATTENDED, ProgrammeState
from diaban.regulations.queries import rule_values
from diaban.regulations.rules import ReportKind, ReportPeriod
from diaban.reporting.models import PeriodicReport
from diaban.reporting.rules import CompletionLevel, ReportFacts

WHOLE = ReportPeriod(ReportKind.YEAR)


def facts_of(report: PeriodicReport, *, at: datetime) -> ReportFacts:
    assignment, today = report.assignment, local_date(at)
    return ReportFacts(
        period=report.period,
        sections=report.sections,
        self_level=CompletionLevel(report.self_level) if report.self_level else None,
        today=today,
        cutoff=cutoff_of(assignment, report.period, report.year),
        ended=assignment.ends_on is not None and assignment.ends_on <= today,
    )


def as_written(report: PeriodicReport) -> dict[str, Any]:
    """What a form shows of a report: its texts by section, and the level."""
    texts = {key: section["text"] for key, section in report.sections.items()}
    return texts | ({"self_level": report.self_level} if report.kind == ReportKind.YEAR else {})


def cutoff_of(assignment: Assignment, period: ReportPeriod, year: int) -> date:
    """The last day that the report of the period speaks of."""
    return rule_values(assignment.province, year).report_cutoff(period, year)


def periods_owed(assignment: Assignment, year: int) -> list[ReportPeriod]:
    return rule_values(assignment.province, year).report_periods


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a report speaks of, both included, and the months of the programme that it answers for."""

    year: int
    since: date
    until: date
    months: range

    def days(self, field: str) -> Q:
        return Q(**{f"{field}__range": (self.since, self.until)})


def span_of(assignment: Assignment, period: ReportPeriod, year: int, *, until: date) -> Span:
    """A month or a quarter speaks of its own days and items; the half-year and the year of the year so far."""
    since = rule_values(assignment.province, year).report_begins(period, year)
    return Span(year, since, until, period.months if period.within_the_year else WHOLE.months)


def year_until(year: int, until: date) -> Span:
    """The year so far."""
    return Span(year, date(year, 1, 1), until, WHOLE.months)


def numbers_of(assignment: Assignment, span: Span) -> dict[str, int]:
    """What the records of the assignment say of those days; values in đồng and half-days."""
    return {
        **_visits(assignment, span),
        **_supports(assignment, span),
        **_matters(assignment, span),
        **_items(assignment, span),
    }


def lists_of(assignment: Assignment, span: Span) -> dict[str, str]:
    """By number the address of the list that holds its records, and no others; items stand in their programme."""
    days = {"tu": f"{span.since:%-d/%-m/%Y}", "den": f"{span.until:%d/%m/%Y}"}
    whose = days | {"xa": str(assignment.commune_id), "can-bo": str(assignment.cadre_id)}

    def at(room: str, **view: str) -> str:
        return f"{reverse(room)}?{urlencode(whose | view)}"

    programme = reverse("planning:of_assignment", args=[assignment.pk, span.year])
    return {
        "chuyen-di": at("fieldwork:visits", xem="da-di"),
        "so-buoi": at("fieldwork:visits", xem="da-di"),
        "luot-tham-du": at("fieldwork:visits", xem="tham-du"),
        "noi-dung": programme,
        "noi-dung-da-lam": programme,
        "ghi-nhan-tinh-hinh": at("fieldwork:notes"),
        "ho-tro": at("fieldwork:supports", xem="con-gia-tri"),
        "tong-ho-tro": at("fieldwork:supports", xem="con-gia-tri"),
        "ho-tro-da-xac-nhan": at("fieldwork:supports", xem="da-xac-nhan"),
        "kho-khan": at("fieldwork:difficulties"),
        "kho-khan-da-tra-loi": at("fieldwork:difficulties", xem="da-tra-loi"),
        "kho-khan-da-giai-quyet": at("fieldwork:difficulties", xem="da-giai-quyet"),
        "kho-khan-qua-han": at("fieldwork:difficulties", xem="qua-han"),
        "mo-hinh": at("fieldwork:innovations"),
    }


def _visits(assignment: Assignment, span: Span) -> dict[str, int]:
    made = Visit.objects.filter(span.days("visited_on"), assignment=assignment, state=VisitState.DONE)
    found = made.aggregate(
        visits=Count("pk"), half_days=Sum("half_days"), attended=Count("pk", Q(event_kind__in=sorted(ATTENDED)))
    )
    return {
        "chuyen-di": found["visits"],
        "so-buoi": found["half_days"] or 0,
        "luot-tham-du": found["attended"],
    }


def _supports(assignment: Assignment, span: Span) -> dict[str, int]:
    """Lines that a reversal took back, and the reversals, are left out: together they are nothing."""
    lines = Support.objects.filter(
        STANDING, span.days("supported_on"), commune=assignment.commune_id, cadre=assignment.cadre_id
    )
    found = lines.aggregate(
        activities=Count("pk"), total=Sum("value_vnd"), confirmed=Sum("value_vnd", filter=CONFIRMED)
    )
    return {
        "ho-tro": found["activities"],
        "tong-ho-tro": found["total"] or 0,
        "ho-tro-da-xac-nhan": found["confirmed"] or 0,
    }


def _matters(assignment: Assignment, span: Span) -> dict[str, int]:
    """Difficulties that were raised in the time, as they stand when they are counted."""
    mine = Q(commune=assignment.commune_id, cadre=assignment.cadre_id)
    raised = Difficulty.objects.filter(mine, span.days("raised_on")).aggregate(
        n=Count("pk"),
        answered=Count("pk", Q(answered_on__isnull=False)),
        solved=Count("pk", Q(state=DifficultyState.SOLVED)),
        overdue=Count("pk", Q(state=DifficultyState.ROUTED, due_on__lt=span.until)),
    )
    return {
        "ghi-nhan-tinh-hinh": SituationNote.objects.filter(mine, span.days("noted_on")).count(),
        "kho-khan": raised["n"],
        "kho-khan-da-tra-loi": raised["answered"],
        "kho-khan-da-giai-quyet": raised["solved"],
        "kho-khan-qua-han": raised["overdue"],
        "mo-hinh": Innovation.objects.filter(mine, span.days("proposed_on")).count(),
    }


def _items(assignment: Assignment, span: Span) -> dict[str, int]:
    sent = ~Q(programme__state__in=[ProgrammeState.DRAFT, ProgrammeState.REPLACED])
    items = ProgrammeItem.objects.filter(sent, programme__assignment=assignment, programme__year=span.year)
    due = items.filter(month__in=span.months)
    found = due.aggregate(n=Count("pk"), done=Count("pk", Q(done_on__lte=span.until)))
    return {"noi-dung": found["n"], "noi-dung-da-lam": found["done"]}
