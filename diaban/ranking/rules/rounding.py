"""Rounding as the rule set states it, once: the total. Parts are shown so that what is shown adds up to it.

Reckoned in whole units, so nothing is lost on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from diaban.regulations.rules.rating import Rounding, RoundingUnit

PER_POINT: dict[RoundingUnit, int] = {unit: Fraction(unit.value).denominator for unit in RoundingUnit}
DECIMALS: dict[RoundingUnit, int] = {
    RoundingUnit.WHOLE: 0,
    RoundingUnit.HALF: 1,
    RoundingUnit.TENTH: 1,
    RoundingUnit.HUNDREDTH: 2,
}


def rounded(value: Fraction, unit: RoundingUnit, mode: Rounding) -> Fraction:
    """`value` is not negative."""
    per_point = PER_POINT[unit]
    units, whole = value.numerator * per_point, value.denominator
    steps = (2 * units + whole) // (2 * whole) if mode is Rounding.HALF_UP else units // whole
    return Fraction(steps, per_point)


def shown_parts(exact: Sequence[Fraction], total: Fraction, unit: RoundingUnit) -> list[Fraction]:
    """The parts in whole units, adding up to the rounded total: the largest remainders are rounded up first.

    Between equal remainders the earlier part goes first. A whole part stays as it is.
    """
    per_point = PER_POINT[unit]
    whole = lcm(*(part.denominator for part in exact))
    units = [divmod(part.numerator * per_point * (whole // part.denominator), whole) for part in exact]
    missing = total.numerator * per_point // total.denominator - sum(floor for floor, _ in units)
    up = sorted(range(len(exact)), key=lambda place: -units[place][1])[:missing]
    return [Fraction(floor + (place in up), per_point) for place, (floor, _) in enumerate(units)]


def decimal_text(value: Fraction, decimals: int) -> str:
    """A number that is whole in units of 10^-decimals, as a decimal with a point: 86.5."""
    scaled = value.numerator * 10**decimals // value.denominator
    digits = str(scaled).rjust(decimals + 1, "0")
    return digits if not decimals else f"{digits[:-decimals]}.{digits[-decimals:]}"
