"""New models and creative ways: proposed, tried, at work, replicated, and copied by other communes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.fieldwork import policies
from diaban.fieldwork.models import Innovation, InnovationAdoption
from diaban.fieldwork.queries import day_facts
from diaban.fieldwork.rules import (
    INNOVATION_NEXT,
    InnovationState,
    adoption_objections,
    day_objections,
    offer_objections,
)
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before
from diaban.places.models import Unit
from diaban.planning.rules import Topic


@transaction.atomic
def propose_innovation(
    *,
    assignment: Assignment,
    title: str,
    content: str,
    topic: Topic,
    proposed_on: date,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Innovation:
    """Propose a new model to the commune, in at most 4,000 characters."""
    demand(policies.may_record(by, assignment), "Chỉ cán bộ theo dõi địa bàn này đề xuất mô hình cho xã.")
    owner = {"commune_id": assignment.commune_id, "cadre_id": assignment.cadre_id}
    if known := sent_before(Innovation.objects.all(), id, **owner):
        return known
    refuse(day_objections(day_facts(assignment, proposed_on, by=by, at=at), field="proposed_on"))
    innovation = Innovation(
        id=id or uuid7(),
        title=line(title, field="title", name="tên mô hình", limit=200),
        content=passage(content, field="content", name="nội dung mô hình", limit=4000),
        topic=topic,
        proposed_on=proposed_on,
        year=proposed_on.year,
        **whose(assignment),
    )
    innovation.save(force_insert=True)
    audit.record("innovation.proposed", innovation, by=by, at=at, topic=topic.value)
    return innovation


@transaction.atomic
def advance_innovation(
    *, innovation: Innovation, state: InnovationState, result: str = "", by: Actor, at: datetime
) -> Innovation:
    """Take it a step on. To stop it or to replicate it (the Board's act) needs a result in words."""
    allowed = policies.may_replicate if state is InnovationState.REPLICATED else policies.may_advance
    demand(allowed(by, innovation), "Đồng chí không được chuyển mô hình này sang bước đó.")
    hold(innovation)
    now = InnovationState(innovation.state)
    refuse(step_objections(INNOVATION_NEXT, now=now, then=state, thing="Mô hình"))
    needed = state in {InnovationState.REPLICATED, InnovationState.STOPPED}
    said = passage(result, field="result", name="kết quả", limit=4000, required=needed)
    innovation.state, innovation.result = state, said or innovation.result
    innovation.save(update_fields=["state", "result"])
    audit.record("innovation.advanced", innovation, by=by, at=at, state=state.value, result=said)
    return innovation


@transaction.atomic
def adopt_innovation(
    *,
    innovation: Innovation,
    commune: Unit,
    adopted_on: date,
    result: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> InnovationAdoption:
    """Another commune of the province copies the model, once."""
    demand(
        policies.may_adopt(by, commune), "Chỉ Đảng ủy xã làm theo hoặc Ban Tổ chức Tỉnh ủy ghi việc làm theo mô hình."
    )
    known = sent_before(InnovationAdoption.objects.all(), id, innovation_id=innovation.pk, commune_id=commune.pk)
    if known:
        return known
    refuse(
        adoption_objections(
            own=commune.pk == innovation.commune_id,
            same_province=commune.province_id == innovation.province_id,
            adopted_on=adopted_on,
            proposed_on=innovation.proposed_on,
            today=local_date(at),
        )
    )
    if InnovationAdoption.objects.filter(innovation=innovation, commune=commune).exists():
        raise RuleBroken("Xã đã được ghi là làm theo mô hình này.", field="commune")
    said = passage(result, field="result", name="kết quả", limit=4000, required=False)
    adoption = InnovationAdoption.objects.create(
        id=id or uuid7(), innovation=innovation, commune=commune, adopted_on=adopted_on, result=said
    )
    audit.record("innovation.adopted", adoption, by=by, at=at, innovation=str(innovation.pk), commune=commune.code)
    return adoption


@transaction.atomic
def offer_innovation(*, innovation: Innovation, by: Actor, at: datetime) -> Innovation:
    """Tell all communes of the province of a model that is at work. Said once; again changes nothing."""
    demand(policies.may_offer(by, innovation), "Chỉ cán bộ đề xuất và Ban Tổ chức Tỉnh ủy giới thiệu mô hình.")
    hold(innovation)
    if innovation.offered_on:
        return innovation
    refuse(offer_objections(InnovationState(innovation.state)))
    innovation.offered_on = local_date(at)
    innovation.save(update_fields=["offered_on"])
    audit.record("innovation.offered", innovation, by=by, at=at)
    return innovation


@transaction.atomic
def tell_result(*, adoption: InnovationAdoption, result: str, by: Actor, at: datetime) -> InnovationAdoption:
    """The commune that copied a model says what came of it; the diary keeps what it said before."""
    demand(policies.may_tell_result(by, adoption), "Chỉ Đảng ủy xã làm theo mới ghi kết quả làm theo mô hình.")
    hold(adoption)
    before, adoption.result = adoption.result, passage(result, field="result", name="kết quả", limit=4000)
    adoption.save(update_fields=["result"])
    audit.record("innovation.result_told", adoption, by=by, at=at, before=before)
    return adoption
