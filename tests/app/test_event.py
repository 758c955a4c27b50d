"""A commune's event, the cadre's answer, and what becomes of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from diaban.exchange.models import CommuneEvent, Invitation
from diaban.exchange.policies import visible_events, visible_invitations
from diaban.exchange.rules import InvitationState
from diaban.exchange.services import accept_invitation, announce_event, call_off_event, decline_invitation
from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import CancelReason, VisitState
from diaban.fieldwork.services import complete_visit
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.rules import EventKind
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db
WHEN = at_hanoi(date(2023, 4, 5), 8)


def announced(world: World, **changes: object) -> CommuneEvent:
    given: dict[str, object] = {
        "commune": world.pa_co,
        "title": "Hội nghị Đảng ủy quý I",
        "event_kind": EventKind.CONFERENCE,
        "starts_at": WHEN,
        "place": "Hội trường UBND xã",
        "invited": [world.at_pa_co],
        "by": world.as_pa_co,
        "at": AT,
    }
    return announce_event(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def invitation(world: World, **changes: object) -> Invitation:
    return announced(world, **changes).invitations.get()


def test_an_event_invites_the_cadre_once_however_often_it_is_sent() -> None:
    world, same = make.world(), uuid7()
    assert announced(world, id=same) == announced(world, id=same)
    stored = Invitation.objects.get()
    assert (stored.cadre, stored.agency, stored.state) == (world.lan, world.noi_vu, InvitationState.WAITING)
    assert make.audited() == ["event.announced", "invitation.sent"]


def test_who_accepts_has_the_visit_in_the_calendar() -> None:
    world = make.world()
    accept_invitation(invitation=invitation(world), by=world.as_lan, at=AT)
    visit = Visit.objects.get()
    assert (visit.state, visit.visited_on, visit.place) == (VisitState.PLANNED, date(2023, 4, 5), "Hội trường UBND xã")
    assert Invitation.objects.get().visit == visit


def test_who_thinks_better_of_it_says_why_and_may_come_round() -> None:
    world = make.world()
    answer = accept_invitation(invitation=invitation(world), by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken) as refusal:
        decline_invitation(invitation=answer, reason=" ", by=world.as_lan, at=AT)
    assert refusal.value.field == "reason"
    decline_invitation(invitation=answer, reason="Họp Tỉnh ủy.", by=world.as_lan, at=AT)
    accept_invitation(invitation=answer, by=world.as_lan, at=AT)
    assert Visit.objects.count() == 1
    assert Invitation.objects.get().reason == ""


def test_an_event_called_off_takes_the_planned_visit_along() -> None:
    world = make.world()
    answer = accept_invitation(invitation=invitation(world), by=world.as_lan, at=AT)
    call_off_event(event=answer.event, reason="Hoãn sang quý II.", by=world.as_pa_co, at=AT)
    visit = Visit.objects.get()
    assert (visit.state, visit.cancel_reason) == (VisitState.CANCELLED, CancelReason.COMMUNE)
    assert Invitation.objects.get().state == InvitationState.CALLED_OFF
    with pytest.raises(RuleBroken, match="đã được hủy"):
        call_off_event(event=answer.event, reason="Lại hoãn.", by=world.as_pa_co, at=AT)


def test_a_visit_that_was_made_stays_when_the_event_is_called_off_later() -> None:
    world = make.world()
    answer = accept_invitation(invitation=invitation(world), by=world.as_lan, at=AT)
    after = WHEN + timedelta(hours=6)
    assert answer.visit
    complete_visit(visit=answer.visit, outcome="Đã dự.", by=world.as_lan, at=after)
    call_off_event(event=answer.event, reason="Ghi nhầm.", by=world.as_pa_co, at=after)
    assert Visit.objects.get().state == VisitState.DONE


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_at": at_hanoi(date(2023, 3, 20), 8)}, "starts_at"),
        ({"starts_at": at_hanoi(date(2032, 4, 5), 8)}, "starts_at"),
        ({"ends_at": WHEN}, "ends_at"),
        ({"title": " "}, "title"),
        ({"place": ""}, "place"),
        ({"note": "x" * 2001}, "note"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        announced(make.world(), **changes)
    assert refusal.value.field == field
    assert not CommuneEvent.objects.exists()


def test_only_who_follows_the_commune_then_is_invited() -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refusal:
        announced(world, invited=[world.at_hang_kia])
    assert refusal.value.field == "invited"
    assert not CommuneEvent.objects.exists()


def test_an_event_gone_by_takes_no_answer() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="đã qua"):
        accept_invitation(invitation=invitation(world), by=world.as_lan, at=WHEN + timedelta(days=1))


def test_each_side_does_its_own_part_only() -> None:
    world = make.world()
    one = invitation(world)
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed):
                call_off_event(event=one.event, reason="Thử.", by=actor, at=AT)
        if name != "lan":
            with pytest.raises(NotAllowed):
                accept_invitation(invitation=one, by=actor, at=AT)


def test_who_sees_an_event_and_its_invitations() -> None:
    world = make.world()
    announced(world)
    sees = {"lan", "noi_vu", "pa_co", "district", "board", "standing", "inspector"}
    assert make.seen_by(world, visible_events) == sees
    assert make.seen_by(world, visible_invitations) == sees
