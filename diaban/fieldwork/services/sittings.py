"""One sitting: a visit with everything that was seen, raised, brought and promised there, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import (
    Authority,
    DifficultyKind,
    Source,
    SupportKind,
    Trend,
    ValueBasis,
)
from diaban.fieldwork.services.answers import route_difficulty
from diaban.fieldwork.services.belonging import refuse_foreign
from diaban.fieldwork.services.commitments import promise
from diaban.fieldwork.services.notes import note_situation, raise_difficulty
from diaban.fieldwork.services.supports import record_support
from diaban.fieldwork.services.visits import complete_visit, record_visit
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.records import known_again, sent_before
from diaban.people.models import Agency
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import EventKind, Topic

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """The visit itself. `planned` is the planned visit that this is the making of."""

    visited_on: date
    event_kind: EventKind
    outcome: str
    half_days: int = 1
    place: str = ""
    met: str = ""
    companions: int = 0
    programme_item: ProgrammeItem | None = None
    planned: Visit | None = None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    topic: Topic
    trend: Trend
    text: str


@dataclass(frozen=True, slots=True)
class DifficultyDraft:
    """`owner` is the agency that it is put to at once, where the level is an agency."""

    title: str
    description: str
    topic: Topic
    authority: Authority
    kind: DifficultyKind = DifficultyKind.REFLECTION
    owner: Agency | None = None


@dataclass(frozen=True, slots=True)
class SupportDraft:
    """Values in đồng, as in `record_support`."""

    kind: SupportKind
    content: str
    source: Source
    value_vnd: int
    value_basis: ValueBasis
    households: int = 0
    persons: int = 0
    whole_vnd: int | None = None
    partners: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a cadre writes down after a day in the commune."""

    visit: VisitDraft
    notes: Sequence[NoteDraft] = ()
    difficulties: Sequence[DifficultyDraft] = ()
    supports: Sequence[SupportDraft] = ()
    commitments: Sequence[CommitmentDraft] = ()
    attach: Callable[[Visit], object] = field(default=lambda _: None)
    """Puts the photos to the visit, within the same transaction."""


@transaction.atomic
def record_sitting(
    *, assignment: Assignment, sitting: Sitting, id: UUID | None = None, by: Actor, at: datetime
) -> Visit:
    """Record all of it under the visit. `id` is that of the sending: the same a second time writes nothing more.

    A refusal names its place: `difficulties-0-title` is the title of the first difficulty.
    """
    known = sent_before(Visit.objects.all(), id, assignment_id=assignment.pk) or _completed(assignment, id)
    if known:
        return known
    visit = _visit(assignment, sitting, id, by, at)
    _each("notes", sitting.notes, lambda one: _note(one, visit, by, at))
    _each("difficulties", sitting.difficulties, lambda one: _difficulty(one, visit, by, at))
    _each("supports", sitting.supports, lambda one: _support(one, visit, by, at))
    _each("commitments", sitting.commitments, lambda one: _commitment(one, visit, by, at))
    sitting.attach(visit)
    return visit


def _completed(assignment: Assignment, id: UUID | None) -> Visit | None:
    made = Visit.objects.filter(completed_as=id, assignment=assignment).first() if id else None
    return made and known_again(made)


def _visit(assignment: Assignment, sitting: Sitting, id: UUID | None, by: Actor, at: datetime) -> Visit:
    draft, topics = sitting.visit, {note.topic for note in sitting.notes}
    if draft.planned is None:
        return record_visit(
            assignment=assignment, visited_on=draft.visited_on, event_kind=draft.event_kind, outcome=draft.outcome,
            half_days=draft.half_days, place=draft.place, met=draft.met, companions=draft.companions, topics=topics,
            programme_item=draft.programme_item, id=id, by=by, at=at,
        )  # fmt: skip
    refuse_foreign(draft.planned, assignment, field="planned")
    return complete_visit(
        visit=draft.planned, visited_on=draft.visited_on, event_kind=draft.event_kind, outcome=draft.outcome,
        half_days=draft.half_days, place=draft.place, met=draft.met, companions=draft.companions, topics=topics,
        programme_item=draft.programme_item, id=id, by=by, at=at,
    )  # fmt: skip


def _each(kind: str, drafts: Sequence[D], write: Callable[[D], object]) -> None:
    for place, draft in enumerate(drafts):
        try:
            write(draft)
        except RuleBroken as refusal:
            raise RuleBroken(str(refusal), field=f"{kind}-{place}-{refusal.field or ''}") from refusal


def _note(draft: NoteDraft, visit: Visit, by: Actor, at: datetime) -> None:
    note_situation(
        assignment=visit.assignment, visit=visit, noted_on=visit.visited_on, topic=draft.topic, trend=draft.trend,
        text=draft.text, by=by, at=at,
    )  # fmt: skip


def _difficulty(draft: DifficultyDraft, visit: Visit, by: Actor, at: datetime) -> None:
    """Raised, and put to whoever can answer where that is known already."""
    raised = raise_difficulty(
        assignment=visit.assignment, visit=visit, raised_on=visit.visited_on, title=draft.title, topic=draft.topic,
        description=draft.description, authority=draft.authority, kind=draft.kind, by=by, at=at,
    )  # fmt: skip
    route_difficulty(difficulty=raised, authority=draft.authority, owner=draft.owner, by=by, at=at)


def _support(draft: SupportDraft, visit: Visit, by: Actor, at: datetime) -> None:
    record_support(
        assignment=visit.assignment, visit=visit, supported_on=visit.visited_on, kind=draft.kind,
        content=draft.content, source=draft.source, value_vnd=draft.value_vnd, value_basis=draft.value_basis,
        households=draft.households, persons=draft.persons, whole_vnd=draft.whole_vnd, partners=draft.partners,
        by=by, at=at,
    )  # fmt: skip


def _commitment(draft: CommitmentDraft, visit: Visit, by: Actor, at: datetime) -> None:
    promise(
        assignment=visit.assignment, visit=visit, made_on=visit.visited_on, text=draft.text, due_on=draft.due_on,
        by=by, at=at,
    )  # fmt: skip
