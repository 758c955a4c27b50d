"""A real browser for the journeys, Debian's Chromium, and axe to ask whether everybody can use a page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import axe_core_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.journeys.served import served

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
"""Playwright keeps an event loop in this thread; the ORM is still called by one thread at a time."""

collect_ignore = [] if os.environ.get("DIABAN_SCREENSHOTS") == "1" else ["test_screenshots.py"]
"""Taking the pictures of the guide is not a test: they are taken when asked for."""

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"điện thoại": (390, 844), "máy tính": (1366, 768)}
Enter = Callable[..., Page]
"""enter(who, path="/", *, width="máy tính", scheme="light")"""


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
    contexts: list[BrowserContext] = []

    def opened(url: str, *, width: str = "máy tính", scheme: str = "light") -> Page:
        page = new_page(chromium, contexts, width=width, scheme=scheme)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


def new_page(
    chromium: Browser, contexts: list[BrowserContext], *, width: str, scheme: str, state: StorageState | None = None
) -> Page:
    across, down = WIDTHS[width]
    context = chromium.new_context(
        viewport={"width": across, "height": down},
        color_scheme="dark" if scheme == "dark" else "light",
        storage_state=state,
    )
    context.set_default_timeout(10_000)
    contexts.append(context)
    return context.new_page()


@pytest.fixture(scope="session")
def demo(django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo with its simulated year, served by a process of its own."""
    with django_db_blocker.unblock(), standing(tmp_path_factory.mktemp("demo"), "2024-05-10") as door:
        yield door


@contextmanager
def standing(folder: Path, day: str) -> Iterator[str]:
    """The address of a demo whose clock stands on a day, with records of its own."""
    name = f"test_diaban_served_{os.getpid()}_{token_hex(4)}"  # a module may stand on the same day as the demo
    with database.spare_copy(database.YEAR, name), served(name, folder, day=day) as door:
        yield door


@pytest.fixture(scope="session")
def passes() -> dict[str, StorageState]:
    """Who of the cast has come in by the door already."""
    return {}


@pytest.fixture(scope="module")
def another_day(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a demo of the module's own, if it names its `DAY`; else nothing."""
    day = getattr(request.module, "DAY", "")
    if not day:
        yield ""
        return
    with django_db_blocker.unblock(), standing(tmp_path_factory.mktemp("day"), day) as door:
        yield door


@pytest.fixture
def enter(
    chromium: Browser, another_day: str, passes: dict[str, StorageState], request: pytest.FixtureRequest
) -> Iterator[Enter]:
    """Open a page of the demo as one of the cast («btc»), or as anybody («»)."""
    door = another_day or request.getfixturevalue("demo")
    with entrance(chromium, door, {} if another_day else passes) as entered:
        yield entered


@contextmanager
def entrance(chromium: Browser, door: str, passes: dict[str, StorageState]) -> Iterator[Enter]:
    """Afterwards: nothing was asked of a third party, and the browser had nothing to complain of but refusals."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    complaints: list[str] = []

    def entered(who: str, path: str = "/", *, width: str = "máy tính", scheme: str = "light") -> Page:
        page = new_page(chromium, contexts, width=width, scheme=scheme, state=passes.get(who))
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if who and who not in passes:
            page.goto(f"{door}/dang-nhap/")
            page.locator(f'form[action$="/{who}/"]').get_by_role("button").click()
            passes[who] = page.context.storage_state()
        page.goto(door + path)
        return page

    yield entered
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((door, "blob:", "data:"))] == []
    assert [one for one in complaints if not one.startswith("Failed to load resource: the server responded")] == []


def fits(page: Page) -> bool:
    """Nothing is wider than the window, and axe finds nobody shut out. A page that is on its way is waited for."""
    page.wait_for_load_state()
    assert (overflow(page), barriers(page)) == (0, []), page.url
    return True


def fits_both(page: Page) -> None:
    """At both widths; the page is left at the wider."""
    for across, down in WIDTHS.values():
        page.set_viewport_size({"width": across, "height": down})
        assert fits(page)


def sure(page: Page, label: str) -> None:
    """Press what is asked once more, and say yes."""
    page.locator("summary", has_text=label).click()
    page.get_by_role("button", name="Gửi xác nhận").click()


def door_of(page: Page) -> str:
    """The address of the house that the page is in."""
    parts = urlsplit(page.url)
    return f"{parts.scheme}://{parts.netloc}"


def path_of(page: Page) -> str:
    return urlsplit(page.url).path


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
