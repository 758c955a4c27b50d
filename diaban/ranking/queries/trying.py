"""What a trial shows beside the engine's words: names, the levels decided, the addresses of the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.urls import reverse

from diaban.assignments.models import Assignment
from diaban.kit.actors import Actor
from diaban.people.models import Agency
from diaban.places.models import Unit
from diaban.ranking.policies import visible_rankings
from diaban.ranking.queries.evidence import known
from diaban.ranking.queries.groups import GROUP_NAMES
from diaban.ranking.rules.results import Kind
from diaban.ranking.rules.trying import Tried
from diaban.reporting.rules import CompletionLevel

UNKNOWN = "Chưa rõ"
SHOWN = 12
"""Records of one kind that a row opens by itself; the others are counted."""


@dataclass(frozen=True, slots=True)
class Opens:
    noun: str
    addresses: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page."""

    tried: Tried
    where: str
    href: str
    decided: CompletionLevel | None
    evidence: tuple[Opens, ...]

    @property
    def name(self) -> str:
        return self.tried.change.name


def group_name(code: str) -> str:
    name = GROUP_NAMES.get(code, UNKNOWN)
    return name[:1].upper() + name[1:]


def area_name(code: str) -> str:
    return GROUP_NAMES.get(code, UNKNOWN)


def years_on_record(province: Unit, today_year: int) -> list[int]:
    """Years in which somebody followed a commune, the newest first."""
    first = Assignment.objects.filter(province=province).order_by("starts_on").values_list("starts_on", flat=True)[:1]
    return list(range(today_year, (first[0].year if first else today_year) - 1, -1))


def lines(rows: Iterable[Tried], *, actor: Actor, year: int) -> list[Line]:
    """Names and decided levels in three queries, however many rows."""
    listed = list(rows)
    agencies = dict(Agency.objects.filter(pk__in={row.agency for row in listed}).values_list("pk", "name"))
    followed = {key for row in listed for key in row.communes}
    communes = dict(Unit.objects.filter(pk__in=followed).values_list("pk", "name"))
    own = {row.change.id for row in listed if row.change.kind is Kind.CADRE}
    ranked = visible_rankings(actor).filter(year=year, replaced_on=None, cadre_id__in=own)
    decided = {str(cadre): CompletionLevel(level) for cadre, level in ranked.values_list("cadre_id", "level")}
    agency_of = {str(key): name for key, name in agencies.items()}
    return [
        Line(
            row,
            _where(row, communes, agency_of),
            reverse("desk:cadre" if row.change.kind is Kind.CADRE else "desk:agency", args=[row.change.id]),
            decided.get(row.change.id) if row.change.kind is Kind.CADRE else None,
            tuple(_opened(row.evidence, year)),
        )
        for row in listed
    ]


def _where(row: Tried, communes: Mapping[int, str], agencies: Mapping[str, str]) -> str:
    """Pà Cò, Hang Kia. Sở Nội vụ"""
    if row.change.kind is Kind.LEADERSHIP:
        return "Tập thể lãnh đạo cơ quan"
    return f"{', '.join(communes.get(int(key), key) for key in row.communes)}. {agencies.get(row.agency, '')}"


def _opened(evidence: tuple[str, ...], year: int) -> Iterator[Opens]:
    for kind, records in groupby(known(evidence), key=itemgetter(0)):
        addresses = [kind.in_ledger(key, year) for _, key in records]
        yield Opens(kind.noun, tuple(addresses[:SHOWN]), max(len(addresses) - SHOWN, 0))
