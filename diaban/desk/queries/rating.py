"""The rating of a year: what the Board has to draw up and the Standing Committee to decide, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from diaban.desk.rules import Mark, Task, countdown
from diaban.kit.actors import Actor, Role
from diaban.kit.clock import local_date
from diaban.kit.formats import day
from diaban.obligations.queries import of_year
from diaban.places.models import Unit
from diaban.ranking.models import RatingRound
from diaban.ranking.policies import visible_rounds
from diaban.ranking.queries.rounds import hindrances, unanswered_appeals
from diaban.ranking.rules.rounds import RoundState
from diaban.regulations.queries import rule_values

MOST = 40
STEPS: dict[Role, dict[RoundState, str]] = {
    Role.BOARD: {
        RoundState.DRAFT: "Đề xuất",
        RoundState.PROPOSED: "Trình Ban Thường vụ",
        RoundState.DECIDED: "Công bố",
        RoundState.PUBLISHED: "Kết thúc",
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
    if state is RoundState.PUBLISHED:
        yield _ending(round, today)
        return
    rules, href = rule_values(Unit(pk=round.province_id), round.year), reverse("ranking:round", args=[round.pk])
    due = rules.rating_due(round.year, decided=actor.is_(Role.STANDING))
    ahead = state in {RoundState.DRAFT, RoundState.PROPOSED, RoundState.SUBMITTED}
    mark = countdown(due, today) if ahead else Mark("doing", state.label)
    yield Task(on=due if ahead else today, title=_title(round.year), href=href, mark=mark, act=act, act_href=href)


def _ending(round: RatingRound, today: date) -> Task:
    """Published: what the end still waits for is said, and the end is offered when it waits for nothing."""
    href, missing = reverse("ranking:round", args=[round.pk]), hindrances(round, today=today)
    mark = Mark("doing", RoundState.PUBLISHED.label)
    said, act = " ".join(one.sentence for one in missing), "" if missing else STEPS[Role.BOARD][RoundState.PUBLISHED]
    return Task(on=today, title=_title(round.year), href=href, mark=mark, meta=said, act=act, act_href=href)


def to_answer(actor: Actor, today: date) -> Iterator[Task]:
    """Appeals that only the Standing Committee answers, the oldest first."""
    for one in unanswered_appeals(actor)[:MOST]:
        on, href = local_date(one.at), reverse("ranking:line", args=[one.line_id])
        yield Task(
            on=on,
            title=f"Kiến nghị về kết quả theo dõi năm {one.line.round.year}, {one.line}",
            href=href,
            mark=Mark("due", "Chưa trả lời kiến nghị"),
            meta=f"{one.by_name}, ngày {day(on)}",
            act="Trả lời",
            act_href=reverse("ranking:answer", args=[one.line_id]),
        )


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
