"""Whether two forms were written one from the other. A question to their writer or reader, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable

from diaban.assessment.rules.doubts import Doubt
from diaban.kit.text import fold

TOGETHER, LEAST, SAME = 3, 25, 0.8
"""Words that are taken together; words below which two texts may well be alike by chance; share of what is common."""


def alike(one: str, other: str) -> bool:
    """Whether most runs of three words stand in both. Accents, case and order of the paragraphs do not matter."""
    return _same(_runs(one), _runs(other))


def _same(mine: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> bool:
    if min(len(mine), len(theirs)) < LEAST - TOGETHER + 1:
        return False
    return len(mine & theirs) >= SAME * len(mine | theirs)


def likeness_doubts(
    text: str, *, year: int, last_year: str = "", others: Iterable[tuple[str, str]] = ()
) -> list[Doubt]:
    """`others` are (commune, text) of the same year: whoever asks must be allowed to read them."""
    found, mine = [], _runs(text)
    if last_year and _same(mine, _runs(last_year)):
        said = f"Lời nhận xét gần như giống phiếu năm {year - 1}. Có đúng với năm {year} không?"
        found.append(Doubt("strengths", said))
    same = [name for name, theirs in others if _same(mine, _runs(theirs))]
    if same:
        more = f" và {len(same) - 3} nơi khác" if len(same) > 3 else ""
        said = f"Lời nhận xét gần như giống phiếu của {', '.join(same[:3])}{more}. Có đúng vậy không?"
        found.append(Doubt("strengths", said))
    return found


def _runs(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return {tuple(words[at : at + TOGETHER]) for at in range(len(words) - TOGETHER + 1)}
