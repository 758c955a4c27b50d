"""Headers: no cache keeps what a signed-in person saw, nothing from elsewhere runs, cookies stay with the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from diaban.people.models import Account
from tests.security import doors
from tests.security.conftest import Year

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son[a-z]+=|\sstyle=|<style|javascript:", re.IGNORECASE)
_ELSEWHERE = re.compile(rb'(?:src|action|formaction)="(?:https?:)?//', re.IGNORECASE)


def guarded_by(response: Answer) -> None:
    policy = dict(part.strip().partition(" ")[::2] for part in response.headers["Content-Security-Policy"].split(";"))
    assert POLICY.items() <= policy.items()
    assert "unsafe" not in str(policy)
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("username", ["btc", "xa", "quantri"])
def test_no_cache_keeps_an_answer_to_a_signed_in_person(guarded: Year, username: str) -> None:
    client = doors.knocking_as(guarded.principals[username]).client
    for path in (*doors.plain_doors(), "/tong-hop/2023/chuyen-di/tep.xlsx", "/khong-co/"):
        response = client.get(path)
        kept = {part.strip() for part in response.headers["Cache-Control"].split(",")}
        assert kept == {"no-store", "private"}, path
        assert "ETag" not in response.headers, path
        guarded_by(response)


def test_a_strangers_pages_are_guarded_too(guarded: Year, client: Client) -> None:
    for path in (*doors.plain_doors(), "/khong-co/"):
        guarded_by(client.get(path))


def test_pages_hold_no_inline_script_or_style_and_call_nothing_from_elsewhere(guarded: Year) -> None:
    client = doors.knocking_as(guarded.principals["btc"]).client
    for path in (*doors.plain_doors(), *list(doors.figure_doors(cuts=False))[::10]):
        response = client.get(path)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            assert _INLINE.findall(response.content) == [], path
            assert _ELSEWHERE.findall(response.content) == [], path


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(guarded: Year, client: Client) -> None:
    account = Account.objects.get(username="xa")
    account.set_password("mot-mat-khau-dai-26")
    account.save()
    client.get("/dang-nhap/")
    client.post("/dang-nhap/", {"username": "xa", "password": "mot-mat-khau-dai-26"})
    assert {"diaban_phien", "diaban_csrf"} <= client.cookies.keys()
    for name, cookie in client.cookies.items():
        assert cookie["httponly"], name
        assert cookie["samesite"] in {"Lax", "Strict"}, name


def test_the_key_of_the_session_changes_at_the_sign_in(guarded: Year, client: Client) -> None:
    client.force_login(Account.objects.get(username="xa"))
    first = client.cookies["diaban_phien"].value
    client.post("/dang-xuat/")
    client.force_login(Account.objects.get(username="xa"))
    assert client.cookies["diaban_phien"].value != first


@pytest.mark.parametrize("path", ["../config/settings.py", "..%2f..%2fpyproject.toml", "%2e%2e/manage.py"])
def test_static_files_lead_nowhere_else(guarded: Year, client: Client, path: str) -> None:
    assert client.get(f"/tinh/{path}").status_code == 404
    assert finders.find("settings.py") is None
