"""The yearly summary as a file: one call makes the document, in the form that is asked for."""

from __future__ import annotations

import json
from datetime import datetime

from django.conf import settings

from diaban.dashboards.papers import summary_paper
from diaban.dashboards.queries.summary import scope_of_year, summarise
from diaban.dashboards.queries.told import figures_told
from diaban.documents.docx import render_docx
from diaban.documents.html import render_html
from diaban.documents.pdf import render_pdf
from diaban.kit import audit, clock
from diaban.kit.actors import Actor
from diaban.kit.figures import Scope
from diaban.places.models import Unit


def make_summary(*, province: Unit, year: int, form: str, by: Actor, at: datetime) -> bytes:
    """The summary of a province-year as `by` may see it: html, docx, pdf (the document) or json (every figure)."""
    scope = scope_of_year(by, province=province.pk, year=year, as_of=clock.local_date(at))
    content = _rendered(scope, province, form, at)
    audit.record("summary.made", f"places.unit:{province.pk}", by=by, at=at, year=year, form=form)
    return content


def _rendered(scope: Scope, province: Unit, form: str, at: datetime) -> bytes:
    if form == "json":
        told = figures_told(scope, province=province, at=at, simulated=settings.DEMO)
        return json.dumps(told, ensure_ascii=False, indent=2).encode()
    paper = summary_paper(summarise(scope), province=province, at=at)
    if form == "docx":
        return render_docx(paper)
    return render_pdf(paper) if form == "pdf" else render_html(paper).encode()
