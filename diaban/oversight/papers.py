"""The conclusion of an inspection as an official document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from diaban.documents.paper import Align, Block, Column, Heading, Letterhead, Paper, Paragraph, Signature, Table
from diaban.documents.stated import drawn_up, notice, number_of, place_of
from diaban.kit import formats
from diaban.oversight.models import Finding, Inspection
from diaban.oversight.rules import InspectionKind, Responsible, Severity


def conclusion_paper(inspection: Inspection, findings: Sequence[Finding], *, sampled: int, at: datetime) -> Paper:
    number, symbol = number_of(inspection.conclusion_symbol)
    place = place_of(inspection.province.name)
    return Paper(
        letterhead=Letterhead(
            superior=f"TỈNH ỦY {place.upper()}",
            issuer=inspection.lead_body.upper(),
            symbol=symbol or "KL",
            place=place,
            number=number,
            on=inspection.done_on,
        ),
        type_name="THÔNG BÁO KẾT LUẬN",
        abstract=(inspection.title,),
        blocks=tuple(_body(inspection, findings, sampled)),
        basis=(f"Căn cứ Quyết định số {inspection.decision_symbol} ngày {formats.day(inspection.decided_on)},",),
        signature=Signature(post="TRƯỞNG ĐOÀN"),
        recipients=("Ban Thường vụ Tỉnh ủy", "Cán bộ, cơ quan được kiểm tra", "Lưu"),
        provenance=drawn_up(at),
        notice=notice(),
    )


def _body(inspection: Inspection, findings: Sequence[Finding], sampled: int) -> list[Block]:
    since, until = formats.day(inspection.period_from), formats.day(inspection.period_to)
    blocks: list[Block] = [
        Heading("PHẠM VI, CÁCH CHỌN", "I-"),
        Paragraph(
            f"{InspectionKind(inspection.kind).label} {formats.number(sampled)} phân công, từ {since} đến {until}."
        ),
        Paragraph(
            f"Mẫu rút {inspection.percent}{formats.NBSP}% trên {formats.number(inspection.population or 0)} phân công, "
            f"số rút “{inspection.seed}”, mã danh sách {inspection.population_digest[:16]}."
        ),
        Heading("KẾT LUẬN", "II-"),
        *(Paragraph(line) for line in inspection.summary.split("\n") if line),
    ]
    if inspection.good:
        blocks += [Heading("ƯU ĐIỂM, CÁCH LÀM HAY", "III-"), Paragraph(inspection.good)]
    if findings:
        blocks += [Heading("NỘI DUNG PHẢI KHẮC PHỤC", "IV-" if inspection.good else "III-"), _table(findings)]
    return blocks


def _table(findings: Sequence[Finding]) -> Table:
    columns = (
        Column("TT", Align.CENTRE, 1),
        Column("Địa bàn, cán bộ", width=3.6),
        Column("Nội dung", width=5.6),
        Column("Mức độ", width=2.6),
        Column("Ai khắc phục", width=2.8),
        Column("Hạn", Align.CENTRE, 3),
    )
    rows = tuple(
        (
            str(place),
            f"{one.commune}, đồng chí {one.cadre}",
            one.description,
            Severity(one.severity).label,
            Responsible(one.responsible).label,
            formats.day(one.due_on),
        )
        for place, one in enumerate(findings, start=1)
    )
    return Table(columns=columns, rows=rows, caption="Nội dung phải khắc phục")
