"""The Board reads by which rules a year is judged, and brings in the list of assignments."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WIDTHS, Enter, door_of, fits
from tests.rules.sheet_files import HEADER, xlsx

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_parameter_says_where_it_comes_from(enter: Enter, width: str) -> None:
    # Given the Board among the rule sets; when it opens the first
    page = enter("btc", "/bo-quy-tac/", width=width)
    assert fits(page)
    page.locator("a.rec").first.click()
    # Then each parameter has a value and a source, or says that the source is the software
    lines = page.locator("tbody tr")
    assert lines.count() > 20
    assert all(text.strip() for text in lines.locator("td:last-child").all_text_contents())
    expect(page.get_by_text("mặc định của phần mềm").first).to_be_visible()
    assert fits(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_rule_set_is_copied_changed_and_compared(enter: Enter, width: str) -> None:
    # Given the Board with the set of the year before it
    page = enter("btc", "/bo-quy-tac/", width=width)
    page.get_by_role("link", name="bộ tham số 2022").last.click()
    # When it copies the set and gives the agencies fewer days to answer
    page.get_by_role("link", name="Chép thành bộ mới").click()
    page.get_by_label("Tên bộ quy tắc mới").fill(f"Dự thảo 2025, {width}")
    page.get_by_label("Dự kiến áp dụng từ ngày").fill("1/1/2025")
    page.get_by_role("button", name="Chép", exact=True).click()
    page.locator('a[href$="/sua/kien-nghi/"]').click()
    page.locator("[name=difficulty_answer_days]").fill("10")
    page.get_by_role("button", name="Lưu phần này").click()
    # Then it is asked what the new value rests on
    expect(page.get_by_role("alert", name="Cần sửa")).to_contain_text("ghi văn bản làm căn cứ")
    assert fits(page)
    page.locator("[name=can-cu-difficulty_answer_days]").fill("Kết luận 12-KL/TU")
    page.get_by_role("button", name="Lưu phần này").click()
    assert fits(page)
    # And beside the other set only what differs is shown
    page.locator("summary", has_text="So sánh với bộ khác").click()
    page.get_by_role("link", name="bộ tham số 2022").click()
    expect(page.get_by_role("main")).to_contain_text("Hạn trả lời khó khăn, vướng mắc")
    assert fits(page)
    page.goto(door_of(page) + "/lich-lam-viec/")
    assert fits(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_list_is_shown_before_it_is_recorded(enter: Enter, width: str) -> None:
    # Given a list of the year before the simulated one, with one good row and one day that never was
    commune = "Pà Cò" if width == "máy tính" else "Hang Kia"
    good = [1, "Hà Thị Lan", "Phó Giám đốc", "Sở Nội vụ", commune, "Mai Châu", "03/10/2022", "30/11/2022"]
    wrong = [2, "Lò Văn Tâm", "Giám đốc", "Sở Tư pháp", "Cun Pheo", "Mai Châu", "31/9/2022", "30/11/2022"]
    page = enter("btc", "/phan-cong/nhap/", width=width)
    assert fits(page)
    # When the Board looks at it first
    page.get_by_label("Tệp danh sách phân công").set_input_files(
        {"name": "danh-sach.xlsx", "mimeType": SHEET, "buffer": xlsx([[*HEADER, "Đến ngày"], good, wrong])}
    )
    page.get_by_role("button", name="Xem trước").click()
    # Then the wrong row says what is wrong with it, and nothing can be recorded yet
    expect(page.get_by_role("row", name="Lò Văn Tâm")).to_contain_text("31/9/2022")
    expect(page.get_by_role("button", name="Nhập 1 cán bộ")).to_have_count(0)
    assert fits(page)
    # When it leaves that row out
    page.get_by_label("Bỏ dòng 3").check()
    page.get_by_role("button", name="Xem lại với câu trả lời").click()
    page.get_by_role("button", name="Nhập 1 cán bộ").click()
    # Then the rest is recorded, and the page says so
    expect(page.get_by_role("status").first).to_contain_text("Đã nhập tệp danh-sach.xlsx: 1 phân công")
    assert fits(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_journal_proves_itself_to_the_board(enter: Enter, width: str) -> None:
    # Given the Board at its journal; when it asks whether everything is as it was written
    page = enter("btc", "/nhat-ky/", width=width)
    page.get_by_role("link", name="Kiểm tra ngay").click()
    # Then it is told so, and the heads of the days stand there to be kept on paper
    expect(page.get_by_role("status")).to_contain_text("Nhật ký khớp")
    expect(page.get_by_role("table")).to_contain_text("chung")
    assert fits(page)
