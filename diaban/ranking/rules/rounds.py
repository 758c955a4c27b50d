"""The course of a year's rating: from the Board's draft to the end of the appeals. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diaban.kit.enums import Labelled
from diaban.kit.formats import day, number
from diaban.kit.law import cites
from diaban.kit.objections import Objection
from diaban.reporting.rules import CompletionLevel

APPEAL_DAYS = 10
"""A default of the software's own: for so many days after the publication an appeal may come."""


class RoundState(Labelled):
    DRAFT = "draft", "Ban Tổ chức lập đề xuất"
    PROPOSED = "proposed", "Đã đề xuất, lấy ý kiến"
    SUBMITTED = "submitted", "Đã trình Ban Thường vụ"
    DECIDED = "decided", "Ban Thường vụ đã quyết định"
    PUBLISHED = "published", "Đã công bố, nhận kiến nghị"
    FINAL = "final", "Kết thúc"


ROUND_NEXT: dict[RoundState, frozenset[RoundState]] = {
    RoundState.DRAFT: frozenset({RoundState.PROPOSED}),
    RoundState.PROPOSED: frozenset({RoundState.SUBMITTED, RoundState.DRAFT}),
    RoundState.SUBMITTED: frozenset({RoundState.DECIDED, RoundState.DRAFT}),
    RoundState.DECIDED: frozenset({RoundState.PUBLISHED}),
    RoundState.PUBLISHED: frozenset({RoundState.FINAL}),
    RoundState.FINAL: frozenset(),
}
TOLD_TO_AGENCIES = frozenset({RoundState.PROPOSED, RoundState.PUBLISHED, RoundState.FINAL})
"""When an agency reads what concerns it: to give its opinion, and again once it is published."""
TOLD_TO_CADRES = frozenset({RoundState.PUBLISHED, RoundState.FINAL})


@dataclass(frozen=True, slots=True)
class GroupUse:
    """How a group of the cap is used by the levels as they stand, overrides included."""

    name: str
    places: int
    excellent: int
    key: tuple[str, str] = ("", "")
    """the kind and the code of the group"""


@dataclass(frozen=True, slots=True)
class Vote:
    """Of how many members how many were there, and how many agreed."""

    members: int
    present: int
    agreed: int


def over_the_cap(groups: Iterable[GroupUse]) -> list[Objection]:
    """An override may not lift more people than the cap has places for."""
    return [
        Objection(
            "groups",
            f"Nhóm {group.name}: đang đề xuất {number(group.excellent)}, vượt trần "
            f"{number(group.excellent - group.places)}. Cần điều chỉnh trước khi chuyển bước.",
        )
        for group in groups
        if group.excellent > group.places
    ]


def proposing_objections(*, year: int, judged: int, forms_open: bool, groups: Iterable[GroupUse]) -> list[Objection]:
    """What is missing before the Board may propose: others read it then, so the communes' forms must be open."""
    found = []
    if not judged:
        found.append(Objection("lines", f"Năm {year} chưa có ai được xếp mức nên chưa có gì để đề xuất."))
    if not forms_open:
        said = f"Năm {year} chưa kết luận, phiếu nhận xét còn niêm phong. Hãy ghi kết luận năm rồi mới đề xuất."
        found.append(Objection("forms", said))
    return found + over_the_cap(groups)


@cites("Mặc định của phần mềm: quá nửa tổng số ủy viên đồng ý; Quy chế làm việc của cấp ủy có thể quy định khác")
def vote_objections(vote: Vote) -> list[Objection]:
    if vote.present > vote.members:
        said = f"Có mặt {number(vote.present)} đồng chí, nhiều hơn {number(vote.members)} ủy viên."
        return [Objection("present", said)]
    if vote.agreed > vote.present:
        said = f"{number(vote.agreed)} phiếu đồng ý, nhiều hơn {number(vote.present)} đồng chí có mặt."
        return [Objection("agreed", said)]
    if vote.agreed * 2 <= vote.members:
        said = f"Đồng ý {number(vote.agreed)}/{number(vote.members)}, chưa quá nửa tổng số ủy viên nên chưa quyết định."
        return [Objection("agreed", said)]
    return []


def decision_objections(*, submitted_on: date, decided_on: date, today: date) -> list[Objection]:
    """Nobody decides on what does not lie before them yet."""
    if decided_on > today:
        return [Objection("decided_on", f"Ngày quyết định {day(decided_on)} chưa đến.")]
    if decided_on < submitted_on:
        said = f"Đề xuất trình Ban Thường vụ ngày {day(submitted_on)}; ngày quyết định phải từ ngày ấy trở đi."
        return [Objection("decided_on", said)]
    return []


def override_objections(*, now: CompletionLevel | None, then: CompletionLevel) -> list[Objection]:
    if now is then:
        return [Objection("level", f"Mức hiện tại đã là “{then.label}”. Hãy chọn mức khác, hoặc thôi điều chỉnh.")]
    return []


def appeal_objections(*, published_on: date, today: date, already: bool) -> list[Objection]:
    """Whoever is concerned may appeal once, within the days of the software's default."""
    if already:
        return [Objection("text", "Kết quả này đã có kiến nghị; mỗi kết quả kiến nghị một lần.")]
    last = published_on + timedelta(days=APPEAL_DAYS)
    if today > last:
        return [Objection("text", f"Hạn kiến nghị là {day(last)}, đã qua.")]
    return []


def finishing_objections(*, published_on: date, today: date, unanswered: int) -> list[Objection]:
    found = []
    if unanswered:
        found.append(Objection("appeals", f"Còn {number(unanswered)} kiến nghị chưa trả lời."))
    if today <= (last := published_on + timedelta(days=APPEAL_DAYS)):
        found.append(Objection("appeals", f"Còn nhận kiến nghị đến hết ngày {day(last)}."))
    return found
