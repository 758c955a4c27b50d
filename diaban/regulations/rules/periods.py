"""The periods that a cadre reports on: months, quarters, the half-year, the year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diaban.kit.enums import Labelled

QUARTERS = ("I", "II", "III", "IV")


class ReportKind(Labelled):
    MONTH = "month", "báo cáo tháng"
    QUARTER = "quarter", "báo cáo quý"
    HALF_YEAR = "half_year", "báo cáo 6 tháng"
    YEAR = "year", "báo cáo năm"

    @property
    def times(self) -> range:
        """The numbers of its periods in a year; the half-year and the year have none, written 0."""
        return {ReportKind.MONTH: range(1, 13), ReportKind.QUARTER: range(1, 5)}.get(self, range(1))


@dataclass(frozen=True, slots=True, order=True)
class ReportPeriod:
    """One period of a year. `number`: the month 1-12, the quarter 1-4, 0 for the half-year and the year."""

    kind: ReportKind
    number: int = 0

    @property
    def months(self) -> range:
        """The calendar months that it speaks of."""
        if self.kind is ReportKind.MONTH:
            return range(self.number, self.number + 1)
        if self.kind is ReportKind.QUARTER:
            return range(3 * self.number - 2, 3 * self.number + 1)
        return range(1, 7) if self.kind is ReportKind.HALF_YEAR else range(1, 13)

    @property
    def within_the_year(self) -> bool:
        """Shorter than the half-year: it speaks of its own months, not of the year so far."""
        return self.number > 0

    @property
    def words(self) -> str:
        """Thus: tháng 3; quý II; 6 tháng; năm."""
        if self.kind is ReportKind.MONTH:
            return f"tháng {self.number}"
        if self.kind is ReportKind.QUARTER:
            return f"quý {QUARTERS[self.number - 1]}"
        return "6 tháng" if self.kind is ReportKind.HALF_YEAR else "năm"

    @property
    def label(self) -> str:
        return f"Báo cáo {self.words}"

    def words_in(self, year: int) -> str:
        """Thus: tháng 3/2024; 6 tháng 2024."""
        return f"{self.words}{'/' if self.number else ' '}{year}"

    def in_year(self, year: int) -> str:
        """Thus: Báo cáo tháng 3/2024; Báo cáo 6 tháng 2024."""
        return f"Báo cáo {self.words_in(year)}"

    @property
    def slug(self) -> str:
        """How the period is written in an address."""
        short = {ReportKind.MONTH: "thang", ReportKind.QUARTER: "quy", ReportKind.HALF_YEAR: "6-thang"}
        word = short.get(self.kind, "nam")
        return f"{word}-{self.number}" if self.number else word

    @classmethod
    def of(cls, slug: str) -> ReportPeriod | None:
        return next((one for one in report_periods(ReportKind) if one.slug == slug), None)


def report_periods(kinds: Iterable[ReportKind]) -> list[ReportPeriod]:
    """Every period of a year that is of one of these kinds."""
    return [ReportPeriod(kind, number) for kind in kinds for number in kind.times]
