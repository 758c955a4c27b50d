"""Photos in a real browser: made small before they travel, listed with both sizes, kept over a refused submit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect
from pytest_django.fixtures import Settings

from diaban.kit.formats import file_size
from tests.journeys import file_page
from tests.journeys.conftest import WIDTHS, fits
from tests.rules.odd_files import HTML, box, pdf, photo

Look = Callable[..., Page]
HEIC = FilePayload(name="IMG_0001.HEIC", mimeType="image/heic", buffer=box(b"heic"))


def jpeg(name: str, content: bytes | None = None) -> FilePayload:
    """From the phone, with where and with what it was taken."""
    return FilePayload(name=name, mimeType="image/jpeg", buffer=content or photo((2400, 1800)))


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def address(settings: Settings, doorstep: str) -> str:
    settings.ROOT_URLCONF = "tests.journeys.file_page"
    file_page.arrivals.sent = []
    return f"{doorstep}/tep/"


@pytest.fixture
def visit(look: Look, address: str, complaints: list[str]) -> Iterator[Look]:
    """Opens the form; afterwards the browser has had nothing to complain of, the policy of our pages least of all."""

    def opened(width: str = "điện thoại", scheme: str = "light", path: str = "") -> Page:
        page = look("about:blank", width=width, scheme=scheme)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    yield opened
    assert [one for one in complaints if not one.startswith("Failed to load resource: the server responded")] == []


def rows(page: Page) -> list[str]:
    return [text.replace("\n", " ") for text in page.locator(".files").first.locator("figcaption").all_inner_texts()]


def choose(page: Page, *files: FilePayload, field: str = "photos") -> None:
    page.locator(f"input[name={field}]").set_input_files(list(files))
    expect(page.locator(".files [data-status]").first).not_to_have_text("Đang nén ảnh trên máy…")


def send(page: Page) -> None:
    page.get_by_role("button", name="Gửi chuyến đi").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_photo_travels_small_and_says_nothing_of_its_place(visit: Look, width: str, scheme: str) -> None:
    # Given the form of a visit and a photo that knows where it was taken
    taken = photo((4000, 3000), orientation=6)
    assert Image.open(BytesIO(taken)).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    page = visit(width=width, scheme=scheme)
    assert fits(page)
    # When the photo is chosen
    choose(page, jpeg("Họp xã.jpg", taken))
    # Then it stands there with both sizes
    (row,) = rows(page)
    assert row.startswith("Họp xã.jpg ")
    assert row.endswith(f"(gốc {file_size(len(taken))})")
    assert fits(page)
    # And when it is sent, little goes over the wire, nothing of the place with it, and less is kept
    page.get_by_label("Kết quả").fill("Đã họp.")
    send(page)
    expect(page.locator("#xong")).to_have_text("Đã gửi 1 tệp.")
    (sent,), (raw,), (kept,) = file_page.arrivals.sent, file_page.arrivals.raw, file_page.arrivals.kept
    assert sent == len(raw) < len(taken)
    assert (b"Exif" in raw, b"GPS" in raw, b"SN-0123" in raw) == (False, False, False)
    made = Image.open(BytesIO(kept.content()))
    assert (made.size, len(made.getexif())) == ((1200, 1600), 0)
    assert kept.name == "Họp xã.jpg"


def test_photos_are_chosen_one_after_the_other_and_taken_out_again(visit: Look) -> None:
    page = visit()
    choose(page, jpeg("1.jpg"))
    choose(page, jpeg("2.jpg"), jpeg("3.jpg"))
    assert [row.split()[0] for row in rows(page)] == ["1.jpg", "2.jpg", "3.jpg"]
    choose(page, jpeg("4.jpg"))
    expect(page.get_by_text("Chỉ nhận tối đa 3 ảnh; ảnh “4.jpg” chưa được thêm.")).to_be_visible()
    page.get_by_role("button", name="Bỏ ảnh 2.jpg").click()
    choose(page, jpeg("4.jpg"), jpeg("1.jpg"))
    assert [row.split()[0] for row in rows(page)] == ["1.jpg", "3.jpg", "4.jpg"]
    assert fits(page)
    page.get_by_label("Kết quả").fill("Đã họp.")
    send(page)
    expect(page.locator("#xong")).to_have_text("Đã gửi 3 tệp.")
    assert [one.name for one in file_page.arrivals.kept] == ["1.jpg", "3.jpg", "4.jpg"]


def test_a_submit_waits_until_the_photos_are_small(visit: Look) -> None:
    page = visit()
    page.get_by_label("Kết quả").fill("Đã họp.")
    page.locator("input[name=photos]").set_input_files([jpeg("1.jpg"), jpeg("2.jpg")])
    send(page)
    expect(page.locator("#xong")).to_have_text("Đã gửi 2 tệp.")
    assert [Image.open(BytesIO(raw)).size for raw in file_page.arrivals.raw] == [(1600, 1200)] * 2


def test_a_refused_submit_does_not_lose_the_photos(visit: Look) -> None:
    # Given two photos and a form that is not complete
    page = visit()
    choose(page, jpeg("1.jpg"), jpeg("2.jpg"))
    send(page)
    # Then the page says what is missing, and the photos are still there
    expect(page.get_by_role("alert")).to_contain_text("Kết quả")
    expect(page.get_by_text("Ảnh đã chọn vẫn còn ở đây.")).to_be_visible()
    assert [row.split()[0] for row in rows(page)] == ["1.jpg", "2.jpg"]
    assert fits(page)
    # When one is taken out, another chosen and the form completed
    page.get_by_role("button", name="Bỏ ảnh 1.jpg").click()
    choose(page, jpeg("3.jpg"))
    page.get_by_label("Kết quả").fill("Đã họp.")
    send(page)
    # Then these two arrive, and the next form is empty
    expect(page.locator("#xong")).to_have_text("Đã gửi 2 tệp.")
    assert [one.name for one in file_page.arrivals.kept] == ["2.jpg", "3.jpg"]
    assert rows(page) == []
    assert page.evaluate("sessionStorage.length") == 0


def test_a_sealed_form_keeps_nothing_in_the_tab(visit: Look) -> None:
    page = visit(path="kin/")
    choose(page, jpeg("1.jpg"))
    assert page.evaluate("sessionStorage.length") == 0
    send(page)
    expect(page.get_by_text("Ảnh đã chọn chưa được gửi; hãy chọn lại.")).to_be_visible()
    assert rows(page) == []


def test_what_the_phone_cannot_read_is_told_there(visit: Look) -> None:
    page = visit()
    choose(page, HEIC, jpeg("1.jpg"))
    expect(page.get_by_text("Máy này không đọc được ảnh HEIC.")).to_be_visible()
    assert [row.split()[0] for row in rows(page)] == ["1.jpg"]


def test_what_only_claims_to_be_a_photo_is_judged_by_the_server(visit: Look) -> None:
    page = visit()
    choose(page, jpeg("anh.jpg", HTML))
    expect(page.get_by_text("Không nén được “anh.jpg” trên máy; ảnh sẽ được gửi nguyên cỡ.")).to_be_visible()
    page.get_by_label("Kết quả").fill("Đã họp.")
    send(page)
    expect(page.locator("#id_photos-err")).to_contain_text("Đây là trang web (HTML), không nhận được.")
    expect(page.get_by_label("Kết quả")).to_have_value("Đã họp.")
    assert fits(page)


def test_a_document_keeps_its_bytes_and_a_picture_of_one_is_made_small(visit: Look) -> None:
    page = visit(width="máy tính")
    minutes = FilePayload(name="Biên bản.pdf", mimeType="application/pdf", buffer=pdf())
    choose(page, minutes, jpeg("Trang 2.jpg"), field="minutes")
    expect(page.get_by_text("Trang 2.jpg")).to_be_visible()
    assert fits(page)
    page.get_by_label("Kết quả").fill("Đã họp.")
    send(page)
    expect(page.locator("#xong")).to_have_text("Đã gửi 2 tệp.")
    paper, picture = file_page.arrivals.kept
    assert (paper.name, file_page.arrivals.raw[0]) == ("Biên bản.pdf", pdf())
    assert (picture.name, picture.width) == ("Trang 2.jpg", 1600)


@pytest.fixture
def without_script(chromium: Browser, address: str) -> Iterator[Page]:
    contexts: list[BrowserContext] = [chromium.new_context(java_script_enabled=False)]
    page = contexts[0].new_page()
    page.goto(address)
    yield page
    contexts[0].close()


def test_without_script_the_whole_photo_travels_and_the_server_makes_it_small(without_script: Page) -> None:
    taken = photo((4000, 3000))
    without_script.locator("input[name=photos]").set_input_files(jpeg("1.jpg", taken))
    without_script.get_by_label("Kết quả").fill("Đã họp.")
    send(without_script)
    expect(without_script.locator("#xong")).to_have_text("Đã gửi 1 tệp.")
    assert file_page.arrivals.raw == [taken]
    (kept,) = file_page.arrivals.kept
    made = Image.open(BytesIO(kept.content()))
    assert (made.size, len(made.getexif()), b"Exif" in kept.content()) == ((1600, 1200), 0, False)


def test_without_script_a_photo_of_40_mb_is_refused_at_its_field(without_script: Page, tmp_path: Path) -> None:
    large = tmp_path / "1.jpg"
    large.write_bytes(photo() + bytes(40 * 1024 * 1024))
    without_script.locator("input[name=photos]").set_input_files(large)
    without_script.get_by_label("Kết quả").fill("Đã họp.")
    send(without_script)
    expect(without_script.locator("#id_photos-err")).to_contain_text("Tệp nặng 40,1 MB, tối đa 15 MB.")
    expect(without_script.get_by_label("Kết quả")).to_have_value("Đã họp.")
    expect(without_script.get_by_text("Ảnh đã chọn chưa được gửi; hãy chọn lại.")).to_be_visible()
