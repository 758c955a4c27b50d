"""The words and the course of an inspection or supervision (kiểm tra, giám sát). Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.formats import day, number
from diaban.kit.law import cites
from diaban.kit.objections import Objection


class InspectionKind(Labelled):
    INSPECT = "inspect", "Kiểm tra"
    SUPERVISE = "supervise", "Giám sát"
    THEMATIC = "thematic", "Giám sát chuyên đề"


class InspectionState(Labelled):
    SCHEDULED = "scheduled", "Trong kế hoạch"
    DECIDED = "decided", "Đã có quyết định"
    UNDERWAY = "underway", "Đang tiến hành"
    CONCLUDED = "concluded", "Đã kết luận"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Không tiến hành"


NEXT: dict[InspectionState, frozenset[InspectionState]] = {
    InspectionState.SCHEDULED: frozenset({InspectionState.DECIDED, InspectionState.CANCELLED}),
    InspectionState.DECIDED: frozenset({InspectionState.UNDERWAY, InspectionState.CANCELLED}),
    InspectionState.UNDERWAY: frozenset({InspectionState.CONCLUDED}),
    InspectionState.CONCLUDED: frozenset({InspectionState.CLOSED}),
    InspectionState.CLOSED: frozenset(),
    InspectionState.CANCELLED: frozenset(),
}
AT_WORK = frozenset({InspectionState.DECIDED, InspectionState.UNDERWAY})
"""From the decision to the conclusion: as long as this the team has the case in hand, and no longer."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """How far a case is: duties to be looked at, those with a question left open, findings without a seen remedy."""

    sampled: int
    unchecked: int
    unremedied: int


@cites("Quy định 296-QĐ/TW: cuộc kiểm tra có quyết định, đoàn, phạm vi, mốc thời gian")
def decision_objections(
    *, decided_on: date, period_from: date, period_to: date, today: date, team: int
) -> list[Objection]:
    """A decision names a team and a stretch of time that has begun; it is not of a day to come."""
    found = []
    if decided_on > today:
        found.append(Objection("decided_on", f"Ngày {day(decided_on)} chưa đến. Hãy ghi ngày của quyết định."))
    if period_to < period_from:
        found.append(Objection("period_to", f"Mốc cuối phải từ ngày {day(period_from)}."))
    if period_from > today:
        found.append(Objection("period_from", f"Ngày {day(period_from)} chưa đến nên chưa có gì để kiểm tra."))
    if not team:
        found.append(Objection("team", "Quyết định chưa có thành viên đoàn. Hãy chọn ít nhất một đồng chí."))
    return found


def concluding_objections(*, facts: CaseFacts, decided_on: date, done_on: date, today: date) -> list[Objection]:
    """What is still missing before a case can be concluded on that day."""
    found = []
    if facts.unchecked:
        sentence = (
            f"Còn {number(facts.unchecked)}/{number(facts.sampled)} đơn vị chưa kiểm tra đủ nội dung. "
            "Hãy ghi kết quả từng nội dung của các đơn vị này."
        )
        found.append(Objection("state", sentence))
    if not decided_on <= done_on <= today:
        sentence = f"Ngày kết luận phải từ ngày quyết định {day(decided_on)} đến hôm nay {day(today)}."
        found.append(Objection("done_on", sentence))
    return found


def closing_objections(*, facts: CaseFacts) -> list[Objection]:
    if not facts.unremedied:
        return []
    left = number(facts.unremedied)
    return [Objection("state", f"Còn {left} kết luận chưa được xác nhận khắc phục nên chưa kết thúc được.")]
