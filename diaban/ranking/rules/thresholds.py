"""What each level of a ladder's rule asks, in words and with the numbers of the rule set."""

from __future__ import annotations

from functools import lru_cache

from diaban.kit.formats import NBSP
from diaban.ranking.rules.levels import LEVELS, SHORT
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count
from diaban.regulations.rules.steps import COMPLETED, EXCELLENT, GOOD, NOT_COMPLETED, AtLeast, AtMost, Steps

LATE_STEPS = ("excellent_late_max_percent", "good_late_max_percent", "completed_late_max_percent")
ONLY_EXCELLENT = frozenset({"excellent_beyond_percent", "excellent_shortcomings_fixed_percent"})
OF_THE_COMMUNE = "ladder_commune_level"
PERCENT = f"{NBSP}%"
COUNTED = {
    "ladder_programme_days_late": " ngày chậm",
    "ladder_missing_papers": " bản chưa gửi",
    "ladder_empty_quarters": " quý bỏ trống",
    "ladder_help_count": " hỗ trợ, mô hình",
    "ladder_signals": " dấu hiệu",
    "leadership_self_checks": " cuộc họp",
    "leadership_members_disciplined": " trường hợp",
}
"""What the steps of a parameter count, in front of which the number stands; the others are percentages."""


def asked(key: str, book: Rulebook) -> tuple[str, ...]:
    """Thus: xuất sắc từ 100 %; tốt từ 90 %. From the highest level down, as far as a level asks anything."""
    if key in LATE_STEPS:
        return _said(AtMost(*(getattr(book.values, each) for each in LATE_STEPS)), PERCENT)
    value = getattr(book.values, key)
    if key in ONLY_EXCELLENT:
        return _said(AtLeast(value, None, None), PERCENT)
    if not isinstance(value, Steps):
        return ()
    return _of_the_commune(value) if key == OF_THE_COMMUNE else _said(value, COUNTED.get(key, PERCENT))


def next_above(asks: tuple[str, ...], rank: int) -> str:
    """What the level above that rank asks; empty where the rule has no steps."""
    place = EXCELLENT - rank - 1
    return asks[place] if 0 <= place < len(asks) else ""


@lru_cache
def _said(steps: Steps, noun: str) -> tuple[str, ...]:
    found = []
    for rank, step in zip((EXCELLENT, GOOD, COMPLETED), steps.code, strict=True):
        if step is not None and (step or isinstance(steps, AtMost)):
            words = f"{steps.words} {count(step)}" if step else count(step)
            found.append(f"{SHORT[LEVELS[rank]]} {words}{noun}")
    return tuple(found)


@lru_cache
def _of_the_commune(steps: Steps) -> tuple[str, ...]:
    """Its steps are levels themselves; from the lowest on is no demand."""
    ranks = zip((EXCELLENT, GOOD, COMPLETED), steps.code, strict=True)
    return tuple(
        f"{SHORT[LEVELS[rank]]} khi xã nhận xét từ mức {SHORT[LEVELS[step]]}"
        for rank, step in ranks
        if step is not None and step > NOT_COMPLETED
    )
