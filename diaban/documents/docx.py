"""A paper as a Word document that a clerk can go on with: named styles, real tables, a page number from page 2."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from diaban.documents import ooxml
from diaban.documents.metrics import text_width
from diaban.documents.paper import (
    Align,
    Block,
    Heading,
    Line,
    NumberedParagraph,
    Paper,
    Paragraph,
    Signature,
    Table,
    runs,
)
from diaban.documents.rules.kinds import Form
from diaban.documents.rules.layout import LayoutTemplate, layout_on
from diaban.documents.styles import (
    ABSTRACT,
    BODY,
    CELL,
    HEAD,
    LANGUAGE,
    PROVENANCE,
    RECIPIENTS,
    TYPE_NAME,
    apply_styles,
)
from diaban.documents.words import RECIPIENTS as RECIPIENTS_TITLE
from diaban.documents.words import UNSIGNED, addressee_lines, printable, recipient_lines

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
UNDATED = date(2000, 1, 1)
MM_PER_POINT = 25.4 / 72
SIDES = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def render_docx(paper: Paper, layout: LayoutTemplate | None = None) -> bytes:
    """The .docx of a paper; without a layout, the one in force on its day. The same paper gives the same bytes."""
    file = io.BytesIO()
    writer = _Writer(layout or layout_on(paper.letterhead.on, form=paper.form))
    writer.write(paper)
    writer.document.save(file)
    return ooxml.same_bytes(file.getvalue())


class _Writer:
    """Writes one paper in one look. `width` is that of the text, in millimetres."""

    def __init__(self, layout: LayoutTemplate) -> None:
        self.document = Document()
        self.layout, self.size = layout, layout.sizes
        self.width = PAGE_WIDTH - layout.margins.left - layout.margins.right
        self.style_ids = apply_styles(self.document, layout)

    def write(self, paper: Paper) -> None:
        self._properties(paper)
        self._page(paper)
        self._letterhead(paper)
        self._title(paper)
        for text in paper.basis:
            self._words(self._add(BODY), text, italic=self.layout.form is Form.STATE)
        for block in paper.blocks:
            self._block(block)
        if paper.signature or paper.recipients:
            self._close(paper)
        if paper.provenance:
            ooxml.rule_above(self._words(self._add(PROVENANCE), paper.provenance))

    def _properties(self, paper: Paper) -> None:
        made = datetime.combine(paper.letterhead.on or UNDATED, time(), UTC).replace(tzinfo=None)
        core = self.document.core_properties
        core.title, core.language = printable(paper.title)[:255], LANGUAGE
        core.author = core.last_modified_by = printable(paper.letterhead.issuer)[:255]
        core.created = core.modified = made
        core.comments = ""
        ooxml.drop_thumbnail(self.document)

    def _page(self, paper: Paper) -> None:
        section, margins = self.document.sections[0], self.layout.margins
        section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
        section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
        section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
        ooxml.page_number(section.header.paragraphs[0])
        for footer in (section.footer, section.first_page_footer):
            self._words(footer.paragraphs[0], paper.notice)

    def _letterhead(self, paper: Paper) -> None:
        left = self.width * self.layout.left_share
        cells = self._frame([left, self.width - left]).rows[0].cells
        self._issuer(cells[0], paper, left)
        self._nation(cells[1], paper, self.width - left)

    def _issuer(self, cell: Any, paper: Paper, width: float) -> None:
        head, size = paper.letterhead, self.size
        self._words(cell.paragraphs[0], head.superior, size=size.superior)
        self._words(self._add(HEAD, cell), head.issuer, size=size.issuer, bold=True)
        if self.layout.under_issuer:
            self._words(self._add(HEAD, cell), self.layout.under_issuer, size=size.issuer)
        else:
            self._rule(self._add(HEAD, cell), 20, within=width)
        self._words(self._add(HEAD, cell), head.number_line, size=size.symbol)
        for text in () if paper.type_name else paper.abstract:
            self._words(self._add(HEAD, cell), text, size=size.letter_abstract, italic=True)

    def _nation(self, cell: Any, paper: Paper, width: float) -> None:
        look, size = self.layout, self.size
        last, last_size = look.motto or look.nation, size.motto if look.motto else size.nation
        self._words(cell.paragraphs[0], look.nation, size=size.nation, bold=True)
        if look.motto:
            self._words(self._add(HEAD, cell), look.motto, size=size.motto, bold=True)
        length = text_width(last, size=last_size, bold=True) * MM_PER_POINT
        self._rule(self._add(HEAD, cell), length, within=width)
        day = self._words(self._add(HEAD, cell), paper.letterhead.date_line, size=size.date, italic=True)
        day.paragraph_format.space_before = Pt(6)

    def _title(self, paper: Paper) -> None:
        if paper.type_name:
            self._words(self._add(TYPE_NAME), paper.type_name)
            abstract = self._add(ABSTRACT)
            for index, text in enumerate(paper.abstract):
                if index:
                    abstract.add_run().add_break()
                self._words(abstract, text)
            if self.layout.under_abstract:
                self._words(self._add(HEAD), self.layout.under_abstract)
            else:
                self._rule(self._add(HEAD), 30, within=self.width)
        if paper.addressees:
            self._addressees(addressee_lines(paper.addressees))
        self._space_after(10)

    def _addressees(self, lines: tuple[str, ...]) -> None:
        """One in the middle; several below one another, each from the same point."""
        for index, text in enumerate(lines):
            line = self._words(self._add(HEAD), text)
            line.paragraph_format.space_before = Pt(0 if index else 10)
            if len(lines) > 1:
                line.alignment, line.paragraph_format.left_indent = WD_ALIGN_PARAGRAPH.LEFT, Mm(50)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level=0):
                shape = self._words(self._add(HEAD), block.text, bold=True).paragraph_format
                shape.space_before, shape.space_after, shape.keep_with_next = Pt(8), Pt(10), True
            case Heading():
                self._words(self._add(f"Heading {min(block.level, 3)}"), f"{block.number} {block.text}".strip())
            case Paragraph():
                self._words(self._add(BODY), block.line)
            case NumberedParagraph():
                paragraph = self._words(self._add(BODY), f"{block.number} ", bold=True)
                self._words(paragraph, block.line)
            case Table():
                self._table(block)

    def _table(self, block: Table) -> None:
        whole = sum(column.width for column in block.columns)
        table = self.document.add_table(rows=0, cols=len(block.columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        ooxml.describe(table, printable(block.caption))
        ooxml.repeat_row(self._row(table, tuple(column.title for column in block.columns), block, head=True))
        for row in block.rows:
            self._row(table, row, block)
        if block.total:
            self._row(table, block.total, block, bold=True)
        ooxml.lay_out(table, [self.width * column.width / whole for column in block.columns])
        gap = self._add(BODY).paragraph_format
        gap.space_after, gap.line_spacing = Pt(0), Pt(8)

    def _row(self, table: Any, cells: tuple[Line, ...], block: Table, *, bold: bool = False, head: bool = False) -> Any:
        row = table.add_row()
        ooxml.keep_row_whole(row)
        for cell, words, column in zip(row.cells, cells, block.columns, strict=True):
            paragraph = cell.paragraphs[0]
            self._dress(paragraph, CELL)
            paragraph.alignment = SIDES[Align.CENTRE if head else column.align]
            paragraph.paragraph_format.keep_with_next = head
            self._words(paragraph, words, bold=bold or head)
        return row

    def _close(self, paper: Paper) -> None:
        """Recipients or the other side's signature at the left, signature at the right, on one page."""
        table = self._frame([self.width * 0.54, self.width * 0.46], before=True)
        left, right = table.rows[0].cells
        if paper.countersignature:
            self._signature(left, paper.countersignature)
        else:
            self._recipients(left, paper.recipients)
        if paper.signature:
            self._signature(right, paper.signature)

    def _recipients(self, cell: Any, recipients: tuple[str, ...]) -> None:
        self._dress(cell.paragraphs[0], RECIPIENTS)
        if not recipients:
            return
        italic = self.layout.recipients_title_italic
        title = cell.paragraphs[0].add_run(RECIPIENTS_TITLE)
        title.font.size, title.bold, title.italic = Pt(self.size.recipients_title), italic, italic
        title.underline = not italic
        for text in recipient_lines(recipients, self.layout.form):
            self._words(self._add(RECIPIENTS, cell), text)

    def _signature(self, cell: Any, signature: Signature) -> None:
        posts = (*signature.authority, signature.post)
        paragraph = cell.paragraphs[0]
        for index, text in enumerate(posts):
            paragraph = self._add(HEAD, cell) if index else paragraph
            plain = 0 < index == len(posts) - 1 and not self.layout.post_bold_below_authority
            self._words(paragraph, text, size=self.size.signature, bold=not plain)
            paragraph.paragraph_format.keep_with_next = True
        name = self._words(self._add(HEAD, cell), signature.name or UNSIGNED, size=self.size.signature, bold=True)
        name.paragraph_format.space_before = Mm(22)

    def _frame(self, widths: list[float], *, before: bool = False) -> Any:
        """A table of one row without lines, to set two blocks side by side."""
        if before:
            gap = self._add(BODY).paragraph_format
            gap.space_after, gap.line_spacing, gap.keep_with_next = Pt(0), Pt(10), True
        table = self.document.add_table(rows=1, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        ooxml.cell_margins(table, left=0, right=0)
        ooxml.lay_out(table, widths)
        ooxml.keep_row_whole(table.rows[0])
        for cell in table.rows[0].cells:
            self._dress(cell.paragraphs[0], HEAD)
        return table

    def _rule(self, paragraph: Any, length: float, *, within: float) -> None:
        """A rule of a length (mm) in the middle: an empty line of its own, whose indents leave just so much room."""
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Mm(max(0.0, (within - length) / 2))
        shape.line_spacing, shape.space_after = Pt(2), Pt(4)
        ooxml.rule_below(paragraph)

    def _add(self, style: str, to: Any = None) -> Any:
        """A new paragraph at the end of the document, or of a cell."""
        return self._dress((self.document if to is None else to).add_paragraph(), style)

    def _dress(self, paragraph: Any, style: str) -> Any:
        """Name the style of a paragraph. The library would search all styles each time: most of a long table's cost."""
        paragraph._p.style = self.style_ids[style]
        return paragraph

    def _space_after(self, points: float) -> None:
        """Room below what was written last."""
        last = (self.document.paragraphs or [self._add(HEAD)])[-1]
        last.paragraph_format.space_after = Pt(points)

    @staticmethod
    def _words(paragraph: Any, line: Line, *, size: float = 0, bold: bool = False, italic: bool = False) -> Any:
        """Add the runs of a line; what the paragraph's own style says is left to it."""
        for run in runs(line):
            made = paragraph.add_run(printable(run.text))
            made.bold, made.italic = bold or run.bold or None, italic or run.italic or None
            if size:
                made.font.size = Pt(size)
        return paragraph
