"""The first page of each role, a commune, an agency, a cadre, search: what stands there and for whom."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.exchange.services import announce_event
from diaban.fieldwork.models import Support
from diaban.fieldwork.services import plan_visit
from diaban.kit.clock import at_hanoi
from diaban.obligations.services import expect_year
from diaban.places.models import Unit, UnitSuccession
from diaban.planning.rules import EventKind
from diaban.regulations.rules.directives import DirectiveKind
from diaban.regulations.services import register_directive
from tests import make
from tests.lists import support
from tests.pages import NOWHERE, Browsers, browsers, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def test_a_cadre_finds_the_own_communes_and_the_one_button(people: Browsers) -> None:
    page = said(people.lan.get("/"))
    assert ("Xã Pà Cò" in page, "Xã Hang Kia" in page) == (True, False)
    assert f"/chuyen-di/moi/?xa={people.world.pa_co.key}" in page


def test_a_commune_finds_what_waits_for_its_word(people: Browsers) -> None:
    make.visit(people.world.at_pa_co)
    assert "Chờ xã xác nhận" in said(people.pa_co.get("/"))
    assert "Chờ xã xác nhận" not in said(people.hang_kia.get("/"))


def test_an_agency_finds_its_cadres_and_no_others(people: Browsers) -> None:
    page = said(people.noi_vu.get("/"))
    assert ("Hà Thị Lan" in page, people.world.son.full_name in page) == (True, False)


@pytest.mark.parametrize("name", ["board", "inspector"])
def test_those_who_oversee_find_named_figures(people: Browsers, name: str) -> None:
    assert "data-figure=" in said(getattr(people, name).get("/"))


def test_a_stranger_is_sent_to_the_door_and_who_reads_nothing_to_the_news(people: Browsers) -> None:
    assert Client().get("/").status_code == 302


def test_the_profile_of_a_commune_is_for_those_who_have_to_do_with_it(people: Browsers) -> None:
    make.visit(people.world.at_pa_co)
    support(people.world.at_pa_co)
    path = f"/dia-ban/{people.world.pa_co.key}/"
    for reader in (people.lan, people.pa_co, people.noi_vu, people.board, people.inspector):
        assert "Hà Thị Lan" in said(reader.get(path))
        assert reader.get(f"{path}dien-bien/?trang=0001{'0' * 5000}").status_code == 200
    absent = people.son.get("/dia-ban/khong-co-99999/")
    for stranger in (people.son, people.hang_kia):
        assert (stranger.get(path).status_code, stranger.get(f"{path}dien-bien/").status_code) == (404, 404)
    assert people.son.get(path).content == absent.content


def test_pages_of_persons_and_agencies_are_absent_for_others(people: Browsers) -> None:
    lan, noi_vu = f"/can-bo/{people.world.lan.pk}/", f"/co-quan/{people.world.noi_vu.pk}/"
    assert [people.board.get(path).status_code for path in (lan, noi_vu)] == [200, 200]
    assert [people.son.get(path).status_code for path in (lan, noi_vu)] == [404, 404]
    assert people.board.get(f"/can-bo/{NOWHERE}/").status_code == 404


@pytest.mark.parametrize("typed", ["bo giong", "BÒ GIỐNG", "bò giống", "bo   giong", "“bò” giống!"])
def test_search_forgives_tone_marks_and_finds_only_what_one_may_see(people: Browsers, typed: str) -> None:
    support(people.world.at_pa_co)
    assert "Tặng bò giống." in said(people.lan.get("/tim/", {"tim": typed})).replace("<mark>", "").replace(
        "</mark>", ""
    )
    assert "/ho-tro/0" not in said(people.son.get("/tim/", {"tim": typed}))


@pytest.mark.parametrize("typed", ["718-QĐ/TU", "quyet dinh 718", "phân công theo dõi"])
def test_a_directive_of_the_register_is_found_by_number_kind_and_words(people: Browsers, typed: str) -> None:
    world = people.world
    register_directive(
        province=world.province, kind=DirectiveKind.DECISION, number=718, symbol="718-QĐ/TU", issuer="Tỉnh ủy",
        issued_on=date(2022, 12, 14), title="Phân công theo dõi các xã", by=world.as_board, at=make.AT,
    )  # fmt: skip
    page = said(people.lan.get("/tim/", {"tim": typed})).replace("\u2011", "-")
    assert ("Quyết định 718-QĐ/TU" in page, 'href="/van-ban/"' in page) == (True, True)
    assert "Văn bản chỉ đạo</h2>" not in said(people.lan.get("/tim/", {"tim": "720-QĐ/TU"}))


def test_a_merger_is_told_from_its_day_on(people: Browsers, settings: Settings) -> None:
    old = people.world.pa_co
    new = make.commune("Xã Pà Cò Mới", district=people.world.district)
    Unit.objects.filter(pk=old.pk).update(valid_to=date(2023, 7, 1))
    Unit.objects.filter(pk=new.pk).update(valid_from=date(2023, 7, 1))
    UnitSuccession.objects.create(
        old=old, new=new, on=date(2023, 7, 1), split=False, suggested_default=True, source="person"
    )
    new.refresh_from_db()

    assert old.key in said(people.board.get("/chuyen-di/moi/"))

    def told() -> list[bool]:
        pages = [said(people.board.get(f"/dia-ban/{old.key}/{tail}")) for tail in ("", "dien-bien/")]
        found = said(people.board.get("/tim/?tim=pa+co"))
        later = said(people.board.get(f"/dia-ban/{new.key}/"))
        parts = (*(page.count("Xã Pà Cò nhập vào Xã Pà Cò Mới") for page in pages), found.count("đến trước 01/07/2023"))
        return [bool(part) for part in (*parts, "Xã Pà Cò Mới" in found, "Gồm Xã Pà Cò (cũ)" in later)]

    assert told() == [False] * 5
    settings.DIABAN_CLOCK = date(2023, 7, 1)
    assert told() == [True] * 5


def test_an_event_stands_in_the_course_from_its_day_on(people: Browsers, settings: Settings) -> None:
    world = people.world
    announce_event(
        commune=world.pa_co, title="Hội trại đoàn kết", event_kind=EventKind.COMMITTEE, place="Sân vận động",
        starts_at=at_hanoi(date(2023, 3, 25), 7), invited=[world.at_pa_co], by=world.as_pa_co, at=make.AT,
    )  # fmt: skip
    path = f"/dia-ban/{world.pa_co.key}/dien-bien/"
    assert "Hội trại đoàn kết" not in said(people.board.get(path))
    settings.DIABAN_CLOCK = date(2023, 3, 24)
    assert "Hội trại đoàn kết" not in said(people.board.get(path))
    settings.DIABAN_CLOCK = date(2023, 3, 25)
    assert "Hội trại đoàn kết" in said(people.board.get(path))


def test_the_heading_counts_every_row_that_waits(people: Browsers) -> None:
    world = people.world
    make.visit(world.at_pa_co)
    for day in (date(2023, 3, 27), date(2023, 4, 3)):
        plan_visit(
            assignment=world.at_pa_co, visited_on=day, event_kind=EventKind.COMMITTEE, by=world.as_lan, at=make.AT
        )
    assert '<span class="meta">2 việc</span>' in said(people.lan.get("/"))
    expect_year(province=world.province, year=2023, by=world.as_board, at=make.AT)
    page = said(people.lan.get("/"))
    heading = re.search(r'<span class="meta">(\d+) quá hạn, (\d+) việc khác</span>', page)
    assert heading
    assert sum(map(int, heading.groups())) == page.count('class="row split"')


def test_a_headline_of_money_is_short_and_unbroken(people: Browsers) -> None:
    line = support(people.world.at_pa_co)
    Support.objects.filter(pk=line.pk).update(value_vnd=4_039_525_000)
    assert "4,04\u00a0tỷ\u00a0đồng</a>" in people.board.get("/").content.decode()


@pytest.mark.parametrize("typed", ["", " ", "'", "%", "a" * 5000, "\x00", "&|!():*", "😀"])
def test_search_stumbles_over_nothing(people: Browsers, typed: str) -> None:
    assert people.lan.get("/tim/", {"tim": typed}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/dia-ban/", "/tim/?tim=bo"])
def test_pages_ask_as_often_for_three_as_for_one(people: Browsers, path: str) -> None:
    def rows(count: int) -> None:
        for day in range(count):
            make.visit(people.world.at_pa_co, on=date(2023, 3, 13 + day + count))
            support(people.world.at_pa_co)

    rows(1)
    people.lan.get(path)
    with CaptureQueriesContext(connection) as one:
        people.lan.get(path)
    rows(2)
    with CaptureQueriesContext(connection) as three:
        people.lan.get(path)
    assert len(three) == len(one)


def test_the_burden_is_told_to_the_board_alone(people: Browsers) -> None:
    assert people.board.get("/ganh-nang/").status_code == 200
    assert people.lan.get("/ganh-nang/").status_code == 404


def test_the_board_is_told_by_when_a_year_is_to_be_rated(people: Browsers, settings: Settings) -> None:
    world = people.world
    expect_year(province=world.province, year=2023, by=world.as_board, at=make.AT)
    settings.DIABAN_CLOCK = date(2023, 12, 5)
    assert "Kết quả theo dõi năm 2023" not in said(people.board.get("/"))
    settings.DIABAN_CLOCK = date(2023, 12, 13)
    page = said(people.board.get("/"))
    assert ("Kết quả theo dõi năm 2023" in page, "Còn 7 ngày" in page) == (True, True)
    assert "Kết quả theo dõi năm 2023" not in said(people.inspector.get("/"))
