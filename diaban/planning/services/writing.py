"""A cadre writes the programme of a year, mends it while it may, and revises it by a new version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.editions import demand_unmoved
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold, sent_before
from diaban.planning import policies
from diaban.planning.models import Programme, ProgrammeItem, ProgrammeStep
from diaban.planning.queries import as_written, year_facts
from diaban.planning.rules import NEXT, ItemDraft, ProgrammeState, item_objections, sending_objections, year_objections

OWN = "Chỉ cán bộ được phân công theo dõi địa bàn này viết chương trình của mình."
VISITED = "Có nội dung đã gắn với chuyến đi nên không bỏ được; giữ nguyên nội dung ấy, thêm nội dung khác bên cạnh."


@transaction.atomic
def draft_programme(
    *,
    assignment: Assignment,
    year: int,
    objectives: str,
    items: Sequence[ItemDraft],
    contact: str = "",
    agency_commitment: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Programme:
    """Begin the programme of a year. Raises RuleBroken when there is one already, or the year is closed."""
    demand(policies.may_write(by, assignment), OWN)
    if known := sent_before(Programme.objects.all(), id, assignment_id=assignment.pk):
        return known
    refuse(year_objections(year_facts(assignment, year, at)))
    if Programme.objects.filter(assignment=assignment, year=year).exists():
        raise RuleBroken(f"Năm {year} đã có chương trình cho địa bàn này. Hãy mở chương trình đó.", field="year")
    programme = Programme(id=id or uuid7(), assignment=assignment, year=year, **whose(assignment))
    _write(programme, objectives, contact, agency_commitment)
    programme.save(force_insert=True)
    _write_items(programme, items)
    audit.record("programme.drafted", programme, by=by, at=at, year=year, items=len(items))
    return programme


@transaction.atomic
def rewrite_programme(
    *,
    programme: Programme,
    objectives: str,
    items: Sequence[ItemDraft],
    contact: str = "",
    agency_commitment: str = "",
    seen: str = "",
    by: Actor,
    at: datetime,
) -> Programme:
    """Write a draft or a returned programme anew; what was sent and not returned stays as it is.

    `seen` is the stamp of `as_written` when the writer opened it. Raises Changed when it says something else by now.
    """
    demand(policies.may_write(by, programme), OWN)
    hold(programme)
    if programme.state not in {ProgrammeState.DRAFT, ProgrammeState.RETURNED}:
        said = ProgrammeState(programme.state).label
        raise RuleBroken(f"Chương trình đang ở bước “{said}” nên không sửa được.", field="state")
    demand_unmoved(seen, record=programme, now=as_written(programme), by=by)
    refuse(year_objections(year_facts(programme.assignment, programme.year, at)))
    _write(programme, objectives, contact, agency_commitment)
    programme.save()
    _rewrite_items(programme, items)
    audit.record("programme.rewritten", programme, by=by, at=at, items=len(items))
    return programme


@transaction.atomic
def revise_programme(
    *,
    programme: Programme,
    objectives: str,
    items: Sequence[ItemDraft],
    contact: str = "",
    agency_commitment: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Programme:
    """Replace a registered programme by a new version, sent to the agency at once: no moment is without one.

    Items that stay word for word keep the day on which they were done.
    """
    demand(policies.may_write(by, programme), OWN)
    if known := sent_before(Programme.objects.all(), id, assignment_id=programme.assignment_id):
        return known
    hold(programme)
    now = ProgrammeState(programme.state)
    refuse(step_objections(NEXT, now=now, then=ProgrammeState.REPLACED, thing="Chương trình"))
    refuse(year_objections(year_facts(programme.assignment, programme.year, at)))
    refuse(sending_objections(items=len(items)))
    programme.state = ProgrammeState.REPLACED
    programme.save(update_fields=["state"])
    revision = _next_version(programme, id, at)
    _write(revision, objectives, contact, agency_commitment)
    revision.save(force_insert=True)
    _write_items(revision, items, done=programme)
    for stepped, state in ((programme, ProgrammeState.REPLACED), (revision, ProgrammeState.SUBMITTED)):
        ProgrammeStep.objects.create(programme=stepped, state=state, at=at, by_name=by.name)
    audit.record("programme.revised", revision, by=by, at=at, replaces=str(programme.pk), version=revision.version)
    return revision


def _next_version(programme: Programme, id: UUID | None, at: datetime) -> Programme:
    return Programme(
        id=id or uuid7(),
        assignment=programme.assignment,
        year=programme.year,
        version=programme.version + 1,
        state=ProgrammeState.SUBMITTED,
        submitted_at=at,
        **whose(programme.assignment),
    )


def _write(programme: Programme, objectives: str, contact: str, agency_commitment: str) -> None:
    programme.objectives = passage(objectives, field="objectives", name="mục tiêu", limit=5000)
    programme.contact = line(contact, field="contact", name="đầu mối phối hợp", limit=200, required=False)
    programme.agency_commitment = passage(
        agency_commitment, field="agency_commitment", name="phần cơ quan bảo đảm", limit=5000, required=False
    )


def _write_items(programme: Programme, items: Sequence[ItemDraft], *, done: Programme | None = None) -> None:
    refuse(item_objections(items))
    rows = [_item(programme, draft) for draft in items]
    if done:
        days = {_wording(item): item.done_on for item in done.items.exclude(done_on=None)}
        for row in rows:
            row.done_on = days.pop(_wording(row), None)
    ProgrammeItem.objects.bulk_create(rows)


def _rewrite_items(programme: Programme, items: Sequence[ItemDraft]) -> None:
    """Items that stay word for word stay as they are, with the day on which they were done; the others go."""
    refuse(item_objections(items))
    former = {_wording(item): item for item in programme.items.all()}
    new = [row for row in (_item(programme, draft) for draft in items) if former.pop(_wording(row), None) is None]
    try:
        programme.items.filter(pk__in=[item.pk for item in former.values()]).delete()
    except ProtectedError:
        raise RuleBroken(VISITED, field="items") from None
    ProgrammeItem.objects.bulk_create(new)


def _item(programme: Programme, draft: ItemDraft) -> ProgrammeItem:
    return ProgrammeItem(
        programme=programme,
        month=draft.month,
        event_kind=draft.event_kind,
        topic=draft.topic,
        expected_result=line(draft.expected_result, field="items", name="kết quả dự kiến", limit=500),
        place=line(draft.place, field="items", name="nơi đến", limit=200, required=False),
    )


def _wording(item: ProgrammeItem) -> tuple[int, str, str, str, str]:
    return item.month, item.event_kind, item.topic, item.expected_result, item.place
