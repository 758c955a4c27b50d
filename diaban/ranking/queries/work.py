"""A cadre's work of a year, by cadre: one query a ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from diaban.fieldwork.figures.supports import STANDING
from diaban.fieldwork.models import Difficulty, Innovation, SituationNote, Support, Visit
from diaban.fieldwork.rules import Authority, Confirmation, InnovationState, ValueBasis, VisitState
from diaban.planning.figures import SENT
from diaban.planning.models import Programme, ProgrammeItem
from diaban.planning.rules import Topic
from diaban.ranking.queries.slices import NO_QUARTER, Slice, grouped, in_quarters, quarter, reference
from diaban.ranking.rules.facts import Difficulties, Items, Models, Notes, NotesByField, Visits
from diaban.ranking.rules.facts import Support as Help

UNDER_WAY = frozenset({InnovationState.PILOTING, InnovationState.WORKING, InnovationState.REPLICATED})

NO_VISITS = Visits(0, NO_QUARTER, ())
NO_ITEMS = Items(0, 0, 0, 0, 0, ())
NO_NOTES = Notes(NotesByField(*[NO_QUARTER] * 6), ())
NO_DIFFICULTIES = Difficulties(0, 0, 0, 0, ())
NO_HELP = Help(0, 0, 0, 0, ())
NO_MODELS = Models(0, 0, ())


def visits(part: Slice) -> dict[UUID, Visits]:
    rows = part.of(Visit.objects.filter(state=VisitState.DONE, visited_on__lte=part.as_of))
    return {
        cadre: Visits(
            sum(half_days for _, half_days, _ in mine),
            in_quarters([quarter(day) for day, _, _ in mine]),
            tuple(reference("chuyen-di", id) for _, _, id in mine),
        )
        for cadre, mine in grouped(rows.values_list("cadre_id", "visited_on", "half_days", "id")).items()
    }


def items(part: Slice) -> dict[UUID, Items]:
    """Of a running year only what was done or whose month is over: the rest is not asked for yet."""
    rows = ProgrammeItem.objects.filter(programme__in=part.of(Programme.objects.filter(SENT)))
    return {
        cadre: _items(part, mine)
        for cadre, mine in grouped(rows.values_list("programme__cadre_id", "month", "done_on", "id")).items()
    }


def _items(part: Slice, mine: list[Any]) -> Items:
    asked = [row for row in mine if part.known(row[1]) or part.month_over(row[0])]
    done = [(month, day) for month, day, _ in asked if part.known(day)]
    late = sum((day.year, day.month) > (part.year, month) for month, day in done)
    named = tuple(reference("noi-dung-chuong-trinh", id) for _, _, id in asked)
    return Items(len(asked), len(done), late, 0, 0, named)


def notes(part: Slice) -> dict[UUID, Notes]:
    rows = part.of(SituationNote.objects.filter(noted_on__lte=part.as_of))
    found = {}
    for cadre, mine in grouped(rows.values_list("cadre_id", "topic", "quarter", "id")).items():
        fields = {
            topic.name.lower(): in_quarters([when for field, when, _ in mine if field == topic]) for topic in Topic
        }
        found[cadre] = Notes(NotesByField(**fields), tuple(reference("tinh-hinh", id) for _, _, id in mine))
    return found


def difficulties(part: Slice, agency_of: Mapping[UUID, UUID]) -> dict[UUID, Difficulties]:
    """`agency_of` says whose own agency keeps a difficulty waiting."""
    rows = part.of(Difficulty.objects.filter(raised_on__lte=part.as_of))
    found = {}
    columns = ("cadre_id", "answered_on", "due_on", "authority", "owner_id", "id")
    for cadre, mine in grouped(rows.values_list(*columns)).items():
        overdue = [row for row in mine if not part.known(row[0]) and row[1] and row[1] < part.as_of]
        own = [row for row in overdue if row[2] == Authority.OWN_AGENCY or row[3] == agency_of.get(cadre)]
        answered = sum(part.known(row[0]) for row in mine)
        named = tuple(reference("kho-khan", row[-1]) for row in mine)
        found[cadre] = Difficulties(len(mine), answered, len(overdue), len(own), named)
    return found


def support(part: Slice) -> dict[UUID, Help]:
    """What the commune disputes is no help until it is settled."""
    rows = part.of(Support.objects.filter(STANDING, supported_on__lte=part.as_of))
    rows = rows.exclude(confirmation=Confirmation.DISPUTED)
    found = {}
    for cadre, mine in grouped(rows.values_list("cadre_id", "confirmation", "value_basis", "id")).items():
        sure = [basis for state, basis, _ in mine if state == Confirmation.CONFIRMED]
        unsure = [basis for state, basis, _ in mine if state != Confirmation.CONFIRMED]
        found[cadre] = Help(
            len(sure),
            len(unsure),
            sure.count(ValueBasis.NONE),
            unsure.count(ValueBasis.NONE),
            tuple(reference("ho-tro", id) for *_, id in mine),
        )
    return found


def models(part: Slice) -> dict[UUID, Models]:
    rows = part.of(Innovation.objects.filter(proposed_on__lte=part.as_of))
    return {
        cadre: Models(
            len(mine),
            sum(state in UNDER_WAY for state, _ in mine),
            tuple(reference("mo-hinh", id) for _, id in mine),
        )
        for cadre, mine in grouped(rows.values_list("cadre_id", "state", "id")).items()
    }
