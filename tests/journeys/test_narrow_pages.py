"""What is long stays within a narrow page: an agency's name on a paper, a term beside its value, a masthead of five."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.template import engines
from playwright.sync_api import Page
from pytest_django.fixtures import Settings

from diaban.documents.html import render_html
from diaban.documents.paper import Paper
from diaban.kit.shell import NavItem, Person, Shell
from tests.journeys.conftest import overflow
from tests.rules import papers

LONG = "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN TỈNH HÒA BÌNH"
TERMS = '<dl class="dl"><dt>Nắm tình hình địa bàn, đời sống và tâm trạng của Nhân dân các dân tộc</dt><dd>Tốt</dd></dl>'
BEYOND = """() => {
  const sheet = document.querySelector('.a4'), style = getComputedStyle(sheet);
  const edge = sheet.getBoundingClientRect().right - parseFloat(style.paddingRight);
  return [...sheet.querySelectorAll('.vb-h *')].filter((one) => one.getBoundingClientRect().right > edge + 1).length;
}"""


@pytest.fixture
def shown(settings: Settings, doorstep: str, look: Callable[..., Page]) -> Callable[[str, str, int], Page]:
    """A page of the product at a width, with this in the place of that."""
    settings.DEMO = True

    def drawn(html: str, place: str, width: int) -> Page:
        page = look(f"{doorstep}/thu-vien-giao-dien/")
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("([html, place]) => { document.querySelector(place).innerHTML = html; }", [html, place])
        return page

    return drawn


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("paper", [papers.report(), papers.decision()], ids=["party", "state"])
def test_a_long_name_of_an_agency_stays_on_the_sheet(shown: Callable[..., Page], paper: Paper, width: int) -> None:
    long = replace(paper, letterhead=replace(paper.letterhead, issuer=LONG))
    page = shown(render_html(long), "main", width)
    assert (overflow(page), page.evaluate(BEYOND)) == (0, 0)


def test_a_long_term_leaves_room_for_its_value(shown: Callable[..., Page]) -> None:
    page = shown(TERMS, "main", 390)
    across = page.evaluate("document.querySelector('main dd').getBoundingClientRect().width")
    assert (overflow(page), across > 100) == (0, True)


def test_a_masthead_of_five_fits_the_narrowest_phone(shown: Callable[..., Page]) -> None:
    person = Person("Đinh Mộng Lâm", "Cán bộ theo dõi", roles_href="/vai-tro/")
    shell = Shell(more=(NavItem("Lịch", "/lich/"),), search_href="/tim/", person=person)
    source = '{% from "ui/frame.html" import masthead %}{{ masthead(shell=shell, csrf="") }}'
    page = shown(engines["jinja2"].from_string(source).render({"shell": shell}), "header.mast", 320)
    page.evaluate("document.querySelector('main').replaceChildren()")
    assert overflow(page) == 0
    assert page.locator(".mast .mast .brand").inner_text() == "Địa Bàn"
