"""Signing in: by a password, throttled, with a role or without one, and out again."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from diaban.kit.actors import Role
from diaban.kit.models import AuditEvent
from tests import make

URL = "/dang-nhap/"
GOOD = "mot-mat-khau-dai-26"

pytestmark = pytest.mark.django_db


def sign_in(client: Client, *, password: str = GOOD, username: str = "lan", next: str = "") -> int:
    return client.post(URL, {"username": username, "password": password, "next": next}).status_code


@pytest.fixture
def lan() -> None:
    lan = make.account("Hà Thị Lan", username="lan", password=GOOD)
    make.grant(account=lan, role=Role.BOARD, province=make.province())


@pytest.mark.usefixtures("lan")
def test_a_right_password_opens_the_product_and_is_written_down(client: Client) -> None:
    assert sign_in(client) == 302

    assert [(e.action, e.role) for e in AuditEvent.objects.all()] == [("account.signed_in", "board")]
    assert client.get("/van-ban/").status_code == 200


@pytest.mark.usefixtures("lan")
def test_a_wrong_password_is_said_in_words_and_opens_nothing(client: Client) -> None:
    response = client.post(URL, {"username": "lan", "password": "sai"})

    assert response.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in response.text
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("lan")
def test_an_unknown_name_gets_the_same_answer_as_a_wrong_password(client: Client) -> None:
    wrong = client.post(URL, {"username": "lan", "password": "sai"})
    unknown = client.post(URL, {"username": "khong-co-ai", "password": "sai"})

    assert (unknown.status_code, "mật khẩu chưa đúng" in unknown.text) == (wrong.status_code, True)


@pytest.mark.usefixtures("lan")
def test_five_wrong_passwords_close_the_door_even_to_the_right_one(client: Client) -> None:
    assert [sign_in(client, password="sai") for _ in range(5)][:4] == [422] * 4

    response = client.post(URL, {"username": "lan", "password": GOOD})

    assert response.status_code == 429
    assert "Chờ 15 phút" in response.text


@pytest.mark.usefixtures("lan")
def test_one_is_led_back_to_the_page_asked_for_but_never_elsewhere(client: Client) -> None:
    inside = client.post(URL, {"username": "lan", "password": GOOD, "next": "/van-ban/"})
    assert inside.headers["Location"] == "/van-ban/"

    client.post("/dang-xuat/")
    outside = client.post(URL, {"username": "lan", "password": GOOD, "next": "https://example.org/"})
    assert outside.headers["Location"] == "/"


PRESS = "/nhac-viec/thiet-bi/"
"""An address that is only pressed."""


@pytest.mark.usefixtures("lan")
def test_what_was_pressed_after_the_session_ended_leads_back_to_its_page_and_says_that_nothing_was_written(
    client: Client,
) -> None:
    asked = client.post(PRESS, headers={"referer": "http://testserver/nhac-viec/cach-nhan/?muc=1"})
    assert asked.headers["Location"] == "/dang-nhap/?next=/nhac-viec/cach-nhan/%3Fmuc%3D1"

    assert "Chưa ghi" not in client.get(asked.headers["Location"]).text
    page = client.post(URL, {"username": "lan", "password": GOOD, "next": "/nhac-viec/cach-nhan/?muc=1"}, follow=True)

    assert page.redirect_chain == [("/nhac-viec/cach-nhan/?muc=1", 302)]
    assert "Chưa ghi: phiên đã hết. Hãy bấm lại." in page.text
    assert "Chưa ghi" not in client.get("/nhac-viec/cach-nhan/").text


@pytest.mark.parametrize("page", ["", "https://example.org/nhac-viec/", "javascript:alert(1)"])
def test_a_press_from_elsewhere_leads_to_the_first_page(client: Client, page: str) -> None:
    assert client.post(PRESS, headers={"referer": page}).headers["Location"] == "/dang-nhap/?next=/"


def test_a_page_that_was_asked_for_says_nothing_of_a_press(client: Client) -> None:
    client.get("/bo-quy-tac/")
    client.post(PRESS, headers={"sec-fetch-mode": "cors"})
    assert "chua_ghi" not in client.session


def test_an_address_that_is_only_pressed_opens_as_a_page_that_says_so(client: Client) -> None:
    answer = client.get(PRESS)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "Địa chỉ này không mở thẳng được" in answer.text
    assert 'href="/"' in answer.text


@pytest.mark.usefixtures("lan")
def test_signing_out_closes_everything(client: Client) -> None:
    sign_in(client)

    client.post("/dang-xuat/")

    assert "_auth_user_id" not in client.session
    assert client.get("/bo-quy-tac/").status_code == 302


def test_a_role_that_ended_holds_no_more_at_the_next_request(client: Client) -> None:
    account = make.account(username="cu")
    grant = make.grant(account=account, role=Role.BOARD, province=make.province())
    client.force_login(account)
    assert client.get("/bo-quy-tac/").status_code == 200

    grant.ends_on = date(2020, 1, 1)
    grant.save()

    assert client.get("/bo-quy-tac/").headers["Location"] == "/chua-co-vai-tro/"


def test_one_changes_between_the_own_roles_and_into_no_other(client: Client) -> None:
    world = make.world()
    account = make.account(username="hai-vai")
    make.grant(account=account, role=Role.BOARD, province=world.province)
    second = make.grant(account=account, role=Role.CADRE, cadre=world.lan)
    foreign = make.grant(account=make.account(), role=Role.STANDING, province=world.province)
    client.force_login(account)

    assert client.post("/vai-tro/", {"grant": str(foreign.pk)}).status_code == 404
    assert client.post("/vai-tro/", {"grant": str(second.pk)}).status_code == 302

    chosen = re.findall(r'value="([0-9a-f-]{36})" aria-current="true"', client.get("/vai-tro/").text)
    assert chosen == [str(second.pk)]


def test_outside_the_demo_there_is_no_door_for_the_cast(client: Client) -> None:
    make.grant(account=make.account(username="btc"), role=Role.BOARD, province=make.province())

    page = client.get(URL)

    assert ("mo-phong" in page.text, "Dữ liệu mô phỏng" in page.text) == (False, False)
    assert client.post("/dang-nhap/mo-phong/btc/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("people:demo_sign_in", args=["btc"])
