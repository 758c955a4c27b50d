"""The frame and its components: strict about names, silent about what is forbidden, ready for a strict CSP."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.http import Http404
from django.template import engines
from django.test import Client, RequestFactory
from jinja2 import UndefinedError
from pytest_django.fixtures import Settings

from diaban.dashboards import gallery
from diaban.kit import pages
from diaban.kit.icons import icon
from diaban.kit.shell import Shell

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(ROOT.glob("diaban/*/jinja2/**/*.html"))
INLINE = re.compile(r"""\sstyle=|<style|<script(?! src)|\son[a-z]+=["']|https?://(?!www\.w3\.org)""")


def render(source: str, **context: object) -> str:
    return engines["jinja2"].from_string(source).render(context)


def test_the_stylesheet_is_the_join_of_its_parts() -> None:
    check = subprocess.run([sys.executable, ROOT / "scripts" / "build_css.py", "--check"], check=False)
    assert check.returncode == 0


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_runs_nothing_inline_and_calls_no_third_party(template: Path) -> None:
    assert INLINE.search(template.read_text(encoding="utf-8")) is None


def test_a_misspelt_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("{{ ten_sai }}")


def test_a_misspelt_prop_is_an_error() -> None:
    with pytest.raises(TypeError):
        render('{% from "ui/components.html" import tag %}{{ tag(kind="ok", txt="Đúng hạn") }}')


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon("khong-co")


def test_a_component_escapes_what_it_is_given() -> None:
    drawn = render('{% from "ui/components.html" import tag %}{{ tag(kind="ok", text=text) }}', text="<b>")
    assert "&lt;b&gt;" in drawn


def test_forbidden_and_absent_look_the_same() -> None:
    request = RequestFactory().get("/")
    forbidden, absent = pages.absent(request, PermissionError()), pages.absent(request, Http404())
    assert (forbidden.status_code, forbidden.content) == (absent.status_code, absent.content) == (404, absent.content)


@pytest.mark.parametrize(
    "view", [pages.bad_request, pages.absent, pages.wrong_method, pages.stale_form, pages.server_error]
)
def test_error_pages_need_no_context(view: object) -> None:
    assert callable(view)
    assert "Về trang đầu" in view(RequestFactory().get("/")).content.decode()


def test_the_demo_says_so_on_every_page_and_only_the_demo(settings: Settings) -> None:
    said = {}
    for demo in (True, False):
        settings.DEMO = demo
        said[demo] = "Dữ liệu mô phỏng" in pages.absent(RequestFactory().get("/")).content.decode()
    assert said == {True: True, False: False}


def test_the_gallery_shows_every_component() -> None:
    names = set(re.findall(r"\{% macro (\w+)", "".join(p.read_text(encoding="utf-8") for p in components())))
    shown = "".join(p.read_text(encoding="utf-8") for p in TEMPLATES if p.name.startswith("gallery"))
    inner = {"head_cell", "total_cell", "margin_day"} | {name for name in names if name.startswith("_")}
    inner |= {"drops", "fold", "filter_days", "bulk_bar", "list_filters", "list_table"}  # of a listing
    assert {name for name in names - inner if f"{name}(" not in shown} == set()
    text = (
        engines["jinja2"]
        .get_template("dashboards/gallery.html")
        .render(gallery.context() | {"shell": Shell(), "messages": []})
    )
    assert "Chưa chọn cơ quan" in text


def components() -> list[Path]:
    return [
        path
        for path in TEMPLATES
        if path.parent.name == "ui" and path.name not in {"base.html", "bare.html", "error.html", "frame.html"}
    ]


def test_the_gallery_is_in_the_demo_only(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(Http404):
        gallery.gallery(RequestFactory().get("/thu-vien-giao-dien/"))


def test_a_stranger_gets_our_page_for_what_is_not_there(client: Client) -> None:
    answer = client.get("/khong-co-trang-nay/")
    assert (answer.status_code, "Không có trang này" in answer.text) == (404, True)
