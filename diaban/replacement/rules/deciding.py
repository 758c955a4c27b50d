"""When a cadre may be asked to be replaced, and what a decision on it needs. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection, step_objections
from diaban.replacement.rules.words import NEXT, Proposal, ReplacementState, Requester, Side


@cites("Mặc định của phần mềm (quy tắc 43): bên được đề nghị thay thế cán bộ")
def request_objections(
    *, requester: Requester, allowed: tuple[str, ...], ended: bool, waiting: bool
) -> list[Objection]:
    """`waiting`: another request of the same side is not decided yet. Other sides' stay unsaid: they may be sealed."""
    if requester.value not in allowed:
        return [Objection("requester", f"Bộ quy tắc của năm không để “{requester.label}” đề nghị thay thế cán bộ.")]
    if ended:
        return [Objection("assignment", "Phân công này đã kết thúc nên không còn gì để thay thế.")]
    if waiting:
        return [Objection("assignment", f"{requester.label} đã có một đề nghị ở địa bàn này đang chờ quyết định.")]
    return []


def decision_objections(*, decided_on: date, verified_on: date | None, today: date) -> list[Objection]:
    if decided_on > today:
        return [Objection("decided_on", f"Ngày quyết định {day(decided_on)} chưa đến.")]
    if verified_on and decided_on < verified_on:
        return [Objection("decided_on", f"Quyết định không thể trước ngày xác minh {day(verified_on)}.")]
    return []


def grant_objections(
    *, effective_on: date, decided_on: date, has_cadre: bool, has_agency: bool, same_cadre: bool
) -> list[Objection]:
    """`same_cadre`: the one proposed is the one to be replaced."""
    if effective_on < decided_on:
        return [Objection("effective_on", f"Ngày thay phải từ ngày quyết định {day(decided_on)} trở đi.")]
    return person_objections(has_cadre=has_cadre, has_agency=has_agency, same_cadre=same_cadre)


def person_objections(*, has_cadre: bool, has_agency: bool, same_cadre: bool) -> list[Objection]:
    """The one who is to follow the commune from then, with the agency."""
    if has_cadre != has_agency:
        return [Objection("post", "Cán bộ thay thế phải đi kèm cơ quan của cán bộ đó.")]
    if same_cadre:
        return [Objection("post", "Cán bộ thay thế phải là một người khác.")]
    return []


def successor_objections(
    *, decided_on: date, effective_on: date, granted_on: date, empty_since: date, today: date, same_cadre: bool
) -> list[Objection]:
    """Naming somebody for a commune that stands empty since a day, by a decision later than the one that emptied it."""
    found = person_objections(has_cadre=True, has_agency=True, same_cadre=same_cadre)
    if decided_on > today:
        found.append(Objection("decided_on", f"Ngày quyết định {day(decided_on)} chưa đến."))
    elif decided_on < granted_on:
        found.append(
            Objection("decided_on", f"Quyết định cử cán bộ không thể trước quyết định thay ngày {day(granted_on)}.")
        )
    if effective_on < empty_since:
        found.append(Objection("effective_on", f"Địa bàn trống từ {day(empty_since)}: cán bộ mới theo dõi từ đó."))
    elif effective_on < decided_on:
        found.append(Objection("effective_on", f"Cán bộ mới theo dõi từ ngày quyết định {day(decided_on)} trở đi."))
    return found


def proposal_objections(*, proposal: Proposal, has_cadre: bool, has_agency: bool, same_cadre: bool) -> list[Objection]:
    """Whom the Board names for it; keeping names nobody."""
    if proposal is Proposal.KEEP and has_cadre:
        return [Objection("post", "Đề xuất giữ cán bộ thì không nêu cán bộ thay thế.")]
    return person_objections(has_cadre=has_cadre, has_agency=has_agency, same_cadre=same_cadre)


_NEEDS = {
    ReplacementState.VERIFIED: "Chỉ đề nghị chưa xác minh mới được xác minh.",
    ReplacementState.PROPOSED: "Ban Tổ chức phải xác minh trước, rồi mới đề xuất, một lần.",
    ReplacementState.GRANTED: "Ban Thường vụ quyết định khi Ban Tổ chức đã xác minh và đề xuất.",
    ReplacementState.REFUSED: "Ban Thường vụ quyết định khi Ban Tổ chức đã xác minh và đề xuất.",
    ReplacementState.WITHDRAWN: "Chỉ rút được đề nghị khi Ban Thường vụ chưa quyết định.",
    ReplacementState.HANDED_OVER: "Bàn giao khi Ban Thường vụ đã quyết định thay.",
}


def lacking_objections(now: ReplacementState, then: ReplacementState) -> list[Objection]:
    """Whether the step may be taken now; the sentence says what must come first."""
    found = step_objections(NEXT, now=now, then=then, thing="Đề nghị")
    return [Objection(one.field, f"{one.sentence} {_NEEDS.get(then, '')}".rstrip()) for one in found]


@cites("Mặc định của phần mềm: bên đề nghị thay thế rút được đề nghị của mình khi Ban Thường vụ chưa quyết định")
def withdrawal_objections(*, sealed: bool) -> list[Objection]:
    """`sealed`: it came in a commune's form that is not opened yet, whose word it is a part of."""
    said = (
        "Đề nghị này nêu trong phiếu nhận xét đang niêm phong nên đi theo phiếu. "
        "Muốn rút, hãy đề nghị Ban Tổ chức Tỉnh ủy trả lại phiếu rồi gửi bản mới."
    )
    return [Objection("reason", said)] if sealed else []


def hearing_objections(heard: Mapping[Side, bool]) -> list[Objection]:
    """Before the Board verifies, everybody whom the decision touches has been heard."""
    left = [side.label for side in Side if not heard[side]]
    return [Objection("result", f"Chưa ghi ý kiến của: {'; '.join(left)}.")] if left else []


def handover_objections(*, situation: str, contacts: str, has_successor: bool) -> list[Objection]:
    """What a handover lacks before it is signed."""
    lacks = [
        *([] if situation else ["tóm tắt tình hình địa bàn"]),
        *([] if contacts else ["đầu mối liên hệ"]),
        *([] if has_successor else ["cán bộ nhận địa bàn (chưa phân công)"]),
    ]
    return [Objection("situation", f"Biên bản chưa ký được, còn thiếu: {', '.join(lacks)}.")] if lacks else []
