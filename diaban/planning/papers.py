"""A programme as an official document: «Chương trình theo dõi xã … năm …», in the Party's form."""

from __future__ import annotations

from datetime import datetime

from diaban.documents.paper import Align, Block, Column, Heading, Letterhead, Paper, Paragraph, Signature, Table
from diaban.documents.stated import drawn_up, notice, place_of
from diaban.people.models import AgencyGroup, Post
from diaban.people.rules.posts import post_said
from diaban.planning.models import Programme
from diaban.planning.rules import EventKind, ProgrammeState, Topic

RECIPIENTS = ("Ban Tổ chức Tỉnh ủy (để đăng ký)", "Tập thể lãnh đạo cơ quan", "Đảng ủy xã, phường, thị trấn", "Lưu")


def programme_paper(programme: Programme, *, post: Post | None, at: datetime) -> Paper:
    """The programme as it stands; a draft says that it is one."""
    place = place_of(programme.province.name)
    party = programme.agency.group in {AgencyGroup.PARTY, AgencyGroup.FRONT}
    superior = f"TỈNH ỦY {place.upper()}" if party else f"ĐẢNG BỘ TỈNH {place.upper()}"
    return Paper(
        letterhead=Letterhead(
            superior=superior, issuer=programme.agency.name.upper(), symbol="CTr/ĐU", place=place,
            on=programme.submitted_at.astimezone().date() if programme.submitted_at else None,
        ),
        type_name="CHƯƠNG TRÌNH",
        abstract=(f"theo dõi {programme.commune.name} năm {programme.year}", *_version(programme)),
        blocks=tuple(_body(programme, post)),
        basis=(f"Căn cứ Quyết định số {programme.assignment.decision.symbol} về phân công cán bộ theo dõi,",),
        signature=Signature(post=(post.title.upper() if post else "CÁN BỘ THEO DÕI"), name=programme.cadre.full_name),
        recipients=RECIPIENTS,
        provenance=drawn_up(at, f". {ProgrammeState(programme.state).label}"),
        notice=notice(),
    )  # fmt: skip


def _version(programme: Programme) -> tuple[str, ...]:
    return (f"(bản sửa đổi lần {programme.version - 1})",) if programme.version > 1 else ()


def _body(programme: Programme, post: Post | None) -> list[Block]:
    who = post_said(post.title, str(programme.agency)) if post else str(programme.agency)
    blocks: list[Block] = [
        Paragraph(f"Cán bộ theo dõi: đồng chí {programme.cadre}, {who}."),
        Heading("MỤC TIÊU", "I-"),
        *map(Paragraph, filter(None, programme.objectives.split("\n"))),
    ]
    if programme.context:
        blocks += [Heading("TÌNH HÌNH ĐỊA BÀN", "II-"), *map(Paragraph, filter(None, programme.context.split("\n")))]
    blocks += [Heading("NỘI DUNG", "III-" if programme.context else "II-"), _items(programme)]
    more = [("Đầu mối phối hợp ở xã", programme.contact), ("Cơ quan bảo đảm", programme.agency_commitment)]
    if any(text for _, text in more):
        blocks.append(Heading("TỔ CHỨC THỰC HIỆN", "IV-" if programme.context else "III-"))
        blocks += [Paragraph(f"{label}: {text}") for label, text in more if text]
    return blocks


def _items(programme: Programme) -> Table:
    rows = tuple(
        (
            str(index),
            f"Tháng {item.month}",
            EventKind(item.event_kind).label + (f", {item.place}" if item.place else ""),
            Topic(item.topic).label,
            item.expected_result,
            ", ".join(filter(None, (item.coordinator, item.resource))),
        )
        for index, item in enumerate(programme.items.all(), start=1)
    )
    columns = (
        Column("TT", Align.CENTRE, 1),
        Column("Thời gian", Align.LEFT, 2),
        Column("Hoạt động", Align.LEFT, 4),
        Column("Lĩnh vực", Align.LEFT, 3),
        Column("Kết quả dự kiến", Align.LEFT, 5),
        Column("Phối hợp, nguồn lực", Align.LEFT, 3),
    )
    return Table(columns=columns, rows=rows, caption=f"Nội dung chương trình năm {programme.year}")
