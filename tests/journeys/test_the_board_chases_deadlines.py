"""Who is missing what: the Board opens a number, decides on one and reminds of the rest; an agency sees its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WIDTHS, Enter, fits

MISSING = "/ky-han/viec/?nam=2024&xem=chua-gui"
REMINDED = {"điện thoại": MISSING, "máy tính": MISSING.replace("chua-gui", "gia-han")}
"""Another list for each width: the same thing is reminded of once a day."""


@pytest.mark.parametrize("width", WIDTHS)
def test_from_a_number_to_a_decision_and_a_reminder(enter: Enter, width: str) -> None:
    # Given the matrix of deadlines, when the Board opens a number, the list has as many records
    page = enter("btc", "/ky-han/", width=width)
    number = page.locator("table.matrix a.mx").first
    total = re.split(r"\D", number.inner_text().split("/")[1])[0]
    number.click()
    expect(page.get_by_text(f"Cộng {total} việc phải làm")).to_be_attached()

    # When one thing that is missing is given a later day with a reason and its document, the page says who and why
    page.goto(page.url.split("/ky-han/")[0] + MISSING)
    page.locator("a.rec").first.click()
    page.get_by_role("link", name="Gia hạn").click()
    page.get_by_label("Hạn mới").fill("31/5/2024")
    page.get_by_label("Lý do").fill("Địa bàn bị mưa lũ.")
    page.get_by_label("Số, ngày văn bản").fill("15-CV/BTCTU, 09/5/2024")
    assert fits(page)
    page.get_by_role("button", name="Gia hạn").click()
    expect(page.get_by_text("15-CV/BTCTU, 09/5/2024. Địa bàn bị mưa lũ.")).to_be_visible()
    assert fits(page)

    # When a whole list is reminded of, it is said of how many
    page.goto(page.url.split("/ky-han/")[0] + REMINDED[width])
    page.get_by_role("link", name="Nhắc tất cả").click()
    page.get_by_label("Lời nhắc").fill("Đề nghị gửi trong tuần.")
    assert fits(page)
    page.get_by_role("button", name="Gửi nhắc").click()
    expect(page.get_by_text(re.compile(r"Đã nhắc [1-9]\d* việc"))).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_agency_sees_its_own_and_decides_nothing(enter: Enter, width: str) -> None:
    page = enter("coquan", "/ky-han/?theo=co-quan", width=width)
    expect(page.locator("table.matrix tbody tr")).to_have_count(1)
    assert fits(page)
    page.goto(page.url.split("/ky-han/")[0] + "/ky-han/viec/")
    expect(page.get_by_role("link", name="Nhắc tất cả")).to_have_count(0)
    page.locator("a.rec").first.click()
    expect(page.get_by_role("link", name="Gia hạn")).to_have_count(0)
