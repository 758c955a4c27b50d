"""The running year's inspection: the team looks at a duty and records a finding; the Board sees where it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WIDTHS, Enter, fits


@pytest.mark.parametrize("width", WIDTHS)
def test_the_team_checks_what_was_drawn(enter: Enter, width: str) -> None:
    # Given an inspector among the inspections of the year, who opens the one in hand
    page = enter("kiemtra", "/kiem-tra/", width=width)
    assert fits(page)
    page.get_by_role("link", name="Kiểm tra việc xây dựng, thực hiện chương trình").first.click()
    # Then the draw can be repeated, and the duties stand with how far each is
    expect(page.get_by_text("Rút lại được kết quả này")).to_be_visible()
    assert fits(page)
    # When the inspector opens one that is not looked at yet, and writes down what was seen
    page.get_by_role("listitem").filter(has_text="chưa ghi").get_by_role("link").first.click()
    page.get_by_role("link", name="Ghi kết quả").click()
    assert fits(page)
    for group in page.get_by_role("group").filter(has=page.get_by_role("radio", name="Đạt", exact=True)).all():
        group.get_by_role("radio", name="Đạt", exact=True).check(force=True)
    page.get_by_label("Ngày kiểm tra").fill("10/5/2024")
    page.get_by_role("button", name="Lưu kết quả").click()
    # Then it is kept
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi kết quả kiểm tra")
    assert fits(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_board_plans_and_reads_what_was_concluded(enter: Enter, width: str) -> None:
    # Given the Board among the inspections; when it opens the findings that are not mended
    page = enter("btc", "/kiem-tra/", width=width)
    assert fits(page)
    page.goto(page.url.replace("/kiem-tra/", "/ket-luan-kiem-tra/?xem=chua-xong"))
    assert fits(page)
    page.locator("a.rec").first.click()
    # Then one says who is to mend it by when, and offers to see to it
    expect(page.get_by_role("link", name="Xác nhận đã khắc phục")).to_be_visible()
    assert fits(page)
