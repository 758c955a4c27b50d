"""Bulletins, events with invitations, the calendar and its secret address, what is known of a commune: as pages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.exchange.models import Bulletin, BulletinReply, CommuneEvent, CommuneFacts, Invitation
from tests.pages import Browsers, audited, browsers, posted, said, sending

pytestmark = pytest.mark.django_db
BULLETIN = {"topic": "economy", "title": "Dịch tả lợn ở bản Xà Lĩnh", "body": "Mười hộ có lợn ốm."}


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def event(people: Browsers, **changes: str) -> dict[str, str]:
    invited = str(people.world.at_pa_co.pk)
    given = {
        "title": "Họp Ban Chấp hành",
        "event_kind": "cell",
        "on": "28/3/2023",
        "begins": "8h30",
        "place": "Hội trường xã",
    }
    return given | {"invited": invited} | changes


def test_a_bulletin_is_sent_once_read_and_answered(people: Browsers) -> None:
    sent = sending(**BULLETIN)
    for _ in range(2):
        assert people.pa_co.post("/ban-tin/moi/", sent).status_code == 302
    path = f"/ban-tin/{Bulletin.objects.get().pk}/"
    assert people.lan.post(f"{path}da-doc/").status_code == 302
    assert posted(people.lan, f"{path}tra-loi/", text="Tôi báo Chi cục Thú y ngay.").status_code == 302
    assert BulletinReply.objects.count() == audited("bulletin.read") == 1
    assert "Tôi báo Chi cục Thú y ngay." in said(people.pa_co.get(path))
    assert {browser.get(path).status_code for browser in (people.son, people.hang_kia)} == {404}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Chưa nhập tiêu đề."),
        ({"body": "x" * 5001}, "5.001"),
        ({"topic": "?"}, "không có trong danh sách"),
    ],
)
def test_a_bulletin_that_is_wrong_is_not_sent(people: Browsers, wrong: dict[str, str], sentence: str) -> None:
    answer = posted(people.pa_co, "/ban-tin/moi/", **BULLETIN | wrong)
    assert (answer.status_code, Bulletin.objects.count()) == (422, 0)
    assert sentence in said(answer)


def test_an_event_invites_and_the_cadre_answers(people: Browsers) -> None:
    assert posted(people.pa_co, "/lich/su-kien/moi/", **event(people)).status_code == 302
    one = CommuneEvent.objects.get()
    path = f"/lich/su-kien/{one.pk}/"
    assert posted(people.lan, f"{path}nhan-loi/").status_code == 302
    assert Invitation.objects.get().state == "accepted"
    assert "Họp Ban Chấp hành" in said(people.lan.get("/lich/"))
    assert people.hang_kia.get(path).status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"on": "31/9/2023"}, {"on": ""}, {"title": ""}, {"event_kind": "x"}, {"invited": "x"}]
)
def test_an_event_that_is_wrong_is_not_announced(people: Browsers, wrong: dict[str, str]) -> None:
    assert posted(people.pa_co, "/lich/su-kien/moi/", **event(people, **wrong)).status_code == 422
    assert CommuneEvent.objects.count() == Invitation.objects.count() == 0


def test_the_secret_address_of_the_calendar_is_made_read_and_taken_back(people: Browsers) -> None:
    posted(people.pa_co, "/lich/su-kien/moi/", **event(people))
    posted(people.lan, f"/lich/su-kien/{CommuneEvent.objects.get().pk}/nhan-loi/")
    made = said(people.lan.post("/lich/dia-chi/", {"viec": "tao"}, follow=True))
    [address] = set(re.findall(r"/lich/[\w-]{20,}\.ics", made))
    calendar = Client().get(address)
    assert calendar.headers["Content-Type"].startswith("text/calendar")
    assert "Họp Ban Chấp hành" in calendar.content.decode()
    people.lan.post("/lich/dia-chi/", {"viec": "thu-hoi"})
    assert Client().get(address).status_code == 404


def test_what_is_known_of_a_commune_is_kept_by_its_days(people: Browsers) -> None:
    path = f"/dia-ban/{people.world.pa_co.key}/so-lieu/"
    given = {
        "as_of": "31/12/2022",
        "population": "3.000",
        "area_class": "III",
        "phone": "",
        "matters": "",
        "source": "",
    }
    answer = posted(people.pa_co, f"{path}moi/", **given)
    assert answer.status_code in {302, 422}, said(answer)
    assert CommuneFacts.objects.count() == (answer.status_code == 302)
    assert posted(people.pa_co, f"{path}moi/", **given | {"as_of": "31/12/2099"}).status_code == 422
    assert posted(people.pa_co, f"{path}moi/", **given | {"population": "-5"}).status_code == 422
    assert people.hang_kia.get(path).status_code == people.lan.get(f"{path}moi/").status_code == 404


def test_the_list_asks_as_often_for_three_as_for_one(people: Browsers) -> None:
    posted(people.pa_co, "/ban-tin/moi/", **BULLETIN)
    people.lan.get("/ban-tin/")
    with CaptureQueriesContext(connection) as one:
        people.lan.get("/ban-tin/")
    for number in range(2):
        posted(people.pa_co, "/ban-tin/moi/", **BULLETIN | {"title": f"Tin {number}"})
    with CaptureQueriesContext(connection) as three:
        assert "Tin 1" in said(people.lan.get("/ban-tin/"))
    assert len(three) == len(one)
