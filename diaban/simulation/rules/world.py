"""What the simulation is given and the persons and duties that it makes of it. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from diaban.regulations.rules import RuleValues, WorkingCalendar


@dataclass(frozen=True, slots=True)
class Commune:
    """`id` is the key in the database; `district` is null where there is no district level."""

    id: int
    code: str
    name: str
    district: int | None = None
    district_name: str = ""


@dataclass(frozen=True, slots=True)
class Province:
    id: int
    code: str
    name: str
    communes: tuple[Commune, ...]
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of everything. `helpers` cadres a commune come on top of the one who follows it."""

    helpers: float = 0.0
    visits_a_year: int = 14
    support_vnd_a_commune: int = 67_900_000
    cast: bool = True
    audit: bool = True


PROVINCE = Measure()
NATIONAL = Measure(helpers=3.2, visits_a_year=21, support_vnd_a_commune=68_000_000, cast=False, audit=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """One province over some years, with the rules and the calendar that judge it."""

    province: Province
    first_year: int
    years: int
    seed: int
    rules: RuleValues
    calendar: WorkingCalendar
    measure: Measure = PROVINCE
    decision_symbol: str = "01-QĐ/TU"
    _days: dict[tuple[int, int], tuple[date, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def decided_on(self) -> date:
        return date(self.first_year - 1, 12, 14)

    def working_days(self, year: int, month: int) -> tuple[date, ...]:
        if (year, month) not in self._days:
            whole = [date(year, month, 1) + timedelta(days=offset) for offset in range(31)]
            self._days[year, month] = tuple(d for d in whole if d.month == month and self.calendar.is_working(d))
        return self._days[year, month]


@dataclass(frozen=True, slots=True)
class Agency:
    id: UUID
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Cadre:
    id: UUID
    name: str
    agency: Agency
    title: str


@dataclass(slots=True)
class Duty:
    """A cadre answers for a commune from a day on (`ends_on`: the first day without)."""

    id: UUID
    cadre: Cadre
    commune: Commune
    starts_on: date
    province: int
    ends_on: date | None = None
    role: str = "monitor"
    end_reason: str = ""
    symbol: str = ""

    def scope(self, year: int) -> dict[str, object]:
        """What every record of the year carries of the duty."""
        return {
            "province_id": self.province,
            "commune_id": self.commune.id,
            "agency_id": self.cadre.agency.id,
            "cadre_id": self.cadre.id,
            "year": year,
        }

    def months(self, year: int) -> list[int]:
        """The months of the year that are held to the end."""
        return [
            month
            for month in range(1, 13)
            if self.starts_on <= date(year, month, 1) and (self.ends_on is None or date(year, month, 28) < self.ends_on)
        ]


@dataclass(slots=True)
class Conduct:
    """How a duty is carried out in a year. Delays are in working days, 0 in time, null never sent."""

    programme: int | None = 0
    half_report: int | None = 0
    year_report: int | None = 0
    form: int | None = 0
    pace: str = "steady"
    """"steady", "short" (too few days) or "lumpy" (a quarter without any)."""
    care: float = 0.7
    """0 to 1: how much is noted, raised and followed up."""
    wanted_out: bool = False
    """The commune asks for another cadre."""
    half_days: int = 0
    supports: int = 0
    year_report_id: UUID | None = None


@dataclass(slots=True)
class Year:
    """The duties of one year with their conduct."""

    number: int
    conduct: dict[UUID, Conduct] = field(default_factory=dict)
