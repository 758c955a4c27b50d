"""An inspection is planned and finished; what it found is recorded with a day for the remedy, and closed by another."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.oversight import policies
from diaban.oversight.models import Finding, Inspection
from diaban.oversight.rules import (
    InspectionKind,
    Severity,
    closing_objections,
    finding_objections,
    finishing_objections,
)
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values_on

INSPECTORS_ONLY = "Chỉ cán bộ kiểm tra, giám sát và Ban Tổ chức Tỉnh ủy ghi việc kiểm tra của tỉnh mình."


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
    """Put an inspection into the plan of the year in which it is to be, by its decision."""
    demand(policies.may_inspect(by, province.pk), INSPECTORS_ONLY)
    if known := sent_before(Inspection.objects.all(), id, province_id=province.pk):
        return known
    inspection = Inspection(
        id=id or uuid7(),
        province=province,
        year=planned_on.year,
        kind=kind,
        decision_symbol=line(decision_symbol, field="decision_symbol", name="số quyết định", limit=60),
        lead_body=line(lead_body, field="lead_body", name="cơ quan chủ trì", limit=200),
        title=line(title, field="title", name="nội dung kiểm tra", limit=300),
        planned_on=planned_on,
    )
    inspection.save(force_insert=True)
    audit.record("inspection.planned", inspection, by=by, at=at, kind=kind.value, planned_on=planned_on.isoformat())
    return inspection


@transaction.atomic
def finish_inspection(*, inspection: Inspection, done_on: date, by: Actor, at: datetime) -> Inspection:
    """It took place. Findings may be recorded before and after."""
    demand(policies.may_inspect(by, inspection.province_id), INSPECTORS_ONLY)
    hold(inspection)
    done_before = inspection.done_on is not None
    refuse(finishing_objections(done_before=done_before, done_on=done_on, today=local_date(at)))
    inspection.done_on = done_on
    inspection.save(update_fields=["done_on"])
    audit.record("inspection.finished", inspection, by=by, at=at, done_on=done_on.isoformat())
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
    """What was found with the cadre of an assignment, even one that has ended. Without `due_on` the rule set's days."""
    demand(policies.may_inspect(by, inspection.province_id), INSPECTORS_ONLY)
    if known := sent_before(Finding.objects.all(), id, inspection_id=inspection.pk, commune_id=assignment.commune_id):
        return known
    due = due_on or found_on + timedelta(days=rule_values_on(inspection.province, found_on).finding_due_days)
    same = assignment.province_id == inspection.province_id
    refuse(finding_objections(found_on=found_on, due_on=due, today=local_date(at), same_province=same))
    finding = Finding(
        id=id or uuid7(),
        inspection=inspection,
        description=passage(description, field="description", name="nội dung kết luận", limit=4000),
        severity=severity,
        found_on=found_on,
        due_on=due,
        recorded_by=by.account,
        year=inspection.year,
        **whose(assignment),
    )
    finding.save(force_insert=True)
    audit.record("finding.recorded", finding, by=by, at=at, severity=severity.value, due_on=due.isoformat())
    return finding


@transaction.atomic
def close_finding(*, finding: Finding, remedy: str, by: Actor, at: datetime) -> Finding:
    """Somebody else than who recorded it has seen the remedy."""
    demand(policies.may_inspect(by, finding.province_id), INSPECTORS_ONLY)
    hold(finding)
    same_person = by.account is not None and by.account == finding.recorded_by
    refuse(closing_objections(closed_before=finding.closed_on is not None, same_person=same_person))
    finding.remedy = passage(remedy, field="remedy", name="kết quả khắc phục", limit=2000)
    finding.closed_on, finding.closed_by = local_date(at), by.account
    finding.save(update_fields=["remedy", "closed_on", "closed_by"])
    audit.record("finding.closed", finding, by=by, at=at)
    return finding
