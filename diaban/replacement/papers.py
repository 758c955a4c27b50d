"""The Standing Committee's decision to replace a cadre, and the minutes of handing over, as official documents."""

from __future__ import annotations

from datetime import date, datetime

from diaban.documents.paper import Block, Heading, Letterhead, Paper, Paragraph, Signature
from diaban.documents.stated import drawn_up, notice, number_of, place_of
from diaban.kit import formats
from diaban.kit.clock import local_date
from diaban.people.models import Agency, Cadre
from diaban.replacement.models import Handover, ReplacementRequest

DECISION = "QĐ/TU"


def decision_paper(request: ReplacementRequest, *, at: datetime) -> Paper:
    """As a draft before it is decided, with its number afterwards; says nothing of who asked and why."""
    place, who = request.commune.name, f"đồng chí {request.cadre}, {request.agency}"
    person, house = _named(request)
    day = f"từ ngày {formats.day(request.effective_on)}" if request.effective_on else "từ ngày quyết định có hiệu lực"
    blocks: list[Block] = [Heading("QUYẾT ĐỊNH", level=0)]
    blocks.append(Paragraph(f"Điều 1. Thôi phân công {who} theo dõi {place} {day}."))
    if person:
        blocks.append(Paragraph(f"Phân công đồng chí {person}, {house}, theo dõi {place} {day}."))
    if person:
        last = f", xong trước ngày {formats.day(request.hand_over_by)}" if request.hand_over_by else ""
        blocks.append(Paragraph(f"Điều 2. Hai đồng chí bàn giao công việc của địa bàn{last}."))
    else:
        blocks.append(Paragraph(f"Điều 2. Đồng chí {request.cadre} bàn giao địa bàn cho cán bộ được phân công sau."))
    blocks.append(
        Paragraph(f"Điều 3. Ban Tổ chức Tỉnh ủy, Đảng ủy {place}, các cơ quan và đồng chí có tên thi hành quyết định.")
    )
    return Paper(
        letterhead=_letterhead(request, DECISION, request.decided_on or local_date(at)),
        type_name="QUYẾT ĐỊNH",
        abstract=("thay cán bộ theo dõi địa bàn", place),
        blocks=tuple(blocks),
        basis=(
            f"Căn cứ Quyết định số {request.assignment.decision.symbol} về phân công cán bộ theo dõi,",
            "Xét đề nghị của Ban Tổ chức Tỉnh ủy,",
        ),
        signature=Signature(post="BÍ THƯ", name="", authority=("T/M BAN THƯỜNG VỤ",)),
        recipients=("Như Điều 3", "Thường trực Tỉnh ủy", "Lưu"),
        provenance=drawn_up(at),
        notice=notice(),
    )


def _named(request: ReplacementRequest) -> tuple[Cadre | None, Agency | None]:
    """Whom the decision names: until it is taken the one proposed; then only whom it named itself, not a later one."""
    if request.decided_on is None:
        return request.proposed_cadre, request.proposed_agency
    new = request.new_assignment
    by_it = new is not None and new.decision.symbol == request.decision_symbol
    return (new.cadre, new.agency) if new and by_it else (None, None)


def handover_paper(handover: Handover, *, at: datetime) -> Paper:
    """Of the day of its last signature or, unsigned, of its writing."""
    request = handover.request
    new = request.new_assignment
    done = [moment for moment in (handover.written_at, handover.given_at, handover.taken_at) if moment]
    nothing = "Không có." if handover.written_at else "Chưa soạn."
    blocks: list[Block] = [
        Paragraph(f"Bên giao: đồng chí {request.cadre}, {request.agency}."),
        Paragraph(f"Bên nhận: đồng chí {new.cadre}, {new.agency}." if new else "Bên nhận: chưa phân công."),
        *_part("I-", "TÌNH HÌNH ĐỊA BÀN", (handover.situation or nothing).split("\n")),
        *_part("II-", "KHÓ KHĂN, VƯỚNG MẮC CÒN MỞ", handover.difficulties or [nothing]),
        *_part("III-", "CAM KẾT CHƯA XONG", handover.commitments or [nothing]),
        *_part("IV-", "ĐẦU MỐI LIÊN HỆ", (handover.contacts or nothing).split("\n")),
        Paragraph(f"Bên giao ký: {_signed(handover.given_at)}. Bên nhận ký: {_signed(handover.taken_at)}."),
    ]
    return Paper(
        letterhead=_letterhead(request, "BB/TU", local_date(max(done, default=at))),
        type_name="BIÊN BẢN",
        abstract=("bàn giao địa bàn", request.commune.name),
        blocks=tuple(blocks),
        basis=(f"Căn cứ Quyết định số {request.decision_symbol} của Ban Thường vụ Tỉnh ủy,",),
        countersignature=Signature(post="BÊN GIAO", name=str(request.cadre)),
        signature=Signature(post="BÊN NHẬN", name=str(new.cadre) if new else ""),
        provenance=drawn_up(at),
        notice=notice(),
    )


def _part(number: str, title: str, lines: list[str]) -> list[Block]:
    return [Heading(title, number), *(Paragraph(line) for line in lines if line)]


def _signed(at: datetime | None) -> str:
    return formats.day(local_date(at)) if at else "chưa ký"


def _letterhead(request: ReplacementRequest, symbol: str, on: date) -> Letterhead:
    place = place_of(request.province.name)
    return Letterhead(
        superior="",
        issuer=f"TỈNH ỦY {place.upper()}",
        symbol=symbol,
        number=number_of(request.decision_symbol)[0] if symbol == DECISION else None,
        place=place,
        on=on,
    )
