"""An inspection is concluded by its paper, which ends the team's task, and closed when all is mended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.objections import demand, line, passage
from diaban.kit.records import hold
from diaban.oversight import policies
from diaban.oversight.models import Inspection
from diaban.oversight.queries import case_facts
from diaban.oversight.rules import InspectionState, closing_objections, concluding_objections
from diaban.oversight.services.deciding import BOARD
from diaban.oversight.services.drawing import TEAM
from diaban.oversight.services.moving import move


@transaction.atomic
def conclude_inspection(
    *,
    inspection: Inspection,
    conclusion_symbol: str,
    done_on: date,
    summary: str,
    good: str = "",
    by: Actor,
    at: datetime,
) -> Inspection:
    """It ends with a numbered conclusion: its findings are told to those concerned, its papers close to the team."""
    demand(policies.may_work(by, inspection), TEAM)
    hold(inspection)
    decided = inspection.decided_on or inspection.planned_on
    missing = concluding_objections(
        facts=case_facts(inspection), decided_on=decided, done_on=done_on, today=local_date(at)
    )
    move(inspection, InspectionState.CONCLUDED, unless=missing)
    inspection.conclusion_symbol = line(conclusion_symbol, field="conclusion_symbol", name="số kết luận", limit=60)
    inspection.summary = passage(summary, field="summary", name="kết luận", limit=8000)
    inspection.good = passage(good, field="good", name="ưu điểm, cách làm hay", limit=4000, required=False)
    inspection.done_on = done_on
    inspection.save()
    audit.record("inspection.concluded", inspection, by=by, at=at, done_on=done_on.isoformat())
    return inspection


@transaction.atomic
def close_inspection(*, inspection: Inspection, by: Actor, at: datetime) -> Inspection:
    """All that was found is mended and seen: nothing is left to follow up."""
    demand(policies.may_decide(by, inspection), BOARD)
    hold(inspection)
    move(inspection, InspectionState.CLOSED, unless=closing_objections(facts=case_facts(inspection)))
    inspection.closed_on = local_date(at)
    inspection.save(update_fields=["state", "closed_on"])
    audit.record("inspection.closed", inspection, by=by, at=at)
    return inspection
