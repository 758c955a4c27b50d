"""From parts to a total: weights, what happens to a part that cannot be judged, rounding, thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from diaban.kit.law import cites
from diaban.ranking.rules.levels import LEVELS, short
from diaban.ranking.rules.results import Part, Points
from diaban.ranking.rules.rounding import DECIMALS, decimal_text, rounded, shown_parts
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count
from diaban.ranking.rules.saying import points as said_points
from diaban.regulations.rules.rating import MissingPart
from diaban.regulations.rules.steps import AtLeast

ZERO = Fraction(0)
WHOLE = 100
THRESHOLDS = ("excellent_from", "good_from", "completed_from")


@dataclass(frozen=True, slots=True)
class Filled:
    """How full a part is, from 0 to 1, and the numbers behind it. `share` null: nothing to judge, and `said` why.

    `lacking` names the half that could not be judged while the other could.
    """

    share: Fraction | None
    said: str
    evidence: tuple[str, ...]
    lacking: tuple[str, ...] = ()


class Half(NamedTuple):
    """One of the two things that a part looks at. `share` null: nothing to judge."""

    title: str
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A part with its weight; `key` is the parameter that states the weight."""

    part: str
    title: str
    weight: int
    key: str
    filled: Filled


@cites("Mặc định của phần mềm (quy tắc 34): phần không có căn cứ thì trọng số chia cho các phần còn lại")
def weigh(parts: Sequence[Weighed], book: Rulebook) -> Points | None:
    """Null when no part with a weight can be judged."""
    judged = tuple((each.weight, each.filled.share is not None) for each in parts)
    counted = spread(judged, book.values.missing_part)
    if counted is None:
        return None
    exact = [weight * (each.filled.share or ZERO) for weight, each in zip(counted, parts, strict=True)]
    unit, sum_ = book.values.points_unit, sum(exact, ZERO)
    total = rounded(sum_, unit, book.values.points_rounding)
    shown = shown_parts(exact, total, unit)
    listed = [_part(*each, book) for each in zip(parts, counted, exact, shown, strict=True)]
    return _points(sum_, total, tuple(listed), book)


@lru_cache(1024)
def spread(parts: tuple[tuple[int, bool], ...], missing: MissingPart) -> tuple[Fraction, ...] | None:
    """The weights that count, adding up to 100. Each part is its weight and whether it can be judged."""
    present = sum(weight for weight, judged in parts if judged)
    base = present if missing is MissingPart.SPREAD else sum(weight for weight, _ in parts)
    if not present:
        return None
    stays = [judged or missing is MissingPart.NOTHING for _, judged in parts]
    counted = (Fraction(weight * WHOLE, base) if stay else ZERO for (weight, _), stay in zip(parts, stays, strict=True))
    return tuple(counted)


def blend(percent: int, one: Half, other: Half, missing: MissingPart) -> tuple[Fraction | None, tuple[str, ...]]:
    """Two halves of a part, the first worth `percent` of it; and which half cannot be judged when the other can.

    Such a half follows the rule for parts.
    """
    halves = ((percent, one), (WHOLE - percent, other))
    weights = spread(tuple((weight, half.share is not None) for weight, half in halves), missing)
    if weights is None:
        return None, ()
    share = (weights[0] * (one.share or ZERO) + weights[1] * (other.share or ZERO)) / WHOLE
    return share, tuple(half.title for weight, half in halves if half.share is None and weight)


def _part(weighed: Weighed, counted: Fraction, exact: Fraction, shown: Fraction, book: Rulebook) -> Part:
    source = book.source(weighed.key)
    return Part(
        part=weighed.part,
        title=weighed.title,
        weight=weighed.weight,
        counted=counted,
        share=weighed.filled.share,
        exact=exact,
        points=decimal_text(shown, DECIMALS[book.values.points_unit]),
        said=weighed.filled.said,
        lacking=weighed.filled.lacking,
        mark=source.mark,
        citation=source.citation,
        evidence=weighed.filled.evidence,
    )


def _points(exact: Fraction, total: Fraction, parts: tuple[Part, ...], book: Rulebook) -> Points:
    """The source is that of the threshold next above, which was not reached; at the top, of the one that was."""
    steps = AtLeast(*(getattr(book.values, key) for key in THRESHOLDS))
    rank = steps.allows(total)
    source = book.source(THRESHOLDS[max(3 - rank, 0)])
    decimals = DECIMALS[book.values.points_unit]
    return Points(
        exact=exact,
        total=decimal_text(total, decimals),
        level=LEVELS[rank],
        said=f"{said_points(total, decimals)}/100 điểm, {_range(rank, steps)}: {short(LEVELS[rank])}",
        mark=source.mark,
        citation=source.citation,
        parts=parts,
    )


def _range(rank: int, steps: AtLeast) -> str:
    bounds = [WHOLE, *(step or 0 for step in steps.code), 0]
    upper, lower = bounds[4 - rank], bounds[5 - rank]
    if rank == 4:
        return f"từ {count(lower)}"
    return f"dưới {count(upper)}" if rank == 1 else f"từ {count(lower)} đến dưới {count(upper)}"
