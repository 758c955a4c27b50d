"""One id from several senders at the same moment is one record: the others wait and get the first's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection

from diaban.exchange.services import read_bulletin, send_bulletin
from diaban.fieldwork.models import Visit
from diaban.kit.ids import uuid7
from diaban.planning.rules import Topic
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_visit_that_comes_four_times_at_once_is_one() -> None:
    world, same = make.world(), uuid7()

    def one(_: int) -> UUID:
        try:
            return make.visit(world.at_pa_co, id=same).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as hands:
        assert set(hands.map(one, range(8))) == {same}
    assert (Visit.objects.count(), make.audited()) == (1, ["visit.recorded"])


def test_a_bulletin_opened_on_two_devices_has_one_receipt() -> None:
    world = make.world()
    bulletin = send_bulletin(
        assignment=world.at_pa_co, topic=Topic.SYSTEM, title="Họp", body="Mai họp.", by=world.as_pa_co, at=AT
    )
    by = world.as_lan

    def one(_: int) -> UUID:
        try:
            return read_bulletin(bulletin=bulletin, by=by, at=AT).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as hands:
        assert len(set(hands.map(one, range(8)))) == 1
    assert make.audited() == ["bulletin.sent", "bulletin.read"]
