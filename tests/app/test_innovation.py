"""A model is proposed, tried, at work, replicated by the Board, and copied by other communes."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.models import Innovation, InnovationAdoption
from diaban.fieldwork.rules import InnovationState
from diaban.fieldwork.services import adopt_innovation, advance_innovation, propose_innovation
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.rules import Topic
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def proposed(world: World, **changes: object) -> Innovation:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "title": "Tổ hợp tác chè Shan tuyết",
        "content": "Mười hộ chung một xưởng sao.",
        "topic": Topic.ECONOMY,
        "proposed_on": date(2023, 2, 1),
        "by": world.as_lan,
        "at": AT,
    }
    return propose_innovation(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def advance(innovation: Innovation, state: InnovationState, *, by: object, result: str = "") -> Innovation:
    return advance_innovation(innovation=innovation, state=state, result=result, by=by, at=AT)  # type: ignore[arg-type]  # each case gives what fits


def test_a_model_goes_its_way() -> None:
    world = make.world()
    innovation = proposed(world)
    advance(innovation, InnovationState.PILOTING, by=world.as_pa_co)
    advance(innovation, InnovationState.WORKING, by=world.as_lan, result="Giá tăng 20 %.")
    advance(innovation, InnovationState.REPLICATED, by=world.as_board, result="Nhân ra toàn huyện.")
    stored = Innovation.objects.get()
    assert (stored.state, stored.result) == (InnovationState.REPLICATED, "Nhân ra toàn huyện.")
    assert make.audited() == ["innovation.proposed", *["innovation.advanced"] * 3]


def test_no_step_is_left_out() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="“Mới đề xuất” nên không chuyển sang bước “Đang thực hiện”"):
        advance(proposed(world), InnovationState.WORKING, by=world.as_lan)


def test_only_the_board_replicates() -> None:
    world = make.world()
    innovation = proposed(world)
    advance(innovation, InnovationState.PILOTING, by=world.as_lan)
    advance(innovation, InnovationState.WORKING, by=world.as_lan)
    for name, actor in world.everybody.items():
        if name != "board":
            with pytest.raises(NotAllowed):
                advance(innovation, InnovationState.REPLICATED, by=actor, result="Tốt.")


def test_stopping_needs_a_result_in_words() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="Chưa có kết quả"):
        advance(proposed(world), InnovationState.STOPPED, by=world.as_pa_co)


def test_another_commune_copies_it_once() -> None:
    world = make.world()
    innovation = proposed(world)

    def adopt(**changes: object) -> InnovationAdoption:
        given: dict[str, object] = {
            "innovation": innovation,
            "commune": world.hang_kia,
            "adopted_on": date(2023, 3, 1),
            "by": world.as_hang_kia,
            "at": AT,
        }
        return adopt_innovation(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits

    same = uuid7()
    assert adopt(id=same) == adopt(id=same)
    assert InnovationAdoption.objects.get().commune == world.hang_kia
    with pytest.raises(RuleBroken, match="đã được ghi là làm theo"):
        adopt()
    with pytest.raises(RuleBroken, match="phải là một xã khác trong tỉnh"):
        adopt(commune=world.pa_co, by=world.as_pa_co)
    with pytest.raises(NotAllowed):
        adopt(by=world.as_pa_co)


def test_only_the_cadre_proposes() -> None:
    world = make.world()
    for who in ("son", "pa_co", "noi_vu", "standing", "system"):
        with pytest.raises(NotAllowed):
            proposed(world, by=world.everybody[who])
    assert not Innovation.objects.exists()
