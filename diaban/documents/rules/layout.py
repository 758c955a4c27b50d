"""How a document must look, as dated data. Sizes in points, lengths in millimetres.

Party form: Hướng dẫn 36-HD/VPTW of 3/4/2018 (sizes and styles of the parts). State form: Nghị định 30/2020/NĐ-CP,
phụ lục I. The margins of the Party form could not be read in its source and are a default of the software. The
clerk (văn thư) checks the form before a document is issued.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.documents.rules.kinds import Form
from diaban.kit.periods import Period

FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Margins:
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the parts, in points."""

    nation: float = 15
    """The title at the right: ĐẢNG CỘNG SẢN VIỆT NAM, or the name of the State."""
    motto: float = 14
    superior: float = 14
    issuer: float = 14
    symbol: float = 14
    date: float = 14
    type_name: float = 16
    abstract: float = 14
    letter_abstract: float = 12
    body: float = 14
    table: float = 13
    signature: float = 14
    recipients_title: float = 14
    recipients: float = 12
    page_number: float = 14
    provenance: float = 10


@dataclass(frozen=True, slots=True)
class LayoutTemplate:
    """One prescribed look, in force over `period`. `nation` is the title at the right, `motto` the line below it."""

    form: Form
    period: Period
    source: str
    nation: str
    motto: str = ""
    under_issuer: str = ""
    """A sign below the issuing body (the Party form has a star); the State form has a short rule instead."""
    under_abstract: str = ""
    """Five dashes in the Party form; the State form has a short rule."""
    margins: Margins = Margins()
    margins_source: str = "Mặc định của phần mềm"
    sizes: Sizes = Sizes()
    left_share: float = 0.42
    """The issuing body's share of the width of the letterhead."""
    first_line_indent: float = 10
    line_spacing: float = 1.15
    paragraph_space: float = 6
    post_bold_below_authority: bool = False
    """Whether the post under "T/M …" is bold too."""
    recipients_title_italic: bool = False


PARTY_2018 = LayoutTemplate(
    form=Form.PARTY,
    period=Period(date(2018, 4, 3)),
    source="Hướng dẫn 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng",
    nation="ĐẢNG CỘNG SẢN VIỆT NAM",
    under_issuer="*",
    under_abstract="-----",
)

STATE_2020 = LayoutTemplate(
    form=Form.STATE,
    period=Period(date(2020, 3, 5)),
    source="Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
    nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    margins_source="Nghị định 30/2020/NĐ-CP: 20–25, 20–25, 30–35, 15–20 mm",
    sizes=Sizes(
        nation=12,
        motto=13,
        superior=12,
        issuer=13,
        symbol=13,
        date=13,
        type_name=14,
        recipients_title=12,
        recipients=11,
        page_number=13,
    ),
    post_bold_below_authority=True,
    recipients_title_italic=True,
)

LAYOUTS = (PARTY_2018, STATE_2020)


def layout_on(day: date | None, *, form: Form, layouts: tuple[LayoutTemplate, ...] = LAYOUTS) -> LayoutTemplate:
    """The look prescribed on a day. A draft without a day takes the newest, an older document the oldest known."""
    known = sorted((layout for layout in layouts if layout.form is form), key=lambda layout: layout.period.start)
    in_force = [layout for layout in known if day is not None and layout.period.covers(day)]
    if in_force:
        return in_force[-1]
    return known[-1] if day is None or day > known[-1].period.start else known[0]
