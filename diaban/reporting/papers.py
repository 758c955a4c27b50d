"""A report as an official document in the Party's form, and as a Word document to fill in away from the network."""

from __future__ import annotations

from datetime import datetime

from diaban.documents.filled import Blank
from diaban.documents.paper import Align, Block, Column, Heading, Letterhead, Paper, Paragraph, Signature, Table
from diaban.documents.stated import drawn_up, notice, place_of
from diaban.kit import formats
from diaban.kit.clock import local_date
from diaban.people.models import AgencyGroup, Post
from diaban.people.rules.posts import post_said
from diaban.regulations.rules import ReportKind
from diaban.reporting.models import PeriodicReport
from diaban.reporting.queries.reports import Counted
from diaban.reporting.rules import CompletionLevel, ReportState, in_order, sentences

RECIPIENTS = (
    "Ban Tổ chức Tỉnh ủy",
    "Ủy viên Ban Thường vụ phụ trách địa bàn",
    "Đảng ủy xã, phường, thị trấn",
    "Tập thể lãnh đạo cơ quan",
    "Lưu",
)
ADVICE = (
    "Viết vào ô dưới từng tiêu đề; không đổi tiêu đề.",
    "Có mạng thì mở lại trang báo cáo, bấm “Nhập từ Word” và chọn tệp này.",
    "Không ghi nội dung bí mật nhà nước; không nêu tên, thông tin riêng của công dân.",
)


def report_paper(report: PeriodicReport, *, counted: Counted, post: Post | None, at: datetime) -> Paper:
    """The report as it stands; one that was sent carries the numbers that it was sent with."""
    place = place_of(report.province.name)
    party = report.agency.group in {AgencyGroup.PARTY, AgencyGroup.FRONT}
    return Paper(
        letterhead=Letterhead(
            superior=f"{'TỈNH ỦY' if party else 'ĐẢNG BỘ TỈNH'} {place.upper()}",
            issuer=report.agency.name.upper(),
            symbol="BC/ĐU",
            place=place,
            on=local_date(report.submitted_at) if report.submitted_at else None,
        ),
        type_name="BÁO CÁO",
        abstract=(f"kết quả theo dõi {report.commune.name}", f"{_period(report)} năm {report.year}"),
        blocks=tuple(_body(report, counted, post)),
        basis=(f"Căn cứ Quyết định số {report.assignment.decision.symbol} về phân công cán bộ theo dõi,",),
        signature=Signature(post=post.title.upper() if post else "CÁN BỘ THEO DÕI", name=report.cadre.full_name),
        recipients=RECIPIENTS,
        provenance=drawn_up(at, f". {ReportState(report.state).label}"),
        notice=notice(),
    )


def blank_of(report: PeriodicReport, *, counted: Counted) -> Blank:
    """The report to be filled in with Word: what the records say above, what is written so far in each section."""
    said = tuple(f"{line.number.label}: {line.in_document}" for line in counted.lines)
    return Blank(
        mark=mark_of(report),
        title=f"Báo cáo kết quả theo dõi {report.commune.name}, {_period(report)} năm {report.year}",
        advice=(*ADVICE, f"Số liệu của hệ thống đến {formats.day(counted.until)}: {'; '.join(said)}."),
        sections=[(key, section["heading"], section["text"]) for key, section in in_order(report.sections)],
    )


def mark_of(report: PeriodicReport) -> str:
    """By which a filled document is known to belong to this report."""
    return f"Báo cáo {report.pk}"


def _period(report: PeriodicReport) -> str:
    """Thus: 6 tháng đầu năm; cả năm; quý II năm."""
    return {ReportKind.HALF_YEAR: "6 tháng đầu", ReportKind.YEAR: "cả"}.get(report.period.kind, report.period.words)


def _body(report: PeriodicReport, counted: Counted, post: Post | None) -> list[Block]:
    who = post_said(post.title, str(report.agency)) if post else str(report.agency)
    said = sentences(counted.values)
    blocks: list[Block] = [Paragraph(f"Cán bộ theo dõi: đồng chí {report.cadre}, {who}.")]
    for key, section in in_order(report.sections):
        number, _, heading = section["heading"].partition(". ")
        blocks.append(Heading(heading.upper(), f"{number}-"))
        blocks += [Paragraph(said[key])] if key in said and counted.lines else []
        blocks += [Paragraph(text) for text in section["text"].split("\n") if text]
    if report.self_level:
        blocks.append(Paragraph(f"Tự nhận mức: {CompletionLevel(report.self_level).label}."))
    if counted.lines:
        blocks += [Heading("SỐ LIỆU", "Phụ lục:"), _table(counted)]
    return blocks


def _table(counted: Counted) -> Table:
    rows = tuple((str(index), line.number.label, line.in_document) for index, line in enumerate(counted.lines, start=1))
    columns = (Column("TT", Align.CENTRE, 1), Column("Nội dung", Align.LEFT, 7), Column("Số liệu", Align.RIGHT, 3))
    return Table(columns=columns, rows=rows, caption=f"Số liệu đến {formats.day(counted.until)}")
