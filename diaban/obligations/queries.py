"""How obligations stand on a day, said in SQL. It agrees with `rules.standing`, which a test holds it to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, TypedDict

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django_stubs_ext import WithAnnotations

from diaban.obligations.models import Obligation, UrgedObligation
from diaban.obligations.rules import ObligationFacts, ObligationKind, Standing, State, standing
from diaban.obligations.rules.standing import soon_days
from diaban.regulations.queries import calendar as calendar_of
from diaban.regulations.queries import rule_values
from diaban.regulations.rules import RuleValues, WorkingCalendar


class Stood(TypedDict):
    """What `with_standing` adds to a row: a value of State."""

    state: str


class Due(TypedDict):
    """What `with_last_due` adds to a row."""

    last_due: date


AHEAD = timedelta(days=45)
"""How far a person looks ahead."""
Group = Literal["kind", "province_id", "agency_id", "commune_id", "cadre_id"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many obligations stand how. Every one is counted once, so the states add up to `total`."""

    states: Mapping[State, int] = field(default_factory=dict)

    def of(self, *states: State) -> int:
        return sum(self.states.get(state, 0) for state in states)

    @property
    def total(self) -> int:
        return self.of(*State)

    @property
    def on_time(self) -> int:
        """In time, an extended due day included."""
        return self.of(State.ON_TIME, State.EXTENDED)

    @property
    def late(self) -> int:
        return self.of(State.SLIGHTLY_LATE, State.LATE)

    @property
    def missing(self) -> int:
        return self.of(State.MISSING)

    @property
    def judged(self) -> int:
        """What can be judged by now: neither pending nor closed."""
        return sum(n for state, n in self.states.items() if not state.is_pending and state is not State.CLOSED)


def of_year(province: int, year: int) -> QuerySet[Obligation]:
    return Obligation.objects.filter(province_id=province, year=year)


def with_last_due(obligations: QuerySet[Obligation]) -> QuerySet[WithAnnotations[Obligation, Due]]:
    """Annotate each with its `last_due` day: the later one that was granted, else the due day."""
    return obligations.annotate(last_due=Coalesce("extended_to", "due_on"))


def still_owed(obligations: QuerySet[Obligation], day: date) -> QuerySet[Obligation]:
    """What has not come, was not closed, and can still come on the day."""
    return obligations.filter(received_on=None, closed_on=None, locks_on__gt=day)


def in_sight(obligations: QuerySet[Obligation], day: date) -> QuerySet[Obligation]:
    """What is owed and may be begun: from its opening day on, or when its due day is near."""
    return still_owed(obligations, day).filter(Q(opens_on__lte=day) | Q(due_on__lte=day + AHEAD))


def first_to_write(obligations: QuerySet[Obligation], day: date, kinds: Iterable[ObligationKind]) -> Obligation | None:
    """Of what a duty owes and may be begun on the day: what falls due first."""
    seen = in_sight(obligations, day).filter(kind__in=sorted(kinds), assignment__isnull=False)
    return seen.select_related("commune").order_by("due_on", "id").first()


def to_urge(obligations: QuerySet[Obligation], day: date) -> QuerySet[Obligation]:
    """Those of which somebody may be reminded on the day: open, not received, not reminded of on it already."""
    still = still_owed(obligations, day).filter(opens_on__lte=day)
    return still.exclude(Exists(UrgedObligation.objects.filter(obligation=OuterRef("pk"), urged_on=day)))


def with_standing(
    obligations: QuerySet[Obligation], *, on: date, rules: RuleValues, calendar: WorkingCalendar
) -> QuerySet[WithAnnotations[Obligation, Stood]]:
    """Annotate each with its `state` on the day (a value of State). No more queries than before."""
    whens = [When(condition, then=Value(state.value)) for condition, state in _ladder(on, rules, calendar)]
    return obligations.annotate(state=Case(*whens, default=Value(State.MISSING.value), output_field=CharField()))


def in_state(
    obligations: QuerySet[Obligation], *states: State, on: date, rules: RuleValues, calendar: WorkingCalendar
) -> QuerySet[WithAnnotations[Obligation, Stood]]:
    """Those that stand in one of these states on the day."""
    return with_standing(obligations, on=on, rules=rules, calendar=calendar).filter(state__in=states)


def tally(obligations: QuerySet[Obligation], *, on: date, rules: RuleValues, calendar: WorkingCalendar) -> Tally:
    """All together, in one query."""
    stood = with_standing(obligations, on=on, rules=rules, calendar=calendar)
    counted = stood.order_by().values_list("state").annotate(n=Count("id"))
    return Tally({State(state): n for state, n in counted})


def tally_by(
    group: Group, obligations: QuerySet[Obligation], *, on: date, rules: RuleValues, calendar: WorkingCalendar
) -> dict[object, Tally]:
    """By kind, agency, commune or cadre (their keys), in one query; a group without obligations does not appear."""
    stood = with_standing(obligations, on=on, rules=rules, calendar=calendar)
    counted = stood.order_by().values_list(group, "state").annotate(n=Count("id"))
    groups: dict[object, dict[State, int]] = {}
    for key, state, n in counted:
        groups.setdefault(key, {})[State(state)] = n
    return {key: Tally(states) for key, states in groups.items()}


def standing_of(obligation: Obligation, *, on: date, rules: RuleValues, calendar: WorkingCalendar) -> Standing:
    """The same for one record, with days and reasons in words."""
    return standing(facts_of(obligation), on=on, rules=rules, calendar=calendar)


def owed_with_standing(owed: QuerySet[Obligation], *, on: date) -> tuple[Obligation, Standing] | None:
    """The first of those (a paper answers one), and how it stands on the day by the rules of its own year."""
    one = owed.select_related("province").first()
    if one is None:
        return None
    rules, days = rule_values(one.province, one.year), calendar_of(one.year - 1, one.year + 1)
    return one, standing_of(one, on=on, rules=rules, calendar=days)


def facts_of(obligation: Obligation) -> ObligationFacts:
    return ObligationFacts(
        opens_on=obligation.opens_on,
        due_on=obligation.due_on,
        extended_to=obligation.extended_to,
        received_on=obligation.received_on,
        closed_on=obligation.closed_on,
        cause_confirmed=obligation.cause_confirmed,
    )


def _ladder(on: date, rules: RuleValues, calendar: WorkingCalendar) -> list[tuple[Q, State]]:
    """The first rung that holds is the state. What is received is judged by `days_late`, kept in working days."""
    received = Q(received_on__lte=on)
    excused = Q(cause_confirmed=True) if rules.objective_cause_lifts_penalty else Q(pk=None)
    in_time_from = calendar.latest_working_day(on)
    soon_until = on + timedelta(days=soon_days(rules))
    in_extension = Q(extended_to__isnull=False)
    return [
        (received & Q(days_late=0) & in_extension & Q(received_on__gt=F("due_on")), State.EXTENDED),
        (received & Q(days_late=0), State.ON_TIME),
        (received & excused, State.EXCUSED),
        (received & Q(days_late__lte=rules.slightly_late_max), State.SLIGHTLY_LATE),
        (received, State.LATE),
        (Q(closed_on__lte=on), State.CLOSED),
        (Q(opens_on__gt=on), State.NOT_OPEN),
        (Q(due_on__gte=in_time_from, due_on__lte=soon_until), State.DUE_SOON),
        (Q(due_on__gte=in_time_from), State.OPEN),
        (in_extension & Q(extended_to__gte=in_time_from), State.EXTENDED),
        (excused, State.EXCUSED),
    ]
