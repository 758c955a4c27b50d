"""Issuing a document: the next number without a gap, the files with that number in them, one line in the audit."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from diaban.documents.docx import render_docx
from diaban.documents.models import IssuedDocument, NumberSeries
from diaban.documents.paper import Paper
from diaban.documents.pdf import render_pdf
from diaban.documents.policies import may_issue
from diaban.documents.rules.kinds import DocumentKind, numbered, symbol_of
from diaban.documents.words import check_code, with_provenance
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.places.models import Unit


@transaction.atomic
def issue(
    *,
    paper: Paper,
    kind: DocumentKind,
    body: str,
    province: Unit,
    term_starts_on: date,
    issued_on: date,
    by: Actor,
    at: datetime,
) -> IssuedDocument:
    """Number a paper and keep its files. `body` is the issuer's sign (BTCTU); the paper's own number and day are set.

    The number belongs to one issuer, type and term, and is taken in this transaction: what fails leaves no gap.
    """
    if not may_issue(by, province.pk):
        raise NotAllowed("Chỉ Ban Tổ chức hoặc Ban Thường vụ Tỉnh ủy được ban hành văn bản của tỉnh.")
    number, series = _take_number(
        paper=paper, kind=kind, body=body, province=province, term_starts_on=term_starts_on, issued_on=issued_on
    )
    symbol = symbol_of(kind, body, form=paper.form)
    letterhead = replace(paper.letterhead, number=number, symbol=symbol, on=issued_on)
    issued = with_provenance(replace(paper, letterhead=letterhead), at=localtime(at))
    document = _keep(issued, series, issued_on, by=by, at=at)
    audit.record("documents.issue", document, by=by, at=at, symbol=document.symbol, sha256=document.sha256)
    return document


@transaction.atomic
def open_series(
    *,
    province: Unit,
    issuer: str,
    body: str,
    form: str,
    kind: DocumentKind,
    term_starts_on: date,
    last_number: int,
    by: Actor,
    at: datetime,
) -> NumberSeries:
    """Begin a register in the middle of a term, after the numbers that were given on paper before."""
    if not may_issue(by, province.pk):
        raise NotAllowed("Chỉ Ban Tổ chức hoặc Ban Thường vụ Tỉnh ủy được mở sổ đăng ký số.")
    series, made = NumberSeries.objects.get_or_create(
        province=province,
        body=body,
        form=form,
        kind=kind,
        term_starts_on=term_starts_on,
        defaults={"issuer": issuer, "last_number": last_number},
    )
    if not made:
        raise RuleBroken("Sổ này đã mở; số tiếp theo do hệ thống cấp.", field="last_number")
    audit.record("documents.open_series", series, by=by, at=at, last_number=last_number)
    return series


def _take_number(
    *, paper: Paper, kind: DocumentKind, body: str, province: Unit, term_starts_on: date, issued_on: date
) -> tuple[int, NumberSeries]:
    """The next number of its series, whose row stays locked until the transaction ends."""
    if issued_on < term_starts_on:
        raise RuleBroken("Ngày ban hành phải nằm trong nhiệm kỳ của sổ đăng ký số.", field="issued_on")
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        province=province,
        body=body,
        form=paper.form.value,
        kind=kind,
        term_starts_on=term_starts_on,
        defaults={"issuer": paper.letterhead.issuer},
    )
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number, series


def _keep(paper: Paper, series: NumberSeries, issued_on: date, *, by: Actor, at: datetime) -> IssuedDocument:
    head, pdf = paper.letterhead, render_pdf(paper)
    return IssuedDocument.objects.create(
        province_id=series.province_id,
        series=series,
        kind=series.kind,
        number=head.number,
        symbol=numbered(head.number, head.symbol, form=head.form),
        abstract=" ".join(paper.abstract)[:500],
        place=head.place,
        issued_on=issued_on,
        signer=paper.signature.name if paper.signature else "",
        check_code=check_code(paper),
        sha256=hashlib.sha256(pdf).hexdigest(),
        docx=render_docx(paper),
        pdf=pdf,
        created_at=at,
        created_by_id=by.account,
        created_by_name=by.name,
    )
