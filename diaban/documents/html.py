"""A paper as a fragment of a page: the same words, with each figure a link to the records behind it."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from diaban.documents.paper import Align, Block, Heading, Line, NumberedParagraph, Paper, Paragraph, Run, Table, runs
from diaban.documents.rules.layout import LayoutTemplate, layout_on
from diaban.documents.words import addressee_lines, recipient_lines, signature_lines

SIDES = {Align.LEFT: "", Align.CENTRE: "c", Align.RIGHT: "num"}


def render_html(paper: Paper, layout: LayoutTemplate | None = None) -> SafeString:
    """One `<article class="a4">`, every text in it escaped. Its headings begin at h2, below the page's own."""
    context = {
        "paper": paper,
        "head": paper.letterhead,
        "look": layout or layout_on(paper.letterhead.on, form=paper.form),
        "addressees": addressee_lines(paper.addressees) if paper.addressees else (),
        "blocks": [_block(block) for block in paper.blocks],
        "recipients": recipient_lines(paper.recipients, paper.form),
        "signature": signature_lines(paper.signature) if paper.signature else (),
        "countersignature": signature_lines(paper.countersignature) if paper.countersignature else (),
    }
    return mark_safe(render_to_string("documents/paper.html", context))  # noqa: S308 -- the template escapes each word


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
                "caption": block.caption,
                "columns": block.columns,
                "rows": [_cells(row, block) for row in block.rows],
                "total": _cells(block.total, block) if block.total else [],
            }


def _cells(row: tuple[Line, ...], table: Table) -> list[tuple[list[dict[str, Any]], str]]:
    return [(_runs(cell), SIDES[column.align]) for cell, column in zip(row, table.columns, strict=True)]


def _runs(line: Line) -> list[dict[str, Any]]:
    return [_run(run) for run in runs(line)]


def _run(run: Run) -> dict[str, Any]:
    return {
        "text": run.text,
        "bold": run.bold,
        "italic": run.italic,
        "url": getattr(run, "url", ""),
        "key": getattr(run, "key", ""),
    }
