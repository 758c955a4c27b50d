"""What a ranking must say: it is decided by people, and a level other than the proposed one says why. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


@dataclass(frozen=True, slots=True)
class RankingFacts:
    year: int
    today: date
    decided_on: date
    differs: bool
    """The level decided is not the level proposed."""
    override_reason: str


@cites("Kết luận 1016-KL/TU: kết quả theo dõi là cơ sở xếp loại hằng năm; quyết định là của Ban Thường vụ")
def ranking_objections(facts: RankingFacts) -> list[Objection]:
    found = []
    if facts.differs and not facts.override_reason:
        found.append(Objection("override_reason", "Mức quyết định khác mức đề xuất thì phải nêu lý do."))
    if facts.decided_on > facts.today:
        found.append(Objection("decided_on", f"Ngày quyết định {day(facts.decided_on)} chưa đến."))
    if facts.decided_on.year < facts.year:
        found.append(Objection("decided_on", f"Ngày quyết định phải từ năm {facts.year} trở đi."))
    return found


def later_objections(*, replaced: bool, decided_on: date, first_decided_on: date) -> list[Objection]:
    """Whether a decision may take the place of an earlier one."""
    if replaced:
        return [Objection("ranking", "Kết quả này đã được thay bằng quyết định khác.")]
    if decided_on < first_decided_on:
        return [Objection("decided_on", f"Quyết định sau phải từ ngày {day(first_decided_on)} của quyết định trước.")]
    return []
