"""The ladder: each rule allows up to a level, and the lowest of them holds. What is judged lies with the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from diaban.kit.enums import Labelled
from diaban.ranking.rules.facts import Shortcomings
from diaban.ranking.rules.levels import LEVELS
from diaban.ranking.rules.papers import evidence_of
from diaban.ranking.rules.results import Rung
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import of
from diaban.ranking.rules.thresholds import asked
from diaban.regulations.rules.steps import EXCELLENT, GOOD, NOT_COMPLETED, Steps


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule finds: `rank` up to which it allows, null: nothing to judge; `key` states its steps."""

    key: str
    rank: int | None
    said: str
    evidence: tuple[str, ...]


def stepped(book: Rulebook, key: str, value: int | None, said: str, evidence: tuple[str, ...]) -> Found:
    """A value against the steps that the parameter `key` states."""
    steps: Steps = getattr(book.values, key)
    return Found(key, None if value is None else steps.allows(value), said, evidence)


def percent_stepped(book: Rulebook, key: str, share: Fraction | None, said: str, evidence: tuple[str, ...]) -> Found:
    steps: Steps = getattr(book.values, key)
    return Found(key, None if share is None else steps.allows_percent(share), said, evidence)


def excellent_only(book: Rulebook, key: str, share: Fraction | None, said: str, evidence: tuple[str, ...]) -> Found:
    """A least percentage that only the highest level asks for."""
    least: int = getattr(book.values, key)
    rank = None if share is None else EXCELLENT if share * 100 >= least else GOOD
    return Found(key, rank, said, evidence)


def grounds(book: Rulebook, named: Sequence[tuple[Labelled, tuple[str, ...]]]) -> Found:
    """The cases that make a year not completed; one that the rule set does not list is named and does not limit."""
    failing = {ground for ground, _ in named} & set(book.values.failing_grounds)
    words = {ground.label if ground in failing else f"{ground.label} (bộ quy tắc không xét)" for ground, _ in named}
    evidence = evidence_of(*(references for _, references in named))
    return Found(
        "failing_grounds", NOT_COMPLETED if failing else EXCELLENT, "; ".join(sorted(words)) or "không có", evidence
    )


def shortcomings_found(facts: Shortcomings, book: Rulebook) -> Found:
    """Whether last year's shortcomings were put right, which only the highest level asks for."""
    share = Fraction(facts.fixed, facts.named) if facts.named else None
    said = f"{of(facts.fixed, facts.named)} hạn chế đã khắc phục" if facts.named else "năm trước không có hạn chế nào"
    return excellent_only(book, "excellent_shortcomings_fixed_percent", share, said, evidence_of(facts.evidence))


def climb(found: Sequence[tuple[Labelled, Found]], book: Rulebook) -> tuple[int | None, tuple[Rung, ...]]:
    """The rank up to which all rules allow (null when none judged anything) and the ladder with the lowest marked."""
    ranks = [each.rank for _, each in found if each.rank is not None]
    lowest = min(ranks, default=None)
    limit = lowest if lowest != EXCELLENT else None
    return lowest, tuple(_rung(rule, each, limit, book) for rule, each in found)


def _rung(rule: Labelled, found: Found, limit: int | None, book: Rulebook) -> Rung:
    source = book.source(found.key)
    return Rung(
        rule=rule.value,
        title=rule.label,
        said=found.said,
        allows=None if found.rank is None else LEVELS[found.rank],
        limits=found.rank is not None and found.rank == limit,
        mark=source.mark,
        citation=source.citation,
        evidence=found.evidence,
        asks=asked(found.key, book),
    )
