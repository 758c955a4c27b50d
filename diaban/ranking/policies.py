"""Who may see official rankings and the results of a round, and who moves a round on."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.people.policies import is_board_of, is_standing_of, leads
from diaban.ranking.models import QualityRanking, RatingLine, RatingRound
from diaban.ranking.rules.results import Kind
from diaban.ranking.rules.rounds import TOLD_TO_AGENCIES, TOLD_TO_CADRES, RoundState


def visible_rankings(actor: Actor) -> QuerySet[QualityRanking]:
    rankings = QualityRanking.objects.all()
    if actor.sees_the_province:
        return rankings.filter(province_id=actor.province)
    if actor.is_(Role.AGENCY) and actor.agencies:
        return rankings.filter(agency_id__in=actor.agencies)
    if actor.is_(Role.CADRE) and actor.cadre:
        return rankings.filter(cadre_id=actor.cadre)
    return rankings.none()


def may_rank(actor: Actor, province: int) -> bool:
    """The Standing Committee decides; the Organisation Board enters its numbered decision. The product never does."""
    return actor.is_(Role.STANDING, Role.BOARD) and actor.province == province


def visible_rounds(actor: Actor) -> QuerySet[RatingRound]:
    """The Board sees a year's rating from its draft on, the Standing Committee and inspectors from the proposal on."""
    if not actor.sees_the_province:
        return RatingRound.objects.none()
    rounds = RatingRound.objects.filter(province_id=actor.province)
    return rounds if actor.is_(Role.BOARD) else rounds.exclude(state=RoundState.DRAFT)


def visible_lines(actor: Actor) -> QuerySet[RatingLine]:
    """Single results: an agency's own when it is heard and once they are published, a cadre's own after that only."""
    lines = RatingLine.objects.all()
    if actor.sees_the_province:
        return lines.filter(round__in=visible_rounds(actor))
    if actor.is_(Role.AGENCY) and actor.agencies:
        return lines.filter(agency_id__in=actor.agencies, round__state__in=TOLD_TO_AGENCIES)
    if actor.is_(Role.CADRE) and actor.cadre:
        return lines.filter(cadre_id=actor.cadre, round__state__in=TOLD_TO_CADRES)
    return lines.none()


def may_override(actor: Actor, line: RatingLine) -> bool:
    """Whoever holds the proposal now: the Board its draft, the Standing Committee what lies before it."""
    holder = {
        RoundState.DRAFT: Role.BOARD,
        RoundState.SUBMITTED: Role.STANDING,
    }.get(RoundState(line.round.state))
    return holder is not None and actor.is_(holder) and actor.province == line.round.province_id


def may_opine(actor: Actor, line: RatingLine) -> bool:
    """While opinions are asked for: the agency on what is its own, and the province's bodies beside the Board."""
    if line.round.state != RoundState.PROPOSED:
        return False
    if actor.is_(Role.STANDING, Role.INSPECTOR):
        return actor.province == line.round.province_id
    return leads(actor, line.agency_id)


def may_appeal(actor: Actor, line: RatingLine) -> bool:
    """The cadre for the own result; the agency's leadership for its collective's."""
    if line.round.state != RoundState.PUBLISHED:
        return False
    if line.kind == Kind.CADRE:
        return actor.is_(Role.CADRE) and actor.cadre == line.cadre_id
    return leads(actor, line.agency_id)


def may_answer_appeal(actor: Actor, line: RatingLine) -> bool:
    return line.round.state == RoundState.PUBLISHED and may_decide(actor, line.round.province_id)


def may_prepare(actor: Actor, province: int) -> bool:
    """The Board computes, proposes, submits, publishes and ends; it never decides."""
    return is_board_of(actor, province)


def may_decide(actor: Actor, province: int) -> bool:
    return is_standing_of(actor, province)


def may_return_round(actor: Actor, round: RatingRound) -> bool:
    """The Board takes back what is out for opinions; the Standing Committee returns what lies before it."""
    if round.state == RoundState.PROPOSED:
        return may_prepare(actor, round.province_id)
    return round.state == RoundState.SUBMITTED and may_decide(actor, round.province_id)


def may_type_official(actor: Actor, line: RatingLine) -> bool:
    """The Board types the official ranking of a cadre in once the Standing Committee has decided on the result."""
    decided = line.round.state in {RoundState.DECIDED, RoundState.PUBLISHED, RoundState.FINAL}
    of_a_cadre = line.kind == Kind.CADRE and line.level != ""
    return decided and of_a_cadre and is_board_of(actor, line.round.province_id)
