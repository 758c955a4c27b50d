"""The half-year report of June: its cadre writes and sends it, the agency returns and endorses, the Board receives."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Enter, door_of, fits, path_of, sure

DAY = "2024-06-17"
"""Three days before the half-year reports are due."""
LIMITS = "Trả lời kiến nghị chậm, do chưa phân công người theo dõi."


@pytest.mark.parametrize(("width", "commune"), [("điện thoại", "Ân Nghĩa"), ("máy tính", "Ngọc Lâu")])
def test_from_the_first_words_to_the_board(enter: Enter, width: str, commune: str) -> None:
    # Given a cadre whose report is due, when the task is opened, the records stand beside an empty form
    page = enter("canbo", width=width)
    task = page.get_by_role("listitem").filter(has_text=re.compile(f"Báo cáo 6 tháng 2024.*{commune}"))
    task.get_by_role("link", name="Soạn").click()
    expect(page.get_by_role("heading", name="Số liệu tự điền")).to_be_visible()
    assert fits(page)
    # When a sentence of the records is taken over and the rest is written, the check beside says how far it is
    page.get_by_role("button", name="Chèn câu này").first.click()
    for box in page.get_by_role("textbox").all()[1:]:
        box.fill("Đã thực hiện theo chương trình.")
    page.get_by_role("textbox", name="Hạn chế, nguyên nhân, bài học").fill(LIMITS)
    expect(page.locator("#bang-kiem-tra")).to_contain_text("8/8 mục")
    page.get_by_role("button", name="Lưu nháp").click()
    page.get_by_role("link", name="Xem và gửi").click()
    page.get_by_role("link", name="Gửi cơ quan").click()
    # Then it is asked once more before it goes
    sure(page, "Gửi cơ quan")
    expect(page.get_by_text("Đã gửi báo cáo tới tập thể lãnh đạo cơ quan.")).to_be_visible()
    assert fits(page)
    address = path_of(page)

    # When the agency returns it with a reason, the cadre mends it as a new version and sends it again
    agency = enter("coquan", address, width=width)
    agency.get_by_role("link", name="Trả lại").click()
    agency.get_by_label("Lý do trả lại").fill("Mục hạn chế còn chung chung.")
    agency.get_by_role("button", name="Trả lại").click()
    page.reload()
    expect(page.get_by_text("Mục hạn chế còn chung chung.").first).to_be_visible()
    page.get_by_role("button", name="Sửa thành bản mới").click()
    page.get_by_role("textbox", name="Hạn chế, nguyên nhân, bài học").fill(f"{LIMITS} Tháng 7 khắc phục xong.")
    page.get_by_role("button", name="Lưu nháp").click()
    page.get_by_role("link", name="Xem và gửi").click()
    page.get_by_role("link", name="Gửi cơ quan").click()
    sure(page, "Gửi cơ quan")
    again = path_of(page)

    # Then the agency sees word by word what changed, endorses, and the Board receives
    agency.goto(door_of(agency) + again)
    agency.get_by_role("link", name="So với bản 1").click()
    expect(agency.locator("ins")).to_contain_text("Tháng 7 khắc phục xong.")
    assert fits(agency)
    agency.goto(agency.url.replace("so-sanh/", ""))
    agency.get_by_role("button", name="Thống nhất").click()
    board = enter("btc", again, width=width)
    board.get_by_role("button", name="Nhận báo cáo").click()
    expect(board.get_by_text("Đã nhận báo cáo.")).to_be_visible()
    assert fits(board)
    board.get_by_role("link", name="Bản in").click()
    expect(board.locator("body")).to_contain_text("Tháng 7 khắc phục xong.")
