"""A cadre plans, makes and records visits. The web form, the phone's queue and the importer end here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.fieldwork import policies
from diaban.fieldwork.models import Visit
from diaban.fieldwork.queries import day_facts, entry_days
from diaban.fieldwork.rules import (
    VISIT_NEXT,
    CancelReason,
    VisitState,
    belonging_objections,
    company_objections,
    day_objections,
    half_day_objections,
    is_late,
    planning_objections,
)
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, known_again, sent_before
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import EventKind, Topic

OWN = "Chỉ cán bộ được phân công theo dõi địa bàn này ghi chuyến đi của mình."


@transaction.atomic
def plan_visit(
    *,
    assignment: Assignment,
    visited_on: date,
    event_kind: EventKind,
    half_days: int = 1,
    place: str = "",
    programme_item: ProgrammeItem | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Visit:
    """Put a visit in the calendar; when made, it becomes the record itself by `complete_visit`."""
    demand(policies.may_record(by, assignment), OWN)
    if known := sent_before(Visit.objects.all(), id, assignment_id=assignment.pk):
        return known
    refuse(planning_objections(planned_on=visited_on, today=local_date(at)))
    facts = day_facts(assignment, visited_on, by=by, at=at)
    refuse(day_objections(facts, field="visited_on", may_lie_ahead=True))
    visit = _visit(assignment, visited_on, id, at)
    visit.state = VisitState.PLANNED
    _describe(visit, event_kind, half_days, place, programme_item)
    visit.save(force_insert=True)
    audit.record("visit.planned", visit, by=by, at=at, visited_on=visited_on.isoformat())
    return visit


@transaction.atomic
def record_visit(
    *,
    assignment: Assignment,
    visited_on: date,
    event_kind: EventKind,
    outcome: str,
    half_days: int = 1,
    place: str = "",
    met: str = "",
    companions: int = 0,
    topics: Iterable[Topic] = (),
    programme_item: ProgrammeItem | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Visit:
    """Record a visit that was made. `half_days` 1 to 60, `outcome` at most 1,000 characters.

    `met` names roles and numbers, never a citizen; `companions` counts who came along.

    Recorded after the entry window it is marked late, never refused. A future day, a day outside the assignment and a
    closed year are refused; in a closed year the Organisation Board may still enter it.
    """
    demand(policies.may_record(by, assignment), OWN)
    if known := sent_before(Visit.objects.all(), id, assignment_id=assignment.pk):
        return known
    visit = _visit(assignment, visited_on, id, at)
    _describe(visit, event_kind, half_days, place, programme_item)
    _accompany(visit, met, companions)
    _make(visit, visited_on, outcome, topics, by, at)
    visit.save(force_insert=True)
    audit.record("visit.recorded", visit, by=by, at=at, visited_on=visited_on.isoformat(), late=visit.late)
    return visit


@transaction.atomic
def complete_visit(
    *,
    visit: Visit,
    outcome: str,
    visited_on: date | None = None,
    half_days: int | None = None,
    event_kind: EventKind | None = None,
    place: str | None = None,
    programme_item: ProgrammeItem | None = None,
    met: str = "",
    companions: int = 0,
    topics: Iterable[Topic] = (),
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Visit:
    """A planned visit was made, on its day or on another: what is not given stays as it was planned.

    `id` is that of the sending: the same a second time changes nothing.
    """
    demand(policies.may_record(by, visit), OWN)
    hold(visit)
    if id and visit.completed_as == id:
        return known_again(visit)
    refuse(step_objections(VISIT_NEXT, now=VisitState(visit.state), then=VisitState.DONE, thing="Chuyến đi"))
    kind, item = event_kind or EventKind(visit.event_kind), programme_item or visit.programme_item
    _describe(visit, kind, half_days or visit.half_days, visit.place if place is None else place, item)
    _accompany(visit, met, companions)
    visit.completed_as = id
    _make(visit, visited_on or visit.visited_on, outcome, topics, by, at)
    visit.save()
    audit.record("visit.completed", visit, by=by, at=at, visited_on=visit.visited_on.isoformat(), late=visit.late)
    return visit


@transaction.atomic
def cancel_visit(*, visit: Visit, reason: CancelReason, by: Actor, at: datetime) -> Visit:
    """A planned visit did not take place, for one of the listed reasons. It stays on record."""
    demand(policies.may_record(by, visit), OWN)
    hold(visit)
    return _cancel(visit, reason, by, at)


@transaction.atomic
def call_off_visit(*, visit: Visit, by: Actor, at: datetime) -> Visit:
    """The commune called off what the planned visit was for: it stays on record as cancelled by the commune."""
    demand(policies.may_confirm(by, visit), "Chỉ Đảng ủy xã mời mới hủy việc đã mời.")
    hold(visit)
    return _cancel(visit, CancelReason.COMMUNE, by, at)


def _cancel(visit: Visit, reason: CancelReason, by: Actor, at: datetime) -> Visit:
    refuse(step_objections(VISIT_NEXT, now=VisitState(visit.state), then=VisitState.CANCELLED, thing="Chuyến đi"))
    visit.state, visit.cancel_reason = VisitState.CANCELLED, reason
    visit.save(update_fields=["state", "cancel_reason"])
    audit.record("visit.cancelled", visit, by=by, at=at, reason=reason.value)
    return visit


def _visit(assignment: Assignment, visited_on: date, id: UUID | None, at: datetime) -> Visit:
    return Visit(
        id=id or uuid7(),
        assignment=assignment,
        visited_on=visited_on,
        year=visited_on.year,
        recorded_at=at,
        **whose(assignment),
    )


def _describe(
    visit: Visit, event_kind: EventKind, half_days: int, place: str, programme_item: ProgrammeItem | None
) -> None:
    refuse(half_day_objections(half_days))
    belongs = programme_item is None or programme_item.programme.assignment_id == visit.assignment_id
    refuse(belonging_objections(belongs=belongs, field="programme_item", thing="Nội dung chương trình"))
    visit.event_kind, visit.half_days, visit.programme_item = event_kind, half_days, programme_item
    visit.place = line(place, field="place", name="nơi đến", limit=200, required=False)


def _accompany(visit: Visit, met: str, companions: int) -> None:
    refuse(company_objections(companions))
    visit.companions = companions
    visit.met = line(met, field="met", name="đã làm việc với", limit=200, required=False)


def _make(visit: Visit, visited_on: date, outcome: str, topics: Iterable[Topic], by: Actor, at: datetime) -> None:
    """Turn it into a visit that was made, and tick off the item of the programme on the first such day."""
    refuse(day_objections(day_facts(visit.assignment, visited_on, by=by, at=at), field="visited_on"))
    visit.state, visit.visited_on, visit.year, visit.recorded_at = VisitState.DONE, visited_on, visited_on.year, at
    visit.outcome = passage(outcome, field="outcome", name="kết quả làm việc", limit=1000)
    visit.topics = [topic for topic in Topic if topic in set(topics)]
    window = entry_days(visit.assignment, visited_on)
    visit.late = is_late(visited_on=visited_on, recorded_on=local_date(at), entry_days=window)
    if visit.programme_item:  # in every version of the programme: the plan may have been revised since
        ProgrammeItem.objects.filter(origin=visit.programme_item.origin, done_on=None).update(done_on=visited_on)
