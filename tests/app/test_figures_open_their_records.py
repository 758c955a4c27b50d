"""Every figure, for every role: the page of its records shows them, and their count, sum or average is the figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.dashboards.policies import SUMMARY_ROLES
from diaban.dashboards.queries.page import gather
from diaban.dashboards.queries.records import open_figure
from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.summary import scope_of_year, summarise
from diaban.dashboards.rules import wording
from diaban.kit.actors import Actor, Role
from diaban.kit.figures import Figure, Number, Scope, as_number, divide, tally
from diaban.people.cast import CAST
from diaban.people.models import Account
from diaban.people.queries import actor_on

TODAY = date(2024, 5, 10)
NAMES = {member.role: member.username for member in CAST}
SHOWN = re.compile(r'<b class="fig" data-figure="([a-z0-9-]+)">([^<]*)</b>')

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year", "at_the_demos_day")]


@pytest.fixture
def at_the_demos_day(settings: Settings) -> None:
    settings.DIABAN_CLOCK = TODAY


def actor_of(role: Role) -> Actor:
    return actor_on(Account.objects.get(username=NAMES[role]), TODAY)


def scope_of(actor: Actor) -> Scope:
    assert actor.province is not None
    return scope_of_year(actor, province=actor.province, year=2023, as_of=TODAY)


def counted_by_hand(figure: Figure, scope: Scope) -> Number:
    """The figure from its records one by one, by Python and not by the database."""
    records = list(figure.records(scope).values_list("pk", figure.of or "pk"))
    assert len({pk for pk, _ in records}) == len(records), "a record is listed once"
    if figure.of is None:
        return len(records)
    values = [value for _, value in records if value is not None]
    return as_number(Decimal(sum(values)) / len(values) if figure.average and values else sum(values))


@pytest.mark.parametrize("role", SUMMARY_ROLES)
def test_a_figure_is_what_its_records_make(role: Role) -> None:
    scope = scope_of(actor_of(role))
    assert tally(FIGURES.values(), scope) == {key: counted_by_hand(f, scope) for key, f in FIGURES.items()}


@pytest.mark.parametrize("role", SUMMARY_ROLES)
def test_the_page_behind_each_figure_shows_the_same_number(client: Client, role: Role) -> None:
    actor = actor_of(role)
    numbers = tally(FIGURES.values(), scope_of(actor))
    client.force_login(Account.objects.get(username=NAMES[role]))

    shown = {key: value for figure in FIGURES for key, value in open_page(client, figure)}

    assert shown == {key: wording.in_sentence(FIGURES[key], number) for key, number in numbers.items()}


def open_page(client: Client, key: str) -> Iterable[tuple[str, str]]:
    response = client.get(f"/tong-hop/2023/{key}/")
    assert response.status_code == 200, key
    return SHOWN.findall(response.text)


def test_every_number_in_the_sentences_of_the_summary_is_a_link_to_its_records(client: Client) -> None:
    client.force_login(Account.objects.get(username="btc"))
    page = client.get("/tong-hop/2023/").text

    linked = set(re.findall(r'href="/tong-hop/2023/([a-z0-9-]+)/"', page))
    sentences = re.findall(r'<p id="cau-[^"]+">(.*?)</p>', page, flags=re.S)
    loose = [s for s in (re.sub(r"<a [^>]*>.*?</a>", "", s, flags=re.S) for s in sentences) if re.search(r"\d", s)]

    assert len(sentences) == 12
    assert loose == [], "a number outside a link"
    assert linked - {"ban-in", "so-lieu"} <= FIGURES.keys()


def test_a_nought_that_comes_from_not_being_allowed_to_look_is_not_told_as_a_nought() -> None:
    told = {
        role: {said.key for said in summarise(scope_of(actor_of(role))).said}
        for role in (Role.BOARD, Role.AGENCY, Role.CADRE, Role.COMMUNE)
    }
    agencies, forms = "co-quan-chua-hop-du", "phieu-de-nghi-thay"
    assert len(told[Role.BOARD]) == 12
    assert told[Role.BOARD] - told[Role.AGENCY] == {forms}
    assert told[Role.BOARD] - told[Role.CADRE] == {agencies, forms}
    assert told[Role.BOARD] - told[Role.COMMUNE] == {agencies}


@pytest.mark.parametrize("key", ["tong-ho-tro", "chuyen-di", "kho-khan", "phieu-nhan-xet", "bc-nam-cham", "dia-ban"])
def test_the_groups_of_a_figure_add_up_to_it_and_each_opens_as_its_list(client: Client, key: str) -> None:
    scope, figure = scope_of(actor_of(Role.BOARD)), FIGURES[key]
    client.force_login(Account.objects.get(username="btc"))
    for cut in figure.ledger.cuts:
        slices = divide(figure, cut, scope)
        assert sum(one.number for one in slices) == counted_by_hand(figure, scope), cut.key
        first = slices[0]
        page = client.get(f"/tong-hop/2023/{key}/", {"chia": cut.key, "nhom": first.value}).text
        assert SHOWN.findall(page) == [(key, wording.in_sentence(figure, first.number))], cut.key


def test_a_group_that_does_not_exist_is_absent(client: Client) -> None:
    client.force_login(Account.objects.get(username="btc"))
    for query in ("chia=huyen&nhom=0", "chia=khong-co&nhom=1", "chia=co-quan&nhom=%00", "chia=huyen&nhom=abc"):
        assert client.get(f"/tong-hop/2023/chuyen-di/?{query}").status_code == 404, query


def test_a_year_costs_the_same_number_of_queries_for_a_district_and_for_the_province() -> None:
    district, province = (scope_of(actor_of(role)) for role in (Role.DISTRICT, Role.BOARD))
    asked = []
    for scope in (district, province):
        with CaptureQueriesContext(connection) as counted:
            gather(scope)
        asked.append(len(counted))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("key", ["chuyen-di", "cb-thieu-ngay", "tong-ho-tro"])
def test_a_list_costs_the_same_number_of_queries_however_long(key: str) -> None:
    asked = []
    for scope in (scope_of(actor_of(role)) for role in (Role.DISTRICT, Role.BOARD)):
        with CaptureQueriesContext(connection) as counted:
            open_figure(FIGURES[key], scope, chosen=None, page=1)
        asked.append(len(counted))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("role", [Role.PUBLISHER, Role.SYSTEM, Role.AUDITOR])
def test_whoever_has_no_part_in_the_content_finds_no_summary(client: Client, role: Role) -> None:
    client.force_login(Account.objects.get(username=NAMES[role]))
    for path in ("", "so-lieu/", "ban-in/", "bao-cao.pdf", "chuyen-di/", "chuyen-di/tep.xlsx"):
        assert client.get(f"/tong-hop/2023/{path}").status_code == 404, path
