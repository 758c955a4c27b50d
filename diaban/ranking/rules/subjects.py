"""Who is judged: each with its judgement, the group of the cap and what it is compared by there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from diaban.kit.objections import Objection
from diaban.ranking.rules.agency_facts import Agency
from diaban.ranking.rules.cadre_ladder import beyond_share
from diaban.ranking.rules.cadre_year import CadreYear
from diaban.ranking.rules.checks import cadre_checks, leadership_checks
from diaban.ranking.rules.facts import Cadre
from diaban.ranking.rules.judging import Judgement, judge_cadre, judge_leadership
from diaban.ranking.rules.leadership import leadership_year
from diaban.ranking.rules.records import Records
from diaban.ranking.rules.results import Check, Kind
from diaban.ranking.rules.rulebook import Rulebook
from diaban.regulations.rules.rating import CapGroup, CapOrder

ZERO, NOTHING = Fraction(0), Fraction(-1)
"""In the order of the cap NOTHING is less than any number."""
WHOLE_PROVINCE = "toan-tinh"
"""The code of the group that is the whole province."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One who is judged: what is known, the judgement, and where the cap looks for it."""

    kind: Kind
    facts: Cadre | Agency
    served: int
    judgement: Judgement
    group: str
    keys: tuple[Fraction, ...]
    checks: tuple[Check, ...]


def grouping_objection(records: Records, book: Rulebook) -> Objection | None:
    """What the set groups the cap by must be known of everybody."""
    known = [(f"cadres.{place}", _group_of(cadre, book.values.cap_group)) for place, cadre in enumerate(records.cadres)]
    own = book.values.leadership_cap_group
    known += [(f"agencies.{place}", _group_of(agency, own)) for place, agency in enumerate(records.agencies)]
    for where, group in known:
        if group is None:
            by = book.values.cap_group if where.startswith("cadres") else own
            said = f"bộ quy tắc tính trần theo “{by.label}” nên mục này không được để trống."
            return Objection(f"{where}.{by.value}", said)
    return None


def leaderships(records: Records, years: Mapping[str, CadreYear], book: Rulebook) -> list[Subject]:
    of_agency: dict[str, list[CadreYear]] = defaultdict(list)
    for year in years.values():
        of_agency[year.facts.agency].append(year)
    found = []
    for agency in records.agencies:
        own = of_agency[agency.id]
        judgement = judge_leadership(leadership_year(agency, own, book.values), book)
        checks = tuple(leadership_checks(agency, judgement.rank, records.year, book))
        keys = tuple(_points(judgement) if key is CapOrder.POINTS else NOTHING for key in book.values.cap_order)
        group = _group_of(agency, book.values.leadership_cap_group) or ""
        found.append(Subject(Kind.LEADERSHIP, agency, len(own), judgement, group, keys, checks))
    return found


def cadres(records: Records, years: Mapping[str, CadreYear], book: Rulebook) -> list[Subject]:
    found = []
    for cadre in records.cadres:
        year = years[cadre.id]
        judgement = judge_cadre(year, book)
        checks = tuple(cadre_checks(year, judgement.rank, records.year, book))
        keys = tuple(ORDERS[key](year, judgement) for key in book.values.cap_order)
        group = _group_of(cadre, book.values.cap_group) or ""
        found.append(Subject(Kind.CADRE, cadre, year.days, judgement, group, keys, checks))
    return found


def _group_of(facts: Cadre | Agency, group: CapGroup) -> str | None:
    """The code of the group within the province. An agency has no area, so its group is the whole province."""
    if group is CapGroup.AGENCY_GROUP:
        return facts.agency_group
    if group is CapGroup.AGENCY:
        return facts.agency if isinstance(facts, Cadre) else facts.id
    return facts.area_class if group is CapGroup.AREA_CLASS and isinstance(facts, Cadre) else WHOLE_PROVINCE


def _points(judgement: Judgement) -> Fraction:
    """As they are shown: who cannot be told apart on paper is equal."""
    return Fraction(judgement.points.total) if judgement.points else NOTHING


def _commune_marks(year: CadreYear) -> Fraction:
    """The average of the forms' criteria, Tốt 4 to Kém 1."""
    marks = [form.marks for form in year.facts.forms if form.marks]
    worth = sum(4 * each.good + 3 * each.fair + 2 * each.average + each.poor for each in marks)
    return Fraction(worth, 8 * len(marks)) if marks else NOTHING


ORDERS: dict[CapOrder, Callable[[CadreYear, Judgement], Fraction]] = {
    CapOrder.POINTS: lambda year, judgement: _points(judgement),
    CapOrder.COMMUNE: lambda year, judgement: _commune_marks(year),
    CapOrder.BEYOND: lambda year, judgement: beyond_share(year) or ZERO,
}
