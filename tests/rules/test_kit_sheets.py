"""Reading files as officials save them, and refusing those that are unsafe or unreadable."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from diaban.kit.sheets import FileRefused, Merge, address, read_book
from tests.rules.sheet_files import HEADER, Rows, csv, fill, saved, workbook, xlsx

ROWS: Rows = [["STT", "Họ và tên", "Xã"], [1, "Bùi Văn An", "Pà Cò"], [2, "Hà Thị Lan", "Hang Kia"]]


def old_workbook(rows: Rows, font: str = "", merges: tuple[tuple[int, int, int, int], ...] = ()) -> bytes:
    """An .xls; merges are (first row, last row, first column, last column), counted from 0."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Danh sách", cell_overwrite_ok=True)
    style = xlwt.easyxf(f"font: name {font}") if font else xlwt.Style.default_style
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value, style)
    for first, last, left, right in merges:
        sheet.merge(first, last, left, right)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def hidden_workbook() -> bytes:
    book = workbook(
        [
            HEADER,
            [1, "Bùi Văn An", "Phó Giám đốc", "Sở Nội vụ", "Xã Pà Cò", "Mai Châu", "14/12/2022", "bí mật"],
            [2, "Người Bị Ẩn", "Giám đốc", "Sở Nội vụ", "Xã Hang Kia", "Mai Châu", "14/12/2022"],
            [3, "Hà Thị Lan", "Phó Giám đốc", "Sở Tư pháp", "#REF!", "Mai Châu", "14/12/2022"],
        ]
    )
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["E4"].data_type = "e"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["H"].hidden = True
    second = book.create_sheet("Nháp")
    fill(second, ROWS)
    second.sheet_state = "hidden"
    return saved(book)


def texts(content: bytes) -> list[list[str]]:
    grid = read_book(content).grids[0]
    return [
        [grid.text(row, column) for column in range(1, grid.last_column + 1)] for row in range(1, grid.last_row + 1)
    ]


def refusal(content: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_book(content)
    return str(caught.value)


EXPECTED = [["STT", "Họ và tên", "Xã"], ["1", "Bùi Văn An", "Pà Cò"], ["2", "Hà Thị Lan", "Hang Kia"]]


def test_every_kind_gives_the_same_grid() -> None:
    html = "<html><meta charset=utf-8><table>" + "".join(
        "<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in ROWS
    )
    for content in (xlsx(ROWS), old_workbook(ROWS), csv(ROWS), csv(ROWS, ";", "utf-8-sig"), html.encode()):
        assert texts(content) == EXPECTED


def test_addresses() -> None:
    assert [address(17, 4), address(1, 27), address(3, 702)] == ["D17", "AA1", "ZZ3"]


def test_merges_and_fonts_of_both_workbooks() -> None:
    new = read_book(xlsx([["X· Pµ Cß", None], ["a", "b"]], ["A1:B1"], font=".VnTime")).grids[0]
    old = read_book(old_workbook([["X· Pµ Cß", None], ["a", "b"]], ".VnTime", ((0, 0, 0, 1),))).grids[0]
    for grid in (new, old):
        assert grid.merges == [Merge(1, 1, 1, 2)]
        assert grid.cell(1, 1).font == ".VnTime"
        assert grid.text(1, 1) == "Xã Pà Cò"


def test_an_old_workbook_with_a_size_that_is_no_multiple_of_512() -> None:
    assert texts(old_workbook(ROWS) + b"\0" * 100) == EXPECTED


def test_a_cell_of_two_fonts() -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rich = CellRichText("Xã ", TextBlock(InlineFont(rFont=".VnTime"), "Pµ Cß"))
    sheet["A1"] = rich
    assert texts(saved(book)) == [["Xã Pà Cò"]]


def test_a_formula_shows_its_stored_result_and_is_never_run() -> None:
    book = workbook([["Xã", "=1+1", '=HYPERLINK("http://x","y")']])
    grid = read_book(saved(book)).grids[0]
    assert grid.cell(1, 2).value is None
    assert grid.cell(1, 2).problem == "công thức chưa có kết quả lưu sẵn"
    styled = workbook([["Xã", None, "=1+1"]])
    sheet = styled.active
    assert isinstance(sheet, Worksheet)
    sheet["B1"].font = Font(bold=True)
    assert read_book(saved(styled)).grids[0].cell(1, 3).problem == "công thức chưa có kết quả lưu sẵn"
    assert texts(b'a,"=1+1"\r\nb,="007"\r\n') == [["a", "=1+1"], ["b", "007"]]


def test_html_as_excel_saves_it() -> None:
    html = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
    .xl65 {mso-style-parent:style0; font-family:".VnTime", sans-serif;} td {font-family:"Times New Roman";}
    </style></head><body><p>DANH SÁCH</p><table>
    <tr><td rowspan=2>STT</td><td rowspan=2>Họ và<br>tên</td><td colspan=2>Địa bàn</td></tr>
    <tr><td>Xã</td><td>Huyện</td></tr>
    <tr><td x:num="1">1</td><td class=xl65>Bïi V¨n An</td><td><font face="VNI-Times">Paø Coø</font></td>
    <td>Mai<span style='mso-spacerun:yes'>&nbsp; </span>Châu</td></tr>
    <tr style='display:none'><td>2</td><td>Ẩn</td></tr>
    <tr><td>3</td><td x:num="44909">12/14/22</td></tr></table></body></html>"""
    book = read_book("\ufeff".encode() + html.encode())
    grid = book.grids[0]
    assert grid.merges == [Merge(2, 1, 3, 1), Merge(2, 2, 3, 2), Merge(2, 3, 2, 4)]
    assert [grid.text(3, column) for column in (3, 4)] == ["Xã", "Huyện"]
    assert [grid.text(4, column) for column in (1, 2, 3, 4)] == ["1", "Bùi Văn An", "Pà Cò", "Mai Châu"]
    assert grid.hidden_rows == {5}
    assert grid.cell(6, 2).value == 44909.0


def test_separators_and_encodings() -> None:
    rows = [["STT", "Họ và tên", "Xã"], [1, "Bùi Văn An", "Pà Cò, Hang Kia"], [2, "Lò Thị, B", "x;y"]]
    for separator in ",;\t|":
        assert texts(csv(rows, separator))[1][2] == "Pà Cò, Hang Kia"
    assert texts(b"sep=;\r\na;b\r\n") == [["a", "b"]]
    assert texts("Hä vµ tªn;X·;HuyÖn\nBïi V¨n An;Pµ Cß;Mai Ch©u\n".encode("latin-1"))[0] == ["Họ và tên", "Xã", "Huyện"]


def test_rows_are_counted_as_excel_counts_them() -> None:
    content = b'a,b\r\n\r\n"x\r\ny",z\r\nlast,1\r\n'
    grid = read_book(content).grids[0]
    assert [grid.text(row, 1) for row in (1, 2, 3, 4)] == ["a", "", "x\ny", "last"]


# what is refused


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | changes)


def test_zip_bombs() -> None:
    assert "bất thường" in refusal(repacked(xlsx(ROWS), {"xl/worksheets/sheet1.xml": b"0" * 30_000_000}))
    parts = {f"xl/part{number}.xml": bytes(40_000) for number in range(2100)}
    assert "bất thường" in refusal(zipped(parts | {"xl/workbook.xml": b"<workbook/>"}))


def test_a_directory_that_lies_about_sizes_or_overlaps() -> None:
    content = bytearray(xlsx(ROWS))
    place = content.find(b"PK\x01\x02")
    second = content.find(b"PK\x01\x02", place + 4)
    content[second + 42 : second + 46] = content[place + 42 : place + 46]
    assert refusal(bytes(content))
    lying = bytearray(xlsx(ROWS))
    place = lying.find(b"PK\x01\x02")
    lying[place + 24 : place + 28] = struct.pack("<I", 5)
    assert "hỏng" in refusal(bytes(lying))


def test_entity_bombs_and_foreign_documents_in_xml() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    assert "DOCTYPE" in refusal(repacked(xlsx(ROWS), {"xl/workbook.xml": bomb}))
    utf16 = bomb.decode().encode("utf-16")
    assert "DOCTYPE" in refusal(repacked(xlsx(ROWS), {"xl/sharedStrings.xml": utf16}))


def test_a_merge_over_the_whole_sheet() -> None:
    with zipfile.ZipFile(BytesIO(xlsx(ROWS, ["A5:B6"]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b"A5:B6", b"A5:XFD1048576")
    assert "gộp ô" in refusal(repacked(xlsx(ROWS, ["A5:B6"]), {"xl/worksheets/sheet1.xml": sheet}))


def test_encrypted_files() -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le")
    assert "mật khẩu" in refusal(ole)
    content = bytearray(xlsx(ROWS))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        content[at + place] |= 1
    assert "mật khẩu" in refusal(bytes(content))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "trống"),
        (b"   \r\n", "trống"),
        (b"PK\x03\x04 nothing more", "hỏng"),
        (xlsx(ROWS)[:2000], "hỏng"),
        (old_workbook(ROWS)[:1024], "hỏng"),
        (zipped({"[Content_Types].xml": b"<x/>"}), "hỏng"),
        (zipped({"a.xlsx": xlsx(ROWS)}), "giải nén"),
        (zipped({"word/document.xml": b"<x/>"}), "Word"),
        (zipped({"xl/workbook.bin": b"x"}), "xlsb"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (b"MZ\x90\0", "chương trình"),
        (bytes(range(256)) * 20, "không phải bảng tính"),
        (b"MIME-Version: 1.0\r\n", ".mht"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
        (b"<html><body></body></html>", "không có dữ liệu"),
        (b'a,"b\r\n' + b"x" * 200_000, "CSV"),
    ],
)
def test_refusals_say_what_to_do(content: bytes, word: str) -> None:
    sentence = refusal(content)
    assert word in sentence
    assert sentence.endswith(".")


def test_macros_and_links_are_told_and_left_alone() -> None:
    content = repacked(xlsx(ROWS), {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"})
    assert read_book(content).notes == [
        "Tệp có macro; macro không được chạy.",
        "Tệp có liên kết tới tệp khác; liên kết không được mở.",
    ]


def test_the_real_official_export(tmp_path: Path) -> None:
    from tests.shared import shared

    content = shared("real/gso_wards_2025-07-18_raw.csv").read_bytes()
    grid = read_book(content).grids[0]
    assert grid.last_row > 3300
    assert not grid.text(1, 1).startswith("\ufeff")
