"""Canaries: no door tells anybody what the rules keep from them, and every record that the rules grant comes back."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from diaban.dashboards.queries import records
from diaban.dashboards.queries.registry import FIGURES
from tests.security import doors
from tests.security.canaries import Canary
from tests.security.conftest import Year
from tests.security.doors import Knocking
from tests.security.oracle import Principal

INSIDE = ("btc", "coquan", "canbo", "canbo/agency", "xa", "huyen")
PROVINCE_WIDE = ("btv", "kiemtra")
"""They see what the Board sees, except what is sealed: of their long lists only the ends are read."""
OUTSIDE = ("bientap", "quantri", "giamsat", "ban-board", "ban-standing", None)


def leaked(year: Year, who: Principal | None, knocking: Knocking) -> dict[str, set[Canary]]:
    """By address what came back and should not have."""
    found = {path: year.leaks(who, canaries) for path, canaries in knocking.by_address.items()}
    return {path: canaries for path, canaries in found.items() if canaries}


def say(who: str | None, knocking: Knocking, began: float) -> None:
    print(f"{who or 'nobody'}: {knocking.requests} requests, {time.monotonic() - began:.1f} s")


@pytest.fixture
def long_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows a page than people get, so that whole lists are walked in fewer steps."""
    monkeypatch.setattr(records, "PAGE_SIZE", 400)


@pytest.mark.usefixtures("long_pages")
@pytest.mark.parametrize("username", INSIDE)
def test_a_reader_is_told_all_that_the_rules_grant_and_nothing_else(guarded: Year, username: str) -> None:
    began, who = time.monotonic(), guarded.principals[username]
    knocking = doors.knocking_as(who)

    for path in (*doors.plain_doors(), *doors.figure_doors(), *doors.file_doors()):
        knocking.at(path)
    for path in doors.list_doors():
        doors.walk_pages(knocking, path)
    for record in doors.sample(list(guarded.records.values()), who, each=2, seen=True):
        assert knocking.at(doors.record_door(record)).status_code == 200, record
    for path in forbidden_doors(guarded, who):
        assert knocking.at(path).status_code == 404, path

    say(username, knocking, began)
    assert leaked(guarded, who, knocking) == {}
    assert sorted(guarded.owed(who) - knocking.told, key=str) == []


@pytest.mark.parametrize("username", PROVINCE_WIDE)
def test_the_other_bodies_of_the_province_are_not_told_what_is_sealed(guarded: Year, username: str) -> None:
    began, who = time.monotonic(), guarded.principals[username]
    knocking = doors.knocking_as(who)

    for path in (*doors.plain_doors(), *doors.figure_doors(cuts=False)):
        knocking.at(path)
    for key in ("phieu-nhan-xet", "de-nghi-thay-the", "viec-cua-co-quan", "ket-luan"):
        for year in (doors.YEAR, doors.RUNNING):
            doors.walk_pages(knocking, f"{year}{key}/")
            knocking.at(f"{year}{key}/tep.xlsx")
    for path in forbidden_doors(guarded, who):
        assert knocking.at(path).status_code == 404, path

    walked = {"phieu-nhan-xet", "de-nghi-thay-the", "viec-cua-co-quan", "ket-luan-kiem-tra"}
    owed = {canary for canary in guarded.owed(who) if guarded.records[canary.pk].ledger in walked}
    say(username, knocking, began)
    assert leaked(guarded, who, knocking) == {}
    assert sorted(owed - knocking.told, key=str) == []


@pytest.mark.parametrize("username", OUTSIDE)
def test_whoever_has_no_part_in_the_content_is_told_nothing(guarded: Year, username: str | None) -> None:
    began, who = time.monotonic(), guarded.principals[username] if username else None
    knocking = doors.knocking_as(who)

    for path in (*doors.plain_doors(), *doors.figure_doors(cuts=False), *doors.file_doors()):
        knocking.at(path)
    for record in doors.sample(list(guarded.records.values()), guarded.principals["btc"], each=2, seen=True):
        assert knocking.at(doors.record_door(record)).status_code in {302, 404}, record

    say(username, knocking, began)
    assert leaked(guarded, who, knocking) == {}


def forbidden_doors(year: Year, who: Principal) -> Iterator[str]:
    """Records out of scope, and lists divided by agencies, cadres, communes and districts out of scope."""
    hidden = doors.sample(list(year.records.values()), who, each=3, seen=False)
    yield from (doors.record_door(record) for record in hidden)
    ways = {"co-quan": "agency", "can-bo": "cadre", "xa": "commune", "huyen": "district"}
    foreign = {key: year.out_of_scope(who, attribute)[:1] for key, attribute in ways.items()}
    for ledger, keys in doors.figures_by_ledger().items():
        cuts = {cut.key for cut in FIGURES[keys[0]].ledger.cuts}
        for key in foreign if ledger != "can-bo" else ():
            yield from (f"{doors.YEAR}{keys[0]}/?chia={key}&nhom={value}" for value in foreign[key] if key in cuts)
            yield from (f"{doors.YEAR}{keys[0]}/tep.xlsx?chia={key}&nhom={v}" for v in foreign[key] if key in cuts)
