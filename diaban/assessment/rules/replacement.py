"""When a cadre may be asked to be replaced, and what a decision on it needs. Plain Python."""

from __future__ import annotations

from datetime import date

from diaban.assessment.rules.words import Requester
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


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
    if has_cadre != has_agency:
        return [Objection("agency", "Cán bộ thay thế phải đi kèm cơ quan của cán bộ đó.")]
    if same_cadre:
        return [Objection("cadre", "Cán bộ thay thế phải là một người khác.")]
    return []
