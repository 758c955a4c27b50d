"""What is seen in the commune by the six fields, and the difficulties that are raised there."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.fieldwork import policies
from diaban.fieldwork.models import Difficulty, DifficultyStep, SituationNote, Visit
from diaban.fieldwork.queries import day_facts
from diaban.fieldwork.rules import (
    Authority,
    DifficultyKind,
    DifficultyState,
    RaisedBy,
    Trend,
    day_objections,
    quarter_of,
)
from diaban.fieldwork.services.belonging import refuse_foreign
from diaban.kit import audit
from diaban.kit.actors import Actor, Role
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import sent_before
from diaban.planning.rules import Topic


@transaction.atomic
def note_situation(
    *,
    assignment: Assignment,
    topic: Topic,
    trend: Trend,
    text: str,
    noted_on: date,
    visit: Visit | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> SituationNote:
    """Write down what is seen in one field, at most 1,000 characters, in aggregate: never about a named citizen."""
    demand(policies.may_record(by, assignment), "Chỉ cán bộ theo dõi địa bàn này ghi nhận tình hình.")
    owner = {"commune_id": assignment.commune_id, "cadre_id": assignment.cadre_id}
    if known := sent_before(SituationNote.objects.all(), id, **owner):
        return known
    refuse(day_objections(day_facts(assignment, noted_on, by=by, at=at), field="noted_on"))
    refuse_foreign(visit, assignment)
    note = SituationNote(
        id=id or uuid7(),
        visit=visit,
        topic=topic,
        trend=trend,
        text=passage(text, field="text", name="nội dung ghi nhận", limit=1000),
        noted_on=noted_on,
        quarter=quarter_of(noted_on),
        year=noted_on.year,
        **whose(assignment),
    )
    note.save(force_insert=True)
    audit.record("note.recorded", note, by=by, at=at, topic=topic.value, trend=trend.value)
    return note


@transaction.atomic
def raise_difficulty(
    *,
    assignment: Assignment,
    title: str,
    description: str,
    topic: Topic,
    authority: Authority,
    raised_on: date,
    kind: DifficultyKind = DifficultyKind.REFLECTION,
    visit: Visit | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Difficulty:
    """The commune or its cadre raises a difficulty, with the level that can answer it."""
    demand(policies.may_raise(by, assignment), "Chỉ Đảng ủy xã và cán bộ theo dõi nêu khó khăn, vướng mắc của địa bàn.")
    owner = {"commune_id": assignment.commune_id, "cadre_id": assignment.cadre_id}
    if known := sent_before(Difficulty.objects.all(), id, **owner):
        return known
    refuse(day_objections(day_facts(assignment, raised_on, by=by, at=at), field="raised_on"))
    refuse_foreign(visit, assignment)
    difficulty = Difficulty(
        id=id or uuid7(),
        visit=visit,
        title=line(title, field="title", name="tên việc", limit=200),
        description=passage(description, field="description", name="nội dung khó khăn, vướng mắc", limit=2000),
        kind=kind,
        topic=topic,
        authority=authority,
        raised_by=RaisedBy.COMMUNE if by.is_(Role.COMMUNE) else RaisedBy.CADRE,
        raised_on=raised_on,
        year=raised_on.year,
        **whose(assignment),
    )
    difficulty.save(force_insert=True)
    DifficultyStep.objects.create(difficulty=difficulty, state=DifficultyState.NEW, at=at, by_name=by.name)
    audit.record("difficulty.raised", difficulty, by=by, at=at, topic=topic.value)
    return difficulty
