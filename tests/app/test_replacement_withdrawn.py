"""A request to replace is withdrawn by the side that made it, before the Standing Committee decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.figures import Scope, tally
from diaban.replacement import figures
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.policies import may_move
from diaban.replacement.rules import ReplacementReason, ReplacementState
from diaban.replacement.services import refuse_replacement, withdraw_request
from tests import make
from tests.app.test_assessment_release import AT as RELEASED
from tests.app.test_assessment_release import released
from tests.app.test_assessment_send import WHY, sent
from tests.app.test_replacement import DECIDED, LATER, asked, verified
from tests.pages import SURE, browsers, posted, said

pytestmark = pytest.mark.django_db
WITHDRAWN = ReplacementState.WITHDRAWN


def withdrawn(request: ReplacementRequest, by: Actor, **changes: Any) -> ReplacementRequest:
    given: dict[str, Any] = {"reason": "Đồng chí đã khắc phục.", "at": LATER}
    return withdraw_request(request=request, by=by, **(given | changes))


def test_who_asked_takes_it_back_and_may_ask_again() -> None:
    world = make.world()
    withdrawn(asked(world), world.as_pa_co)
    stored = ReplacementRequest.objects.get()
    assert (stored.state, stored.withdrawn_on, stored.withdraw_reason) == (WITHDRAWN, DECIDED, "Đồng chí đã khắc phục.")
    assert make.audited() == ["replacement.requested", "replacement.withdrawn"]
    asked(world, at=LATER)
    assert ReplacementRequest.objects.count() == 2


def test_nobody_else_takes_it_back() -> None:
    world = make.world()
    request = asked(world)
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed, match="Chỉ bên đã đề nghị"):
                withdrawn(request, actor)
    own = asked(world, reason=ReplacementReason.HEALTH, reason_text="Điều trị dài ngày.", by=world.as_lan)
    assert [may_move(actor, own, WITHDRAWN) for actor in (world.as_lan, world.as_noi_vu, world.as_pa_co)] == [
        True,
        False,
        False,
    ]


def test_also_after_the_board_proposed_but_not_after_the_decision() -> None:
    world = make.world()
    withdrawn(verified(asked(world), world.as_board), world.as_pa_co)
    again = verified(asked(world), world.as_board)
    refuse_replacement(request=again, symbol="99-TB/TU", decided_on=DECIDED, by=world.as_standing, at=LATER)
    with pytest.raises(RuleBroken, match="Ban Thường vụ chưa quyết định"):
        withdrawn(again, world.as_pa_co)


def test_it_says_why() -> None:
    world = make.world()
    request = asked(world)
    with pytest.raises(RuleBroken) as refused:
        withdrawn(request, world.as_pa_co, reason=" ")
    assert (refused.value.field, ReplacementRequest.objects.get().state) == ("reason", ReplacementState.REQUESTED)
    with pytest.raises(IntegrityError, match="says_when_and_why"), transaction.atomic():
        ReplacementRequest.objects.update(state=WITHDRAWN)


def test_what_came_in_a_sealed_form_goes_with_the_form_until_that_is_opened() -> None:
    world = make.world()
    sent(world, wants_replacement=True, reasons=WHY)
    with pytest.raises(RuleBroken, match="trả lại phiếu"):
        withdrawn(ReplacementRequest.objects.get(), world.as_pa_co, at=at_hanoi(date(2023, 12, 5)))
    told = {"withdrawn_on": date(2023, 12, 5), "withdraw_reason": "Rút."}
    with pytest.raises(IntegrityError, match="what_is_sealed_is_not"), transaction.atomic():
        ReplacementRequest.objects.update(state=WITHDRAWN, **told)
    released(world)
    withdrawn(ReplacementRequest.objects.get(), world.as_pa_co, at=RELEASED)


def test_the_figures_count_it_apart() -> None:
    world = make.world()
    withdrawn(asked(world), world.as_pa_co)
    asked(world, reason=ReplacementReason.HEALTH, reason_text="Điều trị dài ngày.", by=world.as_lan)
    scope = Scope(actor=world.as_board, province=world.province.pk, year=2023, as_of=date(2023, 12, 31))
    counted = tally(figures.FIGURES, scope)
    assert [counted[key] for key in ("de-nghi-thay-the", "thay-the-da-rut", "thay-the-dang-xet")] == [1, 1, 1]


def test_over_the_page(settings: Any) -> None:
    settings.DIABAN_CLOCK = date(2023, 6, 20)
    people = browsers()
    path = f"/thay-the/{asked(people.world).pk}/"
    assert [f"{path}rut/" in said(one.get(path)) for one in (people.pa_co, people.lan, people.board)] == [
        True,
        False,
        False,
    ]
    assert people.lan.get(f"{path}rut/").status_code == 404
    assert posted(people.pa_co, f"{path}rut/", reason="", **SURE).status_code == 422
    assert posted(people.pa_co, f"{path}rut/", reason="Đã khắc phục.", **SURE).status_code == 302
    page = said(people.lan.get(path))
    assert ("Bên đề nghị đã rút" in page, "Đã khắc phục." in page, f"{path}y-kien/" in page) == (True, True, False)
    assert "Bên đề nghị đã rút" in said(people.board.get("/thay-the/?xem=da-rut"))
    assert people.pa_co.get(f"{path}rut/").status_code == 404
