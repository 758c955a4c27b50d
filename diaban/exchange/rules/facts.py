"""What is known of a commune. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.objections import Objection


class AreaClass(Labelled):
    """Difficulty of the area (khu vực I, II, III), as the State lists it for ethnic minority and mountain areas."""

    NONE = "none", "Không thuộc khu vực I, II, III"
    FIRST = "first", "Khu vực I"
    SECOND = "second", "Khu vực II"
    THIRD = "third", "Khu vực III"


@dataclass(frozen=True, slots=True)
class FactsDraft:
    """What is known on a day; null is not known. Areas in ha, everything else counted."""

    as_of: date
    population: int | None = None
    households: int | None = None
    poor_households: int | None = None
    area_ha: int | None = None
    area_class: AreaClass = AreaClass.NONE
    villages: int | None = None
    party_cells: int | None = None
    party_members: int | None = None
    phone: str = ""
    matters: str = ""
    source: str = ""


def facts_objections(facts: FactsDraft, *, today: date) -> list[Objection]:
    """What cannot be: a day to come, more poor households than households, more households than people."""
    found = []
    if facts.as_of > today:
        found.append(Objection("as_of", f"Ngày {day(facts.as_of)} chưa đến. Hãy chọn ngày của số liệu."))
    if _more(facts.poor_households, facts.households):
        found.append(Objection("poor_households", "Số hộ nghèo không thể nhiều hơn số hộ."))
    if _more(facts.households, facts.population):
        found.append(Objection("households", "Số hộ không thể nhiều hơn dân số."))
    if _more(facts.party_members, facts.population):
        found.append(Objection("party_members", "Số đảng viên không thể nhiều hơn dân số."))
    return found


def _more(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole
