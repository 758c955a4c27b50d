"""Numbers inside sentences. Each is said many thousand times in a run, so what was said once is kept."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from diaban.kit import formats

MANY = 8192


@lru_cache(MANY)
def count(value: int) -> str:
    return formats.number(value)


@lru_cache(MANY)
def of(done: int, whole: int) -> str:
    """9/10"""
    return formats.ratio(done, whole)


@lru_cache(MANY)
def percent(share: Fraction) -> str:
    """A share of 1: 92,3 %."""
    return formats.percent(_decimal(share))


@lru_cache(MANY)
def points(value: Fraction, decimals: int) -> str:
    """86,5 and 90,0: as many decimals as the total is rounded to."""
    return formats.number(_decimal(value), decimals)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
