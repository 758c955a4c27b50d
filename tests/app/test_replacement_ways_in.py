"""From a commune's and a cadre's page: the way to ask for another cadre, and what is under way, to each his own."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.kit.actors import Role
from diaban.kit.clock import at_hanoi
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.rules import ReplacementReason
from tests.app.test_assessment_send import WHY, sent
from tests.app.test_replacement import asked, granted, verified
from tests.pages import Browsers, browsers, said, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 6, 20)
    return browsers()


def pages(people: Browsers, client: Client) -> list[str]:
    """The commune's page and the cadre's."""
    world = people.world
    return [said(client.get(path)) for path in (f"/dia-ban/{world.pa_co.key}/", f"/can-bo/{world.lan.pk}/")]


def test_those_who_may_ask_find_the_way_to_it(people: Browsers) -> None:
    way = f"/thay-the/phan-cong/{people.world.at_pa_co.pk}/moi/"
    committee = signed_in(Role.STANDING, province=people.world.province)
    for client in (people.lan, people.noi_vu, people.pa_co, people.board, committee):
        assert [way in page for page in pages(people, client)] == [True, True]
    assert [way in page for page in pages(people, people.inspector)] == [False, False]
    assert people.pa_co.get(way).status_code == 200


def test_a_request_under_way_is_shown_and_asked_once_a_side(people: Browsers) -> None:
    request, way = asked(people.world), f"/thay-the/phan-cong/{people.world.at_pa_co.pk}/moi/"
    for client, asks in ((people.pa_co, False), (people.lan, True), (people.board, True), (people.inspector, False)):
        for page in pages(people, client):
            assert (f"/thay-the/{request.pk}/" in page, way in page) == (True, asks)
    assert f"/thay-the/{request.pk}/" not in said(people.son.get(f"/can-bo/{people.world.son.pk}/"))


def test_what_is_sealed_does_not_show_through(people: Browsers, settings: Settings) -> None:
    settings.DIABAN_CLOCK = date(2023, 12, 5)
    committee = signed_in(Role.STANDING, province=people.world.province)
    readers = (people.lan, people.noi_vu, committee, people.inspector)
    before = [_shown(page) for client in readers for page in pages(people, client)]
    sent(people.world, wants_replacement=True, reasons=WHY)
    path = f"/thay-the/{ReplacementRequest.objects.get().pk}/"
    assert [_shown(page) for client in readers for page in pages(people, client)] == before
    for client in (people.pa_co, people.board):
        assert [(path in page, "niêm phong cùng phiếu" in page) for page in pages(people, client)] == [(True, True)] * 2


def _shown(page: str) -> str:
    return page.partition("<main")[2]


def test_a_handover_is_shown_to_both_sides_without_the_request(people: Browsers) -> None:
    world = people.world
    request = granted(world, verified(asked(world), world.as_board))
    paper = f"/ban-giao/{Handover.objects.get().pk}/"
    for client in (people.lan, people.pa_co, people.board, people.inspector):
        assert [(paper in page, f"/thay-the/{request.pk}/" in page) for page in pages(people, client)] == [
            (True, False)
        ] * 2
    taking = said(people.son.get(f"/dia-ban/{world.pa_co.key}/"))
    assert (paper in taking, f"/thay-the/{request.pk}/" in taking) == (True, False)
    assert paper in said(people.son.get(f"/can-bo/{world.son.pk}/"))


def test_the_pages_ask_as_often_for_two_requests_as_for_one(people: Browsers) -> None:
    world, path = people.world, f"/dia-ban/{people.world.pa_co.key}/"
    asked(world)
    people.board.get(path)
    with CaptureQueriesContext(connection) as one:
        people.board.get(path)
    health = {"reason": ReplacementReason.HEALTH, "reason_text": "Điều trị dài ngày."}
    asked(world, **health, by=world.as_lan, at=at_hanoi(date(2023, 6, 2)))
    with CaptureQueriesContext(connection) as two:
        people.board.get(path)
    assert len(two) == len(one)
