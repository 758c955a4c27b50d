"""A year's rating goes its way, from the draft to the end of the appeals; each refusal says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from diaban.assessment.models import YearConclusion
from diaban.assignments.models import Assignment
from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.formats import moment
from diaban.kit.ids import uuid7
from diaban.ranking import services
from diaban.ranking.models import QualityRanking, RatingLine, RatingOverride, RatingRound, RatingStep
from diaban.ranking.papers import proposal_paper
from diaban.ranking.policies import visible_lines, visible_rounds
from diaban.ranking.queries import rounds as queries
from diaban.ranking.rules.rounds import RoundState, Vote
from diaban.reporting.rules import CompletionLevel
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2024, 1, 10))
REASON = "Hai tháng chống bão ở xã Pà Cò."
GRANTED = "Chấp nhận vì chuyến đi tháng 10 có thật."
PROVINCE = {"board", "standing", "inspector"}


def opened(world: World) -> RatingRound:
    return services.open_round(province=world.province, year=2023, by=world.as_board, at=AT)


def conclude(world: World) -> None:
    YearConclusion.objects.create(
        province=world.province, year=2023, decision_symbol="9-KL/TU", concluded_on=date(2024, 1, 5), released_at=AT
    )


def decide(round: RatingRound, *, agreed: int = 12, on: date = date(2024, 1, 10), by: Actor) -> RatingRound:
    vote = Vote(15, 13, agreed)
    return services.decide_round(round=round, vote=vote, decision_symbol="20-QĐ/TU", decided_on=on, by=by, at=AT)


def of(round: RatingRound, world: World) -> RatingLine:
    return round.lines.get(cadre=world.lan)


def test_a_draft_is_computed_once_and_anew_until_it_is_proposed() -> None:
    world, same = make.world(), uuid7()
    first = services.open_round(province=world.province, year=2023, id=same, by=world.as_board, at=AT)
    assert services.open_round(province=world.province, year=2023, id=same, by=world.as_board, at=AT) == first
    with pytest.raises(RuleBroken, match="đã có đợt đánh giá"):
        opened(world)
    assert {(line.kind, str(line)) for line in first.lines.all()} == {
        ("cadre", "Hà Thị Lan"), ("cadre", "Bùi Văn Sơn"), ("leadership", "Sở Nội vụ"), ("leadership", "Sở Xây dựng"),
    }  # fmt: skip
    assert queries.verdict_of(of(first, world)).level_by_rules is CompletionLevel.NOT_COMPLETED
    assert queries.drift(first, today=date(2024, 1, 10)) is None
    paper = proposal_paper(RatingRound.objects.get(), [], at=AT)
    assert paper.provenance.count(moment(AT)) == 2
    make.visit(world.at_pa_co)
    assert queries.drift(first, today=date(2024, 1, 10)) is not None
    digest = first.records_digest
    services.override(line=of(first, world), level=CompletionLevel.GOOD, reason=REASON, by=world.as_board, at=AT)
    services.compute_round(round=first, by=world.as_board, at=AT)
    assert first.records_digest != digest
    assert (of(first, world).level, of(first, world).level_after_cap) == ("good", "not_completed")
    assert QualityRanking.objects.count() == 0


def test_from_the_draft_to_the_end() -> None:
    world = make.world()
    round = opened(world)
    for step in (services.submit_round, services.publish_round, services.finish_round):
        with pytest.raises(RuleBroken, match="không chuyển sang bước"):
            step(round=round, by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="còn niêm phong"):
        services.propose_round(round=round, by=world.as_board, at=AT)
    conclude(world)
    assert make.seen_by(world, visible_rounds) == {"board"}
    assert make.seen_by(world, visible_lines) == {"board"}

    services.propose_round(round=round, by=world.as_board, at=AT)
    assert make.seen_by(world, visible_rounds) == PROVINCE
    assert make.seen_by(world, visible_lines) == PROVINCE | {"noi_vu", "xay_dung"}
    with pytest.raises(RuleBroken, match="được giữ nguyên"):
        services.compute_round(round=round, by=world.as_board, at=AT)
    line = of(round, world)
    with pytest.raises(NotAllowed):
        services.override(line=line, level=CompletionLevel.GOOD, reason=REASON, by=world.as_board, at=AT)
    with pytest.raises(NotAllowed):
        services.opine(line=line, text="Ý kiến.", by=world.as_xay_dung, at=AT)
    services.opine(line=line, text="Đồng chí có nhiều cố gắng.", by=world.as_noi_vu, at=AT)

    services.submit_round(round=round, by=world.as_board, at=AT)
    assert make.seen_by(world, visible_lines) == PROVINCE
    with pytest.raises(RuleBroken) as refused:
        services.override(line=line, level=CompletionLevel.COMPLETED, reason=" ", by=world.as_standing, at=AT)
    assert refused.value.field == "reason"
    services.override(line=line, level=CompletionLevel.COMPLETED, reason=REASON, by=world.as_standing, at=AT)
    with pytest.raises(RuleBroken, match="chưa quá nửa"):
        decide(round, agreed=7, by=world.as_standing)
    with pytest.raises(NotAllowed):
        decide(round, by=world.as_board)
    decide(round, by=world.as_standing)
    assert make.seen_by(world, visible_lines) == PROVINCE

    services.publish_round(round=round, by=world.as_board, at=AT)
    assert make.seen_by(world, visible_lines) == PROVINCE | {"noi_vu", "xay_dung", "lan", "son"}
    line = of(round, world)
    with pytest.raises(NotAllowed):
        services.appeal(line=line, text="Xin xem lại.", by=world.as_son, at=AT)
    appeal = services.appeal(line=line, text="Xin xem lại.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="một lần"):
        services.appeal(line=line, text="Lần nữa.", by=world.as_lan, at=AT)
    later = at_hanoi(date(2024, 1, 25))
    with pytest.raises(RuleBroken, match="Còn 1 kiến nghị"):
        services.finish_round(round=round, by=world.as_board, at=later)
    services.answer_appeal(appeal=appeal, answer=GRANTED, level=CompletionLevel.GOOD, by=world.as_standing, at=later)
    services.finish_round(round=round, by=world.as_board, at=later)

    assert [step.state for step in round.steps.all()] == [*RoundState][1:]
    assert len({step.result_digest for step in round.steps.all()}) == 1
    assert len({step.levels_digest for step in round.steps.all()}) == 3
    changes = RatingOverride.objects.values_list("before", "level", "reason")
    assert list(changes) == [("not_completed", "completed", REASON), ("completed", "good", GRANTED)]


def test_an_override_may_not_go_over_the_cap_and_a_returned_proposal_is_a_draft_again() -> None:
    world = make.world()
    conclude(world)
    round = opened(world)
    line = of(round, world)
    services.override(line=line, level=CompletionLevel.EXCELLENT, reason=REASON, by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="vượt trần 1"):
        services.propose_round(round=round, by=world.as_board, at=AT)
    services.override(line=line, level=CompletionLevel.GOOD, reason=REASON, by=world.as_board, at=AT)
    services.propose_round(round=round, by=world.as_board, at=AT)
    with pytest.raises(NotAllowed):
        services.return_round(round=round, reason="Xem lại.", by=world.as_standing, at=AT)
    services.opine(
        line=round.lines.get(agency=world.noi_vu, cadre=None), text="Nên xem lại.", by=world.as_noi_vu, at=AT
    )
    services.return_round(round=round, reason="Tính thiếu.", by=world.as_board, at=AT)
    Assignment.objects.all().delete()
    services.compute_round(round=round, by=world.as_board, at=AT)
    assert make.audited()[-2:] == ["rating.returned", "rating.computed"]
    assert {str(line) for line in round.lines.all()} == {"Hà Thị Lan", "Sở Nội vụ"}


def test_the_board_takes_nothing_back_that_has_just_been_submitted() -> None:
    world = make.world()
    conclude(world)
    round = opened(world)
    services.propose_round(round=round, by=world.as_board, at=AT)
    stale = RatingRound.objects.get()
    services.submit_round(round=round, by=world.as_board, at=AT)
    with pytest.raises(NotAllowed):
        services.return_round(round=stale, reason="Xem lại.", by=world.as_board, at=AT)


def test_another_level_needs_a_concrete_reason_and_a_decision_comes_after_the_submission() -> None:
    world = make.world()
    conclude(world)
    round = opened(world)
    line, good = of(round, world), CompletionLevel.GOOD
    with pytest.raises(RuleBroken, match="ít nhất 1 việc cụ thể làm lý do") as hollow:
        services.override(line=line, level=good, reason="x", by=world.as_board, at=AT)
    services.propose_round(round=round, by=world.as_board, at=AT)
    services.submit_round(round=round, by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="trình Ban Thường vụ ngày 10/01/2024") as before:
        decide(round, on=date(2024, 1, 9), by=world.as_standing)
    decide(round, by=world.as_standing)
    services.publish_round(round=round, by=world.as_board, at=AT)
    appeal = services.appeal(line=of(round, world), text="Xin xem lại.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="ít nhất 1 việc cụ thể làm lý do") as curt:
        services.answer_appeal(appeal=appeal, answer="Được.", level=good, by=world.as_standing, at=AT)
    assert [one.value.field for one in (hollow, before, curt)] == ["reason", "decided_on", "answer"]
    services.answer_appeal(appeal=appeal, answer="Giữ nguyên.", by=world.as_standing, at=AT)
    assert RatingOverride.objects.count() == 0


def test_the_database_keeps_what_was_proposed() -> None:
    world = make.world()
    conclude(world)
    round = opened(world)
    line = of(round, world)
    services.override(line=line, level=CompletionLevel.GOOD, reason=REASON, by=world.as_board, at=AT)
    services.propose_round(round=round, by=world.as_board, at=AT)
    attempts: tuple[Callable[[], int], ...] = (
        lambda: RatingLine.objects.filter(pk=line.pk).update(level_by_rules="excellent"),
        lambda: RatingRound.objects.update(result_digest="0" * 64),
        lambda: RatingOverride.objects.update(reason="Khác."),
        lambda: RatingStep.objects.update(by_name="Khác"),
    )
    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
