"""Whether a zip, which an office file is, may be unpacked: read from its directory, before anything is."""

from __future__ import annotations

import zipfile
from itertools import pairwise

from diaban.kit.errors import FileRefused

MAX_UNPACKED = 50 * 1024 * 1024
MAX_PARTS = 2000
MAX_RATIO = 200  # of a part over a megabyte: office files stay far below
_ENCRYPTED = "Tệp có mật khẩu nên không đọc được. Hãy gỡ mật khẩu rồi gửi lại."
_BOMB = "Tệp nén bất thường (giải nén ra quá lớn), có thể gây hại nên không mở."


def check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """From the directory alone, before anything is unpacked: count, sizes, ratios, overlapping or doubled parts.

    Raises FileRefused, or BadZipFile when a name comes twice.
    """
    if any(part.flag_bits & 0x1 for part in parts):
        raise encrypted()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise FileRefused(_BOMB)
    if any(part.file_size > 1024 * 1024 and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts):
        raise FileRefused(_BOMB)
    if len({part.filename for part in parts}) != len(parts):
        raise zipfile.BadZipFile("a name comes twice")
    ordered = sorted(parts, key=lambda part: part.header_offset)
    for one, following in pairwise(ordered):
        if one.header_offset + 30 + one.compress_size > following.header_offset:
            raise FileRefused(_BOMB)


def refuse_entities(text: bytes) -> None:
    """XML with a document type may define entities that grow without end: office programs never write one."""
    squeezed = text.replace(b"\0", b"")
    if b"<!DOCTYPE" in squeezed or b"<!ENTITY" in squeezed:
        raise FileRefused("Tệp chứa khai báo XML lạ (DOCTYPE/ENTITY), có thể gây hại nên không mở.")


def encrypted() -> FileRefused:
    return FileRefused(_ENCRYPTED)
