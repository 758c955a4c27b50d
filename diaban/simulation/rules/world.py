"""What the simulation is given and the persons and duties that it makes of it. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.regulations.rules import RuleValues, WorkingCalendar
from diaban.simulation.rules.book import moment


@dataclass(frozen=True, slots=True)
class Commune:
    """`id` is the key in the database; `district` is null where there is no district level."""

    id: int
    code: str
    name: str
    district: int | None = None
    district_name: str = ""

    @property
    def committee(self) -> str:
        """Its Party committee, as inside a sentence: "Đảng ủy xã Pà Cò"."""
        return f"Đảng ủy {self.name[:1].lower()}{self.name[1:]}"


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
    until: date | None = None
    """The last year runs and stands as on the morning of this day; null when every year is over."""
    _days: dict[tuple[int, int], tuple[date, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def decided_on(self) -> date:
        return date(self.first_year - 1, 12, 14)

    def working_days(self, year: int, month: int) -> tuple[date, ...]:
        if (year, month) not in self._days:
            whole = [date(year, month, 1) + timedelta(days=offset) for offset in range(31)]
            self._days[year, month] = tuple(d for d in whole if d.month == month and self.calendar.is_working(d))
        return self._days[year, month]

    def runs(self, year: int) -> bool:
        """Whether the year is not over yet."""
        return self.until is not None and self.until.year == year

    @property
    def today(self) -> date:
        """The day on which the running year stands. There must be one."""
        if self.until is None:
            raise LookupError("no year runs")
        return self.until

    def is_past(self, day: date) -> bool:
        return self.until is None or day < self.until

    def no_later(self, day: date) -> date:
        """The day, or the last one that was lived."""
        return day if self.until is None else min(day, self.until - timedelta(days=1))

    def written_down(self, year: int) -> datetime:
        """When the records of a year are told to be written that tell no moment of their own."""
        return moment(self.no_later(date(year + 1, 1, 31)), 17)

    def lived_days(self, year: int, month: int) -> tuple[date, ...]:
        days = self.working_days(year, month)
        return tuple(filter(self.is_past, days)) if self.runs(year) else days

    def lived_months(self, duty: Duty, year: int) -> list[int]:
        """The months that the duty is held to the end and that have begun."""
        return [month for month in duty.months(year) if self.lived_days(year, month)]

    def share_lived(self, year: int, month: int) -> float:
        """0 to 1: how much of the month is over."""
        return len(self.lived_days(year, month)) / len(self.working_days(year, month))

    def days_before(self, day: date, n: int) -> date:
        """The working day from which n working days lead to `day`."""
        for _ in range(n):
            day = self.calendar.latest_working_day(day - timedelta(days=1))
        return day


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
