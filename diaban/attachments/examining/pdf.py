"""A PDF: that it opens without a password, that nothing in it can run, and what stands on its first page."""

from __future__ import annotations

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from diaban.attachments.rules.pdf import ODD, refuse_active, refuse_names, refuse_two_things
from diaban.kit.errors import FileRefused

_BROKEN = "Tệp PDF bị hỏng hoặc tải lên chưa trọn, không mở được. Hãy mở thử, lưu lại rồi gửi."


def read_pdf(content: bytes) -> list[str]:
    """The lines of the first page; none for a scan. Raises FileRefused."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    refuse_two_things(content)
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise FileRefused("Tệp PDF có mật khẩu hoặc bị khóa nên không nhận. Hãy gỡ khóa rồi gửi lại.")
        refuse_active(content)
        _refuse_packed(reader)
        first = reader.pages[0]
    except FileRefused:
        raise
    except MemoryError:
        raise FileRefused(ODD) from None
    except Exception as error:  # a broken file makes the library stumble in any way
        raise FileRefused(_BROKEN) from error
    try:
        return first.extract_text().splitlines()
    except MemoryError:
        raise FileRefused(ODD) from None
    except Exception:  # a font or a picture that the library does not know: as good as a scan
        return []


def _refuse_packed(reader: PdfReader) -> None:
    """The object streams once more, as the library finds and unpacks them."""
    for number in sorted({stream for stream, _ in reader.xref_objStm.values()}):
        stream = reader.get_object(number)
        if isinstance(stream, StreamObject):
            refuse_names(stream.get_data())
