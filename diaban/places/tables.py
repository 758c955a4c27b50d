"""A CSV of typed place names in, the same with the answers out."""

from __future__ import annotations

import csv
import io
import json
from typing import NamedTuple

from diaban.kit.errors import RuleBroken
from diaban.kit.sheets.delimited import to_text
from diaban.kit.text import fold
from diaban.places.rules.matching import Match, MatchState

ADDED = ["code", "state", "candidates"]
_HEADINGS = {
    "ward": {"ward", "commune", "xa", "phuong", "xa, phuong", "xa/phuong", "phuong/xa", "xa, phuong, thi tran"},
    "district": {"district", "huyen", "quan", "quan/huyen", "huyen/quan", "quan, huyen"},
    "province": {"province", "tinh", "tinh/thanh pho", "tinh, thanh pho", "tinh/tp"},
}


class Row(NamedTuple):
    number: int
    """as the file counts it, its heading being 1"""
    cells: list[str]
    ward: str
    district: str
    province: str


class Table(NamedTuple):
    header: list[str]
    rows: list[Row]


def read_table(content: bytes) -> Table:
    """UTF-8 or UTF-16, with or without its mark; separated by comma, semicolon, tab or bar."""
    text, _ = to_text(content)
    header, *records = [*csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))] or [[]]
    at = {name: _column(header, names) for name, names in _HEADINGS.items()}
    if at["ward"] is None or at["province"] is None:
        raise RuleBroken("Tệp cần có dòng đầu ghi tên các cột ward, district, province (hoặc xã, huyện, tỉnh).")
    rows = [
        Row(number, cells, *(_cell(cells, at[name]) for name in ("ward", "district", "province")))
        for number, cells in enumerate(records, start=2)
        if any(cell.strip() for cell in cells)
    ]
    return Table(header, rows)


def as_csv(table: Table, found: list[Match]) -> str:
    """The columns of the file as they were, then the answers."""
    kept = [index for index, name in enumerate(table.header) if name.strip().lower() not in ADDED]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([table.header[index] for index in kept] + ADDED)
    for row, answer in zip(table.rows, found, strict=True):
        cells = [_cell(row.cells, index) for index in kept]
        writer.writerow([*cells, answer.code, answer.state.value, "|".join(answer.candidates)])
    return out.getvalue()


def as_json(table: Table, found: list[Match]) -> str:
    rows = [
        {
            "row": row.number, "ward": row.ward, "district": row.district, "province": row.province,
            "code": answer.code, "state": answer.state.value, "candidates": list(answer.candidates),
            "name": answer.name, "former": answer.former, "remark": answer.remark, "message": answer.message,
        }
        for row, answer in zip(table.rows, found, strict=True)
    ]  # fmt: skip
    counts = {state.value: sum(answer.state == state for answer in found) for state in MatchState}
    return json.dumps({"counts": counts, "rows": rows}, ensure_ascii=False, indent=1) + "\n"


def _separator(text: str) -> str:
    heading = text.partition("\n")[0]
    return max([",", ";", "\t", "|"], key=heading.count)


def _column(header: list[str], names: set[str]) -> int | None:
    return next((index for index, name in enumerate(header) if fold(name) in names), None)


def _cell(cells: list[str], index: int | None) -> str:
    return cells[index] if index is not None and index < len(cells) else ""
