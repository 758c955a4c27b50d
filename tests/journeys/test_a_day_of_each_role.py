"""A working day of each role, on a phone and at a desk, read as a person reads it; nobody is shut out of any page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import WIDTHS, Enter, door_of, fits

each_width = pytest.mark.parametrize("width", WIDTHS)


def opens_first(page: Page, pattern: str) -> None:
    """Follow the first link of the content to a record of a kind."""
    link = page.locator("main a").filter(visible=True)
    found = next(one for one in link.all() if re.search(pattern, one.get_attribute("href") or ""))
    page.goto(door_of(page) + (found.get_attribute("href") or ""))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert fits(page)


def reads(page: Page, *paths: str) -> None:
    """Open one after the other in the same browser, which has styles and fonts by then."""
    door = door_of(page)
    for path in paths:
        page.goto(door + path)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Không có trang này")
        assert fits(page), path


@each_width
def test_a_cadre_sees_what_is_due_and_goes_from_home_to_the_commune(enter: Enter, width: str) -> None:
    # Given a cadre at the desk of the day
    page = enter("canbo", width=width)
    expect(page.get_by_role("heading", name="Việc đến hạn")).to_be_visible()
    assert fits(page)
    # When one of the own communes is opened, all that happened there is on one page
    opens_first(page, r"^/dia-ban/[\w-]+/$")
    # Then a difficulty that is open leads to its course
    page.goto(page.url.split("/dia-ban/")[0] + "/kho-khan/")
    assert fits(page)
    opens_first(page, r"^/kho-khan/[0-9a-f-]{36}/$")
    # And each place of the cadre's work can be read by everybody
    reads(page, "/chuong-trinh/", "/chuyen-di/moi/", "/chuyen-di/du-kien/", "/ho-tro/moi/")
    reads(page, "/kho-khan/moi/", "/mo-hinh/", "/mo-hinh/moi/", "/cam-ket/", "/ban-tin/", "/lich/")
    reads(page, "/nhac-viec/", "/nhac-viec/cach-nhan/")


@each_width
def test_a_cadre_writes_a_programme_and_sees_it_held_against_the_rules(enter: Enter, width: str) -> None:
    # Given the programmes of the cadre, when one is opened
    page = enter("canbo", "/chuong-trinh/", width=width)
    opens_first(page, r"^/chuong-trinh/[0-9a-f-]{36}/$")
    # Then it stands as it was sent, and as the paper that is printed
    page.goto(page.url + "ban-in/")
    expect(page.locator("body")).to_contain_text("CHƯƠNG TRÌNH")


@each_width
def test_a_commune_raises_a_matter_and_writes_to_its_cadre(enter: Enter, width: str) -> None:
    # Given a commune with a matter that is beyond it
    page = enter("xa", "/kho-khan/moi/", width=width)
    # When it sends the form half empty, it is told what is missing and keeps what it wrote
    page.get_by_label("Tên việc").fill("Trạm y tế thiếu nước sạch")
    page.get_by_role("button", name="Gửi phản ánh").click()
    expect(page.get_by_role("alert", name="Cần sửa")).to_be_visible()
    expect(page.get_by_label("Tên việc")).to_have_value("Trạm y tế thiếu nước sạch")
    assert fits(page)
    # Then it goes through its other pages
    reads(page, "/", "/chuyen-di/", "/ho-tro/", "/kho-khan/", "/ban-tin/", "/ban-tin/moi/")
    reads(page, "/lich/", "/lich/su-kien/moi/", "/lich/dia-chi/", "/cam-ket/", "/mo-hinh/")


@each_width
def test_an_agency_finds_who_is_missing_what(enter: Enter, width: str) -> None:
    # Given the leadership of an agency, when it opens its own page
    page = enter("coquan", width=width)
    assert fits(page)
    opens_first(page, r"^/(co-quan|can-bo)/[0-9a-f-]{36}/$")
    # Then it can write down what it did for its cadres, and read their work
    reads(page, "/viec-co-quan/", "/viec-co-quan/moi/", "/chuong-trinh/", "/kho-khan/", "/co-quan/")


@each_width
def test_the_board_finds_any_commune_by_words_without_tone_marks(enter: Enter, width: str) -> None:
    # Given the Board, when it searches as one types in haste
    page = enter("btc", "/tim/?tim=ngoc+lau", width=width)
    expect(page.get_by_role("main")).to_contain_text("Ngọc Lâu")
    assert fits(page)
    # Then its lists, and what the product itself costs, can be read by everybody
    reads(page, "/ky-han/", "/ky-han/viec/?xem=chua-gui", "/ky-han/so-cham/", "/nhac-viec/thu/", "/bao-cao/")
    opens_first(page, r"^/bao-cao/[0-9a-f-]{36}/$")
    reads(page, "/", "/dia-ban/", "/co-quan/", "/chuyen-di/", "/ho-tro/", "/ganh-nang/", "/lich/")


@each_width
@pytest.mark.parametrize("who", ["btv", "kiemtra", "huyen"])
def test_those_who_oversee_read_all_and_change_nothing(enter: Enter, who: str, width: str) -> None:
    # Given one who oversees, at the desk
    page = enter(who, width=width)
    assert fits(page)
    # When the communes are opened, each leads to its profile
    page.goto(page.url + "dia-ban/")
    opens_first(page, r"^/dia-ban/[\w-]+/$")
    # Then nothing there is theirs to press
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("^Ghi chuyến đi"))).to_have_count(0)
    reads(page, "/kho-khan/", "/chuong-trinh/", "/mo-hinh/", "/ban-tin/")


def test_pages_can_be_read_in_the_dark(enter: Enter) -> None:
    page = enter("canbo", width="điện thoại", scheme="dark")
    assert fits(page)
    reads(page, "/kho-khan/", "/chuyen-di/moi/", "/lich/", "/mo-hinh/")
