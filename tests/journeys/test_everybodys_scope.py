"""Everybody sees the part of the year that is theirs, and those without a part see none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WIDTHS, Enter, door_of, fits

SUMMARY = "/tong-hop/2023/"
WHOLE_PROVINCE = 151


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("who", "communes"),
    [("canbo", range(2, 3)), ("coquan", range(2, 40)), ("xa", range(1, 2)), ("huyen", range(5, 30))],
)
def test_a_part_of_the_year_says_whose_it_is(enter: Enter, who: str, communes: range, width: str) -> None:
    # Given a cadre, an agency's leadership, the committee of a commune or of a district
    page = enter(who, SUMMARY, width=width)
    # Then the year says that it is theirs
    expect(page.get_by_role("heading", level=1)).to_contain_text("26-QĐ/TU năm 2023")
    expect(page.locator(".page-head .meta")).to_contain_text("Trong phạm vi: ")
    assert fits(page)
    # When they ask which communes it counts
    page.goto(page.url + "dia-ban-co-can-bo/")
    # Then these are theirs and no others
    shown = int(page.locator("b.fig").inner_text())
    assert shown in communes
    assert shown < WHOLE_PROVINCE
    assert fits(page)


@pytest.mark.parametrize(
    ("who", "lands"), [("bientap", "Tin hoạt động"), ("quantri", "Tin hoạt động"), ("giamsat", "Nhật ký ghi nhận")]
)
def test_who_has_no_part_in_the_year_finds_no_such_page(enter: Enter, who: str, lands: str) -> None:
    # Given the editor of the news, the keeper of the system, or the auditor; they land on the news, or on the journal
    page = enter(who)
    expect(page.get_by_role("heading", level=1)).to_have_text(lands)
    assert fits(page)
    # When they try the address of the year, there is no such page
    page.goto(door_of(page) + SUMMARY)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không có trang này")
    assert fits(page)


def test_a_stranger_is_sent_to_the_door(enter: Enter) -> None:
    page = enter("", SUMMARY)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    # When the Board comes in by that door, it is where it wanted to be
    page.get_by_role("button", name="Ban Tổ chức Tỉnh ủy").click()
    expect(page).to_have_title("Tổng hợp năm 2023 · Địa Bàn")
