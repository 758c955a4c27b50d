"""The words of a document in reading order: for snapshots, for check codes, and to compare what two files say."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from diaban.documents.paper import Block, Heading, NumberedParagraph, Paper, Paragraph, Signature, Table, words
from diaban.documents.rules.kinds import Form
from diaban.documents.rules.layout import LayoutTemplate, layout_on
from diaban.documents.stated import drawn_up

UNSIGNED = "Họ và tên"
RECIPIENTS = "Nơi nhận:"
ADDRESSED = "Kính gửi:"


def printable(text: str) -> str:
    """What every carrier can hold: composed letters, spaces for breaks and tabs, nothing invisible or half a letter."""
    return "".join(map(_printable, unicodedata.normalize("NFC", text)))


def _printable(sign: str) -> str:
    if sign in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    return "" if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Cn", "Co"} else sign


def outline(paper: Paper) -> str:
    """All words, a paragraph or a table row a line, left column of letterhead and signature before the right."""
    lines = (" ".join(printable(line).split()) for line in _lines(paper))
    return "\n".join(line for line in lines if line)


def check_code(paper: Paper) -> str:
    """Eight signs that change with any word of the document (its own footer line aside): 7F3A-19C2."""
    digest = hashlib.sha256(outline(replace(paper, provenance="", notice="")).encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"


def with_provenance(paper: Paper, *, at: datetime) -> Paper:
    """The same paper with its footer line: when it was drawn up (local time is the caller's) and its check code."""
    more = f", mã đối chiếu {check_code(paper)}. Số liệu truy được đến từng bản ghi"
    return replace(paper, provenance=drawn_up(at, more))


def _lines(paper: Paper) -> Iterator[str]:
    layout = layout_on(paper.letterhead.on, form=paper.form)
    yield from _letterhead(paper, layout)
    if paper.type_name:
        yield paper.type_name
        yield " ".join(paper.abstract)
        yield layout.under_abstract
    if paper.addressees:
        yield from addressee_lines(paper.addressees)
    yield from paper.basis
    for block in paper.blocks:
        yield from _block(block)
    if paper.countersignature:
        yield from signature_lines(paper.countersignature)
    elif paper.recipients:
        yield RECIPIENTS
        yield from recipient_lines(paper.recipients, paper.form)
    if paper.signature:
        yield from signature_lines(paper.signature)
    yield paper.provenance


def _letterhead(paper: Paper, layout: LayoutTemplate) -> Iterator[str]:
    head = paper.letterhead
    yield from (head.superior, head.issuer, layout.under_issuer, head.number_line)
    if not paper.type_name:
        yield " ".join(paper.abstract)
    yield from (layout.nation, layout.motto, head.date_line)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.number} {block.text}"
        case Paragraph():
            yield words(block.line)
        case NumberedParagraph():
            yield f"{block.number} {words(block.line)}"
        case Table():
            yield " | ".join(column.title for column in block.columns)
            for row in (*block.rows, *([block.total] if block.total else [])):
                yield " | ".join(words(cell) for cell in row)


def addressee_lines(addressees: tuple[str, ...]) -> tuple[str, ...]:
    """One addressee stands beside "Kính gửi:", several each on a line of their own."""
    if len(addressees) == 1:
        return (f"{ADDRESSED} {addressees[0]}",)
    return (ADDRESSED, *(f"- {name}" for name in addressees))


def recipient_lines(recipients: tuple[str, ...], form: Form) -> tuple[str, ...]:
    """Each with its dash, a comma (State form: a semicolon) after it, a full stop after the last."""
    last, stop = len(recipients) - 1, "," if form is Form.PARTY else ";"
    return tuple(f"- {name}{'.' if index == last else stop}" for index, name in enumerate(recipients))


def signature_lines(signature: Signature) -> tuple[str, ...]:
    return (*signature.authority, signature.post, signature.name or UNSIGNED)
