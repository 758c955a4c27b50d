"""What a parameter of a rule set is: a named, typed value with its unit, and honesty about where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from diaban.kit.enums import Labelled

T = TypeVar("T")

OWN_DEFAULT = "mặc định của phần mềm"


class Mark(Labelled):
    """How sure the source of a value is."""

    SOURCE = "S", "có trong văn bản"
    PARTIAL = "S*", "có trong văn bản một phần hoặc qua bản dịch, chưa đối chiếu"
    GENERAL = "G", "hiểu biết chung, chưa đối chiếu văn bản"
    ASSUMED = "A", OWN_DEFAULT


class Unit(Labelled):
    WORKING_DAYS = "working_days", "ngày làm việc"
    DAYS = "days", "ngày"
    HALF_DAYS = "half_days", "buổi (nửa ngày)"
    MONTHS = "months", "tháng"
    YEARS = "years", "năm"
    TIMES = "times", "lần mỗi năm"
    COUNT = "count", "số lượng"
    PERCENT = "percent", "%"
    POINTS = "points", "điểm"
    DAY_OF_YEAR = "day_of_year", "ngày trong năm"
    DAY_OF_MONTH = "day_of_month", "ngày trong tháng"
    FLAG = "flag", "có hoặc không"
    CHOICE = "choice", "lựa chọn"
    LIST = "list", "danh sách"
    STEPS = "steps", "xuất sắc / tốt / hoàn thành"


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day that comes every year. Written "MM-DD" in data, "30/11" to people."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        return date(year, self.month, self.day)

    def __str__(self) -> str:
        return f"{self.day:02}/{self.month:02}"

    @property
    def code(self) -> str:
        return f"{self.month:02}-{self.day:02}"

    @classmethod
    def of(cls, code: str) -> MonthDay:
        month, day = code.split("-")
        date(2001, int(month), int(day))  # 29 February does not come every year; a wrong day is an error here
        return cls(int(month), int(day))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a default comes from: the mark and the citation in words, or the software's own default."""

    mark: Mark
    citation: str = OWN_DEFAULT


@dataclass(frozen=True, slots=True)
class Parameter:
    """The description of one value of a rule set. `rule` is its number in the list of business rules, 0 for our own.

    `fixed`: a principle of the product that no office may switch off.
    """

    rule: int
    title: str
    unit: Unit
    source: Source
    fixed: bool = False
    key: str = ""
    default: object = None


def parameter(rule: int, title: str, default: T, unit: Unit, source: Source, *, fixed: bool = False) -> T:
    """A field of a rule set: to the type checker its default value, at run time a field with its description."""
    described: T = field(default=default, metadata={"parameter": Parameter(rule, title, unit, source, fixed)})
    return described
