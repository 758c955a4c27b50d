"""A cadre begins a report, writes its sections, and mends a returned one as a new version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.editions import demand_unmoved
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before
from diaban.planning.queries import year_facts
from diaban.planning.rules import year_objections
from diaban.regulations.rules import ReportPeriod
from diaban.reporting import policies
from diaban.reporting.models import PeriodicReport, ReportStep
from diaban.reporting.queries import as_written, periods_owed
from diaban.reporting.rules import (
    NEXT,
    CompletionLevel,
    ReportState,
    sections_of,
    unknown_sections,
)

OWN = "Chỉ cán bộ được phân công theo dõi địa bàn này viết báo cáo của mình."


@transaction.atomic
def begin_report(
    *,
    assignment: Assignment,
    period: ReportPeriod,
    year: int,
    texts: Mapping[str, str] | None = None,
    self_level: CompletionLevel | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> PeriodicReport:
    """Open the report of a period, with the headings of today and what is written already.

    Raises RuleBroken when there is one already.
    """
    demand(policies.may_write(by, assignment), OWN)
    if known := sent_before(PeriodicReport.objects.all(), id, assignment_id=assignment.pk):
        return known
    refuse(year_objections(year_facts(assignment, year, at)))
    called = period.in_year(year)
    if period not in periods_owed(assignment, year):
        raise RuleBroken(f"Năm {year} không có kỳ “{period.label}”.", field="period")
    of_period = {"year": year, "kind": period.kind, "number": period.number}
    if PeriodicReport.objects.filter(assignment=assignment, **of_period).exists():
        raise RuleBroken(f"{called} của địa bàn này đã có. Hãy mở báo cáo đó.", field="period")
    report = PeriodicReport(
        id=id or uuid7(), assignment=assignment, **of_period, sections=sections_of({}), **whose(assignment)
    )
    _write(report, texts or {}, self_level)
    report.save(force_insert=True)
    audit.record("report.begun", report, by=by, at=at, period=called)
    return report


@transaction.atomic
def write_report(
    *,
    report: PeriodicReport,
    texts: Mapping[str, str],
    self_level: CompletionLevel | None = None,
    seen: str = "",
    by: Actor,
    at: datetime,
) -> PeriodicReport:
    """Write sections of a draft, by key, each of at most 20,000 characters; the others stay as they are.

    `seen` is the stamp of what the writer saw: raises Changed when somebody saved the draft since.
    """
    demand(policies.may_write(by, report), OWN)
    hold(report)
    demand_unmoved(seen, record=report, now=as_written(report), by=by)
    if report.state != ReportState.DRAFT:
        said = ReportState(report.state).label
        raise RuleBroken(f"Báo cáo đang ở bước “{said}” nên không sửa được.", field="state")
    _write(report, texts, self_level)
    report.save(update_fields=["sections", "self_level"])
    audit.record("report.written", report, by=by, at=at, sections=sorted(texts))
    return report


@transaction.atomic
def mend_report(*, report: PeriodicReport, id: UUID | None = None, by: Actor, at: datetime) -> PeriodicReport:
    """A returned report stays as it was; its words go on in a new version, which is a draft."""
    demand(policies.may_write(by, report), OWN)
    if known := sent_before(PeriodicReport.objects.all(), id, assignment_id=report.assignment_id):
        return known
    hold(report)
    now = ReportState(report.state)
    refuse(step_objections(NEXT, now=now, then=ReportState.REPLACED, thing="Báo cáo"))
    refuse(year_objections(year_facts(report.assignment, report.year, at)))
    report.state = ReportState.REPLACED
    report.save(update_fields=["state"])
    ReportStep.objects.create(report=report, state=ReportState.REPLACED, at=at, by_name=by.name)
    mended = PeriodicReport(
        id=id or uuid7(),
        assignment=report.assignment,
        kind=report.kind,
        number=report.number,
        year=report.year,
        version=report.version + 1,
        sections=report.sections,
        self_level=report.self_level,
        **whose(report.assignment),
    )
    mended.save(force_insert=True)
    audit.record("report.mended", mended, by=by, at=at, replaces=str(report.pk), version=mended.version)
    return mended


def _write(report: PeriodicReport, texts: Mapping[str, str], self_level: CompletionLevel | None) -> None:
    refuse(unknown_sections(texts, report.sections))
    for key, text in texts.items():
        section = report.sections[key]
        name = f"mục “{section['heading']}”"
        section["text"] = passage(text, field=key, name=name, limit=20_000, required=False)
    report.self_level = self_level or report.self_level
