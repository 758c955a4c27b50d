"""Every list and every first page asks the database as often for three records of a kind as for one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.exchange.services import announce_event, send_bulletin
from diaban.fieldwork.rules import AgencyActKind, Authority, DifficultyKind, Trend
from diaban.fieldwork.services import note_situation, promise, propose_innovation, raise_difficulty, record_agency_act
from diaban.kit.clock import at_hanoi
from diaban.planning.rules import EventKind, Topic
from tests import make
from tests.lists import support
from tests.make import AT, World
from tests.pages import Browsers, browsers

pytestmark = pytest.mark.django_db
PATHS = (
    "/", "/lich/", "/dia-ban/", "/co-quan/", "/tim/?tim=bo", "/chuong-trinh/", "/chuyen-di/", "/cam-ket/", "/ho-tro/",
    "/tinh-hinh/", "/kho-khan/", "/mo-hinh/", "/viec-co-quan/", "/ban-tin/", "/lich/giay-moi/",
    "/dia-ban/xa-pa-co-05212/", "/dia-ban/xa-pa-co-05212/dien-bien/", "/dia-ban/xa-pa-co-05212/so-lieu/",
)  # fmt: skip


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def one_of_each(world: World, number: int) -> None:
    """A record of each kind in Pà Cò; the next number's stand on another day."""
    duty, day = world.at_pa_co, date(2023, 3, 1) + timedelta(days=number)
    visit = make.visit(duty, on=day)
    support(duty)
    note_situation(
        assignment=duty, noted_on=day, topic=Topic.ECONOMY, trend=Trend.STEADY, text="Ổn.", by=world.as_lan, at=AT
    )
    promise(
        assignment=duty, visit=visit, text="Trả lời về giống chè.", made_on=day, due_on=date(2023, 4, 1),
        by=world.as_lan, at=AT,
    )  # fmt: skip
    propose_innovation(
        assignment=duty, title=f"Mô hình {number}", content="Chè.", topic=Topic.ECONOMY, proposed_on=day,
        by=world.as_lan, at=AT,
    )  # fmt: skip
    raise_difficulty(
        assignment=duty, kind=DifficultyKind.REFLECTION, topic=Topic.ECONOMY, title="Đường", description="Sạt lở.",
        authority=Authority.AGENCY, raised_on=day, by=world.as_lan, at=AT,
    )  # fmt: skip
    record_agency_act(
        agency=world.noi_vu, kind=AgencyActKind.CHECK, acted_on=day, content="Nghe báo cáo.", by=world.as_noi_vu, at=AT
    )
    send_bulletin(assignment=duty, topic=Topic.SYSTEM, title="Họp", body="Mai họp.", by=world.as_pa_co, at=AT)
    announce_event(
        commune=world.pa_co, title="Hội nghị", event_kind=EventKind.CONFERENCE, invited=[duty], place="Hội trường",
        starts_at=at_hanoi(date(2023, 3, 25), 8), by=world.as_pa_co, at=AT,
    )  # fmt: skip


def counts(people: Browsers) -> Iterator[tuple[str, str, int]]:
    """Who, where, and how many queries: of pages that the person may open."""
    for name in ("lan", "pa_co", "noi_vu", "board", "inspector"):
        client: Client = getattr(people, name)
        for path in PATHS:
            with CaptureQueriesContext(connection) as caught:
                status = client.get(path).status_code
            if status == 200:
                yield name, path, len(caught)


def test_pages_ask_as_often_for_three_as_for_one(people: Browsers) -> None:
    make.programme(people.world.at_pa_co)
    one_of_each(people.world, 1)
    list(counts(people))
    one = list(counts(people))
    make.programme(people.world.at_hang_kia)
    one_of_each(people.world, 2)
    one_of_each(people.world, 3)
    assert [line for line in counts(people) if line not in one] == []
    assert len(one) > 60
