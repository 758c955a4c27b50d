"""The rating of a year: what the Board has to draw up and the Standing Committee to decide, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from diaban.desk.rules import Mark, Task, countdown
from diaban.kit.actors import Actor, Role
from diaban.obligations.queries import of_year
from diaban.places.models import Unit
from diaban.ranking.models import RatingRound
from diaban.ranking.policies import visible_rounds
from diaban.ranking.rules.rounds import RoundState
from diaban.regulations.queries import rule_values

STEPS: dict[Role, dict[RoundState, str]] = {
    Role.BOARD: {
        RoundState.DRAFT: "Đề xuất",
        RoundState.PROPOSED: "Trình Ban Thường vụ",
        RoundState.DECIDED: "Công bố",
        RoundState.PUBLISHED: "Trả lời, kết thúc",
    },
    Role.STANDING: {RoundState.SUBMITTED: "Quyết định"},
}


def to_rate(actor: Actor, today: date) -> Iterator[Task]:
    """This year's once the communes' forms are due, and last year's until it is done with."""
    rounds = {one.year: one for one in visible_rounds(actor).filter(year__gte=today.year - 1)}
    for year in (today.year - 1, today.year):
        round = rounds.get(year)
        if round is not None:
            yield from _step(actor, round, today)
        elif actor.is_(Role.BOARD):
            yield from _beginning(actor, year, today)


def _step(actor: Actor, round: RatingRound, today: date) -> Iterator[Task]:
    state = RoundState(round.state)
    act = STEPS[actor.role].get(state)
    if act is None:
        return
    rules, href = rule_values(Unit(pk=round.province_id), round.year), reverse("ranking:round", args=[round.pk])
    due = rules.rating_due(round.year, decided=actor.is_(Role.STANDING))
    ahead = state in {RoundState.DRAFT, RoundState.PROPOSED, RoundState.SUBMITTED}
    mark = countdown(due, today) if ahead else Mark("doing", state.label)
    yield Task(on=due if ahead else today, title=_title(round.year), href=href, mark=mark, act=act, act_href=href)


def _beginning(actor: Actor, year: int, today: date) -> Iterator[Task]:
    """Of a year in which something was owed."""
    province = actor.province or 0
    rules, href = rule_values(Unit(pk=province), year), reverse("ranking:rounds")
    if today <= rules.assessment_window(year)[1] or not of_year(province, year).exists():
        return
    due = rules.rating_due(year, decided=False)
    yield Task(on=due, title=_title(year), href=href, mark=countdown(due, today), act="Lập đợt", act_href=href)


def _title(year: int) -> str:
    return f"Kết quả theo dõi năm {year}"
