"""Inventory: every address and every verb is entered here with who may use it; a new one must be entered first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from diaban.config.cli import build_parser
from tests.security import doors
from tests.security.conftest import Year
from tests.security.oracle import READERS

EVERYBODY, SIGNED_IN, READER, BOARD, POST, DEMO = "everybody", "signed in", "reader", "board", "post", "demo"

WHO_MAY = {
    "people:sign_in": EVERYBODY,
    "people:sign_out": POST,
    "people:roles": SIGNED_IN,
    "people:no_role": SIGNED_IN,
    "newsroom:list": EVERYBODY,
    "newsroom:feed": EVERYBODY,
    "newsroom:article": EVERYBODY,
    "newsroom:print": EVERYBODY,
    "regulations:directives": EVERYBODY,
    "regulations:rule_sets": SIGNED_IN,
    "regulations:rule_set": SIGNED_IN,
    "intake:assignments": BOARD,
    "dashboards:home": EVERYBODY,
    "dashboards:summary": READER,
    "dashboards:document": READER,
    "dashboards:docx": READER,
    "dashboards:pdf": READER,
    "dashboards:figures": READER,
    "dashboards:record": READER,
    "dashboards:records": READER,
    "dashboards:records_file": READER,
    "dashboards:gallery": DEMO,
}
"""By the name of the address. DEMO is a door that stands in a demonstration only."""

EXAMPLES = {
    "people:sign_in": "/dang-nhap/",
    "people:sign_out": "/dang-xuat/",
    "people:roles": "/vai-tro/",
    "people:no_role": "/chua-co-vai-tro/",
    "newsroom:list": "/tin-hoat-dong/",
    "newsroom:feed": "/tin-hoat-dong/feed.xml",
    "regulations:directives": "/van-ban/",
    "regulations:rule_sets": "/bo-quy-tac/",
    "intake:assignments": "/phan-cong/nhap/",
    "dashboards:home": "/",
    "dashboards:summary": "/tong-hop/2023/",
    "dashboards:document": "/tong-hop/2023/ban-in/",
    "dashboards:docx": "/tong-hop/2023/bao-cao.docx",
    "dashboards:pdf": "/tong-hop/2023/bao-cao.pdf",
    "dashboards:figures": "/tong-hop/2023/so-lieu/",
    "dashboards:records": "/tong-hop/2023/chuyen-di/",
    "dashboards:records_file": "/tong-hop/2023/chuyen-di/tep.xlsx",
    "dashboards:gallery": "/thu-vien-giao-dien/",
}
VERBS = {
    "units",
    "match units",
    "import assignments",
    "open-year",
    "account open",
    "reform-agencies",
    "summary",
    "export",
    "import-archive",
    "digest",
    "simulate",
    "migrate",
}
"""The command line belongs to whoever keeps the machine: it acts as the product itself, and the audit says so."""

ODD_STATUS = {
    ("people:sign_in", SIGNED_IN): 302,
    ("people:no_role", SIGNED_IN): 403,
    ("people:sign_out", SIGNED_IN): 405,
    ("people:sign_out", EVERYBODY): 405,
    ("people:no_role", EVERYBODY): 302,
    ("people:roles", EVERYBODY): 302,
    ("dashboards:home", EVERYBODY): 302,
    ("dashboards:home", SIGNED_IN): 302,
    ("dashboards:gallery", EVERYBODY): 404,
}
"""By address and by whether one is signed in, where the answer is neither the page nor its absence."""


def addresses(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, entry.namespace or space)
        elif isinstance(entry, URLPattern):
            yield f"{space}:{entry.name}"


def test_every_address_is_entered_with_who_may_come() -> None:
    assert sorted(addresses(get_resolver())) == sorted(WHO_MAY)


def test_every_verb_of_the_command_line_is_entered() -> None:
    assert set(verbs(build_parser())) == VERBS


def verbs(parser: argparse.ArgumentParser, path: str = "") -> Iterator[str]:
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield path
    for action in below:
        for name, sub in action.choices.items():
            yield from verbs(sub, f"{path} {name}".strip())


def test_every_address_has_an_example_or_its_own_test() -> None:
    own = {"newsroom:article", "newsroom:print", "regulations:rule_set", "dashboards:record"}
    assert EXAMPLES.keys() == WHO_MAY.keys() - own


def expected(name: str, role: str | None) -> int:
    """The status of an address for a role, or for a stranger."""
    asked, state = WHO_MAY[name], SIGNED_IN if role else EVERYBODY
    if (name, state) in ODD_STATUS:
        return ODD_STATUS[name, state]
    if asked is EVERYBODY or (asked is SIGNED_IN and role):
        return 200
    if role is None:
        return 302
    allowed = (asked is READER and role in READERS) or (asked is BOARD and role == "board")
    return 200 if allowed else 404


@pytest.mark.parametrize(
    "username", ["btc", "btv", "canbo", "coquan", "xa", "huyen", "kiemtra", "bientap", "quantri", "giamsat", ""]
)
def test_each_role_finds_the_addresses_that_are_entered_for_it(guarded: Year, username: str) -> None:
    who = guarded.principals.get(username)
    client = doors.knocking_as(who).client
    role = who.role if who else None

    found = {name: client.get(path).status_code for name, path in EXAMPLES.items() if name != "dashboards:gallery"}
    found["dashboards:gallery"] = client.get("/thu-vien-giao-dien/").status_code

    wanted = {name: expected(name, role) for name in EXAMPLES} | {"dashboards:gallery": 404}
    assert found == wanted


def test_a_stranger_is_sent_to_sign_in_with_the_way_back(guarded: Year, client: Client) -> None:
    response = client.get("/tong-hop/2023/chuyen-di/?trang=2")
    assert response.headers["Location"] == "/dang-nhap/?next=/tong-hop/2023/chuyen-di/%3Ftrang%3D2"
