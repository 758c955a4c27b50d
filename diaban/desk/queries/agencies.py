"""An agency and a cadre at a glance: whose papers stand how, what waits for the leadership, what it did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, Sum

from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_agencies, visible_assignments, visible_cadres
from diaban.desk.queries.changing import Changing, changing_of
from diaban.desk.queries.places import Place, places
from diaban.fieldwork.policies import visible_agency_acts, visible_commitments, visible_visits
from diaban.fieldwork.rules import AgencyActKind, CommitmentState, VisitState
from diaban.kit.actors import Actor
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import with_standing
from diaban.obligations.rules import CADRE_KINDS, ObligationKind, State
from diaban.people.models import Agency, Cadre, Post
from diaban.places.models import Unit
from diaban.regulations.queries import calendar, rule_values

MARKS: Mapping[State, str] = {
    State.NOT_OPEN: "",
    State.OPEN: "",
    State.DUE_SOON: "due",
    State.ON_TIME: "ok",
    State.EXTENDED: "ok",
    State.SLIGHTLY_LATE: "late",
    State.LATE: "late",
    State.EXCUSED: "ok",
    State.MISSING: "late",
    State.CLOSED: "off",
}
"""The tag of each standing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One obligation of one duty, as it stands today."""

    state: State
    due_on: date

    @property
    def mark(self) -> str:
        return MARKS[self.state]


Standings = Mapping[UUID, Mapping[ObligationKind, Standing]]
"""By assignment and kind."""


@dataclass(frozen=True, slots=True)
class AgencyPage:
    agency: Agency
    places: Sequence[Place]
    kinds: Sequence[ObligationKind]
    standings: Standings
    acts: Sequence[tuple[AgencyActKind, int]]
    """How often each thing was done for the cadres this year."""


@dataclass(frozen=True, slots=True)
class CadrePage:
    cadre: Cadre
    posts: Sequence[Post]
    held: Sequence[Assignment]
    changing: Changing
    kinds: Sequence[ObligationKind]
    standings: Standings
    months: Sequence[int]
    """Half-days of the year by month, up to today."""
    promised: int


def agency_page(actor: Actor, pk: UUID, today: date) -> AgencyPage | None:
    agency = visible_agencies(actor).filter(pk=pk).first()
    if agency is None:
        return None
    mine = [one for one in places(actor, today) if one.assignment.agency_id == agency.pk]
    kinds, standings = _standings(actor, [one.assignment for one in mine], today)
    counts = visible_agency_acts(actor).filter(agency=agency, year=today.year).order_by().values_list("kind")
    done = dict(counts.annotate(n=Count("pk")))
    return AgencyPage(agency, mine, kinds, standings, [(kind, done.get(kind.value, 0)) for kind in AgencyActKind])


def cadre_page(actor: Actor, pk: UUID, today: date) -> CadrePage | None:
    cadre = visible_cadres(actor).filter(pk=pk).first()
    if cadre is None:
        return None
    seen = visible_assignments(actor).filter(cadre=cadre).select_related("commune__parent", "agency", "decision")
    held = list(seen.order_by("-starts_on", "commune__code"))
    kinds, standings = _standings(actor, held, today)
    open_ = visible_commitments(actor).filter(cadre=cadre, state=CommitmentState.OPEN).count()
    posts = list(cadre.posts.select_related("agency").order_by("-starts_on", "id"))
    changing, months = changing_of(actor, cadre, held, today), _months(actor, cadre, today)
    return CadrePage(cadre, posts, held, changing, kinds, standings, months, open_)


def _standings(
    actor: Actor, duties: Sequence[Assignment], today: date
) -> tuple[list[ObligationKind], dict[UUID, dict[ObligationKind, Standing]]]:
    """How the cadres' papers of the year stand; what the communes owe is not told here (it is sealed)."""
    if not duties:
        return [], {}
    rules = rule_values(Unit(pk=duties[0].province_id), today.year)
    owed = visible_obligations(actor).filter(
        assignment__in=duties, year=today.year, kind__in=sorted(CADRE_KINDS), closed_on=None
    )
    found: dict[UUID, dict[ObligationKind, Standing]] = defaultdict(dict)
    stood = with_standing(owed, on=today, rules=rules, calendar=calendar(today.year - 1, today.year))
    for one in stood.order_by("due_on", "id"):
        if one.assignment_id:
            kind, now = ObligationKind(one.kind), Standing(State(one.state), one.extended_to or one.due_on)
            found[one.assignment_id][kind] = _pressing(found[one.assignment_id].get(kind), now)
    kinds = [kind for kind in ObligationKind if any(kind in row for row in found.values())]
    return kinds, found


def _pressing(before: Standing | None, now: Standing) -> Standing:
    """Of several periods of one sort: the first that is missing, else the last that began."""
    if before is None:
        return now
    settled = before.state is not State.MISSING and now.state is not State.NOT_OPEN
    return now if settled else before


def _months(actor: Actor, cadre: Cadre, today: date) -> list[int]:
    done = Q(state=VisitState.DONE, cadre=cadre, visited_on__year=today.year)
    rows = visible_visits(actor).filter(done).order_by().values_list("visited_on__month").annotate(n=Sum("half_days"))
    found = dict(rows)
    return [found.get(month, 0) for month in range(1, today.month + 1)]
