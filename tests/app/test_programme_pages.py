"""A yearly programme over its pages: written, checked, sent, endorsed, registered, revised, compared, printed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pytest_django.fixtures import Settings

from diaban.obligations.services import expect_year
from diaban.planning.models import Programme
from diaban.planning.rules import ProgrammeState
from tests import make
from tests.pages import SURE, Browsers, browsers, posted, said, sending

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def answers(**changes: str) -> dict[str, str]:
    row = {"month": "5/2023", "event_kind": "cell", "topic": "relation", "expected_result": "Dự sinh hoạt chi bộ."}
    items = {f"items-0-{part}": value for part, value in row.items()}
    return (
        {"objectives": "Giúp xã về đích nông thôn mới.", "context": "", "contact": "", "agency_commitment": ""}
        | items
        | changes
    )


def written(people: Browsers) -> str:
    posted(people.lan, new(people), **answers())
    return f"/chuong-trinh/{Programme.objects.get().pk}/"


def new(people: Browsers) -> str:
    return f"/chuong-trinh/phan-cong/{people.world.at_pa_co.pk}/2023/moi/"


def sent(people: Browsers) -> str:
    path = written(people)
    people.lan.post(f"{path}gui/", sending(late_reason="Chờ danh mục") | SURE)
    assert Programme.objects.get().state == ProgrammeState.SUBMITTED
    return path


def test_a_programme_is_written_once_however_often_it_is_sent(people: Browsers) -> None:
    given = sending(**answers())
    for _ in range(2):
        assert people.lan.post(new(people), given).status_code == 302
    assert Programme.objects.get().items.count() == 1


def test_the_list_leads_its_cadre_to_what_is_to_be_written_first(people: Browsers) -> None:
    world = people.world
    assert "Soạn chương trình 2023" not in said(people.lan.get("/chuong-trinh/"))
    expect_year(province=world.province, year=2023, by=world.as_board, at=make.AT)
    page = said(people.lan.get("/chuong-trinh/"))
    href, words = f'href="/chuong-trinh/phan-cong/{world.at_pa_co.pk}/2023/"', "Soạn chương trình 2023, xã Pà Cò"
    assert (href in page, words in page) == (True, True)
    assert "Soạn chương trình 2023" not in said(people.board.get("/chuong-trinh/"))


def test_a_draft_is_its_writer_s_alone(people: Browsers) -> None:
    path = written(people)
    assert people.lan.get(path).status_code == 200
    assert {one.get(path).status_code for one in (people.noi_vu, people.board, people.pa_co, people.son)} == {404}


@pytest.mark.parametrize("wrong", [{"objectives": ""}, {"items-0-month": "13/2023"}, {"items-0-event_kind": "x"}])
def test_what_is_wrong_is_said_and_nothing_is_saved(people: Browsers, wrong: dict[str, str]) -> None:
    answer = posted(people.lan, new(people), **answers(**wrong))
    assert (answer.status_code, Programme.objects.count()) == (422, 0)
    assert "Dự sinh hoạt chi bộ." in said(answer)


def test_the_agency_endorses_the_board_registers_the_commune_reads(people: Browsers) -> None:
    path = sent(people)
    assert people.noi_vu.post(f"{path}thong-nhat/", sending()).status_code == 302
    assert people.board.post(f"{path}dang-ky/", sending()).status_code == 302
    assert Programme.objects.get().state == ProgrammeState.REGISTERED
    assert "Dự sinh hoạt chi bộ." in said(people.pa_co.get(path))
    assert people.son.get(path).status_code == 404


def test_returned_with_a_reason_it_is_mended(people: Browsers) -> None:
    path = sent(people)
    assert posted(people.noi_vu, f"{path}tra-lai/", reason="").status_code == 422
    assert posted(people.noi_vu, f"{path}tra-lai/", reason="Thiếu tháng 6.").status_code == 302
    assert "Thiếu tháng 6." in said(people.lan.get(path))
    assert people.lan.get(f"{path}sua/").status_code == 200


def test_it_is_printed_as_page_word_and_pdf(people: Browsers) -> None:
    path = sent(people)
    assert "Dự sinh hoạt chi bộ." in said(people.noi_vu.get(f"{path}ban-in/"))
    assert people.noi_vu.get(f"{path}chuong-trinh.docx").content.startswith(b"PK")
    assert people.noi_vu.get(f"{path}chuong-trinh.pdf").content.startswith(b"%PDF")
    assert people.hang_kia.get(f"{path}chuong-trinh.pdf").status_code == 404


def test_while_it_is_written_it_is_held_against_the_rules(people: Browsers) -> None:
    path = new(people).replace("moi/", "doi-chieu/")
    checked = people.lan.post(path, sending(**answers()))
    assert checked.status_code == 200
    assert re.search(r'<b class="nw">\d+</b>, <span class="nw">cần ít nhất \d+</span>', said(checked))
    assert people.son.post(path, sending(**answers())).status_code == 404
