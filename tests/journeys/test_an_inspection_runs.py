"""Inspections: planned, decided, drawn, looked at, concluded, mended; and the one that the team is out for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import WIDTHS, Enter, door_of, fits, fits_both, path_of, sure

DAY = "2024-05-10"
AGENCY = "Sở Nông nghiệp và Phát triển nông thôn"
LACK = "Chương trình chưa nêu kết quả dự kiến của từng nội dung."


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)


def all_in_order(page: Page) -> None:
    """Every question answered «Đạt»."""
    for group in page.get_by_role("group").filter(has=page.get_by_role("radio", name="Đạt", exact=True)).all():
        group.get_by_role("radio", name="Đạt", exact=True).check(force=True)
    page.get_by_label("Ngày kiểm tra").fill("10/5/2024")
    page.get_by_role("button", name="Lưu kết quả").click()


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
    all_in_order(page)
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


def sends_a_team(board: Page) -> str:
    """The Board plans an inspection of one agency's cadres and sends a team by a numbered decision."""
    board.locator("[name=kind]").select_option(index=1)
    fill(board, title="Kiểm tra chương trình của một cơ quan", lead_body="Ban Tổ chức Tỉnh ủy", planned_on="10/5/2024")
    fits_both(board)
    board.get_by_role("button", name="Đưa vào kế hoạch").click()
    fits_both(board)
    case = path_of(board)
    board.get_by_role("link", name="Ghi quyết định").click()
    fill(board, decision_symbol="44-QĐ/BTCTU", decided_on="10/5/2024", period_from="1/1/2024", period_to="9/5/2024")
    board.locator("[name=agency]").select_option(label=AGENCY)
    board.locator("[name=team]").first.check(force=True)
    board.locator("[name=leader]").select_option(index=1)
    fits_both(board)
    board.get_by_role("button", name="Ghi quyết định").click()
    expect(board.get_by_text("44-QĐ/BTCTU").first).to_be_visible()
    return case


def looks_at_what_was_drawn(page: Page) -> None:
    """The team draws by a number that anybody can repeat, looks at what was drawn, and writes down what lacks."""
    page.get_by_role("link", name="Rút mẫu").click()
    fill(page, seed="10052024")
    fits_both(page)
    sure(page, "Rút mẫu")
    expect(page.get_by_text("Rút lại được kết quả này")).to_be_visible()
    fits_both(page)
    page.get_by_role("listitem").filter(has_text="chưa ghi").get_by_role("link").first.click()
    sampled = page.url
    page.get_by_role("link", name="Ghi kết luận").click()
    fill(page, description=LACK, found_on="10/5/2024")
    page.locator("[name=severity]").first.check(force=True)
    page.locator("[name=responsible][value=agency]").check(force=True)
    fits_both(page)
    page.get_by_role("button", name="Ghi kết luận").click()
    expect(page.get_by_text(LACK).first).to_be_visible()
    page.goto(f"{sampled}ghi/")
    all_in_order(page)


def test_from_the_plan_to_the_remedy(enter: Enter) -> None:
    # Given the Board that sends a team, and a team that looks at what it drew
    board = enter("btc", "/kiem-tra/moi/")
    case = sends_a_team(board)
    page = enter("kiemtra", case)
    looks_at_what_was_drawn(page)
    # Then those concerned are told nothing before the conclusion, and after it the team sees the case no more
    agency = enter("coquan", "/ket-luan-kiem-tra/")
    expect(agency.get_by_text(LACK)).to_have_count(0)
    page.goto(f"{door_of(page)}{case}ket-luan/")
    fill(page, conclusion_symbol="12-TB/BTCTU", done_on="10/5/2024", summary="Cơ bản đúng quy định.")
    fits_both(page)
    sure(page, "Kết luận")
    expect(page.get_by_text("Hồ sơ của đoàn không mở ở đây")).to_be_visible()
    # And the agency reports how it was mended, which somebody else confirms
    agency.reload()
    agency.get_by_role("link", name=LACK).or_(agency.locator("a.rec")).first.click()
    finding = path_of(agency)
    agency.get_by_role("link", name="Phản hồi").click()
    agency.locator("[name=kind][value=remedy]").check(force=True)
    fill(agency, text="Đã bổ sung kết quả dự kiến.")
    fits_both(agency)
    agency.get_by_role("button", name="Gửi phản hồi").click()
    expect(agency.get_by_text("Chờ xác nhận")).to_be_visible()
    board.goto(f"{door_of(board)}{finding}xac-nhan/")
    fill(board, closed_on="10/5/2024", remedy="Đã xem chương trình sửa.")
    fits_both(board)
    board.get_by_role("button", name="Xác nhận").click()
    expect(board.get_by_text("Đã khắc phục 10/05/2024")).to_be_visible()
    fits_both(board)
    board.goto(f"{door_of(board)}{case}ket-thuc/")
    board.get_by_role("button", name="Kết thúc").click()
    expect(board.get_by_text("Kết thúc theo dõi").first).to_be_visible()
    fits_both(board)
