"""A paper as a fragment of a page."""

import re

from lxml import html
from syrupy.assertion import SnapshotAssertion

from diaban.documents.html import render_html
from diaban.documents.words import outline
from tests.rules.papers import decision, letter, report, saying


def test_a_figure_links_to_its_records() -> None:
    links = html.fromstring(render_html(report())).iter("a")
    assert [(link.get("data-figure"), link.get("href"), link.text) for link in links] == [
        ("cadres", "/so-lieu/can-bo/", "118 cán bộ"),
        ("support.gift", "/so-lieu/qua/", "4.386.000.000"),
        ("support.skill", "/so-lieu/ky-thuat/", "2.264.000.000"),
    ]


def test_the_page_says_the_words_of_the_paper() -> None:
    for paper in (report(), decision(), letter()):
        said = letters("".join(map(str, html.fromstring(render_html(paper)).itertext())))
        rest = paper.notice + (paper.blocks[-1].caption if hasattr(paper.blocks[-1], "caption") else "")
        assert sorted(said) == sorted(letters(outline(paper).replace("|", "") + rest))


def test_the_fragment(snapshot: SnapshotAssertion) -> None:
    assert render_html(decision()) == snapshot


def test_a_text_is_never_read_as_markup() -> None:
    page = render_html(saying('<script>alert("x")</script>'))
    assert "<script" not in page
    assert list(html.fromstring(page).iter("script")) == []


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
