"""A cadre writes the programme of a year, mends it while it may, and revises it by a new version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from diaban.kit.text import nfc
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
    context: str = "",
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
    _write(programme, objectives, context, contact, agency_commitment)
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
    context: str = "",
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
    _write(programme, objectives, context, contact, agency_commitment)
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
    context: str = "",
    contact: str = "",
    agency_commitment: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Programme:
    """Replace a registered programme by a new version, sent to the agency at once: no moment is without one.

    An item that names its `origin`, or stays word for word, goes on: it keeps the day on which it was done.
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
    _write(revision, objectives, context, contact, agency_commitment)
    revision.save(force_insert=True)
    _write_items(revision, items, former=programme.items.all())
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


def _write(programme: Programme, objectives: str, context: str, contact: str, agency_commitment: str) -> None:
    programme.objectives = passage(objectives, field="objectives", name="mục tiêu", limit=5000)
    programme.context = passage(context, field="context", name="căn cứ, tình hình địa bàn", limit=5000, required=False)
    programme.contact = line(contact, field="contact", name="đầu mối phối hợp", limit=200, required=False)
    programme.agency_commitment = passage(
        agency_commitment, field="agency_commitment", name="phần cơ quan bảo đảm", limit=5000, required=False
    )


def _write_items(programme: Programme, items: Sequence[ItemDraft], *, former: Iterable[ProgrammeItem] = ()) -> None:
    """What continues an item of the former version keeps its origin and the day on which it was done."""
    refuse(item_objections(items))
    rows = []
    for draft, known in _matched(items, former):
        row = _describe(ProgrammeItem(programme=programme), draft)
        if known:
            row.origin, row.done_on = known.origin, known.done_on
        rows.append(row)
    ProgrammeItem.objects.bulk_create(rows)


def _rewrite_items(programme: Programme, items: Sequence[ItemDraft]) -> None:
    """Items that go on are written over in place, with the day on which they were done; the others go."""
    refuse(item_objections(items))
    former = list(programme.items.all())
    kept: set[UUID] = set()
    for draft, known in _matched(items, former):
        _describe(known or ProgrammeItem(programme=programme), draft).save()
        kept |= {known.pk} if known else set()
    try:
        programme.items.filter(pk__in=[item.pk for item in former if item.pk not in kept]).delete()
    except ProtectedError:
        raise RuleBroken(VISITED, field="items") from None


def _matched(
    drafts: Sequence[ItemDraft], former: Iterable[ProgrammeItem]
) -> Iterator[tuple[ItemDraft, ProgrammeItem | None]]:
    """Each draft with the item that it continues: the one that it names, else one of the same words."""
    left = {item.origin: item for item in former}
    named = {id(draft): left.pop(draft.origin, None) for draft in drafts if draft.origin}
    for draft in drafts:
        alike = (item for item in left.values() if _wording(item) == _words_of(draft))
        known = named.get(id(draft)) or next(alike, None)
        if known:
            left.pop(known.origin, None)
        yield draft, known


def _describe(item: ProgrammeItem, draft: ItemDraft) -> ProgrammeItem:
    item.month, item.event_kind, item.topic = draft.month, draft.event_kind, draft.topic
    item.expected_result = line(draft.expected_result, field="items", name="kết quả dự kiến", limit=500)
    item.place = line(draft.place, field="items", name="nơi đến", limit=200, required=False)
    item.coordinator = line(draft.coordinator, field="items", name="cơ quan phối hợp", limit=200, required=False)
    item.resource = line(draft.resource, field="items", name="nguồn lực", limit=200, required=False)
    return item


def _wording(item: ProgrammeItem) -> tuple[object, ...]:
    return item.month, item.event_kind, item.topic, item.expected_result, item.place


def _words_of(draft: ItemDraft) -> tuple[object, ...]:
    return draft.month, draft.event_kind.value, draft.topic.value, nfc(draft.expected_result), nfc(draft.place)
