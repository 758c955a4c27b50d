"""An assignment ends on a day and another begins by a numbered decision. History stays with each holder."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment, AssignmentDecision, AssignmentRole, EndReason
from diaban.assignments.policies import may_assign
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import day
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line
from diaban.kit.records import hold, sent_before
from diaban.people.models import Agency, Cadre
from diaban.places.models import Unit

NOT_ALLOWED = "Chỉ Ban Thường vụ Tỉnh ủy quyết định và Ban Tổ chức Tỉnh ủy ghi phân công của tỉnh mình."
TITLE = "Phân công cán bộ theo dõi xã, phường, thị trấn"


@transaction.atomic
def record_decision(
    *, province: Unit, symbol: str, issued_on: date, title: str = TITLE, by: Actor, at: datetime
) -> AssignmentDecision:
    """Enter a decision; the same symbol of the same day is the decision that is there already."""
    demand(may_assign(by, province.pk), NOT_ALLOWED)
    symbol = line(symbol, field="symbol", name="số quyết định", limit=60)
    known = AssignmentDecision.objects.filter(province=province, symbol=symbol, issued_on=issued_on).first()
    if known:
        return known
    title = line(title, field="title", name="trích yếu", limit=500)
    decision = AssignmentDecision.objects.create(province=province, symbol=symbol, issued_on=issued_on, title=title)
    audit.record("assignment_decision.recorded", decision, by=by, at=at, symbol=symbol)
    return decision


@transaction.atomic
def end_assignment(*, assignment: Assignment, ends_on: date, reason: EndReason, by: Actor, at: datetime) -> Assignment:
    """`ends_on` is the first day without it. Raises RuleBroken when it has ended, or would end before it began."""
    demand(may_assign(by, assignment.province_id), NOT_ALLOWED)
    hold(assignment)
    if assignment.ends_on:
        raise RuleBroken(f"Phân công này đã kết thúc từ {day(assignment.ends_on)}.", field="ends_on")
    if ends_on <= assignment.starts_on:
        raise RuleBroken(f"Ngày kết thúc phải sau ngày bắt đầu {day(assignment.starts_on)}.", field="ends_on")
    assignment.ends_on, assignment.end_reason = ends_on, reason
    assignment.save(update_fields=["ends_on", "end_reason"])
    audit.record("assignment.ended", assignment, by=by, at=at, ends_on=ends_on.isoformat(), reason=reason.value)
    return assignment


@transaction.atomic
def begin_assignment(
    *,
    decision: AssignmentDecision,
    commune: Unit,
    cadre: Cadre,
    agency: Agency,
    starts_on: date,
    role: AssignmentRole = AssignmentRole.MONITOR,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Assignment:
    """A cadre answers for a commune from a day on. A commune has one who follows it (theo dõi) at a time."""
    demand(may_assign(by, decision.province_id), NOT_ALLOWED)
    if known := sent_before(Assignment.objects.all(), id, commune_id=commune.pk, cadre_id=cadre.pk):
        return known
    _refuse_foreign(decision, commune, cadre, agency)
    if role == AssignmentRole.MONITOR and (holder := _holder(commune, starts_on)):
        said = f"{commune} đã có {holder.cadre} theo dõi từ {day(holder.starts_on)}. Hãy kết thúc phân công đó trước."
        raise RuleBroken(said, field="commune")
    assignment = Assignment(
        id=id or uuid7(),
        decision=decision,
        province_id=decision.province_id,
        commune=commune,
        agency=agency,
        cadre=cadre,
        role=role,
        starts_on=starts_on,
    )
    assignment.save(force_insert=True)
    audit.record("assignment.begun", assignment, by=by, at=at, starts_on=starts_on.isoformat(), role=role.value)
    return assignment


def _refuse_foreign(decision: AssignmentDecision, commune: Unit, cadre: Cadre, agency: Agency) -> None:
    if {commune.province_id, cadre.province_id, agency.province_id} != {decision.province_id}:
        raise RuleBroken("Xã, cán bộ và cơ quan phải thuộc tỉnh của quyết định.", field="commune")


def _holder(commune: Unit, starts_on: date) -> Assignment | None:
    """Whoever follows the commune on that day or later."""
    held = Assignment.objects.filter(commune=commune, role=AssignmentRole.MONITOR).select_related("cadre")
    return held.exclude(ends_on__lte=starts_on).first()
