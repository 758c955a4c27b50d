"""What the journal keeps and how its heads are written on paper. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import number

NATIONAL = "chung"
"""The chain of what belongs to no province, as the rule set that holds everywhere."""


def chains_of(code: str) -> list[str]:
    """The chains that the Board of a province answers for: its own, and what holds everywhere."""
    return [code, NATIONAL]


@dataclass(frozen=True, slots=True)
class Journalled:
    """Declared as `journal` by a model whose every write is to be journalled.

    A row is entered in the chain of its own province; `through` names the foreign key to the row whose chain it shares.
    A row without a province stands in the chain of what holds everywhere.
    """

    through: str = ""


class Act(Labelled):
    """What an entry says of a record. SHAPE, before the first entry of a table: which columns are written down."""

    INSERT = "insert", "Ghi mới"
    UPDATE = "update", "Thay đổi"
    DELETE = "delete", "Xóa"
    SHAPE = "shape", "Các cột được ghi"


class FaultKind(Labelled):
    """What can be wrong, each with the place where it is."""

    GAP = "gap", "thiếu dòng ngay trước dòng này"
    REPEATED = "repeated", "số thứ tự lặp lại"
    CHANGED = "changed", "dòng này hoặc dòng ngay trước đã bị sửa: mã không khớp"
    CUT = "cut", "đoạn cuối của chuỗi không khớp với mã cuối đang giữ"
    CONTENT = "content", "nội dung hồ sơ khác với lần ghi cuối"
    MISSING = "missing", "hồ sơ đã ghi mà không còn"
    UNKNOWN = "unknown", "hồ sơ có mà chưa từng được ghi"
    UNGUARDED = "unguarded", "bảng không còn được ghi tự động hoặc không còn được giữ"
    PAPER = "paper", "mã trên giấy không có trong chuỗi"


@dataclass(frozen=True, slots=True)
class Fault:
    kind: FaultKind
    chain: str
    seq: int | None = None
    table: str = ""
    record: str = ""

    @property
    def said(self) -> str:
        where = [f"chuỗi {self.chain}"] if self.chain else []
        where += [f"dòng {number(self.seq)}"] if self.seq is not None else []
        where += [f"bảng {self.table}"] if self.table else []
        where += [f"hồ sơ {self.record}"] if self.record else []
        said = f"{', '.join(where)}: {self.kind.label}."
        return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain stood at the end of a day: kept on paper, it shows a chain that was written anew as a whole."""

    chain: str
    seq: int
    hash: str
    day: date | None = None

    @property
    def written(self) -> str:
        """As it is printed and typed again: the chain, the number of the entry, the code in groups of eight."""
        return f"{self.chain} {self.seq} {self.grouped}"

    @property
    def grouped(self) -> str:
        return " ".join(self.hash[start : start + 8] for start in range(0, 64, 8))


def head_on_paper(typed: str) -> Head:
    """A head as somebody typed it from paper. Raises RuleBroken with what it should look like."""
    found = re.fullmatch(r"\s*(\d{2}|chung)[\s,;-]+(\d{1,12})[\s,;-]+([0-9a-f\s]+)", typed.lower())
    code = re.sub(r"\s", "", found[3]) if found else ""
    if found is None or len(code) != 64:
        raise RuleBroken(
            "Mã trên giấy gồm mã tỉnh (hoặc «chung»), số dòng và 64 ký tự 0-9, a-f, như khi in ra.", field="head"
        )
    return Head(found[1], int(found[2]), code)
