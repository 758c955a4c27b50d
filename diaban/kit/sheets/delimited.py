"""CSV and its kin: any of four separators, UTF-8 and UTF-16 with or without mark, CP1258 and old fonts' bytes."""

import csv
import io
from collections import Counter

from diaban.kit.errors import FileRefused
from diaban.kit.legacy import Encoding, decode_bytes
from diaban.kit.sheets.grid import Book
from diaban.kit.sheets.raw import RawCell, RawGrid, finish


def read_csv(content: bytes) -> Book:
    text, encoding = to_text(content)
    text = text.replace("\0", "")
    declared = text[:4].lower() == "sep=" and text[4:5]
    if declared:
        text = text.partition("\n")[2]
    records = _records(text, declared or _separator(text))
    raw = RawGrid("CSV")
    for row, record in enumerate(records, start=1):
        for column, value in enumerate(record, start=1):
            if value.strip():
                raw.cells[row, column] = RawCell(_unquoted_formula(value))
    grids, notes = finish([raw], encoding)
    return Book("csv", grids, [], notes)


def to_text(content: bytes) -> tuple[str, Encoding]:
    """The file's text and, for bytes of an old font, the encoding that the text is still in."""
    for mark, name in [(b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")]:
        if content.startswith(mark):
            return content.decode(name, errors="replace"), Encoding.UNICODE
    if content[1:400:2].count(0) > len(content[:400]) // 8:
        return content.decode("utf-16-le", errors="replace"), Encoding.UNICODE
    if content[0:400:2].count(0) > len(content[:400]) // 8:
        return content.decode("utf-16-be", errors="replace"), Encoding.UNICODE
    try:
        return content.decode("utf-8"), Encoding.UNICODE
    except UnicodeDecodeError:
        return decode_bytes(content)


def _separator(text: str) -> str:
    """The sign that cuts the most records into the same number of fields (more than one)."""
    sample = "\n".join(text.splitlines()[:200])

    def evenness(sign: str) -> tuple[int, int]:
        widths = Counter(len(record) for record in _records(sample, sign) if len(record) > 1)
        width, times = widths.most_common(1)[0] if widths else (0, 0)
        return times, width

    return max([";", "\t", ",", "|"], key=evenness)


def _records(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise FileRefused("Tệp CSV sai định dạng (dấu nháy kép không khép hoặc ô quá dài).") from error


def _unquoted_formula(value: str) -> str:
    """="00123" is how a CSV keeps Excel from dropping zeros; any other formula stays plain text."""
    return value[2:-1] if value.startswith('="') and value.endswith('"') and value.count('"') == 2 else value
