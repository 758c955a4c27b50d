"""A value with a step for each level: how far something must go to be excellent, good, completed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Self

EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = 4, 3, 2, 1
"""Levels as ranks: more is better."""


@dataclass(frozen=True)
class Steps:
    """Written [100, 80, 50] in data. None asks nothing of that level; a higher level never asks for less."""

    excellent: int | None
    good: int | None
    completed: int | None
    words: ClassVar[str]

    def __post_init__(self) -> None:
        given = [step for step in self.code if step is not None]
        rising = all(self.is_met(lower, higher, 1) for higher, lower in pairwise(given))
        gaps = [step is None for step in self.code]
        if not rising or gaps != sorted(gaps):
            raise ValueError(f"bậc cao hơn phải đòi hỏi không kém bậc thấp hơn: {self.code}")

    def __str__(self) -> str:
        said = zip(("xuất sắc", "tốt", "hoàn thành"), self.code, strict=True)
        return ", ".join(f"{level} {'không xét' if step is None else f'{self.words} {step}'}" for level, step in said)

    @property
    def code(self) -> list[int | None]:
        return [self.excellent, self.good, self.completed]

    @classmethod
    def of(cls, code: Sequence[object]) -> Self:
        wrong = [step for step in code if step is not None and type(step) is not int]
        if len(code) != 3 or wrong:
            raise ValueError(f"cần ba bậc (xuất sắc, tốt, hoàn thành), mỗi bậc một số nguyên hoặc null: {list(code)}")
        excellent, good, completed = (step if isinstance(step, int) else None for step in code)
        return cls(excellent, good, completed)

    @staticmethod
    def is_met(step: int, value: int, whole: int) -> bool:
        """`value / whole` against the step, in whole numbers."""
        raise NotImplementedError

    def allows(self, value: int | Fraction) -> int:
        """The highest level, as a rank, whose step the value meets."""
        return self._allows(value.numerator, value.denominator)

    def allows_percent(self, share: Fraction) -> int:
        """The same for a share of 1 against steps in percent."""
        return self._allows(share.numerator * 100, share.denominator)

    def _allows(self, value: int, whole: int) -> int:
        for rank, step in ((EXCELLENT, self.excellent), (GOOD, self.good), (COMPLETED, self.completed)):
            if step is None or self.is_met(step, value, whole):
                return rank
        return NOT_COMPLETED


class AtLeast(Steps):
    words = "từ"

    @staticmethod
    def is_met(step: int, value: int, whole: int) -> bool:
        return value >= step * whole


class AtMost(Steps):
    words = "không quá"

    @staticmethod
    def is_met(step: int, value: int, whole: int) -> bool:
        return value <= step * whole
