"""The end of a year: the Board proposes with one override, the Standing Committee decides, the cadre appeals."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter, fits_both, path_of, sure

HERE = "/ket-qua-theo-doi/"
REASON = "Hai tháng chống bão ở hồ Hòa Bình theo lệnh của tỉnh."


def presses(page: Page, link: str) -> None:
    page.get_by_role("link", name=link, exact=True).click()
    sure(page, link)


def test_from_the_draft_to_the_appeal(enter: Enter) -> None:
    # Given another rule set, when the Board tries it on the year, then the trial says that it is none of the results
    trial = enter("btc", f"{HERE}thu/?nam=2023&bo=366-qd-tw-2025")
    expect(trial.get_by_text("Lần thử, không phải kết quả")).to_be_visible()
    fits_both(trial)

    # Given a closed year, when the Board makes its draft, then each level stands beside the rules that gave it
    board = enter("btc", HERE)
    board.get_by_role("button", name="Lập đợt năm 2023").click()
    expect(board.locator(".capbox")).to_contain_text("Trần xuất sắc")
    board.get_by_role("link", name="Hoàn thành").first.click()
    board.locator(".ladder summary").first.click()
    expect(board.locator(".evid a").first).to_be_visible()
    fits_both(board)
    round = board.url.split("?")[0]

    # And it moves one result up, with the reason, and proposes
    who = board.locator("#can-cu").inner_text()
    board.get_by_role("link", name="Điều chỉnh mức").click()
    board.get_by_label("Điều chỉnh thành").select_option("good")
    board.get_by_role("button", name="Lưu điều chỉnh").click()
    expect(board.get_by_role("alert")).to_contain_text("lý do")
    board.get_by_label("Lý do").fill(REASON)
    fits_both(board)
    board.get_by_role("button", name="Lưu điều chỉnh").click()
    expect(board.get_by_text(REASON)).to_be_visible()
    board.goto(f"{round}?muc=tot")
    expect(board.get_by_role("row").filter(has_text=who)).to_contain_text("đã điều chỉnh")
    presses(board, "Đề xuất")
    presses(board, "Trình Ban Thường vụ")

    # Then the Standing Committee decides by its vote, and the Board publishes
    committee = enter("btv", path_of(board))
    fits_both(committee)
    committee.get_by_role("link", name="Ghi quyết định").click()
    for label, value in (("Tổng số ủy viên", "15"), ("Có mặt", "13"), ("Số phiếu đồng ý", "12")):
        committee.get_by_label(label).fill(value)
    committee.get_by_label("Số quyết định").fill("950-QĐ/TU")
    committee.get_by_label("Ngày quyết định").fill("10/5/2024")
    fits_both(committee)
    sure(committee, "Ghi quyết định")
    expect(committee.get_by_text("Đồng ý 12/15")).to_be_visible()
    cadre = enter("canbo", HERE, width="điện thoại")
    expect(cadre.get_by_text("Chưa có kết quả nào")).to_be_visible()
    board.reload()
    presses(board, "Công bố")

    # And the cadre reads the own result and nobody else's, and appeals once
    cadre.reload()
    cadre.locator(".rows h3 a").click()
    expect(cadre.locator(".ladder").first).to_be_visible()
    fits_both(cadre)
    cadre.get_by_role("link", name="Kiến nghị", exact=True).click()
    cadre.get_by_label("Nội dung kiến nghị").fill("Đề nghị tính chuyến đi ngày 12/10/2023 chưa được ghi.")
    sure(cadre, "Gửi kiến nghị")
    expect(cadre.get_by_text("Chưa trả lời")).to_be_visible()
    expect(cadre.get_by_role("link", name="Kiến nghị", exact=True)).to_have_count(0)
    board.reload()
    expect(board.locator("#kien-nghi")).to_be_visible()
