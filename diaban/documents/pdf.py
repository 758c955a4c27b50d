"""A paper as a PDF: tagged, PDF/A-2b, the carried fonts inside, the same bytes for the same paper.

The words travel to the typesetter as data (JSON), never as its mark-up, so nothing in them is ever compiled.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from diaban.documents.metrics import FONTS, drawable
from diaban.documents.paper import Block, Heading, Line, NumberedParagraph, Paper, Paragraph, Table, runs
from diaban.documents.rules.kinds import Form
from diaban.documents.rules.layout import LayoutTemplate, layout_on
from diaban.documents.words import RECIPIENTS, addressee_lines, printable, recipient_lines, signature_lines

TEMPLATE = Path(__file__).parent / "typst" / "paper.typ"
UNDATED = date(2000, 1, 1)
"""The time inside the file of a paper without a day: a clock would make each copy another file."""


def render_pdf(paper: Paper, layout: LayoutTemplate | None = None) -> bytes:
    """The PDF of a paper; without a layout, the one in force on its day."""
    look = layout or layout_on(paper.letterhead.on, form=paper.form)
    made = datetime.combine(paper.letterhead.on or UNDATED, time(), UTC)
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"paper": json.dumps(_data(paper, look), ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=made,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _data(paper: Paper, layout: LayoutTemplate) -> Any:
    look = asdict(layout) | {"form": layout.form.value, "period": None}
    return {"layout": look} | _clean(_said(paper, layout))


def _said(paper: Paper, layout: LayoutTemplate) -> dict[str, Any]:
    head = paper.letterhead
    made = head.on or UNDATED
    return {
        "title": paper.title,
        "author": f"{head.superior} - {head.issuer}",
        "date": [made.year, made.month, made.day],
        "state": layout.form is Form.STATE,
        "superior": head.superior,
        "issuer": head.issuer,
        "number_line": head.number_line,
        "date_line": head.date_line,
        "addressees": addressee_lines(paper.addressees) if paper.addressees else [],
        "type_name": paper.type_name,
        "abstract": paper.abstract,
        "basis": paper.basis,
        "blocks": [_block(block) for block in paper.blocks],
        "recipients_title": RECIPIENTS,
        "recipients": recipient_lines(paper.recipients, paper.form),
        "authority": paper.signature.authority if paper.signature else [],
        "signature": signature_lines(paper.signature) if paper.signature else [],
        "countersignature": signature_lines(paper.countersignature) if paper.countersignature else [],
        "provenance": paper.provenance,
        "notice": paper.notice,
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": f"{block.number} {block.text}".strip(), "level": block.level}
        case Paragraph():
            return {"kind": "paragraph", "number": "", "runs": _runs(block.line)}
        case NumberedParagraph():
            return {"kind": "paragraph", "number": block.number, "runs": _runs(block.line)}
        case Table():
            return {
                "kind": "table",
                "columns": [
                    {"title": column.title, "align": column.align.value, "width": column.width}
                    for column in block.columns
                ],
                "rows": [[_runs(cell) for cell in row] for row in block.rows],
                "total": [_runs(cell) for cell in block.total],
            }


def _runs(line: Line) -> list[dict[str, Any]]:
    return [{"text": run.text, "bold": run.bold, "italic": run.italic} for run in runs(line)]


def _clean(value: Any) -> Any:
    """The same data with every text made printable and drawable."""
    if isinstance(value, str):
        return drawable(printable(value))
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, (list, tuple)) else value
