"""A commune informs its cadre; reading leaves one receipt."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.exchange.models import Bulletin, BulletinRead
from diaban.exchange.policies import visible_bulletins
from diaban.exchange.services import read_bulletin, send_bulletin
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.rules import Topic
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def sent(world: World, **changes: object) -> Bulletin:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "topic": Topic.SYSTEM,
        "title": "Đại hội chi bộ",
        "body": "Ngày 28/3 họp ở nhà văn hóa.",
        "by": world.as_pa_co,
        "at": AT,
    }
    return send_bulletin(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_a_bulletin_goes_to_the_cadre_of_the_day() -> None:
    world, same = make.world(), uuid7()
    assert sent(world, id=same) == sent(world, id=same)
    stored = Bulletin.objects.get()
    assert (stored.cadre, stored.agency, stored.year, stored.sent_at) == (world.lan, world.noi_vu, 2023, AT)
    assert make.audited() == ["bulletin.sent"]


def test_only_the_commune_sends_it() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed):
                sent(world, by=actor)


def test_an_assignment_that_is_over_gets_none() -> None:
    world = make.world()
    ended = make.assignment(
        cadre=world.son, commune=world.pa_co, agency=world.xay_dung, starts_on=date(2022, 1, 1), ends_on=make.ASSIGNED
    )
    with pytest.raises(RuleBroken, match="nằm ngoài thời gian phân công"):
        sent(world, assignment=ended)


def test_reading_leaves_one_receipt() -> None:
    world = make.world()
    bulletin = sent(world)
    read_bulletin(bulletin=bulletin, by=world.as_lan, at=AT)
    read_bulletin(bulletin=bulletin, by=world.as_lan, at=at_hanoi(date(2023, 3, 25)))
    receipt = BulletinRead.objects.get()
    assert (receipt.cadre, receipt.read_at) == (world.lan, AT)
    assert make.audited() == ["bulletin.sent", "bulletin.read"]


def test_that_others_looked_is_no_receipt() -> None:
    world = make.world()
    bulletin = sent(world)
    for name, actor in world.everybody.items():
        if name != "lan":
            with pytest.raises(NotAllowed):
                read_bulletin(bulletin=bulletin, by=actor, at=AT)
    assert not BulletinRead.objects.exists()


def test_who_sees_a_bulletin() -> None:
    world = make.world()
    sent(world)
    assert make.seen_by(world, visible_bulletins) == {
        "lan",
        "noi_vu",
        "pa_co",
        "district",
        "board",
        "standing",
        "inspector",
    }
