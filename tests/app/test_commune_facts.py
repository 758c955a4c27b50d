"""What is known of a commune, as of a day; the address of a calendar; a reply to a bulletin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from diaban.exchange.models import BulletinReply, CalendarFeed, CommuneFacts
from diaban.exchange.policies import visible_facts
from diaban.exchange.rules import AreaClass, FactsDraft, digest_of
from diaban.exchange.services import make_feed, record_facts, reply_bulletin, revoke_feed, send_bulletin
from diaban.kit.actors import Role
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.people.queries import actor_on
from diaban.planning.rules import Topic
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db
KNOWN = FactsDraft(
    date(2022, 12, 31), population=3_412, households=702, poor_households=188, area_class=AreaClass.THIRD, party_cells=9
)


def test_later_facts_follow_earlier_ones() -> None:
    world, same = make.world(), uuid7()
    for _ in range(2):
        record_facts(commune=world.pa_co, facts=KNOWN, id=same, by=world.as_pa_co, at=AT)
    record_facts(commune=world.pa_co, facts=FactsDraft(date(2023, 3, 1), population=3_430), by=world.as_board, at=AT)
    assert list(CommuneFacts.objects.order_by("as_of").values_list("population", "poor_households")) == [
        (3_412, 188),
        (3_430, None),
    ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (FactsDraft(date(2023, 3, 21)), "as_of"),
        (FactsDraft(date(2023, 3, 1), households=10, poor_households=11), "poor_households"),
        (FactsDraft(date(2023, 3, 1), households=10, population=9), "households"),
        (FactsDraft(date(2023, 3, 1), party_members=10, population=9), "party_members"),
        (FactsDraft(date(2023, 3, 1), phone="0" * 21), "phone"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(facts: FactsDraft, field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refusal:
        record_facts(commune=world.pa_co, facts=facts, by=world.as_pa_co, at=AT)
    assert refusal.value.field == field
    assert not CommuneFacts.objects.exists()


def test_who_keeps_facts_and_who_sees_them() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name not in {"pa_co", "board"}:
            with pytest.raises(NotAllowed):
                record_facts(commune=world.pa_co, facts=KNOWN, by=actor, at=AT)
    record_facts(commune=world.pa_co, facts=KNOWN, by=world.as_pa_co, at=AT)
    assert make.seen_by(world, visible_facts) == {
        "lan", "noi_vu", "pa_co", "district", "board", "standing", "inspector"
    }  # fmt: skip


def test_a_calendar_has_one_address_at_a_time_and_keeps_only_its_digest() -> None:
    world = make.world()
    account = make.account()
    make.grant(account=account, role=Role.CADRE, cadre=world.lan)
    actor = actor_on(account, date(2023, 3, 20))

    _, first = make_feed(by=actor, at=AT)
    feed, second = make_feed(by=actor, at=AT + timedelta(days=1))

    assert first != second
    assert CalendarFeed.objects.get(revoked_at=None) == feed
    assert feed.address_sha256 == digest_of(second)
    revoke_feed(by=actor, at=AT + timedelta(days=2))
    assert not CalendarFeed.objects.filter(revoked_at=None).exists()
    with pytest.raises(NotAllowed):
        make_feed(by=world.as_lan, at=AT)


def test_who_answers_a_bulletin_has_read_it() -> None:
    world, same = make.world(), uuid7()
    bulletin = send_bulletin(
        assignment=world.at_pa_co, topic=Topic.SYSTEM, title="Đại hội chi bộ", body="Mời dự.", by=world.as_pa_co, at=AT
    )
    for _ in range(2):
        reply_bulletin(bulletin=bulletin, text="Tôi sẽ dự.", id=same, by=world.as_lan, at=AT)
    assert BulletinReply.objects.get().by_name == "Hà Thị Lan"
    assert make.audited() == ["bulletin.sent", "bulletin.read", "bulletin.replied"]
    for name, actor in world.everybody.items():
        if name != "lan":
            with pytest.raises(NotAllowed):
                reply_bulletin(bulletin=bulletin, text="Xem.", by=actor, at=AT)
