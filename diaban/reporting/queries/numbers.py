"""Named reads about reports: the numbers that a report freezes when it is sent."""

from __future__ import annotations

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


def as_written(report: PeriodicReport) -> dict[str, Any]:
    """What a form shows of a report: its texts by section, and the level."""
    texts = {key: section["text"] for key, section in report.sections.items()}
    return texts | ({"self_level": report.self_level} if report.kind == ReportKind.YEAR else {})


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


def lists_of(assignment: Assignment, *, year: int, until: date) -> dict[str, str]:
    """By number the address of the list that holds its records, and no others."""
    days = {"tu": f"1/1/{year}", "den": f"{until:%d/%m/%Y}"}
    whose = days | {"xa": str(assignment.commune_id), "can-bo": str(assignment.cadre_id)}

    def at(room: str, **view: str) -> str:
        return f"{reverse(room)}?{urlencode(whose | view)}"

    programme = reverse("planning:of_assignment", args=[assignment.pk, year])
    notes = reverse("dashboards:records", args=[year, "ghi-nhan-tinh-hinh"])
    return {
        "chuyen-di": at("fieldwork:visits", xem="da-di"),
        "so-buoi": at("fieldwork:visits", xem="da-di"),
        "luot-tham-du": at("fieldwork:visits", xem="tham-du"),
        "noi-dung": programme,
        "noi-dung-da-lam": programme,
        "ghi-nhan-tinh-hinh": f"{notes}?{urlencode({'chia': 'xa', 'nhom': assignment.commune_id})}",
        "ho-tro": at("fieldwork:supports", xem="con-gia-tri"),
        "tong-ho-tro": at("fieldwork:supports", xem="con-gia-tri"),
        "ho-tro-da-xac-nhan": at("fieldwork:supports", xem="da-xac-nhan"),
        "kho-khan": at("fieldwork:difficulties"),
        "kho-khan-da-tra-loi": at("fieldwork:difficulties", xem="da-tra-loi"),
        "kho-khan-da-giai-quyet": at("fieldwork:difficulties", xem="da-giai-quyet"),
        "kho-khan-qua-han": at("fieldwork:difficulties", xem="qua-han"),
        "mo-hinh": at("fieldwork:innovations"),
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
    """Lines that a reversal took back, and the reversals, are left out: together they are nothing."""
    lines = Support.objects.filter(
        STANDING, commune=assignment.commune_id, cadre=assignment.cadre_id, year=year, supported_on__lte=until
    )
    found = lines.aggregate(
        activities=Count("pk"), total=Sum("value_vnd"), confirmed=Sum("value_vnd", filter=CONFIRMED)
    )
    return {
        "ho-tro": found["activities"],
        "tong-ho-tro": found["total"] or 0,
        "ho-tro-da-xac-nhan": found["confirmed"] or 0,
    }


def _matters(assignment: Assignment, year: int, until: date) -> dict[str, int]:
    """Difficulties that were raised in the time, as they stand when they are counted."""
    mine = {"commune": assignment.commune_id, "cadre": assignment.cadre_id, "year": year}
    raised = Difficulty.objects.filter(**mine, raised_on__lte=until).aggregate(
        n=Count("pk"),
        answered=Count("pk", Q(answered_on__isnull=False)),
        solved=Count("pk", Q(state=DifficultyState.SOLVED)),
        overdue=Count("pk", Q(state=DifficultyState.ROUTED, due_on__lt=until)),
    )
    return {
        "ghi-nhan-tinh-hinh": SituationNote.objects.filter(**mine, noted_on__lte=until).count(),
        "kho-khan": raised["n"],
        "kho-khan-da-tra-loi": raised["answered"],
        "kho-khan-da-giai-quyet": raised["solved"],
        "kho-khan-qua-han": raised["overdue"],
        "mo-hinh": Innovation.objects.filter(**mine, proposed_on__lte=until).count(),
    }


def _items(assignment: Assignment, year: int, until: date) -> dict[str, int]:
    sent = ~Q(programme__state__in=[ProgrammeState.DRAFT, ProgrammeState.REPLACED])
    items = ProgrammeItem.objects.filter(sent, programme__assignment=assignment, programme__year=year)
    found = items.aggregate(n=Count("pk"), done=Count("pk", Q(done_on__lte=until)))
    return {"noi-dung": found["n"], "noi-dung-da-lam": found["done"]}
