"""Files as officials save them, made in memory for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from diaban.assignments.understanding import Entry, Setting, Understanding, understand
from diaban.assignments.understanding.gazetteer import ListedGazetteer
from diaban.kit.sheets import read_book

SIGNED = date(2022, 12, 14)
HEADER = ["STT", "Họ và tên", "Chức vụ", "Cơ quan", "Xã", "Huyện", "Từ ngày"]
AGENCIES = (
    "Ban Tổ chức Tỉnh ủy",
    "Ban Dân vận Tỉnh ủy",
    "Văn phòng Tỉnh ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Thanh tra tỉnh",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Ngoại vụ (nếu có)",
    "Ủy ban MTTQ Việt Nam tỉnh",
    "Hội Nông dân tỉnh",
    "Tỉnh đoàn",
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
)

Rows = Sequence[Any]  # rows of cells: text, numbers, days, None


@cache
def gazetteer(province: str = "17", on: date = SIGNED) -> ListedGazetteer:
    return ListedGazetteer(province, on)


def setting(province: str = "17", on: date = SIGNED, **more: object) -> Setting:
    places = gazetteer(province, on)
    return Setting(places, province, places.province_name, AGENCIES, **more)  # type: ignore[arg-type]  # each case gives what fits


def workbook(rows: Rows, merges: Sequence[str] = (), font: str = "") -> Workbook:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet, rows, merges, font)
    return book


def fill(sheet: Worksheet, rows: Rows, merges: Sequence[str] = (), font: str = "") -> None:
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                cell = sheet.cell(row, column, value)
                if font:
                    cell.font = Font(name=font)
    for merge in merges:
        sheet.merge_cells(merge)


def xlsx(rows: Rows, merges: Sequence[str] = (), font: str = "") -> bytes:
    return saved(workbook(rows, merges, font))


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv(rows: Rows, separator: str = ",", encoding: str = "utf-8") -> bytes:
    def quoted(value: object) -> str:
        text = "" if value is None else str(value)
        return '"' + text.replace('"', '""') + '"' if separator in text or "\n" in text or '"' in text else text

    return "\r\n".join(separator.join(quoted(value) for value in row) for row in rows).encode(encoding)


def understood(content: bytes, told: Setting | None = None) -> Understanding:
    return understand(read_book(content), told or setting())


def only(content: bytes, told: Setting | None = None) -> Entry:
    """The entry of a file that holds one."""
    entries = understood(content, told).entries
    assert len(entries) == 1, [(entry.row, entry.cadre) for entry in entries]
    return entries[0]


def codes(entry: Entry) -> list[str]:
    return [commune.code for commune in entry.communes]


LIST = ["STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Xã", "Huyện"]
AN = [1, "Nguyễn Văn An", "Phó Giám đốc Sở Nội vụ"]
BINH = [2, "Bùi Thị Bình", "Giám đốc Sở Tư pháp"]


def read(rows: Rows, merges: tuple[str, ...] = ()) -> Understanding:
    return understood(xlsx(rows, merges), setting(starts_on=SIGNED))


def shown(result: Understanding) -> list[tuple[int, str, str, list[str]]]:
    return [(entry.row, entry.state.value, entry.cadre, codes(entry)) for entry in result.entries]


def place(text: str) -> Entry:
    rows = [["STT", "Họ và tên", "Cơ quan", "Địa bàn theo dõi"], [1, "Nguyễn Văn An", "Sở Nội vụ", text]]
    return only(xlsx(rows), setting(starts_on=SIGNED))
