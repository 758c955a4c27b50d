"""The engine: a year's records and a rule set in, verdicts and groups out. Same input, same output, in any order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from diaban.ranking.rules.cadre_year import cadre_year
from diaban.ranking.rules.cap import HIGHER, OWN, Contender, cap
from diaban.ranking.rules.checks import beyond_cap, head_above_collective
from diaban.ranking.rules.facts import Cadre
from diaban.ranking.rules.levels import LEVELS, short
from diaban.ranking.rules.records import Records
from diaban.ranking.rules.results import FORMAT, CapPlace, CapStanding, Kind, RuleSetUsed, Verdict, YearRating
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count
from diaban.ranking.rules.subjects import Subject, cadres, leaderships
from diaban.regulations.rules.steps import GOOD
from diaban.reporting.rules import CompletionLevel

OUT = frozenset({CapStanding.OUTSIDE, CapStanding.TIED})


def rate(records: Records, book: Rulebook) -> YearRating:
    """Everybody must have what the set groups the cap by: `subjects.grouping_objection`."""
    years = {cadre.id: cadre_year(cadre, year=records.year, rules=book.values) for cadre in records.cadres}
    subjects = [*cadres(records, years, book), *leaderships(records, years, book)]
    higher = frozenset((group.province, group.group) for group in records.outstanding)
    capped = cap((_contender(each) for each in subjects if each.judgement.rank is not None), higher, book)
    collectives: dict[str, CompletionLevel | None] = {}
    verdicts = []
    for subject in sorted(subjects, key=lambda each: (each.kind.place, each.facts.province, each.facts.id)):
        place = capped.places.get((subject.kind, subject.facts.id))
        key = HIGHER if (subject.facts.province, subject.group) in higher else OWN
        verdict = _verdict(subject, place or CapPlace(subject.group, CapStanding.NONE, None, 0), key, book)
        if subject.kind is Kind.LEADERSHIP:
            collectives[verdict.id] = verdict.level_after_cap
        verdicts.append(_beside_the_collective(verdict, subject, collectives, book))
    return YearRating(FORMAT, records.year, RuleSetUsed(book.code, book.name), capped.groups, tuple(verdicts))


def _contender(subject: Subject) -> Contender:
    rank = subject.judgement.rank or 0
    return Contender(subject.kind, subject.facts.id, subject.facts.province, subject.group, rank, subject.keys)


def _verdict(subject: Subject, place: CapPlace, key: str, book: Rulebook) -> Verdict:
    """`key` is the parameter that states the cap of the group."""
    facts, judgement = subject.facts, subject.judgement
    level = None if judgement.rank is None else LEVELS[judgement.rank]
    return Verdict(
        kind=subject.kind,
        id=facts.id,
        name=facts.name,
        province=facts.province,
        served=subject.served,
        level_by_rules=level,
        level_after_cap=LEVELS[GOOD] if place.standing in OUT else level,
        limited_by=("cap",) if place.standing in OUT else judgement.limited_by,
        reasons=(*judgement.reasons, *_of_cap(subject.kind, place, book)),
        ladder=judgement.ladder,
        points=judgement.points,
        checks=(*subject.checks, *beyond_cap(place.standing, key, book)),
        cap=place,
    )


def _of_cap(kind: Kind, place: CapPlace, book: Rulebook) -> list[str]:
    if place.standing is CapStanding.NONE:
        return []
    order = ", rồi ".join(key.label for key in book.values.cap_order)
    equals = f", cùng {count(place.equals)} {kind.noun} khác" if place.equals else ""
    said = f"Trần xuất sắc: thứ {place.place} trong nhóm theo {order}{equals}; {place.standing.label}"
    return [f"{said}; đề xuất {short(LEVELS[GOOD])}." if place.standing in OUT else f"{said}."]


def _beside_the_collective(
    verdict: Verdict, subject: Subject, collectives: Mapping[str, CompletionLevel | None], book: Rulebook
) -> Verdict:
    """The head of an agency beside its leadership, both after the cap."""
    if not isinstance(subject.facts, Cadre) or not subject.facts.is_head:
        return verdict
    found = head_above_collective(verdict.level_after_cap, collectives.get(subject.facts.agency), book)
    return replace(verdict, checks=(*verdict.checks, *found))
