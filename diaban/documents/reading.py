"""Read back what a Word document says, in the order of reading."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def outline_docx(file: bytes) -> str:
    """The words of a .docx as `words.outline` gives those of its paper: a line for each paragraph or table row."""
    lines = (" ".join(line.split()) for line in _lines(file))
    return "\n".join(line for line in lines if line)


def _lines(file: bytes) -> Iterator[str]:
    for item in Document(io.BytesIO(file)).iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text
        elif _is_ruled(item):
            yield from (" | ".join(cell.text for cell in row.cells) for row in item.rows)
        else:
            yield from (paragraph.text for cell in item.rows[0].cells for paragraph in cell.paragraphs)


def _is_ruled(table: Table) -> bool:
    """A table of data has lines; one that only sets two blocks side by side has none."""
    return table.style is not None and table.style.name == "Table Grid"
