"""The commune confirms a visit or sees it otherwise; silence is not consent."""

from __future__ import annotations

import pytest

from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import Confirmation
from diaban.fieldwork.services import confirm_visit, dispute_visit
from diaban.kit.errors import NotAllowed, RuleBroken
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db


def test_the_commune_confirms() -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    assert visit.confirmation == Confirmation.SILENT
    confirm_visit(visit=visit, by=world.as_pa_co, at=AT)
    stored = Visit.objects.get()
    assert (stored.confirmation, stored.confirmed_at, stored.confirmed_by) == (
        Confirmation.CONFIRMED,
        AT,
        "Đảng ủy Xã Pà Cò",
    )
    assert make.audited() == ["visit.recorded", "visit.confirmed"]


def test_the_commune_sees_it_otherwise_and_comes_round() -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    dispute_visit(visit=visit, reason="Đoàn đến ngày 16.", by=world.as_pa_co, at=AT)
    stored = Visit.objects.get()
    assert (stored.confirmation, stored.dispute_reason) == (Confirmation.DISPUTED, "Đoàn đến ngày 16.")
    confirm_visit(visit=visit, by=world.as_pa_co, at=AT)
    assert Visit.objects.get().confirmation == Confirmation.CONFIRMED


def test_another_view_needs_its_reason() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="Chưa có lý do không thống nhất"):
        dispute_visit(visit=make.visit(world.at_pa_co), reason=" ", by=world.as_pa_co, at=AT)


def test_what_is_confirmed_stays_confirmed() -> None:
    world = make.world()
    visit = confirm_visit(visit=make.visit(world.at_pa_co), by=world.as_pa_co, at=AT)
    with pytest.raises(RuleBroken):
        dispute_visit(visit=visit, reason="Khác.", by=world.as_pa_co, at=AT)
    with pytest.raises(RuleBroken):
        confirm_visit(visit=visit, by=world.as_pa_co, at=AT)
    assert make.audited() == ["visit.recorded", "visit.confirmed"]


def test_only_the_commune_itself_says_so() -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed):
                confirm_visit(visit=visit, by=actor, at=AT)
            with pytest.raises(NotAllowed):
                dispute_visit(visit=visit, reason="Khác.", by=actor, at=AT)
    assert Visit.objects.get().confirmation == Confirmation.SILENT
