"""The values of a rule set, typed: what every other room's rules ask. And how they are written in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import Enum
from typing import cast, get_args, get_origin, get_type_hints
from uuid import UUID

from diaban.regulations.rules.duties import (
    AssignmentRules,
    MatterRules,
    ProgrammeRules,
    ReportRules,
    VisitRules,
)
from diaban.regulations.rules.judgement import (
    AgencyCriterion,
    AssessmentRules,
    CustodyRules,
    RankingRules,
    ReplacementRules,
)
from diaban.regulations.rules.parameter import MonthDay, Parameter
from diaban.regulations.rules.periods import ReportPeriod, report_periods
from diaban.regulations.rules.rating import RatingRules
from diaban.regulations.rules.steps import Steps

NO_RULE_SET = "Mặc định của phần mềm"


@dataclass(frozen=True, kw_only=True)
class RuleValues(
    AssignmentRules, ProgrammeRules, VisitRules, ReportRules, MatterRules,
    AssessmentRules, RankingRules, RatingRules, ReplacementRules, CustodyRules,
):  # fmt: skip
    """Every parameter of one rule set; without arguments, the software's own defaults.

    `rule_set` is the key of the set in the database (null: none), `name` is what people call it.
    """

    rule_set: UUID | None = None
    name: str = NO_RULE_SET

    def programme_due(self, year: int) -> date:
        """The yearly programme's day; a cadre assigned later has `programme_days_after_assignment` from then."""
        return self.programme_due_day.in_year(year)

    def programme_opens(self, year: int) -> date:
        """From this day of the year before, the programme of `year` may be handed in."""
        return self.programme_opens_day.in_year(year - 1)

    @property
    def report_periods(self) -> list[ReportPeriod]:
        """What a whole year's assignment reports on."""
        return report_periods(self.report_kinds)

    def report_begins(self, period: ReportPeriod, year: int) -> date:
        """The first day that the report speaks of: the day after the last report of its kind was cut off."""
        if not period.within_the_year:
            return date(year, 1, 1)
        length, first = len(period.months), period.months[0]
        before = ReportPeriod(period.kind, period.number - 1 or 12 // length)
        return self.report_cutoff(before, year if first > length else year - 1) + timedelta(days=1)

    def report_cutoff(self, period: ReportPeriod, year: int) -> date:
        """The last day that the report speaks of."""
        return self._day_of(period, year, "cutoff")

    def report_due(self, period: ReportPeriod, year: int) -> date:
        return self._day_of(period, year, "due")

    def _day_of(self, period: ReportPeriod, year: int, what: str) -> date:
        stated = getattr(self, f"{period.kind.value}_{what}_day")
        return stated.in_year(year) if isinstance(stated, MonthDay) else date(year, period.months[-1], stated)

    def assessment_window(self, year: int) -> tuple[date, date]:
        """First and last day, both included, on which a commune's form is in time."""
        return self.assessment_opens_day.in_year(year), self.assessment_due_day.in_year(year)

    def agency_assessment_due(self, year: int) -> date:
        return self.agency_assessment_due_day.in_year(year)

    def rating_due(self, year: int, *, decided: bool) -> date:
        """By when the Board has drawn up the year's rating, or the Standing Committee has decided on it."""
        return (self.decision_due_day if decided else self.consolidation_due_day).in_year(year)

    def locks_on(self, year: int) -> date:
        """The day on which the year's books close; it lies in the year after."""
        return self.year_locks_day.in_year(year + 1)

    @property
    def weights(self) -> dict[str, int]:
        """The parts of the yearly indicator; they add up to 100."""
        parts = ("programme", "presence", "situation", "support", "reports", "commune")
        return {part: cast("int", getattr(self, f"weight_{part}")) for part in parts}

    @property
    def leadership_weights(self) -> dict[str, int]:
        """The criteria by which an agency's leadership is assessed; they add up to 100."""
        return {part.value: cast("int", getattr(self, f"leadership_weight_{part}")) for part in AgencyCriterion}


PARAMETERS: dict[str, Parameter] = {
    item.name: replace(item.metadata["parameter"], key=item.name, default=item.default)
    for item in fields(RuleValues)
    if "parameter" in item.metadata
}
"""Every parameter by its key, in the order of the rooms that use them."""

TYPES: dict[str, object] = {key: kind for key, kind in get_type_hints(RuleValues).items() if key in PARAMETERS}


def encode(value: object) -> object:
    """A value as JSON."""
    if isinstance(value, MonthDay | Steps):
        return value.code
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return value


def decode(key: str, stored: object) -> object:
    """A value from JSON, in its own type. ValueError when it does not fit: a rule set is never read by half."""
    return _decode(TYPES[key], stored, key)


def build(stored: Mapping[str, object], *, rule_set: UUID | None, name: str) -> RuleValues:
    """The values of a stored rule set; what it leaves out stays at our default. KeyError for an unknown key."""
    unknown = stored.keys() - PARAMETERS.keys()
    if unknown:
        raise KeyError(f"bộ quy tắc có tham số lạ: {', '.join(sorted(unknown))}")
    values: dict[str, object] = {key: decode(key, value) for key, value in stored.items()}
    return replace(RuleValues(rule_set=rule_set, name=name), **values)  # type: ignore[arg-type]  # decode gave each its type


def shown(value: object) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return "; ".join(shown(item) for item in value)
    return str(getattr(value, "label", value))


def _decode(kind: object, stored: object, key: str) -> object:
    if get_origin(kind) is tuple and isinstance(stored, list):
        return tuple(_decode(get_args(kind)[0], item, key) for item in stored)
    if kind is MonthDay and isinstance(stored, str):
        return MonthDay.of(stored)
    if isinstance(kind, type) and issubclass(kind, Steps) and isinstance(stored, list):
        return kind.of(stored)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(stored)
    if kind in {int, bool} and type(stored) is kind:
        return stored
    raise ValueError(f"giá trị không đúng kiểu của tham số “{key}”: {stored!r}")
