"""A report with its course, its numbers then and now, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_assignments
from diaban.kit.actors import Actor, Role
from diaban.kit.changes import changed_words
from diaban.obligations.models import Obligation
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import first_to_write, owed_with_standing
from diaban.obligations.rules import KIND_OF_REPORT, REPORT_KINDS, ObligationKind, Standing, period_of
from diaban.places.queries import in_a_sentence
from diaban.regulations.rules import ReportPeriod
from diaban.reporting.models import PeriodicReport
from diaban.reporting.policies import visible_reports
from diaban.reporting.queries.numbers import Span, cutoff_of, lists_of, numbers_of, span_of
from diaban.reporting.rules import NUMBERS, Moved, Number, ReportState, in_order, moved_since, said

ALONG = ("commune__parent", "cadre", "agency", "province", "assignment__decision")


@dataclass(frozen=True, slots=True)
class Line:
    """A number of a report: as it is read, and the address of the records that it was counted from."""

    number: Number
    value: int
    href: str

    @property
    def words(self) -> str:
        return said(self.number, self.value)

    @property
    def in_document(self) -> str:
        return said(self.number, self.value, document=True)


@dataclass(frozen=True, slots=True)
class Counted:
    """The numbers of a period: frozen ones of a report that was sent, else those of this moment."""

    lines: list[Line]
    values: Mapping[str, int]
    span: Span
    moved: list[Moved]

    @property
    def until(self) -> date:
        return self.span.until


def report_in_view(actor: Actor, pk: UUID) -> PeriodicReport | None:
    rows = visible_reports(actor).select_related(*ALONG).prefetch_related("steps")
    return rows.filter(pk=pk).first()


def duty_in_view(actor: Actor, pk: UUID) -> Assignment | None:
    along = ("commune__parent", "cadre", "agency", "province", "decision")
    return visible_assignments(actor).select_related(*along).filter(pk=pk).first()


def report_of(actor: Actor, assignment: UUID, period: ReportPeriod, year: int) -> PeriodicReport | None:
    """The one in force for a duty and a period."""
    rows = visible_reports(actor).filter(_of(period), assignment_id=assignment, year=year)
    return rows.exclude(state=ReportState.REPLACED).first()


def versions_of(actor: Actor, report: PeriodicReport) -> list[PeriodicReport]:
    """All versions of the period that the person may see, the newest first."""
    rows = visible_reports(actor).filter(_of(report.period), assignment_id=report.assignment_id, year=report.year)
    return list(rows.order_by("-version"))


def _of(period: ReportPeriod) -> Q:
    return Q(kind=period.kind, number=period.number)


def counted(assignment: Assignment, period: ReportPeriod, year: int, *, today: date) -> Counted:
    """The numbers as the records give them now, up to the cut-off day or today."""
    span = span_of(assignment, period, year, until=min(cutoff_of(assignment, period, year), today))
    values = numbers_of(assignment, span)
    return Counted(_lines(values, assignment, span), values, span, [])


def counted_of(report: PeriodicReport, *, today: date) -> Counted:
    """The numbers of a report; of one that was sent, those it was sent with, and which of them moved since."""
    if not report.submitted_at:
        return counted(report.assignment, report.period, report.year, today=today)
    frozen: dict[str, Any] = dict(report.figures)
    last = cutoff_of(report.assignment, report.period, report.year)
    until = date.fromisoformat(frozen["den-ngay"]) if "den-ngay" in frozen else last
    values = {key: value for key, value in frozen.items() if isinstance(value, int)}
    span = span_of(report.assignment, report.period, report.year, until=until)
    moved = moved_since(values, numbers_of(report.assignment, span))
    return Counted(_lines(values, report.assignment, span), values, span, moved)


def _lines(values: Mapping[str, int], assignment: Assignment, span: Span) -> list[Line]:
    lists = lists_of(assignment, span)
    return [Line(one, values[one.key], lists[one.key]) for one in NUMBERS if one.key in values]


def owed_for(
    actor: Actor, assignment: Assignment, period: ReportPeriod, year: int, today: date
) -> tuple[Obligation, Standing] | None:
    """The obligation that the report answers, and how it stands."""
    mine = visible_obligations(actor).filter(assignment_id=assignment.pk, year=year)
    owed = mine.filter(kind=KIND_OF_REPORT[period.kind], period=period.number)
    return owed_with_standing(owed, on=today)


def to_begin(actor: Actor, today: date) -> dict[str, str] | None:
    """The report that a cadre is to write first: what the button says and where it leads."""
    if not actor.is_(Role.CADRE):
        return None
    owed = first_to_write(visible_obligations(actor), today, REPORT_KINDS)
    period = period_of(ObligationKind(owed.kind), owed.period) if owed else None
    if owed is None or period is None or owed.commune is None:
        return None
    words = f"{owed.called}, {in_a_sentence(owed.commune.name)}"
    href = reverse("reporting:of_assignment", args=[owed.assignment_id, period.slug, owed.year])
    return {"label": f"Soạn {words[:1].lower()}{words[1:]}", "href": href}


def differences(before: PeriodicReport, after: PeriodicReport) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sections of two versions, word by word; what did not change is left out."""
    pairs = [
        (section["heading"], before.sections.get(key, {}).get("text", ""), section["text"])
        for key, section in in_order(after.sections)
    ]
    return [(heading, changed_words(was, now)) for heading, was, now in pairs if was != now]
