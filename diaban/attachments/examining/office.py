"""An office file: which one it is by its parts, that nothing in it can run, and what stands at its head."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from diaban.attachments.rules.kinds import FileType
from diaban.attachments.rules.sniffing import TWO_THINGS
from diaban.kit.errors import FileRefused
from diaban.kit.zips import check_sizes, refuse_entities

CHUNK = 64 * 1024
MAX_LINES = 80
"""of each part: somewhat more than a first page"""
MAX_LINE = 2000
"""characters; a mark stands in few"""
_BROKEN = "Tệp bị hỏng hoặc tải lên chưa trọn, không mở được. Hãy mở bằng chương trình của tệp, lưu lại rồi gửi."
_MACROS = "Tệp có macro (mã lệnh), có thể gây hại nên không nhận. Hãy lưu lại thành .docx, .xlsx hoặc PDF rồi gửi."
_OBJECTS = "Tệp có đối tượng hoặc chương trình nhúng bên trong nên không nhận. Hãy lưu lại thành PDF rồi gửi."
_LINKED = "Tệp tự lấy nội dung từ nơi khác khi mở, có thể gây hại nên không nhận. Hãy lưu lại thành PDF rồi gửi."
_OTHER = "Đây là tệp nén hoặc loại tệp văn phòng khác. Chỉ nhận Word (.docx), Excel (.xlsx), OpenDocument (.odt)."
_MAIN_TYPES = {
    b"wordprocessingml.document.main+xml": FileType.DOCX,
    b"spreadsheetml.sheet.main+xml": FileType.XLSX,
}
_MACRO_PARTS = re.compile(r"vbaProject|vbaData|^Basic/|^Scripts/|macrosheets/", re.IGNORECASE)
_OBJECT_PARTS = re.compile(
    r"activeX|oleObject|embeddings/.*\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|lnk|scr|hta|html?|class|jar|php)$",
    re.IGNORECASE,
)
_FETCHED = rb"[\"'][^\"']*/(?:attachedTemplate|oleObject|subDocument|frame)[\"']"
_LINKS = re.compile(rb"<Relationship\s[^>]*Type\s*=\s*" + _FETCHED + rb"[^>]*>", re.IGNORECASE)
_FETCHES = re.compile(rb"<\w*:?ddeLink|instrText[^>]*>\s*DDE", re.IGNORECASE)
_HEADS = re.compile(
    r"word/(?:document|header\d*|footer\d*)\.xml|xl/sharedStrings\.xml|xl/worksheets/sheet1\.xml|content\.xml|styles\.xml"
)
_STUMBLES = (zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, EOFError, ValueError, OSError)
_PARAGRAPHS = {"p", "h", "si", "is", "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"}
_BREAKS = {"tab", "br", "cr", "line-break"}


def read_office(content: bytes) -> tuple[FileType, list[str]]:
    """Its type and the lines at the head of each part. Raises FileRefused."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            check_sizes(parts)
            _refuse_two_things(content, archive)
            found = _type(archive, {part.filename for part in parts})
            _refuse_active(archive, parts)
            return found, [line for part in parts if _HEADS.fullmatch(part.filename) for line in _lines(archive, part)]
    except _STUMBLES as error:
        raise FileRefused(_BROKEN) from error


def _refuse_two_things(content: bytes, archive: zipfile.ZipFile) -> None:
    """The directory ends with the file, the first part begins with it, and no PDF may be read out of its head."""
    end = content.rfind(b"PK\x05\x06")
    begins = min(part.header_offset for part in archive.infolist())
    if end + 22 != len(content) or begins or b"%PDF-" in content[:1024]:
        raise FileRefused(TWO_THINGS)


def _type(archive: zipfile.ZipFile, names: set[str]) -> FileType:
    if "[Content_Types].xml" in names:
        types = _beginning(archive, "[Content_Types].xml")
        if b"macroEnabled" in types:
            raise FileRefused(_MACROS)
        found = [file_type for name, file_type in _MAIN_TYPES.items() if name in types]
        if len(found) == 1 and "mimetype" not in names:
            return found[0]
    elif "mimetype" in names and _beginning(archive, "mimetype").strip() == FileType.ODT.value.encode():
        if b"encryption-data" in _beginning(archive, "META-INF/manifest.xml"):
            raise FileRefused("Tệp có mật khẩu nên không đọc được. Hãy gỡ mật khẩu rồi gửi lại.")
        return FileType.ODT
    raise FileRefused(_OTHER)


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(1024 * 1024)
    except KeyError as error:
        raise FileRefused(_BROKEN) from error


def _refuse_active(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    for part in parts:
        if _MACRO_PARTS.search(part.filename):
            raise FileRefused(_MACROS)
        if _OBJECT_PARTS.search(part.filename):
            raise FileRefused(_OBJECTS)
        if part.filename.endswith((".xml", ".rels", ".vml")):
            for piece in _pieces(archive, part):
                refuse_entities(piece)
                if _FETCHES.search(piece) or any(b"External" in link for link in _LINKS.findall(piece)):
                    raise FileRefused(_LINKED)


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces that overlap, so that nothing hides on the border of two."""
    before = b""
    with archive.open(part) as opened:
        while piece := opened.read(CHUNK):
            yield (before + piece).replace(b"\0", b"")
            before = piece[-1024:]


def _lines(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> list[str]:
    reader = _Lines()
    with archive.open(part) as opened:
        while len(reader.lines) < MAX_LINES and (piece := opened.read(CHUNK)):
            reader.parser.Parse(piece, False)
    return reader.lines


class _Lines:
    """The text of paragraphs, cells and headers, a line for each; a text box in a paragraph has its own."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.open: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local in _PARAGRAPHS:
            self.open.append("")
        elif local in _BREAKS:
            self._text("\n")

    def _end(self, name: str) -> None:
        if name.rpartition(" ")[2] in _PARAGRAPHS:
            self.lines += self.open.pop().splitlines()

    def _text(self, text: str) -> None:
        if self.open and len(self.open[-1]) < MAX_LINE:
            self.open[-1] += text
