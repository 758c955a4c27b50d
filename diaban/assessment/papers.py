"""A commune's form as an official document, and as a Word document to fill in away from the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from diaban.assessment.models import CommuneAssessment
from diaban.assessment.queries.facts import Fact, Facts
from diaban.assessment.queries.forms import as_written, marks_in_order, votes_said
from diaban.assessment.rules import CRITERIA, Mark, mark_from
from diaban.assessment.rules.filling import NOTE, WISHES, named_in
from diaban.assignments.models import Assignment
from diaban.documents.filled import Blank
from diaban.documents.paper import Align, Block, Column, Heading, Letterhead, Paper, Paragraph, Signature, Table
from diaban.documents.stated import drawn_up, notice
from diaban.fieldwork.models import Support
from diaban.kit import formats
from diaban.kit.clock import local_date
from diaban.people.models import Post
from diaban.people.rules.posts import post_said
from diaban.replacement.rules import ReplacementReason
from diaban.reporting.rules import CompletionLevel

HEADINGS: dict[str, str] = {key: f"{at}. {wording}" for at, (key, wording) in enumerate(CRITERIA.items(), start=1)} | {
    "strengths": "9. Ưu điểm",
    "limits": "10. Hạn chế",
    "level": "11. Mức độ hoàn thành nhiệm vụ",
    "reasons": "12. Lý do",
    "proposals": "13. Đề nghị với cơ quan, với Ban Thường vụ Tỉnh ủy",
    "wish": "14. Đề nghị của Đảng ủy",
    "replacement_reason": "15. Nếu đề nghị thay thế: lý do thuộc loại",
    "profile_wish": "16. Nếu đề nghị thay thế: mong muốn về cán bộ thay thế",
    "met_on": "17. Ngày họp Ban Thường vụ Đảng ủy",
    "votes_for": "18. Số phiếu đồng ý",
    "votes_against": "19. Số phiếu không đồng ý",
    "votes_other": "20. Số phiếu có ý kiến khác",
    "signer_name": "21. Họ tên người ký",
    "signer_post": "22. Chức vụ người ký",
}
CHOSEN: dict[str, Mapping[str, str]] = {
    "level": {level.value: level.label for level in CompletionLevel},
    "wish": WISHES,
    "replacement_reason": {reason.value: reason.label for reason in ReplacementReason},
}
"""Sections in which one of some wordings is written, by what it stands for."""
ADVICE = (
    "Viết vào ô dưới từng tiêu đề; không đổi tiêu đề.",
    "Mục 1 đến 8: dòng đầu ghi một trong bốn mức Tốt, Khá, Trung bình, Kém; các dòng sau là nhận xét.",
    *(
        f"Mục {HEADINGS[key].partition('.')[0]}: ghi một trong các nội dung {'; '.join(words.values())}."
        for key, words in CHOSEN.items()
    ),
    "Mục 17: ghi dạng 30/11/2023. Mục 18 đến 20: ghi bằng chữ số, để trống nếu không ghi số phiếu.",
    "Có mạng thì mở lại trang phiếu, bấm “Nhập từ Word” và chọn tệp này.",
    "Không ghi nội dung bí mật nhà nước; không nêu tên, thông tin riêng của công dân.",
)


def assessment_paper(
    form: CommuneAssessment, *, facts: Facts, supports: Sequence[tuple[Support, bool]], post: Post | None, at: datetime
) -> Paper:
    """The form as it was sent; the facts beside it are those of this moment, and say so.

    `supports`: the lines of the year, each with whether the commune ticked it.
    """
    place = form.commune.name
    return Paper(
        letterhead=Letterhead(
            superior=f"ĐẢNG BỘ {form.commune.parent.name.upper()}" if form.commune.parent else "ĐẢNG BỘ",
            issuer=f"ĐẢNG ỦY {place.upper()}",
            symbol="NX/ĐU",
            place=place.removeprefix("Xã ").removeprefix("Phường ").removeprefix("Thị trấn "),
            on=local_date(form.sent_at),
        ),
        type_name="PHIẾU NHẬN XÉT",
        abstract=("cán bộ theo dõi địa bàn", f"năm {form.year}"),
        blocks=tuple(_body(form, facts, supports, post, local_date(at))),
        basis=(f"Căn cứ Quyết định số {form.assignment.decision.symbol} về phân công cán bộ theo dõi,",),
        signature=Signature(
            post=form.signer_post.upper(), name=form.signer_name, authority=(f"T/M BAN THƯỜNG VỤ ĐẢNG{formats.NBSP}ỦY",)
        ),
        recipients=("Ban Tổ chức Tỉnh ủy", "Lưu"),
        provenance=drawn_up(at, f". {_seal(form)}"),
        notice=notice(),
    )


def blank_of(duty: Assignment, year: int, *, written: Mapping[str, Any], facts: Facts) -> Blank:
    """The form to be filled in with Word, with what is written so far and what the records say."""
    texts = texts_of(written)
    said = tuple(f"Mục {HEADINGS[key].partition('.')[0]}: {_told(facts[key])}." for key in CRITERIA)
    return Blank(
        mark=mark_of(duty, year),
        title=f"Phiếu nhận xét cán bộ theo dõi {duty.commune.name} năm {year}",
        advice=(*ADVICE, f"Hệ thống ghi nhận: {' '.join(said)}"),
        sections=[(key, heading, texts.get(key, "")) for key, heading in HEADINGS.items()],
    )


def mark_of(duty: Assignment, year: int) -> str:
    """By which a filled document is known to belong to this form."""
    return f"Phiếu nhận xét {duty.pk} {year}"


def texts_of(written: Mapping[str, Any]) -> dict[str, str]:
    """A draft as the sections of the Word document hold it."""
    shown = as_written(written)
    plain = {key: _plain(shown.get(key)) for key in HEADINGS if key not in CRITERIA}
    chosen = {key: words.get(written.get(key) or "", "") for key, words in CHOSEN.items()}
    marked = {
        key: "\n".join(filter(None, [Mark(written[key]).label if written.get(key) else "", written.get(key + NOTE)]))
        for key in CRITERIA
    }
    return marked | plain | chosen


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return formats.day(value)
    return "" if value is None else str(value)


def written_from(texts: Mapping[str, str]) -> dict[str, Any]:
    """The sections of a filled document as a person would type them; what is not one of its wordings stays open."""
    found: dict[str, Any] = {}
    for key, text in texts.items():
        if key in CRITERIA:
            found[key], found[key + NOTE] = mark_from(text, Mark)
        elif key in CHOSEN:
            found[key] = named_in(text, CHOSEN[key])
        else:
            found[key] = text
    return found


def _seal(form: CommuneAssessment) -> str:
    if form.returned_at:
        return "Bản bị trả lại"
    if form.released_at == form.sent_at:
        return "Mở ngay khi gửi, theo bộ quy tắc của năm"
    return "Đã mở theo kết luận năm" if form.released_at else "Niêm phong: chỉ Đảng ủy và Ban Tổ chức Tỉnh ủy đọc"


def _told(facts: list[Fact]) -> str:
    return "; ".join(fact.words for fact in facts)


def _body(
    form: CommuneAssessment,
    facts: Facts,
    supports: Sequence[tuple[Support, bool]],
    post: Post | None,
    today: Any,
) -> list[Block]:
    who = post_said(post.title, str(form.agency)) if post else str(form.agency)
    blocks: list[Block] = [
        Paragraph(f"Cán bộ được nhận xét: đồng chí {form.cadre}, {who}."),
        Heading("NHẬN XÉT THEO TIÊU CHÍ", "I-"),
        _marks(form, facts, today),
        *_ticked(supports),
        Heading("NHẬN XÉT CHUNG", "II-"),
    ]
    said = [("Ưu điểm", form.strengths), ("Hạn chế", form.limits)]
    said += [("Mức độ hoàn thành", f"{CompletionLevel(form.level).label}."), ("Lý do", form.reasons)]
    blocks += [paragraph for title, text in said for paragraph in _paragraphs(title, text)]
    blocks.append(Heading("ĐỀ NGHỊ", "III-"))
    blocks.append(Paragraph(_wish(form)))
    blocks += [*_paragraphs("Mong muốn", form.profile_wish), *_paragraphs("Đề nghị khác", form.proposals)]
    met = f"họp ngày {formats.day(form.met_on)}" if form.met_on else "họp"
    votes = votes_said(form.votes_for, form.votes_against, form.votes_other)
    agreed = f"Phiếu được Ban Thường vụ Đảng ủy {met} thông qua"
    return [*blocks, Paragraph(f"{agreed}: {votes}." if votes else f"{agreed}.")]


def _wish(form: CommuneAssessment) -> str:
    if not form.wants_replacement:
        return "Tiếp tục phân công đồng chí theo dõi địa bàn."
    said = "Đề nghị Ban Thường vụ Tỉnh ủy xem xét thay thế cán bộ theo dõi"
    return f"{said}; lý do: {form.replacement.get_reason_display().lower()}." if form.replacement else f"{said}."


def _ticked(supports: Sequence[tuple[Support, bool]]) -> list[Block]:
    """What of the support the commune says it got, line by line."""
    if not supports:
        return []
    ticked = [line for line, has in supports if has]
    said = f"Hỗ trợ: Đảng ủy đánh dấu đã nhận {len(ticked)} trong {len(supports)} dòng hệ thống ghi nhận"
    lines = (
        f"{formats.day(one.supported_on)}: {one.content} ({formats.money_document(one.value_vnd)})" for one in ticked
    )
    return [Paragraph(f"{said}{':' if ticked else '.'}"), *(Paragraph(f"- {line}") for line in lines)]


def _paragraphs(title: str, text: str) -> list[Block]:
    lines = [line for line in text.split("\n") if line]
    return [Paragraph(f"{title}: {lines[0]}"), *(Paragraph(line) for line in lines[1:])] if lines else []


def _marks(form: CommuneAssessment, facts: Facts, today: Any) -> Table:
    rows = tuple(
        (str(at), mark.wording, _told(facts.get(mark.criterion, [])), Mark(mark.mark).label, mark.note)
        for at, mark in enumerate(marks_in_order(form), start=1)
    )
    columns = (
        Column("TT", Align.CENTRE, 1),
        Column("Tiêu chí", Align.LEFT, 4),
        Column(f"Hệ thống ghi nhận đến {formats.day(today)}", Align.LEFT, 5),
        Column("Mức", Align.CENTRE, 2),
        Column("Nhận xét", Align.LEFT, 4),
    )
    return Table(columns=columns, rows=rows, caption="Mức theo từng tiêu chí")
