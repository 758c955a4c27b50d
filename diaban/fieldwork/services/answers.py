"""A difficulty is put to whoever can answer, answered, accepted by the commune or closed with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.attachments.examining import Examined
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.attachments.services import attach
from diaban.fieldwork import policies
from diaban.fieldwork.models import Difficulty, DifficultyStep
from diaban.fieldwork.queries import answer_due, latest_extension
from diaban.fieldwork.rules import (
    NEXT,
    AnswerGrade,
    Authority,
    DifficultyKind,
    DifficultyState,
    extension_objections,
    grading_objections,
    routing_objections,
)
from diaban.fieldwork.services.notes import raise_difficulty
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold
from diaban.people.models import Agency
from diaban.planning.rules import Topic

DOCUMENT = AttachmentKind.DOCUMENT
FILES = 10
"""Documents that one difficulty may carry, the answer's among them."""


@transaction.atomic
def raise_and_route(
    *,
    assignment: Assignment | None,
    title: str,
    description: str,
    topic: Topic,
    authority: Authority,
    raised_on: date,
    kind: DifficultyKind = DifficultyKind.REFLECTION,
    owner: Agency | None = None,
    documents: Sequence[Examined] = (),
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Difficulty:
    """Raise a difficulty and put it at once to whoever can answer; the same id a second time changes nothing."""
    if assignment is None:
        raise RuleBroken("Đồng chí không còn theo dõi địa bàn đã chọn. Hãy chọn lại.", field="duty")
    known = Difficulty.objects.filter(pk=id).exists() if id else False
    raised = raise_difficulty(
        assignment=assignment, title=title, description=description, topic=topic, authority=authority, kind=kind,
        raised_on=raised_on, id=id, by=by, at=at,
    )  # fmt: skip
    if known:
        return raised
    attach(subject=raised, uploads=documents, kind=DOCUMENT, limit=FILES, by=by, at=at)
    return route_difficulty(difficulty=raised, authority=authority, owner=owner, by=by, at=at)


@transaction.atomic
def route_difficulty(
    *,
    difficulty: Difficulty,
    authority: Authority,
    owner: Agency | None = None,
    text: str = "",
    by: Actor,
    at: datetime,
) -> Difficulty:
    """Put it to the level (and agency) that can answer; the time to answer begins anew, in working days.

    Also the way back of an answer that the commune doesn't accept.
    """
    demand(
        policies.may_route(by, difficulty),
        "Chỉ Đảng ủy xã, cán bộ theo dõi và Ban Tổ chức Tỉnh ủy chuyển việc này cho nơi giải quyết.",
    )
    hold(difficulty)
    agency = owner.pk if owner else None
    refuse(routing_objections(authority=authority, owner=agency, cadres_agency=difficulty.agency_id))
    text = passage(text, field="text", name="nội dung chuyển", limit=2000, required=False)
    _move(difficulty, DifficultyState.ROUTED, by, at, text)
    difficulty.authority, difficulty.owner = authority, owner
    difficulty.due_on, difficulty.extended = answer_due(difficulty, local_date(at)), False
    difficulty.answered_on = difficulty.closed_on = difficulty.graded_at = None
    difficulty.grade = ""
    difficulty.save()
    audit.record(
        "difficulty.routed", difficulty, by=by, at=at, authority=authority.value, due_on=str(difficulty.due_on)
    )
    return difficulty


@transaction.atomic
def answer_difficulty(
    *,
    difficulty: Difficulty,
    text: str,
    document: str = "",
    documents: Sequence[Examined] = (),
    by: Actor,
    at: datetime,
) -> Difficulty:
    """Answer in at most 4,000 characters, with the number of the document where there is one, and its file."""
    hold(difficulty)  # first: it may just have been routed elsewhere
    demand(policies.may_answer(by, difficulty), "Chỉ nơi được chuyển việc này đến mới trả lời.")
    text = passage(text, field="text", name="nội dung trả lời", limit=4000)
    document = line(document, field="document", name="số văn bản", limit=60, required=False)
    _move(difficulty, DifficultyState.ANSWERED, by, at, text, document)
    difficulty.answered_on = local_date(at)
    difficulty.save(update_fields=["state", "answered_on"])
    attach(subject=difficulty, uploads=documents, kind=DOCUMENT, limit=FILES, by=by, at=at)
    audit.record("difficulty.answered", difficulty, by=by, at=at, document=document)
    return difficulty


@transaction.atomic
def extend_difficulty(*, difficulty: Difficulty, new_due_on: date, reason: str, by: Actor, at: datetime) -> Difficulty:
    """Grant more time to answer, once, with a reason; the course tells it as an extension."""
    demand(policies.may_extend(by, difficulty), "Chỉ Ban Tổ chức Tỉnh ủy gia hạn trả lời.")
    hold(difficulty)
    now = DifficultyState(difficulty.state)
    refuse(step_objections(NEXT, now=now, then=DifficultyState.ANSWERED, thing="Việc"))
    latest = latest_extension(difficulty, local_date(at))
    refuse(
        extension_objections(
            extended=difficulty.extended, due_on=difficulty.due_on, new_due_on=new_due_on, latest=latest
        )
    )
    reason = passage(reason, field="reason", name="lý do gia hạn", limit=1000)
    difficulty.due_on, difficulty.extended = new_due_on, True
    difficulty.save(update_fields=["due_on", "extended"])
    DifficultyStep.objects.create(
        difficulty=difficulty, state=now, extended_to=new_due_on, at=at, by_name=by.name, text=reason
    )
    audit.record("difficulty.extended", difficulty, by=by, at=at, due_on=new_due_on.isoformat(), reason=reason)
    return difficulty


@transaction.atomic
def grade_answer(*, difficulty: Difficulty, grade: AnswerGrade, by: Actor, at: datetime) -> Difficulty:
    """The commune says how good the answer is. It may say so again after another answer."""
    demand(policies.may_confirm(by, difficulty), "Chỉ Đảng ủy xã nơi có khó khăn mới đánh giá trả lời.")
    hold(difficulty)
    refuse(grading_objections(now=DifficultyState(difficulty.state)))
    difficulty.grade, difficulty.graded_at = grade, at
    difficulty.save(update_fields=["grade", "graded_at"])
    audit.record("difficulty.graded", difficulty, by=by, at=at, grade=grade.value)
    return difficulty


@transaction.atomic
def accept_answer(*, difficulty: Difficulty, text: str = "", by: Actor, at: datetime) -> Difficulty:
    """Whoever raised it accepts the answer: it is solved."""
    demand(policies.may_accept(by, difficulty), "Chỉ bên đã nêu khó khăn mới xác nhận đã giải quyết.")
    hold(difficulty)
    text = passage(text, field="text", name="ý kiến", limit=2000, required=False)
    _end(difficulty, DifficultyState.SOLVED, by, at, text)
    audit.record("difficulty.solved", difficulty, by=by, at=at)
    return difficulty


@transaction.atomic
def close_difficulty(*, difficulty: Difficulty, reason: str, by: Actor, at: datetime) -> Difficulty:
    """The Organisation Board closes what cannot be solved, with the reason. It can be put to somebody again."""
    demand(policies.may_close(by, difficulty), "Chỉ Ban Tổ chức Tỉnh ủy kết thúc việc không giải quyết được.")
    hold(difficulty)
    reason = passage(reason, field="reason", name="lý do không giải quyết được", limit=2000)
    _end(difficulty, DifficultyState.NOT_FEASIBLE, by, at, reason)
    audit.record("difficulty.closed", difficulty, by=by, at=at, reason=reason)
    return difficulty


def _end(difficulty: Difficulty, then: DifficultyState, by: Actor, at: datetime, text: str) -> None:
    _move(difficulty, then, by, at, text)
    difficulty.closed_on = local_date(at)
    difficulty.save(update_fields=["state", "closed_on"])


def _move(
    difficulty: Difficulty, then: DifficultyState, by: Actor, at: datetime, text: str, document: str = ""
) -> None:
    refuse(step_objections(NEXT, now=DifficultyState(difficulty.state), then=then, thing="Việc"))
    difficulty.state = then
    DifficultyStep.objects.create(
        difficulty=difficulty, state=then, at=at, by_name=by.name, text=text, document=document
    )
