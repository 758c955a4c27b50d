"""Workbooks and CSV: real numbers and dates, and no text that runs."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from diaban.documents.sheets import Sheet, csv_lines, render_xlsx, safe_text, sheet_name, sheet_of
from tests.rules.papers import SUPPORT

AT = datetime(2024, 12, 20, 10, 0, tzinfo=UTC)
EVIL = [
    "=1+1",
    "+84912",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u3000=1",
    "|cmd",
    "＝1",
    "\x00=1",
]


@pytest.mark.parametrize("text", EVIL)
def test_a_formula_in_a_text_is_defused_in_csv(text: str) -> None:
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Xã Pà Cò", "05212", "1=1"])
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


def test_csv_is_written_for_excel() -> None:
    rows = [("05212", "=1+1", -3, Decimal("12.5"), date(2024, 5, 8), True, AT, None)]
    assert "".join(csv_lines(["Mã", "Tên", "a", "b", "c", "d", "e", "g"], rows)) == (
        "\ufeffMã;Tên;a;b;c;d;e;g\r\n05212;'=1+1;-3;12.5;2024-05-08;có;2024-12-20T17:00:00+07:00;\r\n"
    )


@pytest.mark.parametrize("text", [*EVIL, "http://example.org", "0123", "{=A1}"])
def test_a_workbook_keeps_every_text_a_text(text: str) -> None:
    cell = cells(Sheet("Tên", ["A"], [(text,)]))[1][0]
    assert cell.data_type == "s"


def test_a_workbook_has_real_numbers_and_dates() -> None:
    row = cells(Sheet("Tên", ["A", "B", "C", "D"], [(12_463_500_000, Decimal("12.5"), date(2024, 5, 8), AT)]))[1]
    assert [cell.value for cell in row] == [
        12_463_500_000,
        12.5,
        datetime(2024, 5, 8),  # noqa: DTZ001 -- Excel knows no zones
        datetime(2024, 12, 20, 17, 0),  # noqa: DTZ001 -- the stubs know less
    ]


def test_a_table_of_a_paper_becomes_a_sheet() -> None:
    rows = cells(sheet_of(SUPPORT, name="Hỗ trợ"))
    assert [cell.value for cell in rows[2]] == ["TT", "Hình thức", "Giá trị (đồng)", "Tỷ lệ"]
    assert rows[-1][1].value == "Cộng"


def test_the_same_list_is_the_same_file() -> None:
    sheet = Sheet("Tên", ["A"], [("1",)])
    assert render_xlsx([sheet], at=AT) == render_xlsx([sheet], at=AT)


def test_a_sheet_gets_a_name_that_excel_takes() -> None:
    assert sheet_name("Báo cáo: 6/2024 [" + "x" * 40) == "Báo cáo  6 2024  xxxxxxxxxxxxxx"[:31]
    assert sheet_name("///") == "Danh sách"


def cells(sheet: Sheet) -> list[tuple]:  # type: ignore[type-arg]  # cells of any kind
    return list(load_workbook(io.BytesIO(render_xlsx([sheet], at=AT))).active.iter_rows())  # type: ignore[union-attr]  # the stubs know less
