"""What the cadre promised the commune, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.fieldwork import policies
from diaban.fieldwork.models import Commitment, Visit
from diaban.fieldwork.queries import day_facts
from diaban.fieldwork.rules import (
    COMMITMENT_NEXT,
    CommitmentState,
    day_objections,
    due_objections,
)
from diaban.fieldwork.services.belonging import refuse_foreign
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before


@transaction.atomic
def promise(
    *,
    assignment: Assignment,
    text: str,
    made_on: date,
    due_on: date,
    visit: Visit | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Commitment:
    """Write down what was promised the commune, in one line, with the day by which it is to be done."""
    demand(policies.may_record(by, assignment), "Chỉ cán bộ theo dõi địa bàn này ghi cam kết của mình với xã.")
    if known := sent_before(Commitment.objects.all(), id, assignment_id=assignment.pk):
        return known
    refuse(day_objections(day_facts(assignment, made_on, by=by, at=at), field="made_on"))
    refuse(due_objections(due_on=due_on, made_on=made_on))
    refuse_foreign(visit, assignment)
    commitment = Commitment(
        id=id or uuid7(),
        assignment=assignment,
        visit=visit,
        text=line(text, field="text", name="việc đã hứa", limit=500),
        made_on=made_on,
        due_on=due_on,
        year=made_on.year,
        **whose(assignment),
    )
    commitment.save(force_insert=True)
    audit.record("commitment.made", commitment, by=by, at=at, due_on=due_on.isoformat())
    return commitment


@transaction.atomic
def end_commitment(
    *, commitment: Commitment, then: CommitmentState, result: str = "", by: Actor, at: datetime
) -> Commitment:
    """It was kept, or could not be: the latter with the reason. Either is told to the commune."""
    demand(policies.may_record(by, commitment), "Chỉ cán bộ đã hứa ghi kết quả thực hiện.")
    hold(commitment)
    refuse(step_objections(COMMITMENT_NEXT, now=CommitmentState(commitment.state), then=then, thing="Cam kết"))
    needed = then is CommitmentState.DROPPED
    commitment.result = passage(result, field="result", name="kết quả hoặc lý do", limit=1000, required=needed)
    commitment.state, commitment.ended_on = then, local_date(at)
    commitment.save(update_fields=["state", "result", "ended_on"])
    audit.record("commitment.ended", commitment, by=by, at=at, state=then.value)
    return commitment
