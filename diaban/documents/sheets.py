"""Lists as workbooks and as CSV, for a person to open: no text in them is ever run as a formula.

A text stays a text (codes keep their zeros), numbers and dates are real ones.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import chain
from typing import Any

import xlsxwriter
from django.utils.timezone import localtime

from diaban.documents.paper import Table, words
from diaban.documents.words import printable

Value = str | int | float | Decimal | date | datetime | bool | None
BOM = "\ufeff"
LONGEST_TEXT = 32767
"""What a cell of Excel can hold."""
STARTS_A_FORMULA = frozenset("=+-@|%＝＋－＠")
_UNFIT_FOR_A_NAME = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list to write: `rows` may be a generator, it is read once. Widths are in letters."""

    name: str
    titles: Sequence[str]
    rows: Iterable[Sequence[Value]]
    heading: str = ""
    widths: Sequence[float] = ()
    notes: Sequence[str] = ()
    """Lines under the heading: what the list was filtered by, when it was taken."""


def sheet_of(table: Table, *, name: str) -> Sheet:
    """A table of a paper as a sheet, its words as they stand there."""
    rows = (*table.rows, *([table.total] if table.total else []))
    said = (tuple(words(cell) for cell in row) for row in rows)
    return Sheet(name, tuple(column.title for column in table.columns), said, heading=table.caption)


def render_xlsx(sheets: Sequence[Sheet], *, at: datetime) -> bytes:
    """A workbook written row by row, so that its size costs no memory; `at` is its time of making."""
    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": at.astimezone(UTC).replace(tzinfo=None)})
        formats = _Formats(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet_name(sheet.name)), sheet, formats)
    return file.getvalue()


def sheet_name(text: str) -> str:
    """A name that Excel takes: 31 letters at most, none of []:*?/\\'."""
    return _UNFIT_FOR_A_NAME.sub(" ", printable(text))[:31].strip() or "Danh sách"


def csv_lines(titles: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """CSV for Excel, line by line: UTF-8 with its mark, semicolons as Vietnamese Excel expects, texts made safe."""
    line = io.StringIO()
    writer = csv.writer(line, delimiter=";", lineterminator="\r\n")
    yield BOM
    for row in chain([titles], rows):
        yield _line(writer, line, row)


def safe_text(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before whatever could begin a formula, hidden spaces or not."""
    first = next((sign for sign in text if not _is_space(sign)), "")
    return f"'{text}" if first in STARTS_A_FORMULA and first else text


def _is_space(sign: str) -> bool:
    """Every kind of space, the invisible ones included."""
    return sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"} or sign == "\u3164"


def _line(writer: Any, line: io.StringIO, row: Sequence[Value]) -> str:
    writer.writerow([_csv_value(value) for value in row])
    written = line.getvalue()
    line.seek(0)
    line.truncate()
    return written


def _csv_value(value: Value) -> Value:
    if isinstance(value, str):
        return safe_text(printable(value))
    if isinstance(value, datetime):
        return localtime(value).isoformat(timespec="seconds")
    if isinstance(value, bool):
        return _yes_no(value)
    return value


def _yes_no(value: bool) -> str:
    return "có" if value else "không"


class _Formats:
    """The few looks of a cell."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        self.heading = book.add_format(plain | {"bold": True, "font_size": 14})
        self.note = book.add_format(plain)
        self.title = book.add_format(
            plain | {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
        )
        self.text = book.add_format(plain | {"text_wrap": True, "border": 1, "num_format": "@"})
        self.number = book.add_format(plain | {"border": 1, "num_format": "#,##0.##"})
        self.whole = book.add_format(plain | {"border": 1, "num_format": "#,##0"})
        self.day = book.add_format(plain | {"border": 1, "num_format": "dd/mm/yyyy", "align": "center"})
        self.moment = book.add_format(plain | {"border": 1, "num_format": "dd/mm/yyyy hh:mm", "align": "center"})


def _write(page: Any, sheet: Sheet, formats: _Formats) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    for index in range(len(sheet.titles)):
        page.set_column(index, index, sheet.widths[index] if index < len(sheet.widths) else 22)
    top = _write_heading(page, sheet, formats)
    for index, title in enumerate(sheet.titles):
        page.write_string(top, index, printable(title), formats.title)
    page.repeat_rows(top)
    page.freeze_panes(top + 1, 0)
    last = top
    for last, values in enumerate(sheet.rows, top + 1):
        for column, value in enumerate(values):
            _write_cell(page, last, column, value, formats)
    if sheet.titles:
        page.autofilter(top, 0, last, len(sheet.titles) - 1)


def _write_heading(page: Any, sheet: Sheet, formats: _Formats) -> int:
    """The heading and its notes, a line each; the row where the titles of the columns go, after an empty one."""
    lines = [(sheet.heading, formats.heading)] if sheet.heading else []
    lines += [(note, formats.note) for note in sheet.notes]
    for row, (text, look) in enumerate(lines):
        page.write_string(row, 0, printable(text)[:LONGEST_TEXT], look)
    return len(lines) + 1 if lines else 0


def _write_cell(page: Any, row: int, column: int, value: Value, formats: _Formats) -> None:
    match value:
        case None:
            page.write_blank(row, column, None, formats.text)
        case bool():
            page.write_string(row, column, _yes_no(value), formats.text)
        case int():
            page.write_number(row, column, value, formats.whole)
        case float() | Decimal():
            page.write_number(row, column, float(value), formats.number)
        case datetime():
            page.write_datetime(row, column, localtime(value).replace(tzinfo=None), formats.moment)
        case date():
            page.write_datetime(row, column, datetime.combine(value, datetime.min.time()), formats.day)
        case _:
            page.write_string(row, column, printable(str(value))[:LONGEST_TEXT], formats.text)
