"""What a commune's form must hold, when it is taken in, returned and opened. Plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from diaban.assessment.rules.words import CRITERIA, Fixed, Mark
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection
from diaban.kit.text import fold
from diaban.regulations.rules.reasons import reason_objections
from diaban.replacement.rules import ReplacementReason
from diaban.reporting.rules import EXTREME, CompletionLevel


class MarkDraft(NamedTuple):
    """One criterion as the commune marks it; `note` at most 500 characters."""

    criterion: str
    mark: Mark
    note: str = ""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """What a commune says of its cadre's year. Texts hold at most 4,000 characters.

    `reasons` holds one concrete item a line. Votes of the committee may be left out (both 0).
    """

    marks: Sequence[MarkDraft]
    strengths: str
    limits: str
    level: CompletionLevel
    signer_name: str
    signer_post: str
    reasons: str = ""
    wants_replacement: bool = False
    replacement_reason: ReplacementReason = ReplacementReason.NOT_FULFILLING
    votes_for: int = 0
    votes_against: int = 0
    votes_other: int = 0
    met_on: date | None = None
    proposals: str = ""
    profile_wish: str = ""
    acknowledged: Sequence[str] = ()
    """Keys of the lines of support that the commune ticked."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What decides whether a form of that year is taken in. `signers` are the posts that may sign."""

    year: int
    today: date
    opens_on: date
    locks_on: date
    starts_on: date
    ends_on: date | None
    concluded: bool
    """The Standing Committee has concluded the year."""
    signers: tuple[str, ...]
    reason_items_min: int


def form_objections(draft: FormDraft, facts: FormFacts) -> list[Objection]:
    """Everything that keeps a commune's form from being sent, in the order of the form."""
    reasoned = draft.level in EXTREME or draft.wants_replacement
    window = {"opens_on": facts.opens_on, "locks_on": facts.locks_on, "today": facts.today}
    return [
        *closing_objections(facts.year, concluded=facts.concluded, **window),
        *_held_objections(facts),
        *mark_objections(draft.marks),
        *(reason_objections(draft.reasons, least=facts.reason_items_min) if reasoned else []),
        *meeting_objections(draft.met_on, facts),
        *vote_objections(votes_for=draft.votes_for, votes_against=draft.votes_against),
        *signer_objections(draft.signer_post, facts.signers),
    ]


@cites("Mặc định của phần mềm (quy tắc 13, 24): nhận phiếu cuối năm, năm đã kết luận hoặc khóa sổ thì không nhận")
def closing_objections(year: int, *, today: date, opens_on: date, locks_on: date, concluded: bool) -> list[Objection]:
    """Late is no reason to refuse; too early, and after the year is closed, are."""
    if today < opens_on:
        return [Objection("year", f"Nhận xét năm {year} bắt đầu gửi từ {day(opens_on)}, chưa gửi trước ngày đó được.")]
    if concluded:
        return [Objection("year", f"Ban Thường vụ Tỉnh ủy đã kết luận năm {year} nên không nhận thêm nhận xét.")]
    if today >= locks_on:
        said = f"Năm {year} đã khóa sổ từ {day(locks_on)}. Hãy liên hệ Ban Tổ chức Tỉnh ủy."
        return [Objection("year", said)]
    return []


def held_in(year: int, *, starts_on: date, ends_on: date | None) -> bool:
    """Whether a duty was held on some day of the year; on `ends_on` it is held no more."""
    return starts_on.year <= year and (ends_on is None or ends_on > date(year, 1, 1))


def _held_objections(facts: FormFacts) -> list[Objection]:
    held = held_in(facts.year, starts_on=facts.starts_on, ends_on=facts.ends_on)
    return [] if held else [Objection("year", f"Năm {facts.year} nằm ngoài thời gian phân công. Hãy chọn năm khác.")]


@cites("Kết luận 1016-KL/TU: phiếu nhận xét đầy đủ nội dung")
def mark_objections(marks: Sequence[MarkDraft]) -> list[Objection]:
    """Each of the eight criteria is marked, once, and nothing else is."""
    times = Counter(mark.criterion for mark in marks)
    found = [Objection(key, f"Phiếu không có tiêu chí “{key}”.") for key in times if key not in CRITERIA]
    for key, wording in CRITERIA.items():
        if times[key] != 1:
            said = "chưa được chấm" if not times[key] else "được chấm nhiều lần"
            found.append(Objection(key, f"Tiêu chí “{wording}” {said}."))
    return found


@cites("Mặc định của phần mềm: Ban Thường vụ Đảng ủy họp thông qua phiếu từ năm nhận xét, trước khi gửi")
def meeting_objections(met_on: date | None, facts: FormFacts) -> list[Objection]:
    if met_on is None:
        return [Objection("met_on", "Chưa ghi ngày họp Ban Thường vụ Đảng ủy thông qua phiếu.")]
    if met_on > facts.today:
        return [Objection("met_on", f"Ngày họp {day(met_on)} chưa đến.")]
    if met_on.year < facts.year:
        return [Objection("met_on", f"Ngày họp {day(met_on)} trước năm {facts.year}.")]
    return []


def vote_objections(*, votes_for: int, votes_against: int) -> list[Objection]:
    """Votes may be left out (both 0); where they are given, the committee agreed by a majority."""
    if min(votes_for, votes_against) < 0:
        return [Objection("votes_for", "Số phiếu không được âm.")]
    if votes_against and votes_for <= votes_against:
        return [Objection("votes_for", "Phiếu nhận xét chưa được quá nửa đồng ý nên chưa gửi được.")]
    return []


@cites("Mặc định của phần mềm (quy tắc 25): Bí thư, Phó Bí thư ký phiếu, T/M Ban Thường vụ Đảng ủy")
def signer_objections(post: str, signers: tuple[str, ...]) -> list[Objection]:
    """“Phó Bí thư Thường trực” is a Phó Bí thư, “Bí thư Đảng ủy” a Bí thư."""
    if any(fold(post).startswith(fold(signer)) for signer in signers):
        return []
    return [Objection("signer_post", f"Phiếu phải do {' hoặc '.join(signers)} ký. Hãy ghi lại chức vụ người ký.")]


@cites("Mặc định của phần mềm (quy tắc 56): hồ sơ đã gửi chỉ sửa bằng cách trả lại có lý do")
def return_objections(*, returned: bool, released: bool, request_decided: bool) -> list[Objection]:
    if returned:
        return [Objection("assessment", "Phiếu này đã được trả lại rồi.")]
    if released:
        return [Objection("assessment", "Phiếu đã mở cho đồng chí được nhận xét đọc nên không trả lại được nữa.")]
    if request_decided:
        said = "Đề nghị thay thế nêu tại phiếu đã được Ban Thường vụ quyết định nên không trả lại phiếu được."
        return [Objection("assessment", said)]
    return []


@cites("Mặc định của phần mềm: biên bản họp, bản giấy kèm theo phiếu khi phiếu chưa bị trả lại, năm chưa kết luận")
def filing_objections(year: int, *, returned: bool, concluded: bool) -> list[Objection]:
    """Whether a file is still hung on a form: what those assessed have read at the conclusion stays as it was."""
    if returned:
        return [Objection("documents", "Phiếu này đã bị trả lại. Hãy kèm tài liệu vào bản mới.")]
    said = f"Ban Thường vụ Tỉnh ủy đã kết luận năm {year} nên không kèm thêm tài liệu vào phiếu."
    return [Objection("documents", said)] if concluded else []


@cites("Mặc định của phần mềm (quy tắc 27): cán bộ đọc phiếu sau khi mở và có ý kiến một lần")
def answer_objections(*, released: bool, answered: bool) -> list[Objection]:
    if answered:
        return [Objection("answer", "Đồng chí đã có ý kiến về phiếu này.")]
    return [] if released else [Objection("answer", "Phiếu chưa mở.")]


@cites(
    "Mặc định của phần mềm (quy tắc 27): phiếu mở sau khi Ban Thường vụ kết luận năm; "
    "xã còn trong hạn gửi phiếu thì chưa ghi kết luận"
)
def conclusion_objections(
    year: int, *, concluded_on: date, opens_on: date, today: date, in_time: int, last_due: date | None
) -> list[Objection]:
    """`in_time`: how many forms have not come and may still come in time, the last of them until `last_due`."""
    if in_time and last_due:
        said = f"Còn {in_time} phiếu chưa gửi mà hạn đến hết ngày {day(last_due)}. Hãy ghi kết luận sau ngày đó."
        return [Objection("concluded_on", said)]
    if concluded_on > today:
        return [Objection("concluded_on", f"Ngày kết luận {day(concluded_on)} chưa đến.")]
    if concluded_on < opens_on:
        said = f"Ngày kết luận không thể trước {day(opens_on)}, ngày bắt đầu nhận nhận xét năm {year}."
        return [Objection("concluded_on", said)]
    return []


@cites("Mặc định của phần mềm: hạn chế năm trước đã nêu thì phải nói kết quả khắc phục")
def fixing_objections(fixed: Fixed, note: str, *, named: bool) -> list[Objection]:
    """`named`: the Board named shortcomings the year before."""
    if named and fixed is Fixed.NONE:
        return [Objection("fixed", "Năm trước Ban Tổ chức đã nêu hạn chế. Hãy chọn kết quả khắc phục.")]
    if named and not note.strip():
        return [Objection("fixed_note", "Hãy nêu việc đã làm để khắc phục hạn chế năm trước, hoặc vì sao chưa làm.")]
    if not named and fixed is not Fixed.NONE:
        return [Objection("fixed", f"Năm trước không nêu hạn chế nên không chọn “{fixed.label}”.")]
    return []
