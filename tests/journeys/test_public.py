"""What everybody may read: the news, the directives; and the door that stays shut for a wrong password."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WIDTHS, Enter, fits

TITLE = "Kết luận của Ban Thường vụ Tỉnh ủy về tiếp tục thực hiện Quy định số 26-QĐ/TU"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_conclusion_is_read_and_printed(enter: Enter, width: str) -> None:
    # Given anybody, on the first page
    page = enter("", width=width)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tin hoạt động")
    assert fits(page)
    # When they open the first news item
    page.get_by_role("heading", name="Quy định").get_by_role("link").first.click()
    # Then the text stands there with its title and its moment
    expect(page.get_by_role("heading", level=1)).to_contain_text("26-QĐ/TU")
    expect(page.locator("article time")).to_contain_text("14:52")
    expect(page.locator("article time")).to_contain_text("09/05/2024")
    expect(page.locator("article")).to_contain_text("Kết luận")
    assert fits(page)
    # And it can be printed
    page.get_by_role("link", name="Bản in").click()
    expect(page.get_by_role("button", name="In")).to_be_visible()
    assert fits(page)


def test_the_news_can_be_followed(enter: Enter) -> None:
    page = enter("", "/tin-hoat-dong/")
    feed = page.locator('link[type="application/atom+xml"]').get_attribute("href")
    assert feed
    answer = page.request.get(page.url.split("/tin-")[0] + feed)
    assert "26-QĐ/TU" in answer.text()
    assert "xml" in answer.headers["content-type"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_directives_are_public(enter: Enter, width: str) -> None:
    page = enter("", "/van-ban/", width=width)
    for symbol in ("26-QĐ/TU", "718-QĐ/TU", "1016-KL/TU"):
        expect(page.get_by_role("main")).to_contain_text(symbol)
    assert fits(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_wrong_password_is_told_what_to_check(enter: Enter, width: str) -> None:
    # Given the door of the demo
    page = enter("", "/dang-nhap/", width=width)
    expect(page.get_by_role("heading", name="Vào thử bằng một vai")).to_be_visible()
    assert fits(page)
    # When somebody types a wrong password
    page.get_by_label("Tên đăng nhập").fill("btc")
    page.get_by_label("Mật khẩu", exact=True).fill("sai mật khẩu")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    # Then the door says what to check, and stays shut
    expect(page.get_by_role("alert")).to_contain_text("Tên đăng nhập hoặc mật khẩu chưa đúng")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    assert fits(page)


@pytest.mark.parametrize("path", ["/", "/van-ban/", "/dang-nhap/", "/khong-co-trang-nay/"])
def test_no_page_of_the_demo_passes_for_real(enter: Enter, path: str) -> None:
    expect(enter("", path).get_by_text("Dữ liệu mô phỏng").first).to_be_visible()
