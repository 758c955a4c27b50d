"""Excel workbooks (.xlsx, .xlsm): stored values, fonts, merges, what is hidden. Formulas and links are never run."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date
from html import unescape
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from diaban.kit.sheets.grid import NO_RESULT, Book, Merge
from diaban.kit.sheets.raw import RawCell, RawGrid, Value, finish
from diaban.kit.sheets.values import read_values

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]")
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]+\d+)"[^>]*(?<!/)>(.*?)</(?:\w+:)?c>', re.S)


def read_xlsx(content: bytes) -> Book:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that we do not use
            book = load_workbook(BytesIO(content), data_only=True, rich_text=True, keep_links=False)
        uncalculated = _uncalculated(content)
    except Exception:  # openpyxl stumbles over harmless oddities of other programs
        return read_values(content)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    grids, notes = finish(_raw(sheet, uncalculated.get(sheet.title, set())) for sheet in sheets)
    return Book("xlsx", grids, hidden, notes + _remarks(content))


def _raw(sheet: Worksheet, uncalculated: set[str]) -> RawGrid:
    raw = RawGrid(sheet.title)
    raw.merges = [Merge(r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges]
    raw.hidden_rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    for letter, column in sheet.column_dimensions.items():
        if column.hidden:
            first = column.min or column_index_from_string(letter)
            raw.hidden_columns.update(range(first, min(column.max or first, 1000) + 1))
    for place, cell in sheet._cells.items():
        if isinstance(cell, ExcelCell) and (cell.value is not None or cell.coordinate in uncalculated):
            raw.cells[place] = _raw_cell(cell, uncalculated)
    return raw


def _raw_cell(cell: ExcelCell, uncalculated: set[str]) -> RawCell:
    font = str(cell.font.name or "") if cell.has_style and cell.font else ""
    value: object = cell.value
    if isinstance(value, CellRichText):
        runs = tuple(_run(piece, font) for piece in value)
        return RawCell("".join(text for text, _ in runs), font, runs)
    problem = NO_RESULT if value is None and cell.coordinate in uncalculated else ""
    if cell.data_type == "e":
        problem = str(value)
    return RawCell(_plain(value), font, (), problem)


def _run(piece: str | TextBlock, font: str) -> tuple[str, str]:
    if isinstance(piece, TextBlock):
        return piece.text, str(piece.font.rFont or font)
    return str(piece), font


def _plain(value: object) -> Value:
    return value if isinstance(value, str | int | float | date) or value is None else str(value)


def _uncalculated(content: bytes) -> dict[str, set[str]]:
    """Addresses of formulas without a stored result, by the sheet's name."""
    found: dict[str, set[str]] = {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name, part in _parts(archive).items():
            text = archive.read(part) if part in archive.namelist() else b""
            if b"<f" in text or b":f>" in text:
                cells = ((ref.decode(), body) for ref, body in _CELL.findall(text) if _FORMULA.search(body))
                found[name] = {ref for ref, body in cells if not _RESULT.search(body)}
    return found


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    targets = {}
    for link in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", archive.read("xl/_rels/workbook.xml.rels").decode()):
        given = dict(re.findall(r'(\w+)="([^"]*)"', link))
        targets[given.get("Id", "")] = given.get("Target", "").lstrip("/").removeprefix("xl/")
    parts = {}
    for sheet in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", archive.read("xl/workbook.xml").decode()):
        given = dict(re.findall(r'([\w:]+)="([^"]*)"', sheet))
        number = next((value for name, value in given.items() if name.endswith(":id")), "")
        parts[unescape(given.get("name", ""))] = "xl/" + targets.get(number, "")
    return parts


def _remarks(content: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
    remarks = []
    if any("vbaProject" in name for name in names):
        remarks.append("Tệp có macro; macro không được chạy.")
    if any(name.startswith("xl/externalLinks/") for name in names):
        remarks.append("Tệp có liên kết tới tệp khác; liên kết không được mở.")
    return remarks
