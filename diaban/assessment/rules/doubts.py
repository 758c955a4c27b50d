"""Questions that a form raises before it is sent: its parts against each other and against the records of the year.

They are shown to the commune and to the Organisation Board; none of them blocks, lowers or raises anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from diaban.assessment.rules.words import CRITERIA, Mark
from diaban.kit.formats import number
from diaban.reporting.rules import CompletionLevel

HIGH = frozenset({CompletionLevel.EXCELLENT, CompletionLevel.GOOD})
PRAISE = frozenset({Mark.GOOD, Mark.FAIR})


class Doubt(NamedTuple):
    """`field` names the criterion or field that the question is about."""

    field: str
    question: str


@dataclass(frozen=True, slots=True)
class YearRecord:
    """What is on record of one assignment in one year, in numbers of records."""

    programme: bool
    visits: int
    attended: int
    """Of the visits those to a conference, a cell meeting, a festival or another gathering of the commune's own."""
    notes: int
    difficulties: int
    innovations: int
    supports: int
    half_days: int = 0
    half_days_required: int = 0
    """Of the whole year; 0 for a duty that was not held all of it."""
    reports_missing: int = 0
    """Periodic reports whose day has passed."""
    solved: int = 0
    """Of the difficulties those that whoever raised them took for solved."""
    promises_overdue: int = 0


def doubts(
    *, marks: Mapping[str, Mark], level: CompletionLevel, wants_replacement: bool, record: YearRecord
) -> list[Doubt]:
    """`marks` by criterion; those not marked yet raise no question."""
    return [
        *_against_the_record(marks, record),
        *_praised_though_wanting(marks, record),
        *_against_each_other(marks, level, wants_replacement),
    ]


def _against_the_record(marks: Mapping[str, Mark], record: YearRecord) -> Iterator[Doubt]:
    seen = {
        "programme": (int(record.programme), "chưa có chương trình nào được gửi"),
        "presence": (record.visits, "chưa có chuyến đi nào"),
        "attendance": (record.attended, "chưa có lần tham dự hội nghị, sinh hoạt, ngày hội nào"),
        "situation": (record.notes, "chưa có ghi nhận tình hình nào"),
        "difficulties": (record.difficulties, "chưa có khó khăn, vướng mắc nào được phản ánh"),
        "innovations": (record.innovations, "chưa có mô hình, cách làm nào được đề xuất"),
        "support": (record.supports, "chưa có hoạt động hỗ trợ nào"),
    }
    for criterion, (count, nothing) in seen.items():
        mark, wording = marks.get(criterion), CRITERIA[criterion]
        if mark and mark in PRAISE and not count:
            said = f"“{wording}” được chấm “{mark.label}”, nhưng trong hệ thống {nothing}. Có đúng vậy không?"
            yield Doubt(criterion, said)
    if marks.get("presence") is Mark.POOR and record.visits >= 4:
        said = f"Hệ thống ghi {number(record.visits)} chuyến đi; thời gian đi cơ sở được chấm “Kém”. Có đúng vậy không?"
        yield Doubt("presence", said)


def _praised_though_wanting(marks: Mapping[str, Mark], record: YearRecord) -> Iterator[Doubt]:
    """The best mark beside something that the record shows to be wanting; of what there is none, the other asks."""
    days = f"{number(record.half_days / 2)} ngày đi cơ sở, cả năm phải có {number(record.half_days_required / 2)}"
    wanting = {
        "presence": (0 < record.half_days < record.half_days_required, days),
        "situation": (record.reports_missing, f"{number(record.reports_missing)} báo cáo quá hạn chưa gửi"),
        "difficulties": (
            record.difficulties and not record.solved,
            f"{number(record.difficulties)} khó khăn, vướng mắc đã nêu, chưa việc nào giải quyết xong",
        ),
        "style": (record.promises_overdue, f"{number(record.promises_overdue)} cam kết quá hạn chưa thực hiện"),
    }
    for criterion, (is_wanting, said) in wanting.items():
        if is_wanting and marks.get(criterion) is Mark.GOOD:
            wording = CRITERIA[criterion]
            yield Doubt(criterion, f"“{wording}” được chấm “Tốt”; hệ thống ghi {said}. Có đúng vậy không?")


def _against_each_other(marks: Mapping[str, Mark], level: CompletionLevel, wants_replacement: bool) -> Iterator[Doubt]:
    low = sum(mark not in PRAISE for mark in marks.values())
    if level in HIGH and low * 2 > len(CRITERIA):
        yield Doubt("level", f"Quá nửa tiêu chí dưới mức khá, nhưng mức chung là “{level.label}”. Có đúng vậy không?")
    if level is CompletionLevel.NOT_COMPLETED and marks and not low:
        yield Doubt("level", f"Mọi tiêu chí từ khá trở lên, nhưng mức chung là “{level.label}”. Có đúng vậy không?")
    if wants_replacement and level in HIGH:
        yield Doubt("wants_replacement", f"Đề nghị thay cán bộ được nhận mức “{level.label}”. Có đúng vậy không?")
    if len(marks) == len(CRITERIA) and len(set(marks.values())) == 1:
        yield Doubt("marks", "Cả tám tiêu chí cùng một mức. Đã cân nhắc từng tiêu chí chưa?")
