"""Another cadre for a commune: asked for, all are heard, verified, proposed, decided; then the handover."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter, fits_both, path_of, sure

DAY = "2024-06-18"
WHY = "Hai lần hội nghị quý I không dự, không báo.\nKiến nghị ngày 12/4 chưa trả lời."


def sends(page: Page, **texts: str) -> None:
    """Fill what the form asks for and confirm it."""
    for name, text in texts.items():
        page.locator(f"[name={name}]").fill(text)
    sure(page, page.locator(".submit summary").inner_text())


def gives_opinion(enter: Enter, who: str, path: str, side: str, text: str) -> None:
    page = enter(who, f"{path}y-kien/{side}/")
    fits_both(page)
    sends(page, text=text)
    expect(page.get_by_text(text)).to_be_visible()


def test_a_commune_gets_another_cadre(enter: Enter) -> None:
    # Given a commune that is not helped, when it asks with what happened, the Board has it on its desk
    page = enter("xa", "/thay-the/moi/")
    fits_both(page)
    page.get_by_role("main").locator("a[href*='/thay-the/phan-cong/']").first.click()
    page.get_by_role("radio").first.check(force=True)
    sends(page, reason_text="Kém.")
    expect(page.get_by_role("alert").first).to_contain_text("việc cụ thể")
    fits_both(page)
    sends(page, reason_text=WHY)
    fits_both(page)
    path = path_of(page)
    board = enter("btc", path)
    expect(board.get_by_text("Còn thiếu ý kiến").first).to_be_visible()
    # Then the cadre, the agency and the area lead are heard, and only then it is verified and proposed
    gives_opinion(enter, "canbo", path, "can-bo", "Tôi nhận thiếu sót, đã báo nghỉ một lần.")
    gives_opinion(enter, "coquan", path, "co-quan", "Cơ quan đồng ý thay.")
    gives_opinion(enter, "btv", path, "phu-trach", "Thống nhất đề xuất của xã.")
    board = enter("btc", f"{path}xac-minh/")
    fits_both(board)
    sends(board, result="Nội dung đúng như xã nêu.")
    board = enter("btc", f"{path}de-xuat/")
    board.locator("[name=proposal][value=replace]").check(force=True)
    board.locator("[name=post]").select_option(index=1)
    fits_both(board)
    sends(board, text="Thay cán bộ theo dõi.")
    expect(board.get_by_text("Thay cán bộ theo dõi.").first).to_be_visible()
    # When the Standing Committee decides with a number, the old duty ends the day the new one begins
    committee = enter("btv", f"{path}quyet-dinh/")
    committee.locator("[name=post]").select_option(index=1)
    fits_both(committee)
    sends(committee, symbol="812-QĐ/TU", decided_on="18/6/2024", effective_on="01/7/2024")
    expect(committee.get_by_text("812-QĐ/TU").first).to_be_visible()
    fits_both(committee)
    # And the cadre hands over what is open, and signs
    page = enter("canbo", "/ban-giao/")
    fits_both(page)
    page.get_by_role("main").locator("tbody a[href^='/ban-giao/']").first.click()
    paper = path_of(page)
    page.goto(f"{page.url}soan/")
    fits_both(page)
    page.locator("[name=situation]").fill("Ổn định.")
    page.locator("[name=contacts]").fill("Văn phòng Đảng ủy xã.")
    page.locator(".submit button[type=submit]").click()
    page = enter("canbo", f"{paper}ky/")
    sends(page)
    expect(page.get_by_text("Ổn định.")).to_be_visible()
    fits_both(page)
