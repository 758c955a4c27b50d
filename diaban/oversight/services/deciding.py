"""Inspections are planned, decided with a team and its objects, or not held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line
from diaban.kit.records import hold, sent_before
from diaban.oversight import policies
from diaban.oversight.models import Inspection, SampledDuty, TeamMember
from diaban.oversight.queries import in_reach, sent_by
from diaban.oversight.rules import Basis, InspectionKind, InspectionState, decision_objections
from diaban.oversight.services.moving import move
from diaban.people.models import Agency
from diaban.places.models import Unit

OWN = "Chỉ cán bộ kiểm tra, giám sát và Ban Tổ chức Tỉnh ủy ghi việc kiểm tra của tỉnh mình."
BOARD = "Chỉ Ban Tổ chức Tỉnh ủy ghi quyết định kiểm tra."


@transaction.atomic
def plan_inspection(
    *,
    province: Unit,
    kind: InspectionKind,
    lead_body: str,
    title: str,
    planned_on: date,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Inspection:
    """Enter an inspection of the year's plan with the body that leads it."""
    demand(policies.may_inspect(by, province.pk), OWN)
    if known := sent_before(Inspection.objects.all(), id, province_id=province.pk):
        return known
    inspection = Inspection(
        id=id or uuid7(),
        province=province,
        year=planned_on.year,
        kind=kind,
        lead_body=line(lead_body, field="lead_body", name="cơ quan chủ trì", limit=200),
        title=line(title, field="title", name="nội dung", limit=300),
        planned_on=planned_on,
    )
    inspection.save(force_insert=True)
    audit.record("inspection.planned", inspection, by=by, at=at, planned_on=planned_on.isoformat())
    return inspection


@transaction.atomic
def decide_inspection(
    *,
    inspection: Inspection,
    decision_symbol: str,
    decided_on: date,
    period_from: date,
    period_to: date,
    team: Sequence[UUID],
    agency: Agency | None = None,
    named: Sequence[Assignment] = (),
    by: Actor,
    at: datetime,
) -> Inspection:
    """Send a team: accounts of inspectors, the first of whom leads, over a period, to the objects that are named.

    More objects follow from the draw. `agency` narrows all of it to the duties of one agency.
    """
    demand(policies.may_decide(by, inspection), BOARD)
    hold(inspection)
    today = local_date(at)
    sent = sent_by(inspection.province_id, list(team), today)
    wrong = decision_objections(
        decided_on=decided_on, period_from=period_from, period_to=period_to, today=today, team=len(sent)
    )
    move(inspection, InspectionState.DECIDED, unless=wrong)
    if len(sent) != len(set(team)):
        raise RuleBroken("Có người không giữ vai trò cán bộ kiểm tra của tỉnh. Hãy chọn lại đoàn.", field="team")
    inspection.decision_symbol = line(decision_symbol, field="decision_symbol", name="số quyết định", limit=60)
    inspection.decided_on, inspection.period_from, inspection.period_to = decided_on, period_from, period_to
    inspection.agency = agency
    inspection.save()
    leader = next(iter(team))
    TeamMember.objects.bulk_create(
        TeamMember(inspection=inspection, account=one, leads=one.pk == leader) for one in sent
    )
    _name_objects(inspection, named)
    audit.record("inspection.decided", inspection, by=by, at=at, team=len(sent), named=len(named))
    return inspection


@transaction.atomic
def cancel_inspection(*, inspection: Inspection, reason: str, by: Actor, at: datetime) -> Inspection:
    """It is not held, for a reason."""
    demand(policies.may_decide(by, inspection), BOARD)
    hold(inspection)
    move(inspection, InspectionState.CANCELLED)
    inspection.cancel_reason = line(reason, field="reason", name="lý do không tiến hành", limit=500)
    inspection.save(update_fields=["state", "cancel_reason"])
    audit.record("inspection.cancelled", inspection, by=by, at=at, reason=inspection.cancel_reason)
    return inspection


def _name_objects(inspection: Inspection, named: Sequence[Assignment]) -> None:
    reach = set(in_reach(inspection).filter(pk__in=[one.pk for one in named]).values_list("pk", flat=True))
    if any(one.pk not in reach for one in named):
        raise RuleBroken("Có địa bàn nằm ngoài phạm vi, mốc kiểm tra của quyết định. Hãy chọn lại.", field="named")
    SampledDuty.objects.bulk_create(
        SampledDuty(inspection=inspection, assignment=one, basis=Basis.NAMED, year=inspection.year, **whose(one))
        for one in {one.pk: one for one in named}.values()
    )
