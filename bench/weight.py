"""What a browser receives: the first load of the cadre's home with styles, scripts and fonts, then each page after it.

Bytes on the wire as Chromium counts them (headers included), from the product's own web server, on a phone's window.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from django.db import connection
from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.journeys.conftest import CHROMIUM, WIDTHS
from tests.journeys.served import served
from tools import extras

FIRST, LATER = 100, 30
"""kB: what the first load and any later page may weigh"""
WHO = "canbo"
PAGES = (
    "/", "/dia-ban/", "/chuong-trinh/", "/chuyen-di/", "/chuyen-di/moi/", "/chuyen-di/du-kien/", "/ho-tro/",
    "/ho-tro/moi/", "/kho-khan/", "/kho-khan/moi/", "/mo-hinh/", "/mo-hinh/moi/", "/cam-ket/", "/ban-tin/", "/lich/",
    "/tim/?tim=xa", "/tong-hop/2023/",
)  # fmt: skip
BELOW = ("/dia-ban/", "/chuong-trinh/", "/chuyen-di/", "/ho-tro/", "/kho-khan/", "/mo-hinh/", "/cam-ket/", "/ban-tin/")
"""Lists whose first record is opened too."""


class Scales:
    """Adds up what arrives, by kind of file, until it is asked."""

    def __init__(self, wire: CDPSession) -> None:
        self.weights: Counter[str] = Counter()
        self._kinds: dict[str, str] = {}
        wire.on("Network.responseReceived", lambda event: self._kinds.update({event["requestId"]: event["type"]}))
        wire.on("Network.loadingFinished", self._weigh)
        wire.send("Network.enable")

    def _weigh(self, event: dict[str, str]) -> None:
        self.weights[self._kinds.get(event["requestId"], "?")] += int(event["encodedDataLength"])

    def read(self) -> Counter[str]:
        taken, self.weights = self.weights, Counter()
        return taken


def main() -> int:
    extras.ensure()
    name = str(connection.settings_dict["NAME"])
    with tempfile.TemporaryDirectory() as folder, served(name, Path(folder)) as door, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        across, down = WIDTHS["điện thoại"]
        entering = browser.new_context()
        page = entering.new_page()
        page.goto(f"{door}/dang-nhap/")
        page.locator(f'form[action$="/{WHO}/"]').get_by_role("button").click()
        state = entering.storage_state()
        # a browser of its own: nothing of the sign-in page is in its cache
        context = browser.new_context(viewport={"width": across, "height": down}, storage_state=state)
        page = context.new_page()
        scales = Scales(context.new_cdp_session(page))
        say("Lần mở đầu tiên của trang cán bộ", opened(page, scales, f"{door}/"), FIRST)
        later = {path: opened(page, scales, door + path) for path in (*PAGES, *records(page, door))}
        for path, weights in sorted(later.items(), key=lambda one: -sum(one[1].values())):
            say(path, weights, LATER)
        browser.close()
    return 0


def opened(page: Page, scales: Scales, url: str) -> Counter[str]:
    scales.read()
    page.goto(url, wait_until="networkidle")
    return scales.read()


def records(page: Page, door: str) -> list[str]:
    """The first record that each list leads to."""
    found: list[str] = []
    for path in BELOW:
        page.goto(door + path)
        links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
        below = [one for one in links if one.startswith(path) and one.count("/") == 3 and one.split("/")[2] != "moi"]
        found += [one for one in below if "?" not in one and not one.endswith("du-kien/")][:1]
    return found


def say(what: str, weights: Counter[str], allowed: int) -> None:
    total = sum(weights.values()) / 1000
    parts = ", ".join(f"{kind} {weight / 1000:.1f}" for kind, weight in weights.most_common())
    print(f"{total:6.1f} kB (tối đa {allowed}){' QUÁ' if total > allowed else ''}  {what}  [{parts}]")


if __name__ == "__main__":
    sys.exit(main())
