"""A cadre's year as the rules ask for it: days held, quarters held, what is required of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from diaban.kit.law import cites
from diaban.obligations.rules import requirements
from diaban.ranking.rules.facts import Cadre
from diaban.ranking.rules.papers import Tally, tally
from diaban.regulations.rules import RuleValues

ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class CadreYear:
    """`quarters` (0 to 3) are those held long enough to be asked about. `part` is the share of the year held."""

    facts: Cadre
    days: int
    part: Fraction
    quarters: tuple[int, ...]
    required_half_days: int
    programmes: Tally
    reports: Tally

    @property
    def empty_quarters(self) -> list[int]:
        return [quarter for quarter in self.quarters if not self.facts.visits.by_quarter[quarter]]

    @property
    def presence(self) -> Fraction | None:
        """Time in the field against the requirement, at most 1."""
        if not self.required_half_days:
            return None
        return min(Fraction(self.facts.visits.half_days, self.required_half_days), Fraction(1))

    @property
    def items_asked(self) -> int:
        return self.facts.items.planned - self.facts.items.excused

    @property
    def fields_noted(self) -> int:
        """Pairs of a field and a quarter held in which something was noted."""
        return sum(bool(noted[quarter]) for noted in self.facts.notes.by_field.all for quarter in self.quarters)

    @property
    def fields_asked(self) -> int:
        return len(self.facts.notes.by_field.all) * len(self.quarters)


@cites("Mặc định của phần mềm (quy tắc 8 đến 10): yêu cầu tối thiểu theo tỷ lệ thời gian theo dõi trong năm")
def cadre_year(cadre: Cadre, *, year: int, rules: RuleValues) -> CadreYear:
    held = _days_by_quarter(cadre, year)
    required = (requirements(each.term, year=year, rules=rules).field_half_days for each in cadre.assignments)
    return CadreYear(
        facts=cadre,
        days=sum(held),
        part=Fraction(sum(held), (date(year + 1, 1, 1) - date(year, 1, 1)).days),
        quarters=tuple(quarter for quarter in range(4) if held[quarter] >= rules.quarter_min_days),
        required_half_days=sum(required),
        programmes=tally(cadre.programmes, rules),
        reports=tally(cadre.reports, rules),
    )


def _days_by_quarter(cadre: Cadre, year: int) -> list[int]:
    """Days on which at least one commune was held."""
    starts = [date(year, 1, 1), date(year, 4, 1), date(year, 7, 1), date(year, 10, 1), date(year + 1, 1, 1)]
    spans = list(_merged(cadre))
    return [
        sum(max((min(end, close) - max(start, open_)).days, 0) for start, end in spans)
        for open_, close in pairwise(starts)
    ]


def _merged(cadre: Cadre) -> Iterator[tuple[date, date]]:
    """The terms as spans that do not overlap, the end of each excluded."""
    start: date | None = None
    end = date.min
    for first, last in sorted((held.starts_on, held.ends_on or date.max) for held in cadre.assignments):
        if start is not None and first > end:
            yield start, end
            start = None
        if start is None:
            start, end = first, last
        end = max(end, last)
    if start is not None:
        yield start, end
