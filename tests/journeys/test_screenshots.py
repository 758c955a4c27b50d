"""The pictures of the guide and of the README, taken anew with DIABAN_SCREENSHOTS=1."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.rules.sheet_files import HEADER, xlsx
from tools.env import ROOT

FOLDER = ROOT / "docs" / "screenshots"
LARGEST = 200_000
"""bytes of one picture; ImageMagick makes them lighter where it is"""
ARTICLE = "/tin-hoat-dong/ket-luan-cua-ban-thuong-vu-tinh-uy-ve-tiep-tuc-thuc-hien-quy-dinh-so-26-qd-tu/"
LIST = (
    [1, "Hà Thị Lan", "Phó Giám đốc", "Sở Nội vụ", "Pà Cò", "Mai Châu", "03/10/2022", "30/11/2022"],
    [2, "Giàng A Páo", "Giám đốc", "Sở Tư pháp", "Cao Sơn", None, "03/10/2022", "30/11/2022"],
    [3, "Lò Văn Tâm", "Giám đốc", "Sở Tài chính", "Cun Pheo", "Mai Châu", "31/9/2022", "30/11/2022"],
)


@pytest.mark.parametrize(
    ("name", "who", "path", "width", "down"),
    [
        ("tong-hop-may-tinh", "btc", "/tong-hop/2023/", "máy tính", 1010),
        ("tong-hop-dien-thoai", "canbo", "/tong-hop/2023/", "điện thoại", 844),
        ("ban-ghi", "btc", "/tong-hop/2023/tong-ho-tro/?chia=huyen", "máy tính", 900),
        ("ban-in", "btc", "/tong-hop/2023/ban-in/", "máy tính", 900),
        ("tin", "", ARTICLE, "máy tính", 768),
        ("dang-nhap", "", "/dang-nhap/", "máy tính", 768),
        ("nhap-phan-cong", "btc", "/phan-cong/nhap/", "máy tính", 980),
    ],
)
def test_a_picture_is_taken(enter: Callable[..., Page], name: str, who: str, path: str, width: str, down: int) -> None:
    page = enter(who, path, width=width)
    page.set_viewport_size({"width": 390 if width == "điện thoại" else 1366, "height": down})
    if name == "nhap-phan-cong":
        page.get_by_label("Tệp danh sách phân công").set_input_files(
            {"name": "danh-sach.xlsx", "mimeType": "", "buffer": xlsx([[*HEADER, "Đến ngày"], *LIST])}
        )
        page.get_by_role("button", name="Xem trước").click()
        page.get_by_role("heading", name="Đã hiểu gì").wait_for()
    picture = taken(page, FOLDER / f"{name}.png")
    assert picture.stat().st_size <= LARGEST


def taken(page: Page, picture: Path) -> Path:
    page.evaluate("document.fonts.ready.then(() => true)")
    picture.parent.mkdir(exist_ok=True)
    page.screenshot(path=picture, animations="disabled")
    if lighter := shutil.which("convert"):
        subprocess.run([lighter, picture, "-dither", "None", "-colors", "160", f"png8:{picture}"], check=True)
    return picture
