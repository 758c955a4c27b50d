"""The engine's records of a year, filled from the database: facts only, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.exchange.models import CommuneFacts
from diaban.exchange.rules import AreaClass
from diaban.obligations.rules import AssignmentFacts
from diaban.places.models import Unit
from diaban.ranking.queries import judged, work
from diaban.ranking.queries.agencies import agencies
from diaban.ranking.queries.slices import Slice, grouped, reference
from diaban.ranking.rules import Records
from diaban.ranking.rules.facts import Cadre, Held, Signals
from diaban.ranking.rules.records import FIRST_YEAR, FORMAT

AREAS = {AreaClass.NONE: "khac", AreaClass.FIRST: "I", AreaClass.SECOND: "II", AreaClass.THIRD: "III"}

JUDGED = Assignment.objects.exclude(role=AssignmentRole.SPONSOR)
"""Who follows a commune, and is judged for it."""


def records_of(province: Unit | None, year: int, *, as_of: date) -> Records:
    """Everybody who followed a commune in the year, as known on a day; of all provinces when none is named.

    Nothing on record says which items went beyond what was asked, who heads an agency, who was disciplined or which
    signal a person confirmed: those facts are empty, and the Board weighs them itself.
    """
    part = Slice(province, year, as_of)
    terms = _terms(part)
    last = {cadre: mine[-1] for cadre, mine in terms.items()}
    cadres = _cadres(part, terms, {cadre: row[3] for cadre, row in last.items()})
    return Records(FORMAT, year, cadres, agencies(part, {row[3] for row in last.values()}))


def days_held(province: int | None, *, last: int) -> dict[int, int]:
    """For how many days whoever followed communes longest did so, by year; years without anybody are left out."""
    days = Counter[tuple[UUID, int]]()
    rows = JUDGED.filter(province_id=province).values_list("cadre_id", "starts_on", "ends_on")
    for cadre, starts_on, ends_on in rows:
        term = AssignmentFacts(starts_on, ends_on)
        for year in range(max(FIRST_YEAR, starts_on.year), last + 1):
            days[cadre, year] += term.days_in(year)
    return {year: max(days[key] for key in days if key[1] == year) for year in {year for _, year in +days}}


def _terms(part: Slice) -> dict[UUID, list[Any]]:
    """Assignments by cadre, the latest last: commune, start, end, agency, its group, province, name, id."""
    begun = Q(starts_on__lte=min(part.as_of, date(part.year, 12, 31)))
    lasting = Q(ends_on=None) | Q(ends_on__gt=date(part.year, 1, 1))
    rows = JUDGED.filter(begun, lasting)
    rows = rows.filter(province=part.province) if part.province else rows
    columns = ("cadre_id", "commune_id", "starts_on", "ends_on", "agency_id", "agency__group", "agency__province__code")
    return grouped(rows.order_by("starts_on", "pk").values_list(*columns, "cadre__full_name", "id"))


def _cadres(part: Slice, terms: dict[UUID, list[Any]], agency_of: dict[UUID, UUID]) -> tuple[Cadre, ...]:
    areas = _areas(part)
    programmes, reports, forms = judged.programmes(part), judged.reports(part), judged.forms(part)
    shortcomings, earlier = judged.shortcomings(part), judged.earlier(part)
    visits, items, notes = work.visits(part), work.items(part), work.notes(part)
    difficulties = work.difficulties(part, agency_of)
    support, models = work.support(part), work.models(part)
    return tuple(
        Cadre(
            id=str(id),
            province=mine[-1][5],
            agency=str(mine[-1][3]),
            agency_group=mine[-1][4],
            area_class=areas.get(mine[-1][0]),
            is_head=False,
            assignments=tuple(Held(str(row[0]), row[1], row[2], (reference("phan-cong", row[-1]),)) for row in mine),
            programmes=programmes.get(id, ()),
            reports=reports.get(id, ()),
            visits=visits.get(id, work.NO_VISITS),
            items=items.get(id, work.NO_ITEMS),
            notes=notes.get(id, work.NO_NOTES),
            difficulties=difficulties.get(id, work.NO_DIFFICULTIES),
            support=support.get(id, work.NO_HELP),
            models=models.get(id, work.NO_MODELS),
            forms=forms.get(id, ()),
            shortcomings=shortcomings.get(id, judged.NO_SHORTCOMINGS),
            signals=Signals(0, ()),
            grounds=(),
            earlier=earlier.get(id, ()),
            name=mine[-1][6],
        )
        for id, mine in terms.items()
    )


def _areas(part: Slice) -> dict[int, str]:
    """The area class of each commune, as last entered by the day."""
    rows = CommuneFacts.objects.filter(as_of__lte=part.as_of).order_by("as_of", "recorded_at")
    rows = rows.filter(province=part.province) if part.province else rows
    return {commune: AREAS[AreaClass(area)] for commune, area in rows.values_list("commune_id", "area_class")}
