"""When something may be recorded, and what it may point at. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A record of what happened on `day`. `locks_on` is the day on which that year's books close."""

    day: date
    today: date
    starts_on: date
    ends_on: date | None
    locks_on: date
    by_board: bool = False


@cites("Mặc định của phần mềm (quy tắc 13): ghi lùi ngày vào kỳ đã khóa phải qua Ban Tổ chức")
def day_objections(facts: DayFacts, *, field: str, may_lie_ahead: bool = False) -> list[Objection]:
    """Why nothing can be recorded on that day. Late is no reason: what is late is marked, never refused."""
    found = []
    if facts.day > facts.today and not may_lie_ahead:
        found.append(Objection(field, f"Ngày {day(facts.day)} chưa đến. Hãy chọn ngày đã qua hoặc hôm nay."))
    if facts.day < facts.starts_on or (facts.ends_on and facts.day >= facts.ends_on):
        found.append(Objection(field, f"Ngày {day(facts.day)} nằm ngoài thời gian phân công. Hãy chọn ngày khác."))
    if facts.today >= facts.locks_on and not facts.by_board:
        sentence = f"Năm {facts.day.year} đã khóa sổ từ {day(facts.locks_on)}. Hãy đề nghị Ban Tổ chức Tỉnh ủy ghi."
        found.append(Objection(field, sentence))
    return found


@cites("Mặc định của phần mềm: dự kiến chuyến đi từ hôm nay đến hết năm sau")
def planning_objections(*, planned_on: date, today: date) -> list[Objection]:
    """What has gone by is recorded, not planned; and nobody plans a year that has no programme yet."""
    if planned_on < today:
        sentence = f"Ngày {day(planned_on)} đã qua. Hãy chọn từ hôm nay trở đi; chuyến đã đi thì ghi ở “Ghi chuyến đi”."
        return [Objection("visited_on", sentence)]
    if planned_on.year > today.year + 1:
        return [Objection("visited_on", f"Chỉ dự kiến đến hết ngày 31/12/{today.year + 1}. Hãy chọn ngày sớm hơn.")]
    return []


def quarter_of(value: date) -> int:
    """1 to 4."""
    return (value.month + 2) // 3


def belonging_objections(*, belongs: bool, field: str, thing: str) -> list[Objection]:
    """A record may point only at things of its own assignment."""
    return [] if belongs else [Objection(field, f"{thing} đã chọn không thuộc phân công này. Hãy chọn lại.")]
