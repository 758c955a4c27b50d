"""A list as a workbook is the list as seen: the same rows, order, columns and words, with real numbers and days."""

from __future__ import annotations

import io
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest
from django.http import QueryDict
from openpyxl import load_workbook
from pytest_django.fixtures import Settings

from diaban.documents.exports import list_response
from diaban.fieldwork.models import Support
from diaban.fieldwork.policies import visible_supports
from diaban.fieldwork.rules import Confirmation
from diaban.kit import formats
from diaban.kit.actors import Actor
from diaban.kit.ids import uuid7
from tests import make
from tests.lists import open_at, opened, support
from tests.make import AT, World

pytestmark = pytest.mark.django_db
TITLES = ["Ngày", "Cán bộ", "Cơ quan", "Hình thức", "Xác nhận", "Chờ", "Xác nhận lúc", "Giá trị"]


@pytest.fixture
def world() -> World:
    """131 lines at Pà Cò, a third of them confirmed, and one at Hang Kia."""
    made = make.world()
    fields = {
        one.attname: getattr(support(made.at_pa_co, value=3_000_000), one.attname)
        for one in Support._meta.concrete_fields
        if one.attname != "id"
    }
    Support.objects.all().delete()
    Support.objects.bulk_create(Support(**(fields | changed(index) | {"id": uuid7()})) for index in range(131))
    support(made.at_hang_kia, on=date(2023, 2, 20), value=7_000_000)
    return made


def changed(index: int) -> dict[str, object]:
    state = Confirmation.CONFIRMED if index % 3 == 0 else Confirmation.SILENT
    confirmed_at = AT if state is Confirmation.CONFIRMED else None
    day = date(2023, 1 + index % 12, 1 + index % 28)
    return {"supported_on": day, "value_vnd": index * 1000, "confirmation": state, "confirmed_at": confirmed_at}


def workbook(actor: Actor, **params: str) -> list[list[Any]]:
    response = list_response(opened(visible_supports(actor), **params), name="ho-tro", title="Hỗ trợ", at=AT)
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def table(rows: list[list[Any]]) -> list[list[Any]]:
    return rows[rows.index(TITLES) + 1 :]


def said(values: list[Any]) -> list[str]:
    """A row of the workbook in the words of the page."""
    money = formats.money(values[-1])
    return [formats.day(one.date()) if isinstance(one, datetime) else one or "—" for one in values[:-1]] + [money]


def seen(actor: Actor, params: dict[str, str]) -> list[list[str]]:
    """Every row of every page, walked by the links of the list; the second line of a cell beside it."""
    rows, page = [], open_at(params, visible_supports(actor))
    while page.rows:
        rows += page.rows
        if not page.next:
            break
        page = open_at(QueryDict(page.next[1:]).dict(), visible_supports(actor))
    return [[text for one in row.cells for text in (one.text, one.sub) if text] for row in rows]


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"xem": "cho", "sap": "gia-tri"},
        {"tu": "1/3/2023", "den": "tháng 6/2023"},
        {"tim": "son"},
        {"sap": "-can-bo", "xac-nhan": "xa-da-xac-nhan"},
        {"trang": "3"},
        {"xa": "khong-co"},
    ],
)
def test_the_rows_exported_are_the_rows_seen_over_all_pages(world: World, params: dict[str, str]) -> None:
    response = list_response(open_at(params, visible_supports(world.as_board)), name="ho-tro", title="Hỗ trợ", at=AT)
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    exported = table([[cell.value for cell in row] for row in sheet.iter_rows()])
    without_page = {key: word for key, word in params.items() if key != "trang"}
    assert [said(row) for row in exported] == seen(world.as_board, without_page)


def test_numbers_and_days_are_real(world: World) -> None:
    rows = table(workbook(world.as_board, sap="-gia-tri"))
    assert [type(one) for one in rows[0]] == [datetime, str, str, str, str, str, type(None), int]
    assert rows[0][-1] == 7_000_000
    assert all(one[-1] >= two[-1] for one, two in pairwise(rows))


def test_the_workbook_says_what_it_is_and_what_it_was_narrowed_by(world: World, settings: Settings) -> None:
    settings.DEMO = True
    head = [row[0] for row in workbook(world.as_board, xem="cho", xa="05209")[:4]]
    assert head == [
        "Hỗ trợ (dữ liệu mô phỏng)",
        "Nhóm: Chờ xác nhận. Xã: Xã Hang Kia.",
        "Cộng 1 hỗ trợ. Trích lúc 09:30 ngày 20/03/2023.",
        None,
    ]
    settings.DEMO = False
    assert workbook(world.as_board)[0][0] == "Hỗ trợ"


def test_everybody_exports_the_own_rows_only(world: World) -> None:
    assert len(table(workbook(world.as_lan))) == 131
    assert len(table(workbook(world.as_son))) == 1
    assert table(workbook(make.system())) == []


def test_a_text_of_a_record_is_no_formula(world: World) -> None:
    world.noi_vu.name = "=HYPERLINK(1)"
    world.noi_vu.save()
    response = list_response(opened(visible_supports(world.as_lan)), name="ho-tro", title="=1+1", at=AT)
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    texts = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(texts) == 132
    assert {cell.data_type for cell in texts} == {"s"}


def test_it_is_a_file_to_keep(world: World) -> None:
    response = list_response(opened(visible_supports(world.as_lan)), name="ho-tro", title="Hỗ trợ", at=AT)
    assert response.headers["Content-Disposition"] == 'attachment; filename="ho-tro.xlsx"'
    assert response.headers["Content-Type"].endswith("spreadsheetml.sheet")
