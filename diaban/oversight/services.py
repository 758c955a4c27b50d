"""Inspections are planned and done; what they find is remedied by a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.oversight import policies
from diaban.oversight.models import Finding, Inspection
from diaban.oversight.rules import (
    InspectionKind,
    Severity,
    done_objections,
    finding_objections,
    remedy_objections,
    two_pairs_of_eyes,
)
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values_on

OWN = "Chỉ cán bộ kiểm tra, giám sát và Ban Tổ chức Tỉnh ủy ghi việc kiểm tra của tỉnh mình."


@transaction.atomic
def plan_inspection(
    *,
    province: Unit,
    kind: InspectionKind,
    decision_symbol: str,
    lead_body: str,
    title: str,
    planned_on: date,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Inspection:
    """Enter an inspection of the year's plan with its decision and the body that leads it."""
    demand(policies.may_inspect(by, province.pk), OWN)
    if known := sent_before(Inspection.objects.all(), id, province_id=province.pk):
        return known
    inspection = Inspection(
        id=id or uuid7(),
        province=province,
        year=planned_on.year,
        kind=kind,
        decision_symbol=line(decision_symbol, field="decision_symbol", name="số quyết định", limit=60),
        lead_body=line(lead_body, field="lead_body", name="cơ quan chủ trì", limit=200),
        title=line(title, field="title", name="nội dung", limit=300),
        planned_on=planned_on,
    )
    inspection.save(force_insert=True)
    audit.record("inspection.planned", inspection, by=by, at=at, planned_on=planned_on.isoformat())
    return inspection


@transaction.atomic
def complete_inspection(*, inspection: Inspection, done_on: date, by: Actor, at: datetime) -> Inspection:
    """It was done on that day."""
    demand(policies.may_inspect(by, inspection.province_id), OWN)
    hold(inspection)
    already = inspection.done_on is not None
    refuse(done_objections(already=already, day_done=done_on, today=local_date(at), field="done_on"))
    inspection.done_on = done_on
    inspection.save(update_fields=["done_on"])
    audit.record("inspection.done", inspection, by=by, at=at, done_on=done_on.isoformat())
    return inspection


@transaction.atomic
def record_finding(
    *,
    inspection: Inspection,
    assignment: Assignment,
    description: str,
    severity: Severity,
    found_on: date,
    due_on: date | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Finding:
    """What was found with one cadre in one commune, in at most 4,000 characters.

    To be remedied by `due_on`, or within the days of the rule set.
    """
    demand(policies.may_inspect(by, inspection.province_id), OWN)
    if known := sent_before(Finding.objects.all(), id, inspection_id=inspection.pk):
        return known
    if assignment.province_id != inspection.province_id:
        raise RuleBroken("Phân công đã chọn không thuộc tỉnh của cuộc kiểm tra.", field="assignment")
    due = due_on or found_on + timedelta(days=rule_values_on(inspection.province, found_on).finding_due_days)
    begun, today = assignment.starts_on, local_date(at)
    refuse(finding_objections(found_on=found_on, due_on=due, today=today, assigned_on=begun))
    finding = Finding(
        id=id or uuid7(),
        inspection=inspection,
        description=passage(description, field="description", name="nội dung kết luận", limit=4000),
        severity=severity,
        found_on=found_on,
        due_on=due,
        recorded_by=by.account,
        year=found_on.year,
        **whose(assignment),
    )
    finding.save(force_insert=True)
    audit.record("finding.recorded", finding, by=by, at=at, severity=severity.value)
    return finding


@transaction.atomic
def close_finding(*, finding: Finding, closed_on: date, remedy: str, by: Actor, at: datetime) -> Finding:
    """The remedy was made and seen on that day, by another person than the one who found it."""
    demand(policies.may_inspect(by, finding.province_id), OWN)
    hold(finding)
    already = finding.closed_on is not None
    refuse(done_objections(already=already, day_done=closed_on, today=local_date(at), field="closed_on"))
    refuse(remedy_objections(found_on=finding.found_on, closed_on=closed_on))
    refuse(two_pairs_of_eyes(found_by=finding.recorded_by, closed_by=by.account))
    finding.remedy = passage(remedy, field="remedy", name="kết quả khắc phục", limit=4000)
    finding.closed_on, finding.closed_by = closed_on, by.account
    finding.save(update_fields=["closed_on", "closed_by", "remedy"])
    audit.record("finding.closed", finding, by=by, at=at, closed_on=closed_on.isoformat())
    return finding
