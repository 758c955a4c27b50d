"""The summary of one province-year as one person may see it: sentences with their numbers, cuts and series."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from diaban.assessment.queries import concluded
from diaban.assignments.figures import ALL_COMMUNES, COMMUNES
from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.rules import wording
from diaban.dashboards.rules.sentences import SENTENCES, Sentence, Side, keys, split
from diaban.fieldwork.figures import supports, visits
from diaban.kit.actors import Actor
from diaban.kit.figures import Cut, Figure, Number, Scope, Slice, divide, tally
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: words, or a number that opens its records (`key` names the figure)."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its numbers."""

    side: Side
    key: str
    value: str
    suffix: str
    parts: tuple[Part, ...]
    paper: tuple[Part, ...]
    comparison: str
    trend: str
    arrow: str


@dataclass(frozen=True, slots=True)
class YearSummary:
    """What the page and the document of a year are made from."""

    scope: Scope
    numbers: dict[str, Number]
    before: dict[str, Number]
    """Last year's numbers; empty when the programme did not run."""
    said: tuple[Said, ...]
    support_kinds: list[Slice]
    support_months: list[int]
    visit_months: list[Decimal]


RULES = ("min_field_half_days_per_year", "agency_self_checks_per_year")
"""The parameters that figures are held against."""


def scope_of_year(actor: Actor, *, province: int, year: int, as_of: date) -> Scope:
    """The scope of a year, with the rule set that it is judged by."""
    unit = Unit(pk=province)
    values = rule_values(unit, year)
    rules = tuple((key, getattr(values, key)) for key in RULES)
    return Scope(actor, province, year, as_of, rules, concluded=concluded(unit, year))


def year_before(scope: Scope) -> Scope:
    return scope_of_year(scope.actor, province=scope.province, year=scope.year - 1, as_of=scope.as_of)


def summarise(scope: Scope) -> YearSummary:
    """Read a year. A fixed number of queries, whatever the size of the province."""
    named = [FIGURES[key] for key in keys()]
    numbers = tally(named, scope)
    before = tally(named, year_before(scope))
    before = before if before["chuyen-di"] else {}  # assigned in December is not yet a year to compare with
    return YearSummary(
        scope=scope,
        numbers=numbers,
        before=before,
        said=tuple(_said(one, numbers, before, scope.year) for one in SENTENCES if _is_told(one, scope)),
        support_kinds=divide(supports.TOTAL, cut_of(supports.TOTAL, "hinh-thuc"), scope),
        support_months=[int(value) for value in by_month(supports.TOTAL, scope)],
        visit_months=[Decimal(value) / 2 for value in by_month(visits.FIELD_DAYS, scope)],
    )


def _is_told(sentence: Sentence, scope: Scope) -> bool:
    """A sentence is said to whom all its figures mean something."""
    return all(FIGURES[key].is_told(scope) for key in sentence.figures())


def cut_of(figure: Figure, key: str) -> Cut:
    cut = figure.ledger.cut(key)
    if cut is None:
        raise KeyError(f"{figure.key} cannot be divided by {key}")
    return cut


def by_month(figure: Figure, scope: Scope) -> list[Number]:
    """Twelve numbers, January first; the ledger has a cut «thang»."""
    found = {one.value: one.number for one in divide(figure, cut_of(figure, "thang"), scope)}
    return [found.get(str(month), 0) for month in range(1, 13)]


def communes_by_district(scope: Scope) -> dict[str, tuple[str, int]]:
    """District key → (name, number of communes), in the order of the units' codes."""
    cut = COMMUNES.cuts[0]
    return {one.value: (one.name, int(one.number)) for one in divide(ALL_COMMUNES, cut, scope)}


def _said(sentence: Sentence, numbers: dict[str, Number], before: dict[str, Number], year: int) -> Said:
    lead = FIGURES[sentence.lead]
    value, suffix = wording.in_margin(lead, numbers[lead.key])
    if sentence.of:
        suffix = "/" + wording.in_sentence(FIGURES[sentence.of], numbers[sentence.of])
    return Said(
        side=sentence.side,
        key=sentence.lead,
        value=value,
        suffix=suffix,
        parts=_parts(sentence.text, numbers, paper=False),
        paper=_parts(sentence.paper, numbers, paper=True),
        **_comparison(sentence, numbers, before, year),
    )


def _comparison(sentence: Sentence, numbers: dict[str, Number], before: dict[str, Number], year: int) -> dict[str, str]:
    if not before:
        return {"comparison": "", "trend": "", "arrow": ""}
    now, then = numbers[sentence.lead], before[sentence.lead]
    return {
        "comparison": wording.compared(FIGURES[sentence.lead], now, then, year=year - 1),
        "trend": wording.tone(now, then, sentence.more_is),
        "arrow": "eq" if now == then else "up" if now > then else "dn",
    }


def _parts(template: str, numbers: dict[str, Number], *, paper: bool) -> tuple[Part, ...]:
    write = wording.on_paper if paper else wording.in_sentence
    return tuple(
        Part(text if key is None else write(FIGURES[key], numbers[key]), key or "") for text, key in split(template)
    )
