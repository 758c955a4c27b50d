"""The end of November: a commune writes its form, sealed; the Board returns it; after release the cadre answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.plugin import DjangoDbBlocker

from tests.journeys.conftest import WIDTHS, entrance, fits, standing

Enter = Callable[..., Page]


@pytest.fixture(scope="module")
def november(django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with django_db_blocker.unblock(), standing(tmp_path_factory.mktemp("november"), "2024-11-28") as door:
        yield door


@pytest.fixture
def enter(chromium: Browser, november: str) -> Iterator[Enter]:
    with entrance(chromium, november, {}) as entered:
        yield entered


def fits_both(page: Page) -> None:
    for across, down in WIDTHS.values():
        page.set_viewport_size({"width": across, "height": down})
        assert fits(page)


def sends(page: Page) -> None:
    page.get_by_role("button", name="Lưu nháp").last.click()
    page.get_by_role("link", name="Xem và gửi").click()
    page.locator("summary", has_text="Gửi phiếu").click()
    page.get_by_role("button", name="Gửi xác nhận").click()
    expect(page.get_by_text("phiếu được niêm phong").first).to_be_visible()


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
    address = f"/{page.url.split('/', 3)[3]}"

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
    again = f"/{page.url.split('/', 3)[3]}"
    board.goto(board.url.split("/phieu-nhan-xet/")[0] + "/phieu-nhan-xet/ket-luan/2024/")
    board.get_by_label("Số văn bản kết luận").fill("410-KL/TU")
    board.get_by_label("Ngày kết luận").fill("28/11/2024")
    fits_both(board)
    board.locator("summary", has_text="Ghi kết luận").click()
    board.get_by_role("button", name="Gửi xác nhận").click()
    cadre.goto(cadre.url.split("/phieu-nhan-xet/")[0] + again)
    expect(cadre.get_by_text("Kiến nghị về đường vào thôn trả lời chậm.")).to_be_visible()
    fits_both(cadre)
    cadre.get_by_role("link", name="Ghi ý kiến").click()
    cadre.get_by_role("textbox", name="Ý kiến của đồng chí").fill("Tôi tiếp thu.")
    cadre.locator("summary", has_text="Gửi ý kiến").click()
    cadre.get_by_role("button", name="Gửi xác nhận").click()
    expect(cadre.get_by_text("Tôi tiếp thu.")).to_be_visible()
