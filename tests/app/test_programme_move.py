"""A programme goes to the agency and the Organisation Board, or comes back."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.planning.models import Programme, ProgrammeStep
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import ProgrammeState
from diaban.planning.services import (
    endorse_programme,
    register_programme,
    return_programme,
    rewrite_programme,
    submit_programme,
)
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def owed(world: World) -> Obligation:
    expect_year(province=world.province, year=2023, by=world.as_board, at=AT)
    return Obligation.objects.get(assignment=world.at_pa_co, kind="programme", year=2023)


def test_the_way_of_a_programme() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    submit_programme(programme=programme, by=world.as_lan, at=AT)
    endorse_programme(programme=programme, by=world.as_noi_vu, at=AT)
    register_programme(programme=programme, by=world.as_board, at=AT)

    assert Programme.objects.get().state == ProgrammeState.REGISTERED
    assert list(ProgrammeStep.objects.values_list("state", "by_name")) == [
        ("submitted", "Hà Thị Lan"),
        ("endorsed", "Lãnh đạo Sở Nội vụ"),
        ("registered", "Ban Tổ chức Tỉnh ủy"),
    ]
    assert make.audited() == [
        "programme.drafted",
        "programme.submitted",
        "programme.endorsed",
        "programme.registered",
    ]


@pytest.mark.parametrize(
    ("act", "allowed"),
    [(submit_programme, {"lan"}), (endorse_programme, {"noi_vu"}), (register_programme, {"board"})],
)
def test_each_step_is_one_sides(act: object, allowed: set[str]) -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    refused = set()
    for name, actor in world.everybody.items():
        try:
            act(programme=programme, by=actor, at=AT)  # type: ignore[operator]  # verbs with one shape
        except NotAllowed:
            refused.add(name)
        except RuleBroken:
            pass
    assert set(world.everybody) - refused == allowed


def test_sending_marks_the_obligation_received_and_late() -> None:
    world = make.world()
    row = owed(world)
    at = at_hanoi(date(2023, 2, 2))
    programme = make.programme(world.at_pa_co, at=at)
    submit_programme(programme=programme, by=world.as_lan, at=at)

    row.refresh_from_db()
    assert (row.due_on, row.received_on, row.days_late) == (date(2023, 1, 31), date(2023, 2, 2), 2)
    assert (row.received_record, row.received_kind) == (programme.pk, "planning.programme")


def test_a_return_makes_it_owed_again_until_it_is_sent_once_more() -> None:
    world = make.world()
    row = owed(world)
    programme = make.programme(world.at_pa_co)
    submit_programme(programme=programme, by=world.as_lan, at=AT)
    return_programme(programme=programme, reason="Thiếu việc quý IV.", by=world.as_noi_vu, at=AT)

    row.refresh_from_db()
    assert (programme.state, row.received_on) == (ProgrammeState.RETURNED, None)
    assert ProgrammeStep.objects.get(state="returned").reason == "Thiếu việc quý IV."

    items = [make.item(month=11)]
    rewrite_programme(programme=programme, objectives="Đủ bốn quý.", items=items, by=world.as_lan, at=AT)
    later = at_hanoi(date(2023, 3, 27))
    submit_programme(programme=programme, by=world.as_lan, at=later)
    row.refresh_from_db()
    assert row.received_on == date(2023, 3, 27)


def test_a_return_needs_its_reason() -> None:
    world = make.world()
    programme = submit_programme(programme=make.programme(world.at_pa_co), by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="Chưa có lý do trả lại") as refused:
        return_programme(programme=programme, reason="", by=world.as_noi_vu, at=AT)
    assert refused.value.field == "reason"
    assert Programme.objects.get().state == ProgrammeState.SUBMITTED


def test_whoever_holds_it_returns_it() -> None:
    world = make.world()
    programme = submit_programme(programme=make.programme(world.at_pa_co), by=world.as_lan, at=AT)
    with pytest.raises(NotAllowed):
        return_programme(programme=programme, reason="Sai.", by=world.as_board, at=AT)
    endorse_programme(programme=programme, by=world.as_noi_vu, at=AT)
    with pytest.raises(NotAllowed):
        return_programme(programme=programme, reason="Sai.", by=world.as_noi_vu, at=AT)
    return_programme(programme=programme, reason="Sai mẫu.", by=world.as_board, at=AT)
    assert Programme.objects.get().state == ProgrammeState.RETURNED


def test_sending_without_an_obligation_is_fine() -> None:
    world = make.world()
    submit_programme(programme=make.programme(world.at_pa_co), by=world.as_lan, at=AT)
    assert (Programme.objects.get().state, Obligation.objects.count()) == (ProgrammeState.SUBMITTED, 0)


def test_who_sees_a_programme() -> None:
    world = make.world()
    draft = make.programme(world.at_pa_co)
    assert make.seen_by(world, visible_programmes) == {"lan"}
    submit_programme(programme=draft, by=world.as_lan, at=AT)
    assert make.seen_by(world, visible_programmes) == {
        "lan",
        "noi_vu",
        "pa_co",
        "district",
        "board",
        "standing",
        "inspector",
    }
