"""The doors of every day tell nobody more than the rules grant; what is forbidden and what is absent are one."""

from __future__ import annotations

import pytest

from diaban.exchange.services import make_feed
from diaban.kit.clock import at_hanoi
from diaban.people.models import Account
from diaban.people.queries import actor_on
from tests.security import daily, doors
from tests.security.conftest import TODAY, Year
from tests.security.test_canaries import leaked
from tests.security.test_existence import NOBODY, answer

INSIDE = ("btc", "btv", "kiemtra", "coquan", "canbo", "canbo/agency", "xa", "huyen")
OUTSIDE = ("bientap", "quantri", "giamsat", "ban-board", "ban-standing", None)


@pytest.mark.parametrize("username", INSIDE)
def test_lists_files_and_pages_tell_a_reader_nothing_beyond_the_rules(guarded: Year, username: str) -> None:
    if username not in guarded.principals:
        pytest.fail(f"nobody is called {username}")
    who = guarded.principals[username]
    knocking = doors.knocking_as(who)

    for path in (*daily.PAGES, *daily.FILES):
        knocking.at(path)
    for path in daily.LISTS:
        doors.walk_pages(knocking, path, most=8)
    for record in daily.some(guarded, who, seen=True, each=4):
        assert knocking.at(daily.page_of(record)).status_code == 200, record
        for path in daily.below(record):
            answer = knocking.at(path)
            assert answer.status_code in {200, 302, 404}, path  # 302: what cannot be done yet leads back to its record
            assert doors.careless(answer) == [], path
    inside, _ = daily.communes(guarded, who)
    for key in inside:
        for tail in ("", "dien-bien/", "dien-bien/?trang=2", "so-lieu/"):
            assert knocking.at(f"/dia-ban/{key}/{tail}").status_code == 200, key
    for path in daily.persons(guarded, who)[0]:
        assert knocking.at(path).status_code == 200, path

    assert leaked(guarded, who, knocking) == {}


@pytest.mark.parametrize("username", INSIDE)
def test_what_is_forbidden_is_absent_by_page_act_and_file(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    client = doors.knocking_as(who).client
    absent = answer(client, f"/chuyen-di/{NOBODY}/")
    assert absent[0] == 404
    _, far = daily.communes(guarded, who)
    paths = [f"/dia-ban/{key}/{tail}" for key in far for tail in ("", "dien-bien/", "so-lieu/", "so-lieu/moi/")]
    paths += daily.persons(guarded, who)[1]
    for record in daily.some(guarded, who, seen=False, each=2):
        paths += [daily.page_of(record), *daily.below(record)]

    assert [path for path in paths if answer(client, path) != absent] == []
    for record in daily.some(guarded, who, seen=False, each=2):
        for path in daily.posts(record):
            there, nowhere = client.post(path), client.post(path.replace(str(record.pk), str(NOBODY)))
            assert (there.status_code, there.content) == (nowhere.status_code, nowhere.content), path
            assert there.status_code == 404, path


@pytest.mark.parametrize("username", OUTSIDE)
def test_who_has_no_part_in_the_programme_finds_no_daily_page(guarded: Year, username: str | None) -> None:
    who = guarded.principals[username] if username else None
    knocking = doors.knocking_as(who)
    board = guarded.principals["btc"]

    for path in (*daily.PAGES, *daily.FILES, *daily.LISTS):
        knocking.at(path)
    for record in daily.some(guarded, board, seen=True, each=2):
        assert knocking.at(daily.page_of(record)).status_code in {302, 404}, record

    assert leaked(guarded, who, knocking) == {}


@pytest.mark.parametrize("username", ["btc", "canbo", "coquan", "xa", "huyen"])
def test_a_calendar_that_is_fed_tells_what_its_owner_may_know(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    actor = actor_on(Account.objects.get(username=username), TODAY)
    _, secret = make_feed(by=actor, at=at_hanoi(TODAY, 9))
    knocking = doors.knocking_as(None)

    assert knocking.at(f"/lich/{secret}.ics").status_code == 200

    assert leaked(guarded, who, knocking) == {}


def test_a_revoked_address_and_one_that_never_was_are_one(guarded: Year) -> None:
    actor = actor_on(Account.objects.get(username="canbo"), TODAY)
    _, first = make_feed(by=actor, at=at_hanoi(TODAY, 9))
    make_feed(by=actor, at=at_hanoi(TODAY, 10))
    client = doors.knocking_as(None).client
    assert answer(client, f"/lich/{first}.ics") == answer(client, "/lich/khong-co.ics")
    assert client.get(f"/lich/{first}.ics").status_code == 404
