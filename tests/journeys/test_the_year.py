"""The Organisation Board reads the year, asks where a number comes from, and takes the report along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import WIDTHS, Enter, fits

SUMMARY = "/tong-hop/2023/"


def digits(text: str) -> int:
    """«10.261.485.000 đồng» → 10261485000."""
    return int("".join(sign for sign in text if sign.isdigit()))


def side_by_side(left: Locator, right: Locator) -> bool:
    one, other = left.bounding_box(), right.bounding_box()
    assert one
    assert other
    return abs(one["y"] - other["y"]) < 2 and other["x"] > one["x"] + one["width"] / 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_results_stand_beside_limits(enter: Enter, width: str, scheme: str) -> None:
    # Given the Board on the day after the Conclusion
    page = enter("btc", SUMMARY, width=width, scheme=scheme)
    # Then the year of the text has results beside limits, or above them on a phone
    expect(page).to_have_title("Tổng hợp năm 2023 · Địa Bàn")
    results, limits = page.get_by_role("region", name="Kết quả"), page.get_by_role("region", name="Hạn chế")
    expect(results.get_by_role("listitem")).to_have_count(6)
    expect(limits.get_by_role("listitem")).to_have_count(6)
    assert side_by_side(results, limits) == (width == "máy tính")
    assert fits(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_figure_opens_its_records_and_divides(enter: Enter, width: str) -> None:
    # Given the support of the year in the margin, in tỷ đồng
    page = enter("btc", SUMMARY, width=width)
    figure = page.locator('a.fig[data-figure="tong-ho-tro"]')
    in_margin = figure.inner_text().replace("\u00a0", " ").split()[0]
    # When the Board asks for its records
    figure.click()
    # Then the total, to the đồng, is the figure
    total = digits(page.locator("b.fig").inner_text())
    assert f"{total / 1e9:.2f}".replace(".", ",") == in_margin
    # When it divides the total by district
    page.get_by_role("complementary").get_by_role("link", name="Huyện, thành phố").click()
    groups = page.get_by_role("complementary").locator(".kinds li")
    # Then the districts add up to it
    assert sum(digits(text) for text in groups.locator("b").all_text_contents()) == total
    # When it opens one of them, only that district's records are left, to be taken along
    part = digits(groups.first.locator("b").inner_text())
    groups.first.get_by_role("link").click()
    assert digits(page.locator("b.fig").inner_text()) == part < total
    expect(page.get_by_role("link", name="Xuất Excel")).to_be_visible()
    assert fits(page)
    # When it opens one record, the record stands there with its fields
    page.locator("a.rec").first.click()
    expect(page.locator("dl.dl")).to_be_visible()
    assert fits(page)
    # Then the way back leads through the list to the year
    page.go_back()
    page.get_by_role("link", name="Bỏ lọc").click()
    assert digits(page.locator("b.fig").inner_text()) == total
    page.get_by_role("link", name="Tổng hợp 2023").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("26-QĐ/TU năm 2023")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_report_is_read_and_taken_along(enter: Enter, width: str) -> None:
    # Given the year; when the Board asks for the print
    page = enter("btc", SUMMARY, width=width)
    page.get_by_role("link", name="Bản in").click()
    # Then the report stands there in the Party's form
    expect(page.get_by_text("ĐẢNG CỘNG SẢN VIỆT NAM")).to_be_visible()
    assert fits(page)
    # And it can be taken along as PDF and for Word
    for name, magic in (("Tải PDF", b"%PDF-"), ("Tải DOCX", b"PK\x03\x04")):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        assert Path(waiting.value.path()).read_bytes().startswith(magic)


@pytest.mark.parametrize("width", WIDTHS)
def test_all_figures_stand_on_one_page(enter: Enter, width: str) -> None:
    page = enter("btc", SUMMARY, width=width)
    page.get_by_role("link", name="Mọi số liệu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Số liệu năm 2023")
    assert page.locator("a.fig").count() > 40
    assert fits(page)


@pytest.mark.parametrize("who", ["btv", "kiemtra"])
def test_those_who_oversee_read_the_same_year(enter: Enter, who: str) -> None:
    # Given the Standing Committee, or the Inspection Committee; when it reads the year and asks for a limit
    page = enter(who, SUMMARY)
    late = page.get_by_role("region", name="Hạn chế").locator("a.fig").nth(2)
    said = digits(late.inner_text().split("/")[0])
    late.click()
    # Then it sees the records of the whole province
    assert digits(page.locator("b.fig").inner_text()) == said > 0
    assert fits(page)
