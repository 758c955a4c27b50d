"""What may not be in a PDF, read from its bytes: what a viewer may find there whatever a library thinks of it.

Names may be written with escapes (/J#61vaScript) and objects packed into object streams; both are looked through.
"""

from __future__ import annotations

import re
import zlib

from diaban.attachments.rules.sniffing import TWO_THINGS
from diaban.kit.errors import FileRefused

_MAX_STREAM, _MAX_STREAMS = 8 * 1024 * 1024, 40 * 1024 * 1024
"""bytes of one object stream unpacked, and of all"""
_REPRINT = "Hãy in lại thành PDF (Print to PDF) rồi gửi."
ODD = f"Tệp PDF có cấu trúc khác thường, có thể gây hại nên không nhận. {_REPRINT}"


def _spelled(*names: str) -> re.Pattern[bytes]:
    """Any of the names of a PDF, each letter plain or escaped."""
    any_case = ["".join(f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in name) for name in names]
    return re.compile(f"/(?:{'|'.join(any_case)})(?![A-Za-z0-9#])".encode())


_FORBIDDEN = {
    _spelled("JavaScript"): f"Tệp PDF có mã lệnh (JavaScript), có thể gây hại nên không nhận. {_REPRINT}",
    _spelled("Launch", "ImportData", "SubmitForm", "GoToE"): (
        f"Tệp PDF có lệnh mở chương trình hoặc gửi dữ liệu đi nơi khác nên không nhận. {_REPRINT}"
    ),
    _spelled("EmbeddedFile", "EmbeddedFiles", "FileAttachment"): (
        "Tệp PDF có tệp khác nhúng bên trong nên không nhận. Hãy gửi riêng từng tệp, hoặc in lại thành PDF rồi gửi."
    ),
    _spelled("RichMedia", "XFA"): f"Tệp PDF có nội dung động (biểu mẫu XFA, phim) nên không nhận. {_REPRINT}",
}
_OBJECT_STREAM = _spelled("ObjStm")
_OTHER_CODES = _spelled(
    "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "LZWDecode", "LZW", "RunLengthDecode", "RL", "Crypt", "Predictor"
)
_MARKUP = re.compile(rb"<(?:html|script|svg|!doctype)", re.IGNORECASE)


def refuse_two_things(content: bytes) -> None:
    """A PDF begins at its first byte and ends at its last: what stands behind is another file."""
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise FileRefused("Tệp PDF bị hỏng hoặc tải lên chưa trọn. Hãy mở thử, lưu lại rồi gửi.")
    behind = content[end + len(b"%%EOF") :].strip(b"\0 \t\r\n")
    if behind or b"PK\x05\x06" in content[-65_557:] or _MARKUP.search(content, 0, 1024):
        raise FileRefused(TWO_THINGS)


def refuse_active(content: bytes) -> None:
    """Raises FileRefused for scripts, programs to start, other files inside. The file must not be encrypted."""
    refuse_names(content)
    unpacked = 0
    for found in _OBJECT_STREAM.finditer(content):
        objects = _object_stream(content, found.end())
        unpacked += len(objects)
        if unpacked > _MAX_STREAMS:
            raise FileRefused(ODD)
        refuse_names(objects)


def refuse_names(objects: bytes) -> None:
    for pattern, sentence in _FORBIDDEN.items():
        if pattern.search(objects):
            raise FileRefused(sentence)


def _object_stream(content: bytes, place: int) -> bytes:
    """Unpacked. Programs deflate object streams and do nothing else to them; whoever does has something to hide."""
    begin = content.find(b"stream", place)
    dictionary = content[max(content.rfind(b"obj", 0, place), 0) : max(begin, 0)]
    if begin < 0 or _OTHER_CODES.search(dictionary) or b"%" in content[place:begin]:
        raise FileRefused(ODD)
    unpacker = zlib.decompressobj()
    try:
        objects = unpacker.decompress(content[begin + 6 : begin + 8 + _MAX_STREAM].lstrip(b"\r\n"), _MAX_STREAM)
    except zlib.error:
        raise FileRefused(ODD) from None
    if unpacker.unconsumed_tail:
        raise FileRefused(ODD)
    return objects
