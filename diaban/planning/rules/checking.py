"""A programme held against the minimums of the rule set, with reasons; and the minimums as a first draft. Plain Python.

Nothing here blocks: what falls short is said, and the agency and the Board read the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diaban.kit.law import cites
from diaban.planning.rules.course import EventKind, ItemDraft, Topic

CONFERENCES = frozenset({EventKind.CONFERENCE, EventKind.YEAR_END})


@dataclass(frozen=True, slots=True)
class Minimums:
    """What the rule set asks of a year. `months` are those that the duty is held in."""

    visits: int
    visits_a_quarter: int
    cell_meetings: int
    conferences: int
    festivals: int
    months: tuple[int, ...] = tuple(range(1, 13))

    @property
    def quarters(self) -> list[int]:
        """The quarters that are held to the end."""
        return [quarter for quarter in range(1, 5) if {quarter * 3 - 2, quarter * 3 - 1, quarter * 3} <= {*self.months}]


@dataclass(frozen=True, slots=True)
class Check:
    """One demand of the rule set: how many are planned of how many, and whether that is enough."""

    label: str
    planned: int
    wanted: int
    advice: str = ""
    optional: bool = False

    @property
    def holds(self) -> bool:
        return self.planned >= self.wanted


@cites("Mặc định của phần mềm (quy tắc 8 đến 11): số chuyến, số buổi sinh hoạt chi bộ, số hội nghị, ngày hội")
def check(items: Sequence[ItemDraft], minimums: Minimums) -> list[Check]:
    """Each demand in the order of the rule set; pro rata for a duty that is not held the whole year."""
    kinds = Counter(item.event_kind for item in items)
    by_quarter = Counter((item.month + 2) // 3 for item in items)
    share = len(minimums.months) / 12
    found = [_of_the_year("Chuyến đi cơ sở cả năm", len(items), round(minimums.visits * share), "chuyến")]
    for quarter in minimums.quarters:
        planned, wanted = by_quarter[quarter], minimums.visits_a_quarter
        found.append(_of_the_year(f"Chuyến đi quý {quarter}", planned, wanted, "chuyến"))
    cells = round(minimums.cell_meetings * share)
    found.append(_of_the_year("Dự sinh hoạt chi bộ", kinds[EventKind.CELL], cells, "buổi"))
    held = sum(kinds[kind] for kind in CONFERENCES)
    wanted = round(minimums.conferences * share)
    found.append(_of_the_year("Dự hội nghị Đảng ủy, kiểm điểm cuối năm", held, wanted, "lần"))
    if 11 in minimums.months and minimums.festivals:
        festival = _of_the_year("Dự Ngày hội Đại đoàn kết", kinds[EventKind.FESTIVAL], minimums.festivals, "lần")
        found.append(Check(festival.label, festival.planned, festival.wanted, festival.advice, optional=True))
    return found


def _of_the_year(label: str, planned: int, wanted: int, unit: str) -> Check:
    short = wanted - planned
    return Check(label, planned, wanted, f"Còn thiếu {short} {unit}." if short > 0 else "")


def template(minimums: Minimums) -> list[ItemDraft]:
    """The minimums as items: a visit a quarter, cell meetings, conferences, the festival, in months that are held."""
    wanted = [
        (2, EventKind.COMMITTEE, Topic.ECONOMY, "Làm việc với Đảng ủy về nhiệm vụ năm, thống nhất chương trình."),
        (3, EventKind.CELL, Topic.SYSTEM, "Dự sinh hoạt chi bộ, nghe đảng viên phản ánh."),
        (5, EventKind.VILLAGE, Topic.PUBLIC_MOOD, "Thăm thôn, bản; nắm đời sống, tâm trạng của Nhân dân."),
        (6, EventKind.CONFERENCE, Topic.SYSTEM, "Dự hội nghị Đảng ủy sơ kết 6 tháng."),
        (8, EventKind.CELL, Topic.POLICY, "Dự sinh hoạt chi bộ về thực hiện nghị quyết."),
        (9, EventKind.MODEL_SITE, Topic.ECONOMY, "Thăm mô hình, công trình; đề xuất cách làm mới."),
        (11, EventKind.FESTIVAL, Topic.RELATION, "Dự Ngày hội Đại đoàn kết toàn dân tộc."),
        (12, EventKind.YEAR_END, Topic.SYSTEM, "Dự kiểm điểm cuối năm của cấp ủy."),
    ]
    return [ItemDraft(*one) for one in wanted if one[0] in minimums.months]
