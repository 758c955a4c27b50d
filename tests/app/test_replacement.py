"""Another cadre is asked for, verified, decided; the duty passes on from one day to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from diaban.assessment.services import return_assessment
from diaban.assignments.models import Assignment, AssignmentDecision
from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.papers import handover_paper
from diaban.replacement.policies import visible_handovers, visible_replacements
from diaban.replacement.rules import Proposal, ReplacementReason, ReplacementState, Requester, Side
from diaban.replacement.services import (
    grant_replacement,
    hear,
    name_successor,
    propose_replacement,
    refuse_replacement,
    request_replacement,
    sign_handover,
    verify_replacement,
    write_handover,
)
from tests import make
from tests.app.test_assessment_send import WHY, sent
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 6, 1))
LATER = at_hanoi(date(2023, 6, 20))
DECIDED, EFFECTIVE = date(2023, 6, 20), date(2023, 7, 1)


def asked(world: World, **changes: Any) -> ReplacementRequest:
    given: dict[str, Any] = {
        "assignment": world.at_pa_co,
        "reason": ReplacementReason.NOT_FULFILLING,
        "reason_text": WHY,
        "by": world.as_pa_co,
        "at": AT,
    }
    return request_replacement(**(given | changes))


def verified(request: ReplacementRequest, by: Actor, at: datetime = AT, **proposed: Any) -> ReplacementRequest:
    """Heard, verified and put to the Committee."""
    heard(request, by, at)
    verify_replacement(request=request, result="Nội dung nêu là đúng.", by=by, at=at)
    return propose_replacement(request=request, proposal=Proposal.REPLACE, text="Thay.", **proposed, by=by, at=at)


def heard(request: ReplacementRequest, by: Actor, at: datetime = AT) -> None:
    for side in Side:
        hear(request=request, side=side, text="Đã nghe.", by=by, at=at)


def granted(world: World, request: ReplacementRequest, **changes: Any) -> ReplacementRequest:
    given: dict[str, Any] = {
        "symbol": "812-QĐ/TU",
        "decided_on": DECIDED,
        "effective_on": EFFECTIVE,
        "cadre": world.son,
        "agency": world.xay_dung,
        "by": world.as_standing,
        "at": LATER,
    }
    return grant_replacement(request=request, **(given | changes))


def test_the_duty_passes_on_without_a_gap() -> None:
    world = make.world()
    expect_year(province=world.province, year=2023, by=world.as_board, at=AT)
    request = granted(world, verified(asked(world), world.as_board))
    old, new = world.at_pa_co, Assignment.objects.get(cadre=world.son, commune=world.pa_co)
    old.refresh_from_db()
    assert (old.ends_on, old.end_reason, new.starts_on, new.ends_on) == (EFFECTIVE, "replaced", EFFECTIVE, None)
    assert (new.agency, new.decision.symbol, new.decision.issued_on) == (world.xay_dung, "812-QĐ/TU", DECIDED)
    assert (request.state, request.new_assignment, request.decided_on) == (ReplacementState.GRANTED, new, DECIDED)
    assert _left(old) == {"programme", "half_year_report"}
    assert _left(new) == {"programme", "year_report", "commune_assessment"}


def _left(assignment: Assignment) -> set[str]:
    return set(Obligation.objects.filter(assignment=assignment, closed_on=None).values_list("kind", flat=True))


def test_without_a_new_cadre_the_commune_stands_empty() -> None:
    world = make.world()
    request = granted(world, verified(asked(world), world.as_board), cadre=None, agency=None)
    assert (request.new_assignment, Assignment.objects.filter(commune=world.pa_co, ends_on=None).count()) == (None, 0)


def test_a_transfer_ends_as_a_transfer() -> None:
    world = make.world()
    request = asked(world, reason=ReplacementReason.TRANSFER, reason_text="Chuyển công tác.", by=world.as_noi_vu)
    granted(world, verified(request, world.as_board))
    world.at_pa_co.refresh_from_db()
    assert (request.requester, world.at_pa_co.end_reason) == (Requester.AGENCY, "transfer")


def test_it_may_be_refused_by_a_decision_too() -> None:
    world = make.world()
    request = verified(asked(world), world.as_board)
    refuse_replacement(request=request, symbol="99-TB/TU", decided_on=DECIDED, by=world.as_standing, at=LATER)
    stored = ReplacementRequest.objects.get()
    assert (stored.state, stored.decision_symbol, stored.new_assignment) == (ReplacementState.REFUSED, "99-TB/TU", None)
    world.at_pa_co.refresh_from_db()
    assert world.at_pa_co.ends_on is None
    assert make.audited() == [
        "replacement.requested",
        *["replacement.heard"] * 3,
        "replacement.verified",
        "replacement.proposed",
        "replacement.refused",
    ]


def test_the_same_id_asks_once_and_a_side_has_one_open_request() -> None:
    world, same = make.world(), uuid7()
    assert asked(world, id=same) == asked(world, id=same)
    with pytest.raises(RuleBroken, match="đang chờ quyết định"):
        asked(world)


def test_another_sides_request_is_not_given_away_and_lapses_with_the_decision() -> None:
    world = make.world()
    request = asked(world)
    own = asked(world, reason=ReplacementReason.HEALTH, reason_text="Điều trị dài ngày.", by=world.as_lan)
    granted(world, verified(request, world.as_board))
    own.refresh_from_db()
    assert own.state == ReplacementState.LAPSED


@pytest.mark.parametrize(
    ("changes", "field"), [({"reason_text": " "}, "reason_text"), ({"reason_text": "Kém."}, "reason_text")]
)
def test_a_request_says_what_it_is_about(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        asked(world, **changes)
    assert (refused.value.field, ReplacementRequest.objects.count()) == (field, 0)


def test_who_asks() -> None:
    world = make.world()
    strangers = {"son", "xay_dung", "hang_kia", "district", "inspector", "system"}
    for name, actor in world.everybody.items():
        if name in strangers:
            with pytest.raises(NotAllowed):
                asked(world, by=actor)
        else:
            asked(world, by=actor)
    assert ReplacementRequest.objects.count() == len(Requester)


def test_only_the_board_verifies_and_hears_both() -> None:
    world = make.world()
    request = asked(world)
    for name, actor in world.everybody.items():
        if name != "board":
            with pytest.raises(NotAllowed):
                verify_replacement(request=request, result="Đúng.", by=actor, at=AT)
    hear(request=request, side=Side.CADRE, text="Tôi nhận thiếu sót.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="Cơ quan của cán bộ; Đồng chí Ủy viên"):
        verify_replacement(request=request, result="Đúng.", by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="không sửa"):
        hear(request=request, side=Side.CADRE, text="Khác.", by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="xác minh trước"):
        propose_replacement(request=request, proposal=Proposal.KEEP, text="Giữ.", by=world.as_board, at=AT)


def test_only_the_standing_committee_decides_on_what_was_verified() -> None:
    world = make.world()
    request = asked(world)
    with pytest.raises(RuleBroken, match="“Đã đề nghị” nên không chuyển"):
        granted(world, request)
    verified(request, world.as_board)
    for name, actor in world.everybody.items():
        if name != "standing":
            with pytest.raises(NotAllowed):
                granted(world, request, by=actor)
            with pytest.raises(NotAllowed):
                refuse_replacement(request=request, symbol="1", decided_on=DECIDED, by=actor, at=LATER)


def test_who_verified_does_not_decide() -> None:
    world, person = make.world(), uuid7()
    request = verified(asked(world), replace(world.as_board, account=person))
    with pytest.raises(NotAllowed, match="người khác"):
        granted(world, request, by=replace(world.as_standing, account=person))
    with pytest.raises(IntegrityError, match="who_verified_a_request"), transaction.atomic():
        ReplacementRequest.objects.update(decided_by=person)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"symbol": ""}, "symbol"),
        ({"decided_on": date(2023, 6, 21)}, "decided_on"),
        ({"decided_on": date(2023, 5, 31)}, "decided_on"),
        ({"effective_on": date(2023, 6, 19)}, "effective_on"),
        ({"agency": None}, "post"),
    ],
)
def test_a_wrong_decision_changes_nothing(changes: dict[str, object], field: str) -> None:
    world = make.world()
    request = verified(asked(world), world.as_board)
    with pytest.raises(RuleBroken) as refused:
        granted(world, request, **changes)
    world.at_pa_co.refresh_from_db()
    assert (refused.value.field, world.at_pa_co.ends_on) == (field, None)
    assert AssignmentDecision.objects.count() == 1


def test_the_one_replaced_does_not_replace() -> None:
    world = make.world()
    request = verified(asked(world), world.as_board)
    with pytest.raises(RuleBroken, match="một người khác"):
        granted(world, request, cadre=world.lan, agency=world.noi_vu)


def test_an_ended_assignment_is_not_asked_about() -> None:
    world = make.world()
    granted(world, verified(asked(world), world.as_board))
    world.at_pa_co.refresh_from_db()
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        asked(world, at=at_hanoi(EFFECTIVE))


def test_the_committee_sees_a_sealed_request_once_it_is_verified() -> None:
    world = make.world()
    at = at_hanoi(date(2023, 12, 1))
    form = sent(world, wants_replacement=True, reasons=WHY)
    request = ReplacementRequest.objects.get()
    verified(request, world.as_board, at=at)
    assert make.seen_by(world, visible_replacements) == {"pa_co", "board", "standing"}
    decided = date(2023, 12, 4)
    refuse_replacement(
        request=request, symbol="9-TB/TU", decided_on=decided, by=world.as_standing, at=at_hanoi(decided)
    )
    with pytest.raises(RuleBroken, match="đã được Ban Thường vụ quyết định"):
        return_assessment(assessment=form, reason="Thiếu.", by=world.as_board, at=at)


def test_both_sides_sign_what_is_handed_over() -> None:
    world = make.world()
    request = granted(world, verified(asked(world), world.as_board))
    paper = Handover.objects.get()
    assert {"lan", "son", "pa_co", "board"} <= make.seen_by(world, visible_handovers)
    with pytest.raises(RuleBroken, match="còn thiếu: tóm tắt tình hình"):
        sign_handover(handover=paper, by=world.as_lan, at=LATER)
    said = {"situation": "Ổn định.", "contacts": "Văn phòng Đảng ủy."}
    with pytest.raises(NotAllowed):
        write_handover(handover=paper, **said, by=world.as_son, at=LATER)
    write_handover(handover=paper, **said, by=world.as_lan, at=LATER)
    sign_handover(handover=paper, by=replace(world.as_lan, account=uuid7()), at=LATER)
    with pytest.raises(RuleBroken, match="đã ký"):
        sign_handover(handover=paper, by=world.as_lan, at=LATER)
    with pytest.raises(RuleBroken, match="không sửa"):
        write_handover(handover=paper, **said, by=world.as_board, at=LATER)
    signed = sign_handover(handover=paper, by=replace(world.as_son, account=uuid7()), at=at_hanoi(date(2023, 7, 5)))
    assert handover_paper(signed, at=at_hanoi(date(2023, 9, 1))).letterhead.on == date(2023, 7, 5)
    request.refresh_from_db()
    assert request.state == ReplacementState.HANDED_OVER


def test_an_empty_commune_is_filled_by_another_decision() -> None:
    world = make.world()
    request = granted(world, verified(asked(world), world.as_board), cadre=None, agency=None)
    assert (request.effective_on, request.fill_by) == (EFFECTIVE, date(2023, 7, 31))
    with pytest.raises(RuleBroken, match="không thể trước quyết định thay ngày 20/06/2023"):
        filled(world, request, decided_on=date(2023, 6, 19))
    with pytest.raises(RuleBroken, match="trống từ 01/07/2023"):
        filled(world, request, effective_on=date(2023, 6, 30))
    filled(world, request)
    duty = Assignment.objects.get(commune=world.pa_co, ends_on=None)
    assert (duty.cadre, duty.decision.symbol) == (world.son, "900-QĐ/TU")
    with pytest.raises(RuleBroken, match="đang trống"):
        filled(world, request)


def filled(world: World, request: ReplacementRequest, **changes: Any) -> None:
    given: dict[str, Any] = {
        "symbol": "900-QĐ/TU",
        "decided_on": DECIDED,
        "effective_on": EFFECTIVE,
        "cadre": world.son,
        "agency": world.xay_dung,
        "by": world.as_standing,
        "at": LATER,
    }
    name_successor(request=request, **(given | changes))
