"""Named reads of a rating round: who stands where, what has changed since, what was said."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from diaban.assessment.queries import concluded
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.objections import Objection, step_objections
from diaban.kit.shapes import reader
from diaban.places.models import Unit
from diaban.ranking.models import QualityRanking, RatingAppeal, RatingLine, RatingRound, RatingStep
from diaban.ranking.policies import visible_lines, visible_rankings, visible_rounds
from diaban.ranking.queries.computing import computed, digest_of
from diaban.ranking.queries.groups import group_names
from diaban.ranking.queries.records import days_held
from diaban.ranking.rules import Verdict
from diaban.ranking.rules.comparing import Comparison, compare
from diaban.ranking.rules.results import Group, Kind
from diaban.ranking.rules.rounds import (
    ROUND_NEXT,
    GroupUse,
    RoundState,
    finishing_objections,
    over_the_cap,
    proposing_objections,
)
from diaban.regulations.queries import rule_values
from diaban.reporting.rules import CompletionLevel

_GROUP, _VERDICT = reader(Group), reader(Verdict)


def rounds_of(actor: Actor) -> QuerySet[RatingRound]:
    return visible_rounds(actor).order_by("-year")


def years_to_open(actor: Actor, *, last: int) -> list[int]:
    """Years up to `last` without a round in which somebody was there long enough to be judged, the newest first."""
    begun, held = {one.year for one in rounds_of(actor)}, days_held(actor.province, last=last)
    return [
        year
        for year in sorted(held, reverse=True)
        if year not in begun and held[year] >= rule_values(Unit(pk=actor.province), year).judged_min_days
    ]


def round_in_view(actor: Actor, pk: UUID) -> RatingRound | None:
    return visible_rounds(actor).select_related("province").filter(pk=pk).first()


def line_in_view(actor: Actor, pk: UUID) -> RatingLine | None:
    return _whole(visible_lines(actor)).filter(pk=pk).first()


def lines_in_view(actor: Actor) -> QuerySet[RatingLine]:
    """The results that an agency or a cadre is told, the newest year first."""
    listed = _whole(visible_lines(actor)).defer("verdict", "round__rules", "round__groups")
    return listed.order_by("-round__year", "-kind", "cadre__sort_key", "id")


def lines_of(round: RatingRound, *, kind: str, group: str) -> list[RatingLine]:
    """A group of the cap: the best by the rules first, then by points and name."""
    rows = round.lines.filter(kind=kind, group=group).select_related("cadre", "agency").defer("verdict")
    counted = rows.annotate(overridden=Count("overrides"))
    found: list[RatingLine] = list(counted.order_by("cadre__sort_key", "agency__folded", "id"))
    ranks = {level.value: place for place, level in enumerate(CompletionLevel)}
    found.sort(key=lambda line: (ranks.get(line.level_by_rules, 9), line.place or 0, -(line.points or 0)))
    return found


def groups_of(round: RatingRound) -> list[Group]:
    return [_GROUP(raw) for raw in round.groups]


def verdict_of(line: RatingLine) -> Verdict:
    return _VERDICT(line.verdict)


def uses(round: RatingRound) -> list[GroupUse]:
    """Each group of the cap with how many are excellent as the levels stand now."""
    rows = round.lines.filter(level=CompletionLevel.EXCELLENT).values_list("kind", "group")
    excellent, groups = Counter(rows), groups_of(round)
    names, found = group_names(group.group for group in groups), []
    for group in groups:
        key = (group.kind.value, group.group)
        said = f"{group.kind.label}, {names.get(group.group, group.group)}"
        found.append(GroupUse(said, group.places, excellent[key], key))
    return found


def levels_digest(round: RatingRound) -> str:
    """Of the levels as they stand: a step keeps it, so that a later change can be seen."""
    return digest_of({str(pk): level for pk, level in round.lines.values_list("pk", "level")})


def forms_open(round: RatingRound) -> bool:
    return concluded(round.province, round.year)


def lacking(round: RatingRound, then: RoundState, *, today: date) -> list[Objection]:
    """Why a round cannot go to that step now."""
    wrong = step_objections(ROUND_NEXT, now=RoundState(round.state), then=then, thing="Đợt đánh giá")
    return wrong or hindrances(round, today=today)


def hindrances(round: RatingRound, *, today: date) -> list[Objection]:
    """Why the next step of a round cannot be made now."""
    if round.state == RoundState.DRAFT:
        judged = round.lines.exclude(level="").count()
        opened = forms_open(round)
        return proposing_objections(year=round.year, judged=judged, forms_open=opened, groups=uses(round))
    if round.state == RoundState.SUBMITTED:
        return over_the_cap(uses(round))
    published = published_at(round)
    if round.state == RoundState.PUBLISHED and published:
        unanswered = appeals_of(round).filter(answered_at=None).count()
        return finishing_objections(published_on=local_date(published), today=today, unanswered=unanswered)
    return []


def drift(round: RatingRound, *, today: date) -> Comparison | None:
    """Who would stand elsewhere by the records and rules of today; null when nothing has moved since."""
    now = computed(round.province, round.year, as_of=today)
    if (now.records_digest, now.rules_digest) == (round.records_digest, round.rules_digest):
        return None
    return compare([verdict_of(line) for line in round.lines.all()], now.rating.verdicts)


def steps_of(round: RatingRound) -> list[RatingStep]:
    return list(round.steps.all())


def reached_at(round: RatingRound, state: RoundState) -> datetime | None:
    """When a round last came to a step."""
    step = round.steps.filter(state=state).last()
    return step.at if step else None


def published_at(round: RatingRound) -> datetime | None:
    return reached_at(round, RoundState.PUBLISHED)


def appeals_of(round: RatingRound) -> QuerySet[RatingAppeal]:
    rows = RatingAppeal.objects.filter(line__round=round).select_related("line__cadre", "line__agency")
    return rows.order_by("answered_at", "at")


def unanswered_appeals(actor: Actor) -> QuerySet[RatingAppeal]:
    """Those in the person's view that wait for an answer, the oldest first."""
    rows = RatingAppeal.objects.filter(line__in=visible_lines(actor), answered_at=None)
    rows = rows.filter(line__round__state=RoundState.PUBLISHED)
    return (
        rows.select_related("line__round", "line__cadre", "line__agency")
        .defer("line__verdict", "line__round__rules", "line__round__groups")
        .order_by("at", "id")
    )


def official_of(actor: Actor, line: RatingLine) -> QualityRanking | None:
    """The official ranking that was typed in beside the result, for whoever may see it."""
    if line.kind != Kind.CADRE:
        return None
    rows = visible_rankings(actor).filter(cadre=line.cadre_id, year=line.round.year, replaced_on=None)
    return rows.first()


def _whole(lines: QuerySet[RatingLine]) -> QuerySet[RatingLine]:
    return lines.select_related("round__province", "cadre", "agency", "appeal")
