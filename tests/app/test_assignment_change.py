"""An assignment ends on a day and another begins by a numbered decision."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from diaban.assignments.models import Assignment, AssignmentRole, EndReason
from diaban.assignments.services.changing import begin_assignment, end_assignment, record_decision
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db
STARTS = date(2023, 4, 1)


def begun(world: World, **changes: object) -> Assignment:
    decision = record_decision(
        province=world.province, symbol="9-QĐ/TU", issued_on=date(2023, 3, 20), by=world.as_board, at=AT
    )
    given: dict[str, object] = {
        "decision": decision,
        "commune": world.pa_co,
        "cadre": world.son,
        "agency": world.xay_dung,
        "starts_on": STARTS,
        "by": world.as_board,
        "at": AT,
    }
    return begin_assignment(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_one_ends_and_the_next_begins_on_the_same_day() -> None:
    world, same = make.world(), uuid7()
    end_assignment(assignment=world.at_pa_co, ends_on=STARTS, reason=EndReason.TRANSFER, by=world.as_board, at=AT)
    assert begun(world, id=same) == begun(world, id=same)
    held = Assignment.objects.filter(commune=world.pa_co).order_by("starts_on")
    assert [(one.cadre, one.starts_on, one.ends_on) for one in held] == [
        (world.lan, make.ASSIGNED, STARTS),
        (world.son, STARTS, None),
    ]
    assert make.audited() == ["assignment.ended", "assignment_decision.recorded", "assignment.begun"]


def test_a_commune_has_one_who_follows_it() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="Xã Pà Cò đã có Hà Thị Lan theo dõi từ 14/12/2022"):
        begun(world)
    begun(world, role=AssignmentRole.SPONSOR)
    with pytest.raises(IntegrityError, match="one_primary_cadre_per_commune"), transaction.atomic():
        make.assignment(cadre=world.son, commune=world.pa_co, agency=world.xay_dung, starts_on=STARTS)


def test_an_end_is_said_once_and_after_the_beginning() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="phải sau ngày bắt đầu 14/12/2022"):
        end_assignment(
            assignment=world.at_pa_co, ends_on=make.ASSIGNED, reason=EndReason.TERM, by=world.as_board, at=AT
        )
    end_assignment(assignment=world.at_pa_co, ends_on=STARTS, reason=EndReason.TERM, by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="đã kết thúc từ 01/04/2023"):
        end_assignment(assignment=world.at_pa_co, ends_on=STARTS, reason=EndReason.TERM, by=world.as_board, at=AT)


def test_only_the_provinces_bodies_assign() -> None:
    world = make.world()
    end_assignment(assignment=world.at_pa_co, ends_on=STARTS, reason=EndReason.TERM, by=world.as_standing, at=AT)
    other = make.board(make.province("Tỉnh Phú Thọ", code="25"))
    for name, actor in {**world.everybody, "other": other}.items():
        if name not in {"board", "standing"}:
            with pytest.raises(NotAllowed):
                begun(world, by=actor)
            with pytest.raises(NotAllowed):
                end_assignment(assignment=world.at_hang_kia, ends_on=STARTS, reason=EndReason.TERM, by=actor, at=AT)
