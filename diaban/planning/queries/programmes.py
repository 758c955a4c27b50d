"""A programme with its course; what a new one begins with; what the year still lacks."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_assignments
from diaban.kit.actors import Actor, Role
from diaban.kit.changes import changed_words
from diaban.obligations.models import Obligation
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import first_to_write, owed_with_standing, with_last_due
from diaban.obligations.rules import ObligationKind, Standing
from diaban.planning.models import Programme, ProgrammeItem
from diaban.planning.policies import visible_programmes
from diaban.planning.queries.writing import as_written
from diaban.planning.rules import EventKind, ItemDraft, Minimums, ProgrammeState, Topic, template
from diaban.regulations.queries import rule_values


def programme_in_view(actor: Actor, pk: UUID) -> Programme | None:
    items = Prefetch("items", ProgrammeItem.objects.order_by("month", "id"))
    along = ("commune__parent", "cadre", "agency", "province", "assignment__decision")
    return visible_programmes(actor).select_related(*along).prefetch_related(items, "steps").filter(pk=pk).first()


def versions_of(actor: Actor, programme: Programme) -> list[Programme]:
    """All versions of the year that the person may see, the newest first."""
    rows = visible_programmes(actor).filter(assignment_id=programme.assignment_id, year=programme.year)
    return list(rows.order_by("-version"))


def duty_in_view(actor: Actor, pk: UUID) -> Assignment | None:
    along = ("commune", "cadre", "agency", "province")
    return visible_assignments(actor).select_related(*along).filter(pk=pk).first()


def programme_of(actor: Actor, assignment: UUID, year: int) -> Programme | None:
    """The one in force for a duty and a year."""
    rows = visible_programmes(actor).filter(assignment_id=assignment, year=year)
    return rows.exclude(state=ProgrammeState.REPLACED).first()


def minimums_of(assignment: Assignment, year: int) -> Minimums:
    """What the rule set of the year asks under the duty, in the months that it is held."""
    rules = rule_values(assignment.province, year)
    held = [month for month in range(1, 13) if _holds(assignment, year, month)]
    return Minimums(
        visits=rules.min_visits_per_year,
        visits_a_quarter=rules.min_visits_per_quarter,
        cell_meetings=rules.min_cell_meetings_per_year,
        conferences=rules.min_committee_conferences_per_year,
        festivals=rules.festivals_per_year,
        months=tuple(held),
    )


def _holds(assignment: Assignment, year: int, month: int) -> bool:
    first, last = date(year, month, 1), date(year, month, 28)
    return assignment.starts_on <= last and (assignment.ends_on is None or assignment.ends_on > first)


def begun_with(assignment: Assignment, year: int) -> dict[str, Any]:
    """A new programme begins with last year's of the same commune, or with the rule set's minimums as items."""
    last = (
        Programme.objects.filter(commune_id=assignment.commune_id, year=year - 1, cadre_id=assignment.cadre_id)
        .exclude(state__in=[ProgrammeState.REPLACED, ProgrammeState.DRAFT])
        .first()
    )
    if last is not None:
        written = as_written(last)
        items = [item | {"month": date(year, item["month"].month, 1), "origin": None} for item in written["items"]]
        return written | {"items": items}
    drafts = template(minimums_of(assignment, year))
    return {"items": [asdict(draft) | {"month": date(year, draft.month, 1)} for draft in drafts]}


def standing_in(actor: Actor, programme: Programme, today: date) -> tuple[Obligation, Standing] | None:
    """The obligation that the programme answers, and how it stands."""
    owed = visible_obligations(actor).filter(
        assignment_id=programme.assignment_id, year=programme.year, kind=ObligationKind.PROGRAMME
    )
    return owed_with_standing(owed, on=today)


def missing(actor: Actor, year: int, today: date) -> list[Obligation]:
    """Whose programme has not come though its day has gone by: read off what is expected."""
    owed = visible_obligations(actor).filter(kind=ObligationKind.PROGRAMME, year=year, received_on=None, closed_on=None)
    rows = with_last_due(owed).filter(last_due__lt=today)
    return list(rows.select_related("commune", "cadre", "agency").order_by("due_on", "commune__code", "id"))


def to_begin(actor: Actor, today: date) -> Obligation | None:
    """What a cadre is to write first."""
    if not actor.is_(Role.CADRE):
        return None
    return first_to_write(visible_obligations(actor), today, {ObligationKind.PROGRAMME})


def as_drafts(programme: Programme) -> list[ItemDraft]:
    return [
        ItemDraft(item.month, EventKind(item.event_kind), Topic(item.topic), item.expected_result)
        for item in programme.items.all()
    ]


def differences(before: Programme, after: Programme) -> list[tuple[str, list[tuple[str, str]]]]:
    """The texts of two versions and their items, each word by word; what did not change is left out."""
    names = {"objectives": "Mục tiêu", "context": "Căn cứ, tình hình", "agency_commitment": "Cơ quan bảo đảm"}
    pairs = [(label, str(getattr(before, name)), str(getattr(after, name))) for name, label in names.items()]
    old = {item.origin: _line(item) for item in before.items.order_by("month", "id")}
    new = {item.origin: _line(item) for item in after.items.order_by("month", "id")}
    for origin in [*old, *(one for one in new if one not in old)]:
        pairs.append(("Nội dung", old.get(origin, ""), new.get(origin, "")))
    return [(label, changed_words(was, now)) for label, was, now in pairs if was != now]


def _line(item: ProgrammeItem) -> str:
    kind = EventKind(item.event_kind).label
    return ", ".join(filter(None, (f"Tháng {item.month}: {kind}", item.place, item.expected_result, item.coordinator)))
