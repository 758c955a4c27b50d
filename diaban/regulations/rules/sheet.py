"""A rule set laid out for reading: sections, and in each line a value beside what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from diaban.regulations.rules.duties import AssignmentRules, MatterRules, ProgrammeRules, ReportRules, VisitRules
from diaban.regulations.rules.judgement import AssessmentRules, CustodyRules, RankingRules, ReplacementRules
from diaban.regulations.rules.parameter import Mark, Source, Unit
from diaban.regulations.rules.rating import RatingRules
from diaban.regulations.rules.values import PARAMETERS, decode, shown

SECTIONS: tuple[tuple[str, str, type], ...] = (
    ("phan-cong", "Phân công", AssignmentRules),
    ("chuong-trinh", "Chương trình, thời gian đi cơ sở", ProgrammeRules),
    ("chuyen-di", "Ghi và xác nhận chuyến đi", VisitRules),
    ("bao-cao", "Báo cáo, thời hạn", ReportRules),
    ("kien-nghi", "Khó khăn, vướng mắc; hỗ trợ", MatterRules),
    ("nhan-xet", "Phiếu nhận xét, đánh giá tập thể", AssessmentRules),
    ("xep-loai", "Xếp loại", RankingRules),
    ("ket-qua-theo-doi", "Tính kết quả theo dõi", RatingRules),
    ("thay-the", "Thay thế, nơi giải quyết", ReplacementRules),
    ("luu-giu", "Kiểm tra, công bố, lưu giữ", CustodyRules),
)
WORDLESS = frozenset({Unit.FLAG, Unit.CHOICE, Unit.LIST, Unit.COUNT, Unit.DAY_OF_YEAR, Unit.STEPS})
"""Units that say nothing beside the value."""


@dataclass(frozen=True, slots=True)
class Line:
    rule: int
    key: str
    title: str
    value: str
    mark: Mark
    citation: str
    fixed: bool

    @property
    def is_own_default(self) -> bool:
        return self.mark is Mark.ASSUMED


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    lines: tuple[Line, ...]


def lay_out(stored: Mapping[str, tuple[object, Source]]) -> list[Section]:
    """Sections of a stored set: key -> (value as JSON, what it rests on). What the set leaves out is left out here."""
    return [
        Section(id, title, tuple(_lines(stored, (item.name for item in fields(part))))) for id, title, part in SECTIONS
    ]


def _lines(stored: Mapping[str, tuple[object, Source]], keys: Iterable[str]) -> Iterable[Line]:
    for key in keys:
        if key in stored:
            value, source = stored[key]
            yield _line(key, value, source)


def _line(key: str, value: object, source: Source) -> Line:
    parameter = PARAMETERS[key]
    said = shown(decode(key, value))
    unit = "" if parameter.unit in WORDLESS else f" {parameter.unit.label}"
    return Line(parameter.rule, key, parameter.title, said + unit, source.mark, source.citation, parameter.fixed)
