"""The yearly summary as a file: one call makes the document, in the form that is asked for."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings

from diaban.dashboards.papers import summary_report
from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.summary import YearSummary, summarise
from diaban.documents.docx import render_docx
from diaban.documents.html import render_html
from diaban.documents.paper import Paper
from diaban.documents.pdf import render_pdf
from diaban.kit import audit, clock
from diaban.kit.actors import Actor
from diaban.kit.figures import Scope, tally
from diaban.places.models import Unit

FORMATS = ("html", "docx", "pdf", "json")


def make_summary(*, province: Unit, year: int, form: str, by: Actor, at: datetime) -> bytes:
    """The summary of a province-year as `by` may see it: html, docx, pdf (the document) or json (every figure)."""
    scope = Scope(actor=by, province=province.pk, year=year, as_of=clock.local_date(at))
    content = _rendered(scope, province, form, at)
    audit.record("summary.made", f"places.unit:{province.pk}", by=by, at=at, year=year, form=form)
    return content


def _rendered(scope: Scope, province: Unit, form: str, at: datetime) -> bytes:
    if form == "json":
        return figures_json(scope, province, at)
    paper = summary_paper(summarise(scope), province=province, at=at)
    if form == "docx":
        return render_docx(paper)
    return render_pdf(paper) if form == "pdf" else render_html(paper).encode()


def summary_paper(year: YearSummary, *, province: Unit, at: datetime, issued_on: date | None = None) -> Paper:
    return summary_report(
        year, province_name=province.name, check_code=check_code(year), at=at, issued_on=issued_on, demo=settings.DEMO
    )


def check_code(year: YearSummary) -> str:
    """Eight signs that two documents share when, and only when, all their figures agree."""
    told = json.dumps({key: str(value) for key, value in sorted(year.numbers.items())})
    mark = hashlib.sha256(f"{year.scope.province}:{year.scope.year}:{told}".encode()).hexdigest().upper()
    return f"{mark[:4]}-{mark[4:8]}"


def figures_json(scope: Scope, province: Unit, at: datetime) -> bytes:
    """Every named figure with its value. Half-days and đồng are whole numbers; averages have one decimal."""
    numbers = tally(FIGURES.values(), scope)
    figures = [
        {
            "key": key,
            "row": figure.row,
            "title": figure.title,
            "value": float(numbers[key]) if isinstance(numbers[key], Decimal) else int(numbers[key]),
            "unit": "nửa ngày" if figure.is_half_days else figure.unit,
        }
        for key, figure in FIGURES.items()
    ]
    body = {
        "province": {"code": province.code, "name": province.name},
        "year": scope.year,
        "as_of": scope.as_of.isoformat(),
        "made_at": at.isoformat(),
        "simulated": bool(settings.DEMO),
        "figures": figures,
    }
    return json.dumps(body, ensure_ascii=False, indent=2).encode()
