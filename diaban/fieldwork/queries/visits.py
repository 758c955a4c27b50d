"""Visits as their pages read them: under which duty one is recorded, what to ask about there, what was done to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F, Prefetch, Q, Sum
from django.db.models.functions import ExtractMonth

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.assignments.policies import visible_assignments, visible_communes
from diaban.fieldwork.models import Commitment, Difficulty, Support, Visit
from diaban.fieldwork.policies import (
    may_record,
    visible_commitments,
    visible_difficulties,
    visible_supports,
    visible_visits,
)
from diaban.fieldwork.queries.days import entry_days
from diaban.fieldwork.queries.difficulties import Overdue, overdue
from diaban.fieldwork.rules import CommitmentState, DifficultyState, VisitState
from diaban.kit import audit
from diaban.kit.actors import Actor, Role
from diaban.kit.clock import local_date
from diaban.kit.models import AuditEvent
from diaban.places.models import Unit
from diaban.places.queries import present, with_key
from diaban.planning.models import ProgrammeItem
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import ProgrammeState
from diaban.regulations.queries import rule_values, rule_values_on

OPEN = (DifficultyState.NEW, DifficultyState.ROUTED, DifficultyState.ANSWERED)
SHOWN = 4
"""Open matters and promises that are shown beside the form; the page of the commune has them all."""


def recordable(actor: Actor, today: date, commune: Unit | None = None) -> list[Assignment]:
    """The duties under which the person may record: a cadre's own of this year, the last day of one that has ended
    included; for the Board, which enters what came on paper, those of the commune that it names."""
    rows = visible_assignments(actor).filter(starts_on__lte=today)
    if actor.is_(Role.CADRE):
        rows = rows.filter(Q(ends_on=None) | Q(ends_on__gt=date(today.year, 1, 1)))
    elif commune and actor.is_(Role.BOARD):
        rows = rows.filter(commune=commune, role=AssignmentRole.MONITOR)
    else:
        return []
    in_order = rows.order_by(F("ends_on").desc(nulls_first=True), "commune__code", "id")
    return list(in_order.select_related("commune", "cadre", "agency", "province"))


def commune_with_key(actor: Actor, key: str) -> Unit | None:
    """The commune that an address names, if the person sees it."""
    return with_key(visible_communes(actor), key)


def communes_to_choose(actor: Actor, today: date) -> list[tuple[str, str]]:
    """Those of the day that the Board may enter something for, by their keys."""
    rows = present(visible_communes(actor), today).select_related("parent").order_by("code")
    return [(one.key, f"{one.name}, {one.parent.name}" if one.parent else one.name) for one in rows]


def open_items(actor: Actor, duties: Sequence[Assignment], year: int) -> list[ProgrammeItem]:
    """What the programmes of these duties still hold for the year, in the order of the months."""
    programmes = visible_programmes(actor).filter(assignment__in=duties, year=year)
    in_force = programmes.exclude(state=ProgrammeState.REPLACED)
    rows = ProgrammeItem.objects.filter(programme__in=in_force, done_on=None)
    return list(rows.select_related("programme__commune").order_by("month", "id"))


def item_in_view(actor: Actor, key: str) -> ProgrammeItem | None:
    try:
        own = ProgrammeItem.objects.filter(programme__in=visible_programmes(actor), pk=UUID(key))
    except ValueError:
        return None
    return own.select_related("programme__assignment", "programme__commune").first()


def photos_most(province: int, on: date) -> int:
    return rule_values_on(Unit(pk=province), on).photos_per_visit_max


def visit_to_make(actor: Actor, key: str) -> Visit | None:
    """The planned visit that an address names, if it is the person's to record; also one that was recorded since."""
    try:
        rows = visible_visits(actor).filter(pk=UUID(key)).exclude(state=VisitState.CANCELLED)
    except ValueError:
        return None
    found = rows.select_related(
        "commune", "assignment__commune", "assignment__cadre", "assignment__province", "programme_item__programme"
    ).first()
    return found if found and may_record(actor, found) else None


def visit_in_view(actor: Actor, pk: UUID) -> Visit | None:
    along = ("commune", "cadre", "agency", "province", "assignment__province", "programme_item__programme")
    promises = Prefetch("commitments", visible_commitments(actor).order_by("due_on", "id"))
    return visible_visits(actor).select_related(*along).prefetch_related("notes", promises).filter(pk=pk).first()


def supports_of(actor: Actor, visit: Visit) -> list[Support]:
    return list(visible_supports(actor).filter(visit=visit).select_related("reverses", "reversal").order_by("id"))


def difficulties_of(actor: Actor, visit: Visit) -> list[Difficulty]:
    return list(visible_difficulties(actor).filter(visit=visit).select_related("owner").order_by("id"))


def days_late(visit: Visit) -> tuple[int, int]:
    """By how many calendar days the record came too late, and within how many it was due."""
    window = entry_days(visit.assignment, visit.visited_on)
    return (local_date(visit.recorded_at) - visit.visited_on).days - window, window


def course_of(record: Visit | Support | Commitment) -> list[AuditEvent]:
    """What was done to a record: when, and by whom."""
    return audit.lines_of(record)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a cadre looks at before writing: what is open there, what was promised, the last visit, the days so far."""

    assignment: Assignment
    required: int
    """Half-days that the rules ask for in a full year."""
    difficulties: list[Difficulty] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    last: Visit | None = None
    months: tuple[int, ...] = ()
    """Half-days by month, up to today."""

    @property
    def half_days(self) -> int:
        return sum(self.months)


def beside(actor: Actor, duties: Sequence[Assignment], today: date) -> list[Beside]:
    """For each duty; a fixed number of queries."""
    if not duties:
        return []
    communes = {one.commune_id for one in duties}
    matters, promises = _matters(actor, communes), _promises(actor, communes)
    last, months = _last(actor, communes), _months(actor, communes, today)
    required = rule_values(duties[0].province, today.year).min_field_half_days_per_year
    return [
        Beside(
            assignment=one,
            required=required,
            difficulties=matters[one.commune_id][:SHOWN],
            commitments=promises[one.commune_id][:SHOWN],
            last=last.get(one.commune_id),
            months=tuple(months[one.commune_id][month] for month in range(1, today.month + 1)),
        )
        for one in duties
    ]


def overdue_beside(found: Iterable[Beside], today: date) -> dict[UUID, Overdue]:
    matters = [one for each in found for one in each.difficulties]
    return overdue(matters, province=matters[0].province_id, today=today) if matters else {}


def _matters(actor: Actor, communes: set[int]) -> dict[int, list[Difficulty]]:
    """The longest overdue first."""
    rows = visible_difficulties(actor).filter(commune__in=communes, state__in=OPEN)
    found: dict[int, list[Difficulty]] = defaultdict(list)
    for one in rows.select_related("owner").order_by(F("due_on").asc(nulls_last=True), "raised_on", "id"):
        found[one.commune_id].append(one)
    return found


def _promises(actor: Actor, communes: set[int]) -> dict[int, list[Commitment]]:
    rows = visible_commitments(actor).filter(commune__in=communes, state=CommitmentState.OPEN)
    found: dict[int, list[Commitment]] = defaultdict(list)
    for one in rows.order_by("due_on", "id"):
        found[one.commune_id].append(one)
    return found


def _last(actor: Actor, communes: set[int]) -> dict[int, Visit]:
    rows = visible_visits(actor).filter(commune__in=communes, state=VisitState.DONE)
    return {one.commune_id: one for one in rows.order_by("commune", "-visited_on", "-id").distinct("commune")}


def _months(actor: Actor, communes: set[int], today: date) -> dict[int, dict[int, int]]:
    rows = visible_visits(actor).filter(commune__in=communes, state=VisitState.DONE, year=today.year)
    by_month = rows.annotate(month=ExtractMonth("visited_on")).values_list("commune_id", "month")
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for commune, month, total in by_month.annotate(total=Sum("half_days")).order_by():
        found[commune][month] = total
    return found
