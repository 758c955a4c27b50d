"""A report is sent with its numbers frozen, goes over the agency to the Organisation Board, or comes back."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.objections import demand, passage, refuse, step_objections
from diaban.kit.records import hold
from diaban.obligations.rules import KIND_OF_REPORT, ObligationKind
from diaban.obligations.services.handing_in import hand_back, hand_in
from diaban.planning.queries import year_facts
from diaban.planning.rules import year_objections
from diaban.reporting import policies
from diaban.reporting.models import PeriodicReport, ReportStep
from diaban.reporting.queries import cutoff_of, facts_of, numbers_of, span_of
from diaban.reporting.rules import NEXT, ReportState, sending_objections


class _Answered(TypedDict):
    kind: ObligationKind
    owner: UUID
    year: int
    period: int


@transaction.atomic
def submit_report(*, report: PeriodicReport, by: Actor, at: datetime) -> PeriodicReport:
    """Send a complete report to the agency. Its numbers are counted now, up to the cut-off day, and kept."""
    demand(policies.may_write(by, report), "Chỉ cán bộ được phân công theo dõi địa bàn này gửi báo cáo.")
    hold(report)
    refuse(year_objections(year_facts(report.assignment, report.year, at)))
    _move(report, ReportState.SUBMITTED, by, at)
    refuse(sending_objections(facts_of(report, at=at)))
    until = min(cutoff_of(report.assignment, report.period, report.year), local_date(at))
    span = span_of(report.assignment, report.period, report.year, until=until)
    report.figures = {"den-ngay": until.isoformat(), **numbers_of(report.assignment, span)}
    report.submitted_at = at
    report.save(update_fields=["state", "figures", "submitted_at"])
    hand_in(**_answered(report), record=report, by=by, at=at)
    audit.record("report.submitted", report, by=by, at=at, version=report.version)
    return report


@transaction.atomic
def endorse_report(*, report: PeriodicReport, by: Actor, at: datetime) -> PeriodicReport:
    """The agency's leadership agrees and sends it on to the Organisation Board."""
    demand(policies.may_endorse(by, report), "Chỉ lãnh đạo cơ quan của cán bộ xác nhận báo cáo.")
    hold(report)
    _move(report, ReportState.ENDORSED, by, at)
    report.save(update_fields=["state"])
    audit.record("report.endorsed", report, by=by, at=at)
    return report


@transaction.atomic
def receive_report(*, report: PeriodicReport, by: Actor, at: datetime) -> PeriodicReport:
    """The Organisation Board takes it in; nothing follows."""
    demand(policies.may_receive(by, report), "Chỉ Ban Tổ chức Tỉnh ủy nhận báo cáo.")
    hold(report)
    _move(report, ReportState.RECEIVED, by, at)
    report.save(update_fields=["state"])
    audit.record("report.received", report, by=by, at=at)
    return report


@transaction.atomic
def return_report(*, report: PeriodicReport, reason: str, by: Actor, at: datetime) -> PeriodicReport:
    """Give it back with a reason; until a new version is sent it counts as not received."""
    hold(report)
    demand(policies.may_return(by, report), "Chỉ nơi đang giữ báo cáo được trả lại báo cáo.")
    reason = passage(reason, field="reason", name="lý do trả lại", limit=1000)
    _move(report, ReportState.RETURNED, by, at, reason)
    report.save(update_fields=["state"])
    hand_back(**_answered(report), record=report, reason=reason, by=by, at=at)
    audit.record("report.returned", report, by=by, at=at, reason=reason)
    return report


def _answered(report: PeriodicReport) -> _Answered:
    """The obligation that it answers."""
    kind = KIND_OF_REPORT[report.period.kind]
    return {"kind": kind, "owner": report.assignment_id, "year": report.year, "period": report.number}


def _move(report: PeriodicReport, then: ReportState, by: Actor, at: datetime, reason: str = "") -> None:
    refuse(step_objections(NEXT, now=ReportState(report.state), then=then, thing="Báo cáo"))
    report.state = then
    ReportStep.objects.create(report=report, state=then, at=at, by_name=by.name, reason=reason)
