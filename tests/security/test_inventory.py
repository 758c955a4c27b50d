"""Inventory: every address and every verb is entered here with who may use it; a new one must be entered first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from diaban.config.cli import build_parser
from tests.security import doors
from tests.security.addresses import EVERYBODY, READER, SIGNED_IN, WHO_MAY
from tests.security.conftest import Year
from tests.security.examples import EXAMPLES, POSTED
from tests.security.oracle import READERS

VERBS = {
    "units",
    "verify",
    "match units",
    "import assignments",
    "open-year",
    "push-keys",
    "account open",
    "reform-agencies",
    "summary",
    "rate",
    "export",
    "import-archive",
    "digest",
    "remind",
    "worker",
    "simulate",
    "migrate",
}
"""The command line belongs to whoever keeps the machine: it acts as the product itself, and the audit says so."""

ODD_STATUS = {
    ("people:sign_in", SIGNED_IN): 302,
    ("people:no_role", SIGNED_IN): 403,
    ("people:no_role", EVERYBODY): 302,
    ("people:roles", EVERYBODY): 302,
    ("dashboards:gallery", EVERYBODY): 404,
}
"""By address and by whether one is signed in, where the answer is neither the page nor its absence."""


def addresses(resolver: URLResolver, space: str = "", path: str = "/") -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, entry.namespace or space, path + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield f"{space}:{entry.name}", path + str(entry.pattern)


def test_every_address_is_entered_with_who_may_come() -> None:
    assert sorted(name for name, _ in addresses(get_resolver())) == sorted(WHO_MAY)


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
    asks_for_a_record = {name for name, path in addresses(get_resolver()) if "<" in path}
    assert WHO_MAY.keys() - EXAMPLES.keys() <= asks_for_a_record


def expected(name: str, role: str | None) -> int:
    """The status of an address for a role, or for a stranger."""
    asked, state = WHO_MAY[name], SIGNED_IN if role else EVERYBODY
    if name in POSTED:
        return 405
    if name == "desk:home" and role not in READERS:
        return 302
    if (name, state) in ODD_STATUS:
        return ODD_STATUS[name, state]
    if asked is EVERYBODY or (asked is SIGNED_IN and role):
        return 200
    if role is None:
        return 302
    return 200 if role in (READERS if asked is READER else asked) else 404


@pytest.mark.parametrize(
    "username", ["btc", "btv", "canbo", "coquan", "xa", "huyen", "kiemtra", "bientap", "quantri", "giamsat", ""]
)
def test_each_role_finds_the_addresses_that_are_entered_for_it(guarded: Year, username: str) -> None:
    who = guarded.principals.get(username)
    client = doors.knocking_as(who).client
    role = who.role if who else None

    answers = {name: client.get(path) for name, path in EXAMPLES.items() if name != "dashboards:gallery"}
    found = {name: answer.status_code for name, answer in answers.items()}
    found["dashboards:gallery"] = client.get("/thu-vien-giao-dien/").status_code

    assert [name for name, answer in answers.items() if doors.careless(answer)] == []
    wanted = {name: expected(name, role) for name in EXAMPLES} | {"dashboards:gallery": 404}
    assert found == wanted


def test_a_stranger_is_sent_to_sign_in_with_the_way_back(guarded: Year, client: Client) -> None:
    response = client.get("/tong-hop/2023/chuyen-di/?trang=2")
    assert response.headers["Location"] == "/dang-nhap/?next=/tong-hop/2023/chuyen-di/%3Ftrang%3D2"
