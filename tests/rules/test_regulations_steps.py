"""Steps of a level, and what the values of a set must be together."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diaban.regulations.rules import PARAMETERS, AtLeast, AtMost, RuleValues, decode, encode
from diaban.regulations.rules.consistency import inconsistencies
from diaban.regulations.rules.rating import CapOrder, Judging

RULES = RuleValues()


@pytest.mark.parametrize(("value", "rank"), [(101, 4), (100, 4), (99, 3), (80, 3), (79, 2), (50, 2), (49, 1), (0, 1)])
def test_at_least(value: int, rank: int) -> None:
    assert AtLeast(100, 80, 50).allows(value) == rank


@pytest.mark.parametrize(("value", "rank"), [(0, 4), (1, 3), (5, 3), (6, 2), (20, 2), (21, 1)])
def test_at_most(value: int, rank: int) -> None:
    assert AtMost(0, 5, 20).allows(value) == rank


def test_a_step_of_null_asks_nothing_of_its_level() -> None:
    assert AtMost(0, None, None).allows(10**6) == 3
    assert AtLeast(1, 0, None).allows(0) == 3


def test_a_share_is_compared_exactly() -> None:
    """Two thirds are less than 67 % and no less than 66 %."""
    assert AtLeast(67, 66, 0).allows_percent(Fraction(2, 3)) == 3
    assert AtMost(66, 67, 100).allows_percent(Fraction(2, 3)) == 3


@pytest.mark.parametrize(
    "wrong", [[50, 80, 100], [None, 80, 50], [1, None, 0], [1, 2], [1, 0, True], [1.0, 0, 0], "100"]
)
def test_steps_that_make_no_sense_are_refused(wrong: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- each case has its own words
        decode("ladder_presence_percent", wrong)


@settings(deadline=None)
@given(steps=st.lists(st.integers(0, 100), min_size=3, max_size=3), one=st.integers(0, 100), other=st.integers(0, 100))
def test_more_is_never_less(steps: list[int], one: int, other: int) -> None:
    least, most = AtLeast.of(sorted(steps, reverse=True)), AtMost.of(sorted(steps))
    low, high = sorted((one, other))
    assert least.allows(low) <= least.allows(high)
    assert most.allows(low) >= most.allows(high)
    assert decode("ladder_presence_percent", encode(least)) == least


def test_steps_are_shown_in_words() -> None:
    assert str(AtLeast(100, 80, 50)) == "xuất sắc từ 100, tốt từ 80, hoàn thành từ 50"
    assert str(AtMost(0, 5, None)) == "xuất sắc không quá 0, tốt không quá 5, hoàn thành không xét"


def test_the_softwares_own_defaults_agree_with_each_other() -> None:
    assert inconsistencies(RULES) == []
    assert sum(RULES.leadership_weights.values()) == 100


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"weight_support": 19}, "weight_programme"),
        ({"leadership_weight_time": 21}, "leadership_weight_programme"),
        ({"good_from": 90}, "good_from"),
        ({"good_late_max_percent": 30}, "good_late_max_percent"),
        ({"commune_good_percent": 40}, "commune_good_percent"),
        ({"off_late_percent": 10}, "off_late_percent"),
        ({"excellent_cap_percent": 101}, "excellent_cap_percent"),
        ({"full_helps_per_year": 0}, "full_helps_per_year"),
        ({"cadre_ladder": ()}, "cadre_ladder"),
        ({"judging": Judging.POINTS, "agency_criteria": ()}, "agency_criteria"),
        ({"cap_order": ()}, "cap_order"),
        ({"cap_order": (CapOrder.POINTS, CapOrder.POINTS)}, "cap_order"),
    ],
)
def test_values_that_contradict_each_other_are_named(changes: dict[str, object], key: str) -> None:
    found = inconsistencies(replace(RULES, **changes))  # type: ignore[arg-type]  # each case gives what fits
    assert [objection.field for objection in found] == [key]
    assert key in PARAMETERS
