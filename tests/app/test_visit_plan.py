"""A planned visit is the record to be: made, made on another day, or not made with its reason."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import CancelReason, VisitState
from diaban.fieldwork.services import cancel_visit, complete_visit, confirm_visit, plan_visit
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.planning.rules import EventKind
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db
AHEAD = date(2023, 4, 5)
THEN = at_hanoi(date(2023, 4, 6))


def planned(world: World) -> Visit:
    return plan_visit(assignment=world.at_pa_co, visited_on=AHEAD, event_kind=EventKind.CELL, by=world.as_lan, at=AT)


def test_a_plan_becomes_the_visit() -> None:
    world = make.world()
    complete_visit(visit=planned(world), outcome="Dự sinh hoạt chi bộ.", half_days=2, by=world.as_lan, at=THEN)
    visit = Visit.objects.get()
    assert (visit.state, visit.visited_on, visit.event_kind, visit.half_days, visit.recorded_at) == (
        VisitState.DONE,
        AHEAD,
        EventKind.CELL,
        2,
        THEN,
    )
    assert make.audited() == ["visit.planned", "visit.completed"]


def test_it_may_be_made_on_another_day() -> None:
    world = make.world()
    day = date(2023, 4, 6)
    complete_visit(visit=planned(world), outcome="Đã họp.", visited_on=day, by=world.as_lan, at=THEN)
    assert Visit.objects.get().visited_on == day


def test_a_plan_whose_day_has_not_come_is_not_made() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="Ngày 05/04/2023 chưa đến"):
        complete_visit(visit=planned(world), outcome="Đã họp.", by=world.as_lan, at=AT)
    assert Visit.objects.get().state == VisitState.PLANNED


def test_a_visit_that_was_not_made_says_why() -> None:
    world = make.world()
    cancel_visit(visit=planned(world), reason=CancelReason.WEATHER, by=world.as_lan, at=THEN)
    visit = Visit.objects.get()
    assert (visit.state, visit.cancel_reason) == (VisitState.CANCELLED, CancelReason.WEATHER)
    with pytest.raises(RuleBroken, match="“Không thực hiện” nên không chuyển sang bước “Đã đi”"):
        complete_visit(visit=visit, outcome="Đã họp.", by=world.as_lan, at=THEN)


def test_a_visit_that_was_made_is_not_cancelled() -> None:
    world = make.world()
    with pytest.raises(RuleBroken):
        cancel_visit(visit=make.visit(world.at_pa_co), reason=CancelReason.OTHER, by=world.as_lan, at=AT)
    assert Visit.objects.get().state == VisitState.DONE


def test_another_cadre_has_no_hand_in_it() -> None:
    world = make.world()
    visit = planned(world)
    with pytest.raises(NotAllowed):
        complete_visit(visit=visit, outcome="Đã họp.", by=world.as_son, at=THEN)
    with pytest.raises(NotAllowed):
        cancel_visit(visit=visit, reason=CancelReason.OTHER, by=world.as_son, at=THEN)


def test_a_plan_is_not_confirmed() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="chưa thực hiện"):
        confirm_visit(visit=planned(world), by=world.as_pa_co, at=AT)
