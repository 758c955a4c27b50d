"""What an inspection finds, what those concerned answer, and who sees that it was mended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from diaban.assignments.queries import whose
from diaban.attachments.examining import Examined
from diaban.attachments.rules.kinds import MAX_DOCUMENTS, AttachmentKind
from diaban.attachments.services import attach
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.oversight import policies
from diaban.oversight.models import Finding, FindingReply, Inspection, SampledDuty
from diaban.oversight.queries import waiting_reply
from diaban.oversight.rules import (
    InspectionState,
    ReplyKind,
    Responsible,
    Severity,
    done_objections,
    finding_objections,
    remedy_objections,
    two_pairs_of_eyes,
)
from diaban.oversight.services.deciding import OWN
from diaban.oversight.services.drawing import TEAM
from diaban.regulations.queries import rule_values_on

REPLIES = "Chỉ cán bộ, cơ quan phải khắc phục kết luận này phản hồi, từ khi có kết luận đến khi khắc phục xong."


@transaction.atomic
def record_finding(
    *,
    sampled: SampledDuty,
    description: str,
    severity: Severity,
    found_on: date,
    responsible: Responsible = Responsible.CADRE,
    due_on: date | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Finding:
    """What was found at one duty of the sample; to be remedied by `due_on`, or within the days of the rule set."""
    inspection = sampled.inspection
    demand(policies.may_work(by, inspection), TEAM)
    if known := sent_before(Finding.objects.all(), id, inspection_id=inspection.pk):
        return known
    hold(inspection)
    _demand_under_way(inspection)
    due = due_on or found_on + timedelta(days=rule_values_on(inspection.province, found_on).finding_due_days)
    begun = sampled.assignment.starts_on
    refuse(finding_objections(found_on=found_on, due_on=due, today=local_date(at), assigned_on=begun))
    finding = Finding(
        id=id or uuid7(),
        inspection=inspection,
        sampled=sampled,
        description=passage(description, field="description", name="nội dung kết luận", limit=4000),
        severity=severity,
        responsible=responsible,
        found_on=found_on,
        due_on=due,
        recorded_by=by.account,
        year=found_on.year,
        **whose(sampled.assignment),
    )
    finding.save(force_insert=True)
    audit.record("finding.recorded", finding, by=by, at=at, severity=severity.value)
    return finding


@transaction.atomic
def reply_to_finding(
    *,
    finding: Finding,
    kind: ReplyKind,
    text: str,
    documents: Sequence[Examined] = (),
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> FindingReply:
    """Answer the notice: an opinion, or that it was mended, which then waits for another person's look."""
    demand(policies.may_reply(by, finding), REPLIES)
    if known := sent_before(FindingReply.objects.all(), id, finding_id=finding.pk):
        return known
    hold(finding)
    if kind is ReplyKind.REMEDY and waiting_reply(finding):
        raise RuleBroken("Báo cáo khắc phục trước đang chờ xác nhận. Hãy chờ kết quả.", field="kind")
    reply = FindingReply(
        id=id or uuid7(),
        finding=finding,
        kind=kind,
        text=passage(text, field="text", name="nội dung phản hồi", limit=4000),
        sent_at=at,
        by_id=by.account,
        by_name=by.name,
    )
    reply.save(force_insert=True)
    attach(subject=reply, uploads=documents, kind=AttachmentKind.DOCUMENT, limit=MAX_DOCUMENTS, by=by, at=at)
    audit.record("finding.answered", finding, by=by, at=at, kind=kind.value)
    return reply


@transaction.atomic
def refuse_remedy(*, finding: Finding, reason: str, by: Actor, at: datetime) -> Finding:
    """What was reported does not mend it: the reason goes back, and it stays open."""
    demand(policies.may_judge(by, finding), OWN)
    hold(finding)
    reply = waiting_reply(finding)
    if reply is None:
        raise RuleBroken("Chưa có báo cáo khắc phục nào chờ xác nhận.", field="reason")
    refuse(two_pairs_of_eyes(found_by=finding.recorded_by, reported_by=reply.by_id, closed_by=by.account))
    reply.refusal = passage(reason, field="reason", name="lý do chưa chấp nhận", limit=1000)
    _judged(reply, by, at)
    audit.record("finding.remedy_refused", finding, by=by, at=at, reason=reply.refusal)
    return finding


@transaction.atomic
def close_finding(*, finding: Finding, closed_on: date, remedy: str, by: Actor, at: datetime) -> Finding:
    """The remedy was made and seen on that day, by another person than who found it and than who reported it."""
    demand(policies.may_inspect(by, finding.province_id), OWN)
    hold(finding)
    already = finding.closed_on is not None
    refuse(done_objections(already=already, day_done=closed_on, today=local_date(at), field="closed_on"))
    refuse(remedy_objections(found_on=finding.found_on, closed_on=closed_on))
    if finding.inspection.state != InspectionState.CONCLUDED:
        raise RuleBroken("Cuộc kiểm tra chưa kết luận nên chưa xác nhận khắc phục được.", field="closed_on")
    reply = waiting_reply(finding)
    reported_by = reply.by_id if reply else None
    refuse(two_pairs_of_eyes(found_by=finding.recorded_by, reported_by=reported_by, closed_by=by.account))
    finding.remedy = passage(remedy, field="remedy", name="kết quả khắc phục", limit=4000)
    finding.closed_on, finding.closed_by = closed_on, by.account
    finding.save(update_fields=["closed_on", "closed_by", "remedy"])
    if reply:
        _judged(reply, by, at)
    audit.record("finding.closed", finding, by=by, at=at, closed_on=closed_on.isoformat())
    return finding


def _demand_under_way(inspection: Inspection) -> None:
    if inspection.state != InspectionState.UNDERWAY:
        raise RuleBroken("Chỉ ghi kết luận khi cuộc kiểm tra đang tiến hành.", field="state")


def _judged(reply: FindingReply, by: Actor, at: datetime) -> None:
    reply.judged_at, reply.judged_by, reply.judged_name = at, by.account, by.name
    reply.save(update_fields=["judged_at", "judged_by", "judged_name", "refusal"])
