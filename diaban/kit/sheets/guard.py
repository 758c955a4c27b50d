"""What a file is by its content, and whether it is safe to open. Runs before any reader does."""

import re
import zipfile
from io import BytesIO

from diaban.kit.errors import FileRefused
from diaban.kit.zips import check_sizes, encrypted, refuse_entities

MAX_BYTES = 10 * 1024 * 1024
MAX_MERGED_CELLS = 200_000
MAX_CELLS = 500_000
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_STRANGERS = {
    b"%PDF": "Đây là tệp PDF. Hãy gửi bảng tính gốc (.xlsx, .xls) hoặc tệp .csv.",
    b"Rar!": "Đây là tệp nén RAR. Hãy giải nén và gửi bảng tính bên trong.",
    b"7z\xbc\xaf": "Đây là tệp nén 7z. Hãy giải nén và gửi bảng tính bên trong.",
    b"\x1f\x8b": "Đây là tệp nén gzip. Hãy giải nén và gửi bảng tính bên trong.",
    b"\x89PNG": "Đây là ảnh chụp. Hãy gửi bảng tính gốc (.xlsx, .xls) hoặc tệp .csv.",
    b"\xff\xd8\xff": "Đây là ảnh chụp. Hãy gửi bảng tính gốc (.xlsx, .xls) hoặc tệp .csv.",
    b"MZ": "Đây là tệp chương trình, không phải bảng tính.",
    b"{\\rtf": "Đây là tệp văn bản RTF. Hãy gửi bảng tính (.xlsx, .xls) hoặc tệp .csv.",
}
_BROKEN = "Tệp bị hỏng hoặc không đầy đủ, không mở được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại."
_WORD = "Đây là tệp Word. Hãy chép bảng sang Excel rồi gửi lại."


def sniff(content: bytes) -> str:
    """xlsx, ods, xls, html, xml or csv; refuses what is none of them or is not safe."""
    if not content.strip(b"\0 \t\r\n"):
        raise FileRefused("Tệp trống, không có gì để đọc.")
    if len(content) > MAX_BYTES:
        raise FileRefused(f"Tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB. Hãy chỉ gửi bảng phân công.")
    for signature, sentence in _STRANGERS.items():
        if content.startswith(signature):
            raise FileRefused(sentence)
    if content.startswith(b"PK"):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content[:2] in {b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00"} and content[2:4] in {
        b"\x10\0",
        b"\x08\0",
        b"\x06\0",
    }:
        return "xls"
    return _kind_of_text(content)


def broken() -> FileRefused:
    return FileRefused(_BROKEN)


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            check_sizes(parts)
            kind = _kind_by_names(archive, names)
            _check_parts(archive, parts)
            return kind
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise broken() from error
    except Exception as error:  # zlib.error and lzma.LZMAError have no common parent
        if type(error).__name__ in {"error", "LZMAError"}:
            raise broken() from error
        raise


def _kind_by_names(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise FileRefused("Tệp ở dạng .xlsb. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.")
    if "mimetype" in names and archive.read("mimetype").strip() == b"application/vnd.oasis.opendocument.spreadsheet":
        return "ods"
    if any(name.startswith("word/") for name in names):
        raise FileRefused(_WORD)
    if "[Content_Types].xml" in names:
        raise broken()
    raise FileRefused("Đây là tệp nén, không phải bảng tính. Hãy giải nén và gửi bảng tính bên trong.")


def _check_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    merged = cells = 0
    for part in parts:
        if not part.filename.endswith((".xml", ".rels", ".vml")):
            continue
        text = archive.read(part)
        refuse_entities(text)
        cells += text.count(b"<c ") + text.count(b":c ")
        for first, last in re.findall(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"', text):
            merged += _area(first.decode(), last.decode())
    if cells > MAX_CELLS:
        raise FileRefused(f"Bảng có hơn {MAX_CELLS} ô. Hãy chỉ gửi bảng phân công.")
    if merged > MAX_MERGED_CELLS:
        raise FileRefused("Tệp gộp ô trên một vùng quá lớn. Hãy bỏ gộp các ô trống rồi gửi lại.")


def _area(first: str, last: str) -> int:
    (top, left), (bottom, right) = _corner(first), _corner(last)
    return max(0, bottom - top + 1) * max(0, right - left + 1)


def _corner(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]), column


def _kind_of_ole(content: bytes) -> str:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise encrypted()
    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("WordDocument"):
        raise FileRefused(_WORD)
    raise broken()


def _kind_of_text(content: bytes) -> str:
    head = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith(b"mime-version:"):
        raise FileRefused("Tệp ở dạng trang web một tệp (.mht). Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and head.startswith(b"<?xml"):
        raise FileRefused("Tệp ở dạng XML Spreadsheet 2003. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.")
    if head.startswith(b"<") and any(
        tag in head for tag in (b"<html", b"<table", b"<!doctype html", b"<head", b"<body")
    ):
        return "html"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or _like_utf16(content):
        return "csv"
    strange = sum(byte < 9 or 13 < byte < 32 for byte in content[:4096])
    if strange > len(content[:4096]) // 50:
        raise FileRefused("Tệp không phải bảng tính .xlsx, .xls, .csv hay bảng HTML mà hệ thống đọc được.")
    return "csv"


def _like_utf16(content: bytes) -> bool:
    """UTF-16 without its mark: every second byte of ASCII text is zero."""
    head = content[:2000]
    return max(head[0::2].count(0), head[1::2].count(0)) > len(head) // 5
