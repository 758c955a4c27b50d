"""The communes of one province on a day, out of the lists that come with the product."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diaban.assignments.understanding.model import Commune, Match
from diaban.places.rules.kinds import Level
from diaban.places.rules.lists import ListedUnit, former_names, listed_links, listed_units
from diaban.places.rules.matching import MatchState, gazetteer_of, match


class ListedGazetteer:
    """Matching by `places`, kept to one province: a name of another province is never proposed."""

    def __init__(self, province: str, on: date) -> None:
        units = list(_of_province(listed_units(), province))
        codes = {unit.code for unit in units}
        links = (link for link in listed_links() if link.old_code in codes)
        former = (pair for pair in former_names() if pair[0] in codes)
        self._gazetteer = gazetteer_of(units, links, former, on)
        now = [unit for unit in units if unit.covers(on)]
        names = {unit.code: unit.name for unit in now if unit.level is not Level.COMMUNE}
        names.pop(province, None)
        self.districts = tuple(names.values())
        self.province_name = next((unit.name for unit in now if unit.level is Level.PROVINCE), "")
        self.communes = {
            unit.code: Commune(unit.code, unit.name, names.get(unit.parent_code, ""))
            for unit in now
            if unit.level is Level.COMMUNE
        }

    def match(self, ward: str, district: str, province: str) -> Match:
        found = match(self._gazetteer, ward=ward, district=district, province=province or self.province_name)
        candidates = tuple(self.communes[code] for code in found.candidates if code in self.communes)
        unit = self.communes.get(found.code)
        if found.state is MatchState.EXACT and unit and not found.former:
            return Match(unit, note=found.remark)
        if found.state is MatchState.EXACT and unit:
            candidates = (unit,)
        return Match(None, candidates, found.message)

    def commune(self, code: str, province: str) -> Commune | None:
        return self.communes.get(code)


def province_names(on: date) -> dict[str, str]:
    """Code -> name of the provinces of a day."""
    return {unit.code: unit.name for unit in listed_units() if unit.level is Level.PROVINCE and unit.covers(on)}


def _of_province(units: Iterable[ListedUnit], province: str) -> Iterable[ListedUnit]:
    """All versions of the units under a province: codes of districts are reused nowhere, communes hang on either."""
    units = list(units)
    above = {province} | {unit.code for unit in units if unit.level is Level.DISTRICT and unit.parent_code == province}
    root = [unit for unit in units if unit.code == province and unit.level is Level.PROVINCE]
    return [*root, *(unit for unit in units if unit.parent_code in above)]
