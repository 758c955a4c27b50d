"""Difficulties: who answers, by when, how well, and to whom an overdue one climbs. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


class DifficultyState(Labelled):
    NEW = "new", "Mới nêu"
    ROUTED = "routed", "Đã chuyển cơ quan giải quyết"
    ANSWERED = "answered", "Đã trả lời"
    SOLVED = "solved", "Đã giải quyết, bên nêu chấp nhận"
    NOT_FEASIBLE = "not_feasible", "Không giải quyết được, có lý do"


NEXT: dict[DifficultyState, frozenset[DifficultyState]] = {
    DifficultyState.NEW: frozenset({DifficultyState.ROUTED, DifficultyState.ANSWERED}),
    DifficultyState.ROUTED: frozenset({DifficultyState.ROUTED, DifficultyState.ANSWERED}),
    DifficultyState.ANSWERED: frozenset({DifficultyState.ROUTED, DifficultyState.SOLVED, DifficultyState.NOT_FEASIBLE}),
    DifficultyState.SOLVED: frozenset(),
    DifficultyState.NOT_FEASIBLE: frozenset({DifficultyState.ROUTED}),
}


class RaisedBy(Labelled):
    COMMUNE = "commune", "Đảng ủy xã"
    CADRE = "cadre", "Cán bộ theo dõi"


class Authority(Labelled):
    """The level that can answer (domain rule 48)."""

    COMMUNE = "commune", "Cấp xã tự giải quyết"
    DISTRICT = "district", "Cấp huyện"
    OWN_AGENCY = "own_agency", "Cơ quan của cán bộ theo dõi"
    AGENCY = "agency", "Cơ quan cấp tỉnh khác"
    AREA_LEAD = "area_lead", "Ủy viên Ban Thường vụ phụ trách địa bàn"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"


class DifficultyKind(Labelled):
    """Phản ánh: what stands in the way. Đề xuất, kiến nghị: what should be done."""

    REFLECTION = "reflection", "Phản ánh khó khăn, vướng mắc"
    RECOMMENDATION = "recommendation", "Đề xuất, kiến nghị"


class AnswerGrade(Labelled):
    """What the commune thinks of an answer."""

    GOOD = "good", "Trả lời rõ, giải quyết được"
    PARTLY = "partly", "Trả lời rõ, giải quyết một phần"
    POOR = "poor", "Chưa rõ, chưa giải quyết"


class Rung(Labelled):
    """Who answers for a difficulty that is not answered: it climbs while it is overdue."""

    OWNER = "owner", "Nơi giải quyết"
    LEADERSHIP = "leadership", "Tập thể lãnh đạo cơ quan giải quyết"
    AREA_LEAD = "area_lead", "Ủy viên Ban Thường vụ phụ trách địa bàn"


@cites("Mặc định của phần mềm: quá hạn trả lời thì lên lãnh đạo cơ quan, rồi ủy viên Ban Thường vụ phụ trách địa bàn")
def rung(*, days_over: int, climbs_after: Sequence[int]) -> Rung:
    """Where it stands when `days_over` working days are over its due day; `climbs_after` are two such numbers."""
    passed = sum(days_over > days for days in climbs_after)
    return list(Rung)[min(passed, len(Rung) - 1)]


@cites(
    "Mặc định của phần mềm (quy tắc 49): được gia hạn trả lời một lần, có lý do, không quá một thời hạn trả lời nữa "
    "tính từ hạn cũ, hoặc từ ngày gia hạn khi hạn cũ đã qua"
)
def extension_objections(
    *, extended: bool, due_on: date | None, new_due_on: date, latest: date | None
) -> list[Objection]:
    """`latest` is one more term of the rule set, in working days, after the due day or after today if that is later."""
    if extended:
        return [Objection("new_due_on", "Việc này đã được gia hạn một lần, không gia hạn nữa.")]
    if due_on is None:
        return [Objection("new_due_on", "Việc này chưa chuyển cho cơ quan nào nên chưa có hạn trả lời.")]
    if new_due_on <= due_on:
        return [Objection("new_due_on", f"Hạn mới phải sau hạn cũ {day(due_on)}.")]
    if latest and new_due_on > latest:
        return [
            Objection("new_due_on", f"Chỉ được gia hạn thêm một thời hạn trả lời: hạn mới chậm nhất là {day(latest)}.")
        ]
    return []


@cites("Mặc định của phần mềm (quy tắc 48): cấp có thẩm quyền giải quyết")
def routing_objections(*, authority: Authority, owner: UUID | None, cadres_agency: UUID) -> list[Objection]:
    """A level that is an agency needs the agency; the cadre's own is that one and no other."""
    if authority is Authority.AGENCY and owner is None:
        return [Objection("owner", "Chưa chọn cơ quan giải quyết.")]
    if authority is Authority.OWN_AGENCY and owner != cadres_agency:
        return [Objection("owner", "Cơ quan giải quyết phải là cơ quan của cán bộ theo dõi.")]
    if authority not in {Authority.AGENCY, Authority.OWN_AGENCY} and owner:
        return [Objection("owner", f"“{authority.label}” không chọn cơ quan cấp tỉnh.")]
    return []


def grading_objections(*, now: DifficultyState) -> list[Objection]:
    """There must be an answer to grade."""
    if now in {DifficultyState.ANSWERED, DifficultyState.SOLVED, DifficultyState.NOT_FEASIBLE}:
        return []
    return [Objection("grade", "Việc này chưa có trả lời nên chưa đánh giá được.")]
