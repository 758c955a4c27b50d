"""One door for every kind of table file."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from diaban.kit.errors import FileRefused
from diaban.kit.sheets.grid import Book
from diaban.kit.sheets.guard import sniff

MAX_ROWS = 20_000
READERS = {
    "xlsx": ("xlsx", "read_xlsx"),
    "xls": ("xls", "read_xls"),
    "ods": ("values", "read_values"),
    "html": ("html", "read_html"),
    "csv": ("delimited", "read_csv"),
}


def read_book(content: bytes) -> Book:
    """Read a file by what it holds, not by its name. Raises FileRefused with a sentence to act on."""
    kind = sniff(content)
    book = _reader(kind)(content)
    if not any(grid.cells for grid in book.grids):
        raise FileRefused("Tệp không có dữ liệu ở trang tính nào đang hiện.")
    if any(len(grid.rows()) > MAX_ROWS for grid in book.grids):
        raise FileRefused(f"Bảng có hơn {MAX_ROWS} dòng. Hãy chỉ gửi bảng phân công.")
    return book


def _reader(kind: str) -> Callable[[bytes], Book]:
    """Readers are loaded when needed: a CSV does not wait for the Excel libraries."""
    module, function = READERS[kind]
    return cast(Callable[[bytes], Book], getattr(import_module(f"diaban.kit.sheets.{module}"), function))
