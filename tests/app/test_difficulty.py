"""A difficulty is raised, put to somebody, answered in working days, accepted or closed with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.models import Difficulty, DifficultyStep
from diaban.fieldwork.policies import visible_difficulties
from diaban.fieldwork.rules import Authority, DifficultyState, RaisedBy
from diaban.fieldwork.services import (
    accept_answer,
    answer_difficulty,
    close_difficulty,
    extend_difficulty,
    raise_difficulty,
    route_difficulty,
)
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.rules import Topic
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def raised(world: World, **changes: object) -> Difficulty:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "title": "Đường vào bản Xà Lĩnh",
        "description": "Đường sạt lở, chưa có kinh phí sửa.",
        "topic": Topic.ECONOMY,
        "authority": Authority.AGENCY,
        "raised_on": date(2023, 3, 15),
        "by": world.as_pa_co,
        "at": AT,
    }
    return raise_difficulty(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def routed(world: World) -> Difficulty:
    return route_difficulty(
        difficulty=raised(world), authority=Authority.AGENCY, owner=world.xay_dung, by=world.as_lan, at=AT
    )


def answered(world: World) -> Difficulty:
    by = world.as_xay_dung
    return answer_difficulty(difficulty=routed(world), text="Bố trí vốn quý III.", document="12/SXD", by=by, at=AT)


@pytest.mark.parametrize(("who", "side"), [("pa_co", RaisedBy.COMMUNE), ("lan", RaisedBy.CADRE)])
def test_the_commune_or_its_cadre_raises_it(who: str, side: RaisedBy) -> None:
    world = make.world()
    raised(world, by=world.everybody[who])
    stored = Difficulty.objects.get()
    assert (stored.raised_by, stored.state, stored.year, stored.owner, stored.due_on) == (
        side,
        DifficultyState.NEW,
        2023,
        None,
        None,
    )
    assert list(DifficultyStep.objects.values_list("state", flat=True)) == ["new"]


@pytest.mark.parametrize("who", ["son", "hang_kia", "noi_vu", "district", "board", "standing", "inspector", "system"])
def test_nobody_else_raises_it(who: str) -> None:
    world = make.world()
    with pytest.raises(NotAllowed):
        raised(world, by=world.everybody[who])


def test_raised_twice_with_one_id_is_one_difficulty() -> None:
    world, same = make.world(), uuid7()
    assert raised(world, id=same) == raised(world, id=same)
    assert (Difficulty.objects.count(), DifficultyStep.objects.count()) == (1, 1)


def test_the_answer_is_due_in_fifteen_working_days() -> None:
    world = make.world()
    difficulty = route_difficulty(
        difficulty=raised(world),
        authority=Authority.AGENCY,
        owner=world.xay_dung,
        by=world.as_board,
        at=at_hanoi(date(2023, 4, 21)),
    )
    assert (difficulty.state, difficulty.owner, difficulty.due_on) == (
        DifficultyState.ROUTED,
        world.xay_dung,
        date(2023, 5, 17),  # from 21/4, without the holidays of 30/4 and 1/5 (2/5 and 3/5 in lieu)
    )


def test_the_whole_way_is_on_record() -> None:
    world = make.world()
    accept_answer(difficulty=answered(world), by=world.as_pa_co, at=at_hanoi(date(2023, 3, 30)))
    stored = Difficulty.objects.get()
    assert (stored.state, stored.answered_on, stored.closed_on) == (
        DifficultyState.SOLVED,
        date(2023, 3, 20),
        date(2023, 3, 30),
    )
    assert list(DifficultyStep.objects.values_list("state", "by_name", "document")) == [
        ("new", "Đảng ủy Xã Pà Cò", ""),
        ("routed", "Hà Thị Lan", ""),
        ("answered", "Lãnh đạo Sở Xây dựng", "12/SXD"),
        ("solved", "Đảng ủy Xã Pà Cò", ""),
    ]
    assert make.audited() == [
        "difficulty.raised",
        "difficulty.routed",
        "difficulty.answered",
        "difficulty.solved",
    ]


def test_only_who_was_asked_answers() -> None:
    world = make.world()
    difficulty = routed(world)
    for who in ("lan", "noi_vu", "pa_co", "district", "inspector", "system"):
        with pytest.raises(NotAllowed):
            answer_difficulty(difficulty=difficulty, text="Xong.", by=world.everybody[who], at=AT)


def test_only_the_commune_accepts_and_only_the_board_closes() -> None:
    world = make.world()
    difficulty = answered(world)
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed):
                accept_answer(difficulty=difficulty, by=actor, at=AT)
        if name != "board":
            with pytest.raises(NotAllowed):
                close_difficulty(difficulty=difficulty, reason="Không có vốn.", by=actor, at=AT)


def test_nothing_is_accepted_before_it_is_answered() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="“Đã chuyển cơ quan giải quyết” nên không chuyển sang bước"):
        accept_answer(difficulty=routed(world), by=world.as_pa_co, at=AT)


def test_more_time_is_granted_once_by_the_board() -> None:
    world = make.world()
    difficulty = routed(world)
    with pytest.raises(NotAllowed):
        extend_difficulty(
            difficulty=difficulty, new_due_on=date(2023, 5, 1), reason="Chờ vốn.", by=world.as_xay_dung, at=AT
        )
    extend_difficulty(difficulty=difficulty, new_due_on=date(2023, 5, 1), reason="Chờ vốn.", by=world.as_board, at=AT)
    stored = Difficulty.objects.get()
    assert (stored.due_on, stored.extended, stored.state) == (date(2023, 5, 1), True, DifficultyState.ROUTED)
    with pytest.raises(RuleBroken, match="đã được gia hạn một lần"):
        extend_difficulty(
            difficulty=difficulty, new_due_on=date(2023, 6, 1), reason="Chờ vốn.", by=world.as_board, at=AT
        )


def test_what_cannot_be_solved_is_closed_with_a_reason_and_can_be_put_again() -> None:
    world = make.world()
    difficulty = answered(world)
    with pytest.raises(RuleBroken, match="Chưa có lý do không giải quyết được"):
        close_difficulty(difficulty=difficulty, reason="", by=world.as_board, at=AT)
    close_difficulty(difficulty=difficulty, reason="Ngoài quy hoạch.", by=world.as_board, at=AT)
    assert Difficulty.objects.get().closed_on == date(2023, 3, 20)

    route_difficulty(difficulty=difficulty, authority=Authority.STANDING, by=world.as_pa_co, at=AT)
    stored = Difficulty.objects.get()
    assert (stored.state, stored.authority, stored.owner, stored.closed_on, stored.answered_on) == (
        DifficultyState.ROUTED,
        Authority.STANDING,
        None,
        None,
        None,
    )


def test_an_agency_must_be_named() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="Chưa chọn cơ quan giải quyết") as refused:
        route_difficulty(difficulty=raised(world), authority=Authority.AGENCY, by=world.as_lan, at=AT)
    assert refused.value.field == "owner"


def test_who_is_asked_sees_it_from_then_on() -> None:
    world = make.world()
    difficulty = raised(world)
    before = {"lan", "noi_vu", "pa_co", "district", "board", "standing", "inspector"}
    assert make.seen_by(world, visible_difficulties) == before
    route_difficulty(difficulty=difficulty, authority=Authority.AGENCY, owner=world.xay_dung, by=world.as_lan, at=AT)
    assert make.seen_by(world, visible_difficulties) == before | {"xay_dung"}
