"""A practised person writes down a visit with one photo, one support and one difficulty, on a phone, with the thumb."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter, fits
from tests.rules.odd_files import photo

TAP, PACE = 1.1, 5
"""Seconds for a tap, and characters a second, of somebody who has done it before."""
MOST_TAPS, MOST_SECONDS = 25, 60


@dataclass
class Thumb:
    """What is done on the page. A tap is a click, a choice from a list or going into a box; typing counts besides."""

    page: Page
    taps: int = 0
    typed: int = 0

    def tap(self, words: str, *, role: str = "button") -> None:
        self.taps += 1
        self.page.get_by_role(role, name=words, exact=True).click()  # type: ignore[arg-type]  # a role by its name

    def choose(self, label: str, words: str) -> None:
        self.taps += 1
        self.page.get_by_label(label).last.select_option(label=words)

    def write(self, label: str, text: str) -> None:
        self.taps += 1
        self.typed += len(text)
        self.page.get_by_label(label).last.fill(text)

    @property
    def seconds(self) -> float:
        return self.taps * TAP + self.typed / PACE


def test_a_visit_with_photo_support_and_difficulty_takes_a_minute(enter: Enter, tmp_path: Path) -> None:
    # Given a cadre with two communes, back from one of them, and a photo as the phone took it
    taken = tmp_path / "cau-tran.jpg"
    taken.write_bytes(photo((4000, 3000)))
    page = enter("canbo", "/chuyen-di/moi/", width="điện thoại")
    thumb = Thumb(page)
    # When the cadre says where, how long and what for
    communes = page.get_by_role("group", name="Địa bàn").get_by_role("radio")
    expect(communes).to_have_count(2)
    communes.first.check()
    thumb.taps += 1
    thumb.tap("1 ngày", role="radio")
    thumb.choose("Loại hoạt động", "Thăm thôn, bản, hộ dân")
    thumb.write("Kết quả", "Thăm 12 hộ, nghe ý kiến về nước sạch.")
    # And adds the photo
    thumb.taps += 1
    page.locator("input[type=file]").set_input_files(taken)
    expect(page.locator("[data-list] canvas")).to_be_visible()
    # And what was brought
    thumb.tap("Thêm hoạt động hỗ trợ")
    thumb.choose("Hình thức", "Hỗ trợ hiện vật")
    thumb.choose("Nguồn", "Kinh phí của cơ quan")
    thumb.write("Nội dung, nơi nhận", "2 bồn nước cho bản")
    thumb.write("Giá trị quy ra tiền", "5 triệu")
    expect(page.get_by_text("Năm triệu đồng", exact=True)).to_be_visible()
    thumb.choose("Căn cứ quy ra tiền", "Hóa đơn, chứng từ")
    # And what stands in the way
    thumb.tap("Thêm khó khăn, đề xuất")
    thumb.write("Tên việc", "Đường ống nước hỏng 300 m")
    thumb.choose("Lĩnh vực của việc", "Kinh tế, xã hội")
    thumb.choose("Cấp giải quyết", "Cấp huyện")
    assert fits(page)
    # And sends it
    thumb.tap("Gửi chuyến đi")
    # Then everything is there, the photo made small
    expect(page.get_by_text("Đã ghi nhận chuyến đi tại")).to_be_visible()
    for words in ("Thăm 12 hộ, nghe ý kiến về nước sạch.", "2 bồn nước cho bản", "Đường ống nước hỏng 300 m"):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_role("img", name="cau-tran")).to_be_visible()
    assert fits(page)
    # And it took at most a minute and 25 taps
    print(f"{thumb.taps} taps, {thumb.typed} characters, {thumb.seconds:.0f} seconds")
    assert thumb.taps <= MOST_TAPS
    assert thumb.seconds <= MOST_SECONDS


@pytest.mark.parametrize("width", ["điện thoại", "máy tính"])
def test_the_commune_confirms_with_one_tap(enter: Enter, width: str) -> None:
    # Given a commune with visits that wait for its word
    page = enter("xa", "/chuyen-di/?xem=cho-xac-nhan", width=width)
    assert fits(page)
    page.locator("a.rec").first.click()
    # When it confirms one
    assert fits(page)
    page.get_by_role("button", name="Xác nhận", exact=True).first.click()
    # Then the visit says so, and the act is offered no more
    expect(page.get_by_text("Xã đã xác nhận").first).to_be_visible()
    expect(page.get_by_text("Đã xác nhận chuyến đi ngày")).to_be_visible()
