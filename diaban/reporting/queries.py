"""Named reads about reports: the numbers that a report freezes when it is sent."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Count, Q, Sum

from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Difficulty, Innovation, SituationNote, Support, Visit
from diaban.fieldwork.rules import Confirmation, DifficultyState, VisitState
from diaban.kit.clock import local_date
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import ATTENDED, ProgrammeState
from diaban.regulations import rules as regulations
from diaban.regulations.queries import rule_values
from diaban.reporting.models import PeriodicReport
from diaban.reporting.rules import CompletionLevel, ReportFacts, ReportKind

KIND_OF = {ReportKind.HALF: regulations.ReportKind.HALF_YEAR, ReportKind.YEAR: regulations.ReportKind.YEAR}


def facts_of(report: PeriodicReport, *, at: datetime) -> ReportFacts:
    assignment, today = report.assignment, local_date(at)
    return ReportFacts(
        kind=ReportKind(report.kind),
        sections=report.sections,
        self_level=CompletionLevel(report.self_level) if report.self_level else None,
        today=today,
        cutoff=cutoff_of(assignment, ReportKind(report.kind), report.year),
        ended=assignment.ends_on is not None and assignment.ends_on <= today,
    )


def cutoff_of(assignment: Assignment, kind: ReportKind, year: int) -> date:
    """The last day that the report of the period speaks of."""
    return rule_values(assignment.province, year).report_cutoff(KIND_OF[kind], year)


def kinds_owed(assignment: Assignment, year: int) -> set[ReportKind]:
    owed = rule_values(assignment.province, year).report_kinds
    return {kind for kind, name in KIND_OF.items() if name in owed}


def numbers_of(assignment: Assignment, *, year: int, until: date) -> dict[str, int]:
    """What the records of the assignment say of the year up to and including a day; values in đồng and half-days."""
    return {
        **_visits(assignment, year, until),
        **_supports(assignment, year, until),
        **_matters(assignment, year, until),
        **_items(assignment, year, until),
    }


def _visits(assignment: Assignment, year: int, until: date) -> dict[str, int]:
    made = Visit.objects.filter(assignment=assignment, year=year, visited_on__lte=until, state=VisitState.DONE)
    found = made.aggregate(
        visits=Count("pk"), half_days=Sum("half_days"), attended=Count("pk", Q(event_kind__in=sorted(ATTENDED)))
    )
    return {
        "chuyen-di": found["visits"],
        "so-buoi": found["half_days"] or 0,
        "luot-tham-du": found["attended"],
    }


def _supports(assignment: Assignment, year: int, until: date) -> dict[str, int]:
    lines = Support.objects.filter(
        commune=assignment.commune_id, cadre=assignment.cadre_id, year=year, supported_on__lte=until
    )
    confirmed = Q(confirmation=Confirmation.CONFIRMED)
    found = lines.aggregate(
        activities=Count("pk", Q(reverses=None)),
        total=Sum("value_vnd"),
        confirmed=Sum("value_vnd", filter=confirmed),
    )
    return {
        "ho-tro": found["activities"],
        "tong-ho-tro": found["total"] or 0,
        "ho-tro-da-xac-nhan": found["confirmed"] or 0,
    }


def _matters(assignment: Assignment, year: int, until: date) -> dict[str, int]:
    mine = {"commune": assignment.commune_id, "cadre": assignment.cadre_id, "year": year}
    solved = Q(state=DifficultyState.SOLVED, closed_on__lte=until)
    raised = Difficulty.objects.filter(**mine, raised_on__lte=until).aggregate(
        n=Count("pk"), solved=Count("pk", solved)
    )
    return {
        "ghi-nhan-tinh-hinh": SituationNote.objects.filter(**mine, noted_on__lte=until).count(),
        "kho-khan": raised["n"],
        "kho-khan-da-giai-quyet": raised["solved"],
        "mo-hinh": Innovation.objects.filter(**mine, proposed_on__lte=until).count(),
    }


def _items(assignment: Assignment, year: int, until: date) -> dict[str, int]:
    sent = ~Q(programme__state__in=[ProgrammeState.DRAFT, ProgrammeState.REPLACED])
    items = ProgrammeItem.objects.filter(sent, programme__assignment=assignment, programme__year=year)
    found = items.aggregate(n=Count("pk"), done=Count("pk", Q(done_on__lte=until)))
    return {"noi-dung": found["n"], "noi-dung-da-lam": found["done"]}
