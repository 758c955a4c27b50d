"""Every component, on a phone and on a computer, by day and by night: nothing overflows, nobody is shut out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from tests.journeys.conftest import WIDTHS, barriers, overflow


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_gallery_can_be_used_by_everybody(
    settings: Settings, doorstep: str, look: Callable[..., Page], width: str, scheme: str
) -> None:
    settings.DEMO = True
    page = look(f"{doorstep}/thu-vien-giao-dien/", width=width, scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_have_text("Thư viện giao diện")
    expect(page.get_by_text("Dữ liệu mô phỏng").first).to_be_visible()
    assert (overflow(page), barriers(page)) == (0, [])


def test_a_chosen_theme_is_kept_on_the_next_page(settings: Settings, doorstep: str, look: Callable[..., Page]) -> None:
    settings.DEMO = True
    page = look(f"{doorstep}/thu-vien-giao-dien/")
    page.get_by_role("button", name="Đổi nền sáng, tối").click()
    page.goto(f"{doorstep}/khong-co-trang-nay/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert barriers(page) == []


def test_the_form_of_the_gallery_answers_like_any_other(
    settings: Settings, doorstep: str, look: Callable[..., Page]
) -> None:
    settings.DEMO = True
    page = look(f"{doorstep}/thu-vien-giao-dien/", width="điện thoại")
    form = page.get_by_role("form", name="Biểu mẫu thử")
    form.get_by_role("button", name="Gửi thử").click()
    expect(page.get_by_role("alert", name="Cần sửa")).to_contain_text("Kết quả: Chưa nhập kết quả.")
    assert (overflow(page), barriers(page)) == (0, [])


def test_pages_ask_nothing_of_a_third_party_and_break_no_policy(
    settings: Settings, doorstep: str, look: Callable[..., Page]
) -> None:
    settings.DEMO = True
    page = look("about:blank")
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{doorstep}/thu-vien-giao-dien/", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(doorstep)] == []
    assert complaints == []


def test_filters_are_folded_on_a_phone_and_lie_open_on_a_computer(
    settings: Settings, doorstep: str, look: Callable[..., Page]
) -> None:
    settings.DEMO = True
    days, summary = "Ngày hỗ trợ từ", "Bộ lọc khác (1)"
    page = look(f"{doorstep}/thu-vien-giao-dien/", width="điện thoại")
    expect(page.get_by_label(days)).to_be_hidden()
    page.get_by_text(summary).click()
    expect(page.get_by_label(days)).to_be_visible()
    expect(page.get_by_label("Cách xếp")).to_be_visible()
    assert (overflow(page), barriers(page)) == (0, [])
    page = look(f"{doorstep}/thu-vien-giao-dien/")
    expect(page.get_by_label(days)).to_be_visible()
    expect(page.get_by_text(summary)).to_be_hidden()


def test_filters_left_empty_do_not_stand_in_the_address(
    settings: Settings, doorstep: str, look: Callable[..., Page]
) -> None:
    settings.DEMO = True
    page = look(f"{doorstep}/thu-vien-giao-dien/")
    form = page.get_by_role("search", name="Lọc danh sách hỗ trợ")
    form.get_by_label("Ngày hỗ trợ từ").fill("1/9/2023")
    form.get_by_role("button", name="Lọc").click()
    page.wait_for_url("**/thu-vien-giao-dien/?tim=*")
    assert page.url.endswith("/?tim=g%C3%A0&co-quan=so-tu-phap&tu=1%2F9%2F2023")


def test_ticked_rows_bring_up_what_can_be_done_with_them(
    settings: Settings, doorstep: str, look: Callable[..., Page]
) -> None:
    settings.DEMO = True
    page = look(f"{doorstep}/thu-vien-giao-dien/")
    acts = page.get_by_role("region", name="Thao tác với các dòng đã chọn")
    expect(acts).to_be_hidden()
    page.get_by_label("Chọn Bàn Văn Sửu").check()
    expect(acts).to_contain_text("1 hỗ trợ đã chọn")
    page.get_by_label("Chọn tất cả dòng trang này").check()
    expect(acts).to_contain_text("3 hỗ trợ đã chọn")
    assert barriers(page) == []
