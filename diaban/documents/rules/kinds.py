"""Types of official documents, their abbreviations, and how number and symbol are written in each form.

Types: Quy định 399-QĐ/TW. Abbreviations and the place of hyphen and slash: Hướng dẫn 36-HD/VPTW (Party),
Nghị định 30/2020/NĐ-CP (State). A type is kept apart from its abbreviation, for QĐ stands for two of them.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from diaban.kit.enums import Labelled
from diaban.kit.formats import day_document

BLANK = "……"
"""Where a draft waits for its number or its day."""


class Form(Enum):
    """Whose form a document has. Neither becomes the other: 26-QĐ/TU is Party, 12/BC-SNV is State."""

    PARTY = "party"
    STATE = "state"


class DocumentKind(Labelled):
    """A type of document; `abbreviation` is what stands in its symbol."""

    RESOLUTION = "resolution", "Nghị quyết"
    DECISION = "decision", "Quyết định"
    INSTRUCTION = "instruction", "Chỉ thị"
    CONCLUSION = "conclusion", "Kết luận"
    STATUTE = "statute", "Quy chế"
    REGULATION = "regulation", "Quy định"
    CIRCULAR = "circular", "Thông tri"
    GUIDANCE = "guidance", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    REPORT = "report", "Báo cáo"
    PLAN = "plan", "Kế hoạch"
    PROGRAMME = "programme", "Chương trình"
    SCHEME = "scheme", "Đề án"
    OPTION = "option", "Phương án"
    PROPOSAL = "proposal", "Tờ trình"
    LETTER = "letter", "Công văn"
    MINUTES = "minutes", "Biên bản"

    @property
    def abbreviation(self) -> str:
        return _ABBREVIATIONS[self]

    @property
    def type_name(self) -> str:
        """As it stands above the abstract: BÁO CÁO. A letter (công văn) bears no type name."""
        return "" if self is DocumentKind.LETTER else self.label.upper()


_ABBREVIATIONS = {
    DocumentKind.RESOLUTION: "NQ",
    DocumentKind.DECISION: "QĐ",
    DocumentKind.INSTRUCTION: "CT",
    DocumentKind.CONCLUSION: "KL",
    DocumentKind.STATUTE: "QC",
    DocumentKind.REGULATION: "QĐ",
    DocumentKind.CIRCULAR: "TT",
    DocumentKind.GUIDANCE: "HD",
    DocumentKind.NOTICE: "TB",
    DocumentKind.REPORT: "BC",
    DocumentKind.PLAN: "KH",
    DocumentKind.PROGRAMME: "CTr",
    DocumentKind.SCHEME: "ĐA",
    DocumentKind.OPTION: "PA",
    DocumentKind.PROPOSAL: "TTr",
    DocumentKind.LETTER: "CV",
    DocumentKind.MINUTES: "BB",
}


def symbol_of(kind: DocumentKind, body: str, *, form: Form = Form.PARTY) -> str:
    """The symbol without its number: BC/BTCTU (Party), BC-SNV (State), with `body` as BTCTU or SNV."""
    return f"{kind.abbreviation}{'/' if form is Form.PARTY else '-'}{body}"


def numbered(number: int | None, symbol: str, *, form: Form = Form.PARTY) -> str:
    """312-BC/BTCTU (Party), 05/BC-SNV (State, two digits at least); a draft has a blank for its number."""
    if form is Form.PARTY:
        return f"{BLANK if number is None else number}-{symbol}"
    return f"{BLANK if number is None else f'{number:02d}'}/{symbol}"


def number_line(number: int | None, symbol: str, *, form: Form = Form.PARTY) -> str:
    """Số 312-BC/BTCTU (no colon) or Số: 12/BC-SNV."""
    return f"Số{'' if form is Form.PARTY else ':'} {numbered(number, symbol, form=form)}"


def date_line(place: str, on: date | None) -> str:
    """Hòa Bình, ngày 20 tháng 12 năm 2024; a draft has blanks."""
    return f"{place}, {day_document(on) if on else f'ngày {BLANK} tháng {BLANK} năm {BLANK}'}"


class Authority(Enum):
    """On whose behalf one signs: for the collective, in place of the head, by order."""

    COLLECTIVE = ("T/M", "TM.")
    DEPUTY = ("K/T", "KT.")
    ORDER = ("T/L", "TL.")


def authority_line(authority: Authority, whom: str, *, form: Form = Form.PARTY) -> str:
    """T/M BAN THƯỜNG VỤ (Party) or TM. ỦY BAN NHÂN DÂN (State)."""
    party, state = authority.value
    return f"{party if form is Form.PARTY else state} {whom}"
