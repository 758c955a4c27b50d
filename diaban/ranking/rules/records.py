"""The records of one year: everything that is rated together."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.objections import Objection
from diaban.kit.shapes import about, twice
from diaban.ranking.rules.agency_facts import Agency
from diaban.ranking.rules.facts import Cadre

FORMAT = "diaban.rate.records/1"
FIRST_YEAR = 2015
"""Before it no records are read from a database."""


@dataclass(frozen=True, slots=True)
class OutstandingGroup:
    """A group of the cap, by its code, that was recognised as outstanding and has the higher cap."""

    province: str = about("tỉnh")
    group: str = about("mã nhóm")


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one year, of one province or of several."""

    format: str = about(f"luôn là {FORMAT}")
    year: int = about("năm", least=2000, most=2100)
    cadres: tuple[Cadre, ...] = about("cán bộ theo dõi")
    agencies: tuple[Agency, ...] = about("cơ quan")
    outstanding: tuple[OutstandingGroup, ...] = about("nhóm tính trần có thành tích nổi trội", default=())

    def objection(self) -> Objection | None:
        if self.format != FORMAT:
            return Objection("format", f"tệp phải ghi “{FORMAT}”.")
        return (
            twice("cadres", "id", (cadre.id for cadre in self.cadres), "mã")
            or twice("agencies", "id", (agency.id for agency in self.agencies), "mã")
            or self._strange_agency()
            or self._strange_time()
            or self._strange_past()
        )

    def _strange_agency(self) -> Objection | None:
        """Where agencies are given at all, a cadre's agency is one of them, in the cadre's province."""
        known = {agency.id: agency.province for agency in self.agencies}
        for place, cadre in enumerate(self.cadres):
            if known and known.get(cadre.agency) != cadre.province:
                return Objection(f"cadres.{place}.agency", f"không có cơ quan “{cadre.agency}” của tỉnh này trong tệp.")
        return None

    def _strange_time(self) -> Objection | None:
        for place, cadre in enumerate(self.cadres):
            for index, held in enumerate(cadre.assignments):
                if not held.term.days_in(self.year):
                    said = f"không có ngày nào trong năm {self.year}."
                    return Objection(f"cadres.{place}.assignments.{index}.starts_on", said)
        return None

    def _strange_past(self) -> Objection | None:
        known = [(f"cadres.{place}", cadre.earlier) for place, cadre in enumerate(self.cadres)]
        known += [(f"agencies.{place}", agency.earlier) for place, agency in enumerate(self.agencies)]
        for where, earlier in known:
            years = [each.year for each in earlier]
            if len(set(years)) != len(years) or any(year >= self.year for year in years):
                return Objection(f"{where}.earlier", f"mỗi năm một lần, đều trước năm {self.year}.")
        return None
