"""Writes: nothing is changed by a GET, by a form from elsewhere, by fields that no form has, or by whoever may not."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from diaban.assignments.models import Assignment
from diaban.kit.models import AuditEvent
from diaban.people.models import Account, Cadre, RoleGrant
from tests.security import doors
from tests.security.conftest import Year

EXTRA = {"role": "board", "is_active": "1", "is_superuser": "1", "province": "1", "id": "1", "cadre": "1", "by": "btc"}
LIST = "Họ và tên,Chức vụ,Cơ quan,Xã theo dõi\nNguyễn Văn Thử,Phó Giám đốc,Sở Nội vụ,Xã Pà Cò\n".encode()


def state() -> tuple[list[tuple[object, ...]], ...]:
    """What a write of these pages could touch."""
    return (
        list(Account.objects.order_by("pk").values_list("pk", "username", "password", "is_active", "full_name")),
        list(RoleGrant.objects.order_by("pk").values_list()),
        list(Cadre.objects.order_by("pk").values_list("pk", "account_id", "full_name")),
        list(Assignment.objects.order_by("pk").values_list("pk", "cadre_id", "commune_id", "ends_on")),
    )


@pytest.mark.parametrize("path", ["/dang-nhap/", "/dang-xuat/", "/vai-tro/", "/phan-cong/nhap/"])
def test_a_form_from_elsewhere_is_refused(guarded: Year, path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(username="btc"))
    before = state()

    response = client.post(path, {"grant": "x", "act": "commit"})

    assert response.status_code == 403
    assert state() == before


def test_signing_out_needs_a_form(guarded: Year) -> None:
    client = doors.knocking_as(guarded.principals["btc"]).client
    assert client.get("/dang-xuat/").status_code == 405
    assert "_auth_user_id" in client.session


READ_ONLY = ("/", "/tong-hop/2023/", "/tong-hop/2023/chuyen-di/", "/tong-hop/2023/chuyen-di/tep.xlsx", "/van-ban/",
             "/bo-quy-tac/", "/tin-hoat-dong/", "/chua-co-vai-tro/")  # fmt: skip


@pytest.mark.parametrize("path", READ_ONLY)
def test_pages_that_only_show_take_nothing(guarded: Year, path: str) -> None:
    client = doors.knocking_as(guarded.principals["btc"]).client
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(path).status_code == 405, method


def test_no_field_beyond_the_form_is_taken_at_the_sign_in(guarded: Year, client: Client) -> None:
    account = Account.objects.get(username="xa")
    account.set_password("mot-mat-khau-dai-26")
    account.save()
    before = state()

    client.post("/dang-nhap/", EXTRA | {"username": "xa", "password": "mot-mat-khau-dai-26"})

    assert state() == before
    assert AuditEvent.objects.filter(action="account.signed_in").latest("id").role == "commune"
    assert client.get("/phan-cong/nhap/").status_code == 404


@pytest.mark.parametrize("wanted", ["btc", "canbo", "kiemtra"])
def test_nobody_steps_into_a_role_of_another(guarded: Year, wanted: str) -> None:
    client = doors.knocking_as(guarded.principals["xa"]).client
    own = RoleGrant.objects.get(account__username="xa")

    for foreign in RoleGrant.objects.filter(account__username=wanted):
        assert client.post("/vai-tro/", {"grant": str(foreign.pk)}).status_code == 404
    assert client.post("/vai-tro/", EXTRA | {"grant": str(own.pk)}).status_code == 302
    assert client.get("/phan-cong/nhap/").status_code == 404


def test_a_role_put_into_the_session_by_hand_is_not_taken(guarded: Year) -> None:
    client = doors.knocking_as(guarded.principals["xa"]).client
    session = client.session
    session["vai_tro"] = str(RoleGrant.objects.get(account__username="btc").pk)
    session.save()
    assert client.get("/phan-cong/nhap/").status_code == 404


@pytest.mark.parametrize(
    "username", ["btv", "canbo", "coquan", "xa", "huyen", "kiemtra", "bientap", "quantri", "giamsat"]
)
def test_only_the_board_brings_in_assignments(guarded: Year, username: str) -> None:
    client = doors.knocking_as(guarded.principals[username]).client
    before = state()
    response = client.post("/phan-cong/nhap/", {"file": SimpleUploadedFile("a.csv", LIST), "act": "commit"})
    assert response.status_code == 404
    assert state() == before


def test_a_board_brings_in_nothing_for_another_province(guarded: Year) -> None:
    client = doors.knocking_as(guarded.principals["ban-board"]).client
    before = state()
    sent = EXTRA | {"file": SimpleUploadedFile("a.csv", LIST), "act": "commit", "starts_on": "14/12/2022"}
    client.post("/phan-cong/nhap/", sent | {"province": "17"})
    assert state() == before


ELSEWHERE = (
    "https://example.org/",
    "//example.org/",
    "https:example.org",
    "/\\example.org",
    "javascript:alert(1)",
    "\thttps://example.org",
)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_the_way_back_after_signing_in_never_leads_elsewhere(guarded: Year, client: Client, target: str) -> None:
    account = Account.objects.get(username="xa")
    account.set_password("mot-mat-khau-dai-26")
    account.save()
    sent = {"username": "xa", "password": "mot-mat-khau-dai-26", "next": target}
    assert client.post("/dang-nhap/", sent).headers["Location"] == "/"
