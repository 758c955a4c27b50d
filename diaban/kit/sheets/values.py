"""Values only, by the tolerant reader: OpenDocument, and workbooks that the careful one cannot open."""

from datetime import date
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from diaban.kit.sheets.grid import Book, Merge
from diaban.kit.sheets.guard import broken
from diaban.kit.sheets.raw import RawCell, RawGrid, finish


def read_values(content: bytes) -> Book:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        metas = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        shown = [meta.name for meta in metas if meta.visible == SheetVisibleEnum.Visible]
        raws = [_raw(book, name) for name in shown]
    except Exception as error:  # the library raises its own classes, none of them with a common parent
        raise broken() from error
    grids, notes = finish(raws)
    return Book("values", grids, [meta.name for meta in metas if meta.name not in shown], notes)


def _raw(book: CalamineWorkbook, name: str) -> RawGrid:
    sheet = book.get_sheet_by_name(name)
    raw = RawGrid(name)
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    raw.merges = [Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        for column, value in enumerate(values, start=1):
            if value not in ("", None):
                raw.cells[row, column] = RawCell(value if isinstance(value, str | float | date) else str(value))
    return raw
