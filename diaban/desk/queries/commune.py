"""A commune at a glance: its numbers, who followed it, its situation over the quarters, what is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_assignments
from diaban.desk.queries.changing import Changing, changing_at
from diaban.exchange.models import CommuneFacts
from diaban.exchange.policies import visible_bulletins, visible_facts, visible_invitations
from diaban.exchange.rules import InvitationState
from diaban.fieldwork.models import Commitment, Difficulty, Innovation
from diaban.fieldwork.policies import (
    visible_commitments,
    visible_difficulties,
    visible_innovations,
    visible_notes,
    visible_supports,
    visible_visits,
)
from diaban.fieldwork.rules import (
    CommitmentState,
    Confirmation,
    DifficultyState,
    SupportKind,
    Trend,
    VisitState,
)
from diaban.kit.actors import Actor
from diaban.places.models import Unit, UnitSuccession
from diaban.planning.rules import Topic
from diaban.regulations.queries import rule_values

ENDED = (DifficultyState.SOLVED, DifficultyState.NOT_FEASIBLE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of one year; half-days in the field, money in đồng."""

    half_days: int
    required: int
    difficulties: int
    ended: int
    support: int
    unconfirmed: int
    attended: int
    invited: int
    bulletins: int


@dataclass(frozen=True, slots=True)
class Profile:
    commune: Unit
    numbers: Numbers
    facts: CommuneFacts | None
    held: Sequence[Assignment]
    changing: Changing
    open: Sequence[Difficulty]
    promised: Sequence[Commitment]
    innovations: Sequence[Innovation]
    trends: dict[Topic, list[Trend | None]]
    """By field, of the last quarters: the newest note of each; none where nothing was noted."""
    quarters: Sequence[tuple[int, int]]
    supports: Sequence[tuple[str, int]]
    """Kind and đồng, the largest first."""
    before: Sequence[UnitSuccession]
    after: Sequence[UnitSuccession]


def profile(actor: Actor, commune: Unit, today: date) -> Profile:
    """Everything of one page, in a fixed number of queries."""
    quarters, held = last_quarters(today), list(_held(actor, commune))
    return Profile(
        commune=commune,
        numbers=_numbers(actor, commune, today),
        facts=visible_facts(actor).filter(commune=commune).order_by("-as_of", "-recorded_at").first(),
        held=held,
        changing=changing_at(actor, commune, held, today),
        open=list(_open(actor, commune)),
        promised=list(_promised(actor, commune)),
        innovations=list(visible_innovations(actor).filter(commune=commune).order_by("-proposed_on", "-id")[:5]),
        trends=_trends(actor, commune, quarters),
        quarters=quarters,
        supports=_supports(actor, commune, today.year),
        before=list(commune.origins.filter(on__lte=today).select_related("old").order_by("old__code")),
        after=list(commune.successions.filter(on__lte=today).select_related("new").order_by("new__code")),
    )


def last_quarters(today: date, count: int = 6) -> list[tuple[int, int]]:
    """(year, quarter), the present one last."""
    place = today.year * 4 + (today.month - 1) // 3
    return [(one // 4, one % 4 + 1) for one in range(place - count + 1, place + 1)]


def _numbers(actor: Actor, commune: Unit, today: date) -> Numbers:
    mine = {"commune": commune, "year": today.year}
    half_days = visible_visits(actor).filter(state=VisitState.DONE, **mine).aggregate(n=Sum("half_days"))["n"]
    difficulties = visible_difficulties(actor).filter(**mine)
    raised = difficulties.aggregate(n=Count("pk"), ended=Count("pk", filter=Q(state__in=ENDED)))
    confirmed = Q(confirmation=Confirmation.CONFIRMED)
    money = visible_supports(actor).filter(**mine)
    given = money.aggregate(yes=Sum("value_vnd", filter=confirmed), no=Sum("value_vnd", filter=~confirmed))
    answers = visible_invitations(actor).filter(**mine).exclude(state=InvitationState.CALLED_OFF)
    invited = answers.aggregate(n=Count("pk"), yes=Count("pk", filter=Q(state=InvitationState.ACCEPTED)))
    return Numbers(
        half_days=half_days or 0,
        required=rule_values(Unit(pk=commune.province_key), today.year).min_field_half_days_per_year,
        difficulties=raised["n"],
        ended=raised["ended"],
        support=given["yes"] or 0,
        unconfirmed=given["no"] or 0,
        attended=invited["yes"],
        invited=invited["n"],
        bulletins=visible_bulletins(actor).filter(**mine).count(),
    )


def _held(actor: Actor, commune: Unit) -> Sequence[Assignment]:
    """Who follows it and who did, the present one first; a cadre sees the own duties only."""
    rows = visible_assignments(actor).filter(commune=commune).select_related("cadre", "agency", "decision")
    return list(rows.order_by("-starts_on", "role", "id"))


def _open(actor: Actor, commune: Unit) -> Sequence[Difficulty]:
    rows = visible_difficulties(actor).filter(commune=commune).exclude(state__in=ENDED)
    return list(rows.select_related("owner").order_by("due_on", "raised_on", "id")[:8])


def _promised(actor: Actor, commune: Unit) -> Sequence[Commitment]:
    rows = visible_commitments(actor).filter(commune=commune, state=CommitmentState.OPEN)
    return list(rows.order_by("due_on", "id")[:6])


def _trends(actor: Actor, commune: Unit, quarters: list[tuple[int, int]]) -> dict[Topic, list[Trend | None]]:
    newest: dict[tuple[str, int, int], str] = {}
    rows = visible_notes(actor).filter(commune=commune, year__gte=quarters[0][0]).order_by("noted_on", "id")
    for topic, year, quarter, trend in rows.values_list("topic", "year", "quarter", "trend"):
        newest[topic, year, quarter] = trend
    found: dict[Topic, list[Trend | None]] = {}
    for topic in Topic:
        told = [newest.get((topic.value, *one)) for one in quarters]
        found[topic] = [Trend(one) if one else None for one in told]
    return found


def _supports(actor: Actor, commune: Unit, year: int) -> list[tuple[str, int]]:
    sums: dict[str, int] = defaultdict(int)
    rows = visible_supports(actor).filter(commune=commune, year=year).order_by()
    for kind, value in rows.values_list("kind").annotate(n=Sum("value_vnd")):
        sums[SupportKind(kind).label] += value or 0
    return sorted(((kind, value) for kind, value in sums.items() if value), key=lambda one: -one[1])
