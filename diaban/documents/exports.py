"""Files that a page hands out: what they are called, what they are, and that an invented list says so."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpResponse
from django.utils.timezone import localtime

from diaban.documents.docx import render_docx
from diaban.documents.paper import Paper
from diaban.documents.pdf import render_pdf
from diaban.documents.sheets import Sheet, render_xlsx
from diaban.kit import formats
from diaban.kit.listing import ListPage

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def list_response(page: ListPage, *, name: str, title: str, at: datetime) -> HttpResponse:
    """A list as seen, as a workbook: the same rows in the same order and columns, under the words of its filter."""
    counted = f"Cộng {formats.number(page.count)} {page.listing.noun}. Trích lúc {formats.moment(localtime(at))}."
    notes = [f"{page.said}."] if page.said else []
    sheet = Sheet(title, page.titles, page.exported_rows(), heading=marked(title), notes=[*notes, counted])
    return sheet_response(sheet, name=name, at=at)


def sheet_response(sheet: Sheet, *, name: str, at: datetime) -> HttpResponse:
    """A workbook of one sheet under `name` (ASCII, without its ending)."""
    return attachment(render_xlsx([sheet], at=at), name=name, form="xlsx")


def paper_response(paper: Paper, *, name: str, form: str) -> HttpResponse:
    """A document to be kept, as docx or pdf."""
    return attachment(render_docx(paper) if form == "docx" else render_pdf(paper), name=name, form=form)


def attachment(content: bytes, *, name: str, form: str) -> HttpResponse:
    """A file to be kept, not shown: `form` is docx, pdf or xlsx."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(content, content_type=CONTENT_TYPES[form], headers=headers)


def marked(heading: str) -> str:
    """The heading of a file; in the demonstration it says that what follows is invented."""
    return f"{heading} (dữ liệu mô phỏng)" if settings.DEMO else heading
