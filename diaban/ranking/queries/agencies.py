"""What the agencies' leaderships did and answered: one query a ledger."""

from __future__ import annotations

from uuid import UUID

from diaban.fieldwork.models import AgencyAct, Difficulty
from diaban.fieldwork.rules import AgencyActKind
from diaban.people.models import Agency
from diaban.ranking.queries.judged import NO_SHORTCOMINGS
from diaban.ranking.queries.slices import Slice, grouped, reference
from diaban.ranking.rules.agency_facts import Acts, Answers, MembersDisciplined
from diaban.ranking.rules.agency_facts import Agency as AgencyYear

NO_ACTS = Acts(0, 0, 0, 0, 0, ())
NO_ANSWERS = Answers(0, 0, 0, 0, ())


def agencies(part: Slice, ids: set[UUID]) -> tuple[AgencyYear, ...]:
    done, said = _acts(part), _answers(part)
    rows = Agency.objects.filter(pk__in=ids).order_by("pk").values_list("id", "name", "group", "province__code")
    return tuple(
        AgencyYear(
            id=str(id),
            province=code,
            agency_group=group,
            acts=done.get(id, NO_ACTS),
            answers=said.get(id, NO_ANSWERS),
            members_disciplined=MembersDisciplined(0, ()),
            shortcomings=NO_SHORTCOMINGS,
            grounds=(),
            earlier=(),
            name=name,
        )
        for id, name, group, code in rows
    )


def _acts(part: Slice) -> dict[UUID, Acts]:
    rows = part.of(AgencyAct.objects.filter(acted_on__lte=part.as_of))
    found = {}
    for agency, mine in grouped(rows.values_list("agency_id", "kind", "id")).items():
        kinds = [kind for kind, _ in mine]
        evidence = tuple(reference("viec-co-quan", id) for _, id in mine)
        found[agency] = Acts(
            self_checks=kinds.count(AgencyActKind.CHECK),
            time=kinds.count(AgencyActKind.TIME),
            vehicle=kinds.count(AgencyActKind.VEHICLE),
            budget=kinds.count(AgencyActKind.BUDGET),
            joint=kinds.count(AgencyActKind.JOINT),
            evidence=evidence,
        )
    return found


def _answers(part: Slice) -> dict[UUID, Answers]:
    rows = part.of(Difficulty.objects.filter(owner__isnull=False, raised_on__lte=part.as_of))
    found = {}
    for agency, mine in grouped(rows.values_list("owner_id", "answered_on", "due_on", "id")).items():
        answered = [(on, due) for on, due, _ in mine if part.known(on)]
        in_time = sum(due is None or on <= due for on, due in answered)
        overdue = sum(not part.known(on) and due is not None and due < part.as_of for on, due, _ in mine)
        evidence = tuple(reference("kho-khan", id) for *_, id in mine)
        found[agency] = Answers(len(mine), in_time, len(answered) - in_time, overdue, evidence)
    return found
