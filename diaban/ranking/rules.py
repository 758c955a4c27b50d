"""When a decided ranking may be typed in. Plain Python; the product never writes one by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection
from diaban.reporting.rules import CompletionLevel


@dataclass(frozen=True, slots=True)
class RankingFacts:
    """`followed`: the cadre followed a commune in the year for that agency. `stands_by`: the decision in force, if any."""

    year: int
    proposed_level: CompletionLevel
    level: CompletionLevel
    override_reason: str
    decision_symbol: str
    decided_on: date
    today: date
    followed: bool
    stands_by: str = ""


@cites("Kết luận 1016-KL/TU: kết quả theo dõi là cơ sở để Ban Thường vụ xem xét, xếp loại")
def ranking_objections(facts: RankingFacts) -> list[Objection]:
    """Why it isn't typed in as it stands. An override says why; a correction has a decision of its own."""
    found = []
    if not facts.followed:
        found.append(Objection("cadre", f"Đồng chí không theo dõi địa bàn nào của cơ quan này trong năm {facts.year}."))
    if facts.level is not facts.proposed_level and not facts.override_reason:
        found.append(Objection("override_reason", "Mức quyết định khác mức đề xuất thì phải ghi lý do."))
    if facts.decided_on.year < facts.year or facts.decided_on > facts.today:
        said = f"Ngày quyết định phải từ năm {facts.year} đến {day(facts.today)}."
        found.append(Objection("decided_on", said))
    if facts.stands_by == facts.decision_symbol:
        said = f"Đồng chí đã được xếp loại năm {facts.year} theo {facts.stands_by}. Muốn sửa phải có quyết định khác."
        found.append(Objection("decision_symbol", said))
    return found
