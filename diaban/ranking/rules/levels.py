"""The four levels in their order, and in short."""

from __future__ import annotations

from diaban.regulations.rules.steps import COMPLETED, EXCELLENT, GOOD, NOT_COMPLETED
from diaban.reporting.rules import CompletionLevel

RANKS: dict[CompletionLevel, int] = {
    CompletionLevel.EXCELLENT: EXCELLENT,
    CompletionLevel.GOOD: GOOD,
    CompletionLevel.COMPLETED: COMPLETED,
    CompletionLevel.NOT_COMPLETED: NOT_COMPLETED,
}
"""More is better."""
LEVELS: dict[int, CompletionLevel] = {rank: level for level, rank in RANKS.items()}
SHORT: dict[CompletionLevel, str] = {
    CompletionLevel.EXCELLENT: "xuất sắc",
    CompletionLevel.GOOD: "tốt",
    CompletionLevel.COMPLETED: "hoàn thành",
    CompletionLevel.NOT_COMPLETED: "không hoàn thành",
}
"""A level within a sentence: “mức tốt”."""
NAMES: dict[str, str] = {level.value: said.capitalize() for level, said in SHORT.items()} | {"": "Chưa xếp mức"}
"""A level that stands alone, by its stored word; no word is not judged."""


def short(level: CompletionLevel | None) -> str:
    return "chưa xếp mức" if level is None else f"mức {SHORT[level]}"
