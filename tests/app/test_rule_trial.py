"""The Board tries a rule on a simulated year: what changes and why, and nothing at all is written."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl
import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.kit.actors import Role
from diaban.places.queries import province_of_year
from diaban.ranking.queries import records_of, rulebook_of
from diaban.ranking.queries.rulebooks import national_book
from diaban.ranking.rules import rate
from diaban.ranking.rules.results import Kind
from diaban.ranking.rules.trying import Direction, trial
from tests.pages import said, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]
PAGE, TRIED = "/ket-qua-theo-doi/thu/", "366-qd-tw-2025"
TODAY = date(2024, 5, 10)


@pytest.fixture
def board(settings: Settings) -> Client:
    settings.DIABAN_CLOCK = TODAY
    return signed_in(Role.BOARD, province=province_of_year("17", 2023))


def counted() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models() if model._meta.managed}


def test_the_page_says_what_the_engine_says_and_writes_nothing(board: Client) -> None:
    province = province_of_year("17", 2023)
    assert province
    records = records_of(province, 2023, as_of=TODAY)
    found = trial(records, rulebook_of(province, 2023), national_book(TRIED))
    before = counted()
    with CaptureQueriesContext(connection) as asked:
        page = said(board.get(PAGE, {"nam": "2023", "bo": TRIED}))
    file = board.get(f"{PAGE}tep.xlsx", {"nam": "2023", "bo": TRIED, "doi-tuong": "cadre"})
    assert counted() == before
    assert not [
        one for one in asked.captured_queries if not one["sql"].lstrip("( ").startswith(("SELECT", "SAVE", "RELE"))
    ]
    assert len(asked) <= 40
    assert f"{len(found.rows)} trong {found.judged} đổi mức" in page
    assert "không ghi gì" in page
    assert (page.count('class="tb cards') > 2, 'class="tb"' in page) == (True, False)  # a phone reads records
    own = [row for row in found.rows if row.change.kind is Kind.CADRE]
    assert own
    sheet = openpyxl.load_workbook(io.BytesIO(file.content)).worksheets[0]
    names = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {row.change.name for row in own} <= names
    links = re.findall(r'href="(/tong-hop/\d+/ban-ghi/[^"]+)"', page)
    kinds = {link.split("/")[4]: link for link in links}
    assert len(kinds) > 2
    assert {board.get(link).status_code for link in kinds.values()} == {200}


def test_without_a_place_whoever_was_excellent_goes_down_and_nobody_up(board: Client) -> None:
    province = province_of_year("17", 2023)
    assert province
    book = rulebook_of(province, 2023)
    excellent = sum(
        one.level_after_cap == "excellent" for one in rate(records_of(province, 2023, as_of=TODAY), book).verdicts
    )
    asked = {"nam": "2023", "bo": "cua-nam", "excellent_cap_percent": "0"}
    down, up = (said(board.get(PAGE, asked | {"chieu": way.value})) for way in (Direction.DOWN, Direction.UP))
    assert excellent
    assert "thay 1 giá trị" in down
    assert "Giá trị đang thử, chưa có trong văn bản nào" in down
    assert re.search(rf"Dòng 1 đến \d+ trong {excellent}<", down)
    assert "Không ai đổi mức theo cách lọc này" in up


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"excellent_from": "sáu"}, "không phải một số nguyên"),
        ({"excellent_from": "40"}, "Ngưỡng điểm phải giảm dần"),
        ({"ladder_items_percent": "50, 80, 90"}, "ậc cao hơn phải đòi hỏi"),
        ({"bo": "khong-co"}, "không có trong danh sách"),
        ({"nam": "1999"}, "không có trong danh sách"),
    ],
)
def test_what_cannot_be_tried_is_said_at_its_field(board: Client, given: dict[str, str], sentence: str) -> None:
    answer = board.get(PAGE, {"nam": "2023", "bo": "cua-nam"} | given)
    assert (answer.status_code, sentence in said(answer)) == (422, True)
    assert board.get(f"{PAGE}tep.xlsx", {"nam": "2023", "bo": "cua-nam"} | given).status_code == 404
