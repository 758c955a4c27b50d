"""A real browser for the journeys, Debian's Chromium, and axe to ask whether everybody can use a page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_core_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
"""Playwright keeps an event loop in this thread; the ORM is still called by one thread at a time."""

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"điện thoại": (390, 844), "máy tính": (1366, 768)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys carry their mark; without Chromium they are left out, except in CI, where that is a failure."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            if not Path(CHROMIUM).exists() and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason="không có Chromium trên máy này"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def doorstep() -> Iterator[str]:
    """The address of the product for pages that ask nothing of the database."""
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture
def look(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page at a width («điện thoại», «máy tính») in a scheme («light», «dark»)."""
    contexts = []

    def opened(url: str, *, width: str = "máy tính", scheme: str = "light") -> Page:
        across, down = WIDTHS[width]
        context = chromium.new_context(
            viewport={"width": across, "height": down}, color_scheme="dark" if scheme == "dark" else "light"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


def barriers(page: Page) -> list[str]:
    """What axe finds on the page: the rule and the first place that breaks it."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def overflow(page: Page) -> int:
    """How many px the page is wider than the window; 0 is right."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
