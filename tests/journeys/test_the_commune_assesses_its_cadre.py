"""A year's end: a commune writes its form, sealed, and the cadre answers; an agency answers for its year."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter, door_of, fits_both, path_of, sure

DAY = "2024-12-09"
"""The day for the forms has gone by, so that the year may be concluded."""


def sends(page: Page) -> None:
    page.get_by_role("button", name="Lưu nháp").last.click()
    page.get_by_role("link", name="Xem và gửi").click()
    sure(page, "Gửi phiếu")
    expect(page.get_by_text("phiếu được niêm phong").first).to_be_visible()


def test_an_agency_answers_for_its_year(enter: Enter) -> None:
    # Given an agency that opens its review, when it writes beside what the records say of its cadres, and sends it
    page = enter("coquan", width="điện thoại")
    page.get_by_role("listitem").filter(has_text="Đánh giá tập thể lãnh đạo").get_by_role("link").last.click()
    page.get_by_role("textbox", name="Tự nhận xét").fill("Đã họp nghe báo cáo hai lần.")
    page.locator("[name=fixed][value=none]").check(force=True)
    fits_both(page)
    page.get_by_role("button", name="Gửi bản nhận xét").click()
    expect(page.get_by_role("alert").first).to_contain_text("Tự nhận mức")
    page.locator("[name=self_level][value=good]").check(force=True)
    page.get_by_role("button", name="Gửi bản nhận xét").click()
    fits_both(page)
    # Then the Board comments on it once and names what is to be mended, which the agency reads
    board = enter("btc", path_of(page))
    board.get_by_role("link", name="Cho ý kiến").click()
    board.get_by_role("textbox", name="Ý kiến của Ban Tổ chức").fill("Thống nhất.")
    board.get_by_role("textbox", name="Hạn chế cần khắc phục").fill("Chưa họp nghe báo cáo quý III.")
    board.locator("[name=board_level][value=good]").check(force=True)
    fits_both(board)
    sure(board, board.locator(".submit summary").inner_text())
    fits_both(board)
    page.reload()
    expect(page.get_by_text("Chưa họp nghe báo cáo quý III.").first).to_be_visible()


def test_from_the_first_mark_to_the_answer(enter: Enter) -> None:
    # Given a form that is due, when the commune marks each criterion beside the records, the meter follows
    page = enter("xa", width="điện thoại")
    page.get_by_role("listitem").filter(has_text="Phiếu nhận xét").get_by_role("link", name="Soạn").click()
    fits_both(page)
    for place in range(8):
        page.locator(".seg.four").nth(place).locator("label").nth(place % 2).click()
    page.get_by_role("radio", name="Hoàn thành tốt nhiệm vụ").check(force=True)
    page.get_by_role("radio", name="Tiếp tục phân công đồng chí theo dõi xã").check(force=True)
    page.get_by_role("textbox", name="Ưu điểm").fill("Gần gũi, nắm chắc địa bàn.")
    page.get_by_role("textbox", name="Hạn chế").fill("Trả lời kiến nghị còn chậm.")
    page.get_by_role("textbox", name="Ngày họp").fill("27/11/2024")
    page.get_by_role("textbox", name="Họ tên người ký").fill("Bùi Văn An")
    page.get_by_role("textbox", name="Chức vụ người ký").fill("Bí thư Đảng ủy")
    expect(page.locator("#bang-kiem-tra")).to_contain_text("13/13 mục")
    sends(page)
    fits_both(page)
    address = path_of(page)

    # Then its cadre is told nothing, and the Board returns it with a reason
    cadre = enter("canbo", address, width="điện thoại")
    assert cadre.request.get(cadre.url).status == 404
    board = enter("btc", address)
    fits_both(board)
    board.get_by_role("link", name="Trả lại").click()
    board.get_by_label("Lý do trả lại").fill("Chưa nêu kiến nghị nào trả lời chậm.")
    board.get_by_role("button", name="Trả lại").click()

    # When the commune sends a new version and the year is concluded, the cadre reads it and answers once
    page.reload()
    page.get_by_role("link", name="Viết bản mới").click()
    page.get_by_role("textbox", name="Hạn chế").fill("Kiến nghị về đường vào thôn trả lời chậm.")
    sends(page)
    again = path_of(page)
    board.goto(door_of(board) + "/phieu-nhan-xet/ket-luan/2024/")
    board.get_by_label("Số văn bản kết luận").fill("410-KL/TU")
    board.get_by_label("Ngày kết luận").fill("09/12/2024")
    fits_both(board)
    sure(board, "Ghi kết luận")
    cadre.goto(door_of(cadre) + again)
    expect(cadre.get_by_text("Kiến nghị về đường vào thôn trả lời chậm.")).to_be_visible()
    fits_both(cadre)
    cadre.get_by_role("link", name="Ghi ý kiến").click()
    cadre.get_by_role("textbox", name="Ý kiến của đồng chí").fill("Tôi tiếp thu.")
    sure(cadre, "Gửi ý kiến")
    expect(cadre.get_by_text("Tôi tiếp thu.")).to_be_visible()
