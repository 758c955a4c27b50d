"""An official document as a value: what it says, apart from the .docx, .pdf or page that carries it.

Texts are plain: no mark-up is read in them by any renderer. A figure inside a text is a `FigureRef`, so that the page
can link to its records while the printed document shows the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from diaban.documents.rules.kinds import Form, date_line, number_line


@dataclass(frozen=True, slots=True)
class Text:
    """Some words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure as it is read ("1.536 ngày"), with its key and the address of its records; no address, no link."""

    key: str
    text: str
    url: str = ""
    bold: bool = False
    italic: bool = False

    def __post_init__(self) -> None:
        if self.url and (self.url[0] not in "/?#" or self.url.startswith("//")):
            raise ValueError("a figure links to a page of the product itself")


Run = Text | FigureRef
Line = str | Run | tuple[str | Run, ...]
"""One line of words: a plain string, one run, or several of either."""


class Align(Enum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number as the document writes it: Heading("KẾT QUẢ", "I-"), Heading("Hỗ trợ", "1.", level=2).

    Level 0 stands in the middle, as QUYẾT ĐỊNH above the articles of a decision.
    """

    text: str
    number: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """A paragraph whose number is bold: "1.", "Điều 1."."""

    number: str
    line: Line


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share (any unit) of the table's width."""

    title: str
    align: Align = Align.LEFT
    width: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head that repeats on each page; `total` is its last, bold row. `caption` is for screen readers."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    total: tuple[Line, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        wide = len(self.columns)
        if any(len(row) != wide for row in self.rows) or len(self.total) not in (0, wide):
            raise ValueError(f"every row of a table has as many cells as it has columns ({wide})")


Block = Heading | Paragraph | NumberedParagraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues it. `symbol` is without the number: BC/BTCTU. No number or no day yet: the paper shows blanks."""

    superior: str
    issuer: str
    symbol: str
    place: str
    number: int | None = None
    on: date | None = None
    form: Form = Form.PARTY

    @property
    def number_line(self) -> str:
        return number_line(self.number, self.symbol, form=self.form)

    @property
    def date_line(self) -> str:
        return date_line(self.place, self.on)


@dataclass(frozen=True, slots=True)
class Signature:
    """Authority lines ("T/M BAN THƯỜNG VỤ"), the signer's post, and the name; an empty name leaves "Họ và tên"."""

    post: str
    name: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. `type_name` as BÁO CÁO; `abstract` in lines of its own choice, one a row.

    `basis` are the paragraphs "Căn cứ …"; `provenance` is the footer line with time of extraction and check code;
    `notice` stands at the foot of every page (the demo says "Dữ liệu mô phỏng" there).
    """

    letterhead: Letterhead
    type_name: str
    abstract: tuple[str, ...]
    blocks: tuple[Block, ...]
    basis: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    signature: Signature | None = None
    countersignature: Signature | None = None
    """The other side's, where two sign (biên bản); it stands at the left, where others have their recipients."""
    recipients: tuple[str, ...] = ()
    provenance: str = ""
    notice: str = ""

    @property
    def form(self) -> Form:
        return self.letterhead.form

    @property
    def title(self) -> str:
        """For the file's own properties: Báo cáo kết quả thực hiện …"""
        return " ".join((self.type_name.capitalize(), *self.abstract)).strip()


def runs(line: Line) -> Iterator[Run]:
    """The runs of a line, whichever way it was written."""
    for part in line if isinstance(line, tuple) else (line,):
        yield Text(part) if isinstance(part, str) else part


def words(line: Line) -> str:
    return "".join(run.text for run in runs(line))
