"""A round goes its way: proposed, heard, decided by a vote, published, ended. Each step keeps what it rested on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.objections import demand, line, passage, refuse, step_objections
from diaban.kit.records import hold
from diaban.ranking import policies
from diaban.ranking.models import RatingRound, RatingStep
from diaban.ranking.queries import rounds as queries
from diaban.ranking.rules.rounds import ROUND_NEXT, RoundState, Vote, decision_objections, vote_objections

BOARD_ONLY = "Chỉ Ban Tổ chức Tỉnh ủy chuyển đợt đánh giá sang bước này."
STANDING_ONLY = "Chỉ Ban Thường vụ Tỉnh ủy quyết định."


@transaction.atomic
def propose_round(*, round: RatingRound, by: Actor, at: datetime) -> RatingRound:
    """The Board's proposal: from now on what was computed stays, and those concerned give their opinion."""
    demand(policies.may_prepare(by, round.province_id), BOARD_ONLY)
    _may_go(round, RoundState.PROPOSED)
    refuse(queries.hindrances(round, today=local_date(at)))
    return _go(round, RoundState.PROPOSED, "rating.proposed", by, at)


@transaction.atomic
def submit_round(*, round: RatingRound, by: Actor, at: datetime) -> RatingRound:
    """Opinions were heard; the proposal is laid before the Standing Committee."""
    demand(policies.may_prepare(by, round.province_id), BOARD_ONLY)
    _may_go(round, RoundState.SUBMITTED)
    return _go(round, RoundState.SUBMITTED, "rating.submitted", by, at)


@transaction.atomic
def return_round(*, round: RatingRound, reason: str, by: Actor, at: datetime) -> RatingRound:
    """Back to a draft, with a reason: it may be computed anew. Overrides and opinions stay."""
    hold(round)
    demand(policies.may_return_round(by, round), "Chỉ nơi đang giữ đề xuất được trả về bản lập.")
    _may_go(round, RoundState.DRAFT)
    reason = passage(reason, field="reason", name="lý do trả lại", limit=1000)
    return _go(round, RoundState.DRAFT, "rating.returned", by, at, reason=reason)


@transaction.atomic
def decide_round(
    *, round: RatingRound, vote: Vote, decision_symbol: str, decided_on: date, by: Actor, at: datetime
) -> RatingRound:
    """The Standing Committee decides on the levels as they stand, by a vote that is recorded."""
    demand(policies.may_decide(by, round.province_id), STANDING_ONLY)
    _may_go(round, RoundState.DECIDED)
    refuse(vote_objections(vote))
    submitted_on = local_date(queries.reached_at(round, RoundState.SUBMITTED) or at)
    refuse(decision_objections(submitted_on=submitted_on, decided_on=decided_on, today=local_date(at)))
    refuse(queries.hindrances(round, today=local_date(at)))
    symbol = line(decision_symbol, field="decision_symbol", name="số quyết định", limit=60)
    said = {"members": vote.members, "present": vote.present, "agreed": vote.agreed}
    more = {"decision_symbol": symbol, "decided_on": decided_on}
    return _go(round, RoundState.DECIDED, "rating.decided", by, at, **said, **more)


@transaction.atomic
def publish_round(*, round: RatingRound, by: Actor, at: datetime) -> RatingRound:
    """Each of those concerned reads the own result, and nobody else's."""
    demand(policies.may_prepare(by, round.province_id), BOARD_ONLY)
    _may_go(round, RoundState.PUBLISHED)
    return _go(round, RoundState.PUBLISHED, "rating.published", by, at)


@transaction.atomic
def finish_round(*, round: RatingRound, by: Actor, at: datetime) -> RatingRound:
    """No appeal can come any more and all are answered: the results are final."""
    demand(policies.may_prepare(by, round.province_id), BOARD_ONLY)
    _may_go(round, RoundState.FINAL)
    refuse(queries.hindrances(round, today=local_date(at)))
    return _go(round, RoundState.FINAL, "rating.final", by, at)


def _may_go(round: RatingRound, then: RoundState) -> None:
    hold(round)
    refuse(step_objections(ROUND_NEXT, now=RoundState(round.state), then=then, thing="Đợt đánh giá"))


def _go(round: RatingRound, then: RoundState, action: str, by: Actor, at: datetime, **said: Any) -> RatingRound:
    round.state = then
    round.save(update_fields=["state"])
    step = RatingStep.objects.create(
        round=round,
        state=then,
        at=at,
        by_name=by.name,
        records_digest=round.records_digest,
        rules_digest=round.rules_digest,
        result_digest=round.result_digest,
        levels_digest=queries.levels_digest(round),
        **said,
    )
    told = {name: str(value) for name, value in said.items() if name != "reason"}
    audit.record(action, round, by=by, at=at, result=step.result_digest, levels=step.levels_digest, **told)
    return round
