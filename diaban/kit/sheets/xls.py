"""Excel 5 to 2003 workbooks (.xls): stored values, fonts (also inside a cell), merges, what is hidden."""

from __future__ import annotations

import os
from typing import Any

import xlrd
from xlrd.xldate import XLDateError, xldate_as_datetime

from diaban.kit.sheets.grid import Book, Merge
from diaban.kit.sheets.raw import RawCell, RawGrid, finish
from diaban.kit.sheets.values import read_values
from diaban.kit.zips import encrypted


def read_xls(content: bytes) -> Book:
    """A size that is no multiple of 512 is only worth a warning, which goes nowhere."""
    try:
        with open(os.devnull, "w") as silence:
            book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=silence)
        shown = [sheet for sheet in book.sheets() if sheet.visibility == 0]
        raws = [_raw(book, sheet) for sheet in shown]
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise encrypted() from error
        return read_values(content)
    except Exception:  # a damaged file fails in the reader wherever it is damaged; the other reader may bear it
        return read_values(content)
    grids, notes = finish(raws)
    return Book("xls", grids, [sheet.name for sheet in book.sheets() if sheet.visibility != 0], notes)


def _raw(book: Any, sheet: Any) -> RawGrid:
    raw = RawGrid(sheet.name)
    raw.merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    raw.hidden_rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
    raw.hidden_columns = {column + 1 for column, info in sheet.colinfo_map.items() if info.hidden}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                raw.cells[row + 1, column + 1] = _raw_cell(book, sheet, row, column)
    return raw


def _raw_cell(book: Any, sheet: Any, row: int, column: int) -> RawCell:
    cell = sheet.cell(row, column)
    font = _font(book, book.xf_list[cell.xf_index].font_index if cell.xf_index is not None else 0)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return RawCell(xldate_as_datetime(cell.value, book.datemode), font)
        except (XLDateError, ValueError, OverflowError):
            return RawCell(cell.value, font)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        sign = xlrd.error_text_from_code.get(cell.value, "#N/A")
        return RawCell(sign, font, (), sign)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return RawCell(bool(cell.value), font)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return RawCell(cell.value, font)
    return RawCell(cell.value, font, _runs(book, sheet, row, column, cell.value, font))


def _runs(book: Any, sheet: Any, row: int, column: int, text: str, font: str) -> tuple[tuple[str, str], ...]:
    """Pieces of a text with their fonts; the list of changes says from which letter which font holds."""
    changes = [(0, None), *sheet.rich_text_runlist_map.get((row, column), [])]
    ends = [start for start, _ in changes[1:]] + [len(text)]
    if len(changes) == 1:
        return ()
    return tuple(
        (text[start:end], font if index is None else _font(book, index))
        for (start, index), end in zip(changes, ends, strict=True)
        if end > start
    )


def _font(book: Any, index: int) -> str:
    fonts = book.font_list
    return str(fonts[index].name) if 0 <= index < len(fonts) else ""
