"""What holds of every year and every rule set."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from diaban.kit.shape_schemas import writer
from diaban.ranking.rules import Rulebook, Verdict, YearRating
from diaban.ranking.rules.canonical import canonical
from diaban.ranking.rules.levels import RANKS
from diaban.ranking.rules.rounding import rounded, shown_parts
from diaban.ranking.rules.weighing import spread
from diaban.regulations.rules import encode
from diaban.regulations.rules.rating import MissingPart, Rounding, RoundingUnit
from diaban.reporting.rules import CompletionLevel
from tests.rating import Json, rated, records, verdict_of
from tests.rating_checker import disagreements
from tests.rating_years import BETTER, BOOKS, bettered, cadres, years

WRITE = writer(YearRating)
CALM = settings(deadline=None)
THOROUGH = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def rank(level: CompletionLevel | None) -> int:
    return RANKS[level] if level else 0


def total(verdict: Verdict) -> Fraction:
    return Fraction(verdict.points.total) if verdict.points else Fraction(0)


def written(raw: Json, book: Rulebook) -> str:
    return canonical(WRITE(rated(raw, book)))


def values_of(book: Rulebook) -> Json:
    return {key: encode(value) for key, value in vars(book.values).items()}


def shuffled(value: Any, random: Random) -> Any:
    """The same facts with every list whose order says nothing in another order; quarters keep theirs."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key], random) for key in keys}
    if isinstance(value, list) and not all(isinstance(each, int) for each in value):
        return random.sample([shuffled(each, random) for each in value], len(value))
    return value


@pytest.mark.parametrize("how", BETTER)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(year=cadres(), book=BOOKS)
def test_better_in_one_thing_never_lowers_the_result(how: str, year: Json, book: Rulebook) -> None:
    better = bettered(year, how)
    assume(better is not None)
    before, after = verdict_of(year, book), verdict_of(better or {}, book)
    assert total(after) >= total(before)
    assert rank(after.level_by_rules) >= rank(before.level_by_rules)


@THOROUGH
@given(year=years(), book=BOOKS, how=st.sampled_from(sorted(BETTER)), chosen=st.randoms(use_true_random=False))
def test_nor_does_it_lower_ones_own_place_at_the_cap(year: Json, book: Rulebook, how: str, chosen: Random) -> None:
    assume(year["cadres"])
    place = chosen.randrange(len(year["cadres"]))
    better = bettered(year["cadres"][place], how)
    assume(better is not None)
    changed = year | {"cadres": [better if index == place else each for index, each in enumerate(year["cadres"])]}
    own = year["cadres"][place]["id"]
    [before], [after] = ([v for v in rated(each, book).verdicts if v.id == own] for each in (year, changed))
    assert rank(after.level_after_cap) >= rank(before.level_after_cap)


@THOROUGH
@given(year=years(), book=BOOKS, random=st.randoms(use_true_random=False))
def test_the_order_of_the_input_is_irrelevant(year: Json, book: Rulebook, random: Random) -> None:
    assert written(shuffled(deepcopy(year), random), book) == written(year, book)


@THOROUGH
@given(year=years(most=25), book=BOOKS)
def test_verdict_words_and_cap_agree(year: Json, book: Rulebook) -> None:
    """Recomputed from what was written by a checker that shares no code: level, points, sentences, cap, open places."""
    assert disagreements(json.loads(written(year, book)), values_of(book)) == []


@THOROUGH
@given(year=years(most=25), book=BOOKS)
def test_the_cap_is_never_exceeded_and_an_open_place_is_always_explained(year: Json, book: Rulebook) -> None:
    rating = rated(year, book)
    for group in rating.groups:
        own = [
            v for v in rating.verdicts if (v.kind, v.province, v.cap.group) == (group.kind, group.province, group.group)
        ]
        excellent = sum(v.level_after_cap is CompletionLevel.EXCELLENT for v in own)
        assert excellent == group.inside <= group.places
        said = [reason for reason in group.reasons if reason.startswith(f"Còn {group.places - excellent} chỗ")]
        assert len(said) == (excellent < group.places)


@THOROUGH
@given(year=years(), book=BOOKS)
def test_warnings_change_nothing_and_name_their_source(year: Json, book: Rulebook) -> None:
    quiet = {"head_not_above_collective": False, "commune_failure_caps_level": False, "extremes_need_reasons": False}
    silent = replace(book, values=replace(book.values, failures_before_standing=99, **quiet))  # type: ignore[arg-type]  # each case gives what fits
    loud, still = rated(year, book), rated(year, silent)
    assert [(v.id, v.level_by_rules, v.level_after_cap) for v in loud.verdicts] == [
        (v.id, v.level_by_rules, v.level_after_cap) for v in still.verdicts
    ]
    for check in (check for verdict in loud.verdicts for check in verdict.checks):
        assert (check.mark == "A") == check.citation.startswith("mặc định của phần mềm")


@CALM
@given(
    parts=st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=8),
    missing=st.sampled_from(MissingPart),
)
def test_spreading_the_weights_keeps_a_hundred(parts: list[tuple[int, bool]], missing: MissingPart) -> None:
    counted = spread(tuple(parts), missing)
    if counted is None:
        assert not any(weight for weight, judged in parts if judged)
    else:
        assert sum(counted) == 100
        kept = [weight for weight, (_, judged) in zip(counted, parts, strict=True) if not judged]
        assert missing is MissingPart.NOTHING or not any(kept)


@CALM
@given(
    parts=st.lists(st.fractions(0, 40, max_denominator=720), min_size=1, max_size=8),
    unit=st.sampled_from(RoundingUnit),
    mode=st.sampled_from(Rounding),
)
def test_what_is_shown_adds_up_to_the_total(parts: list[Fraction], unit: RoundingUnit, mode: Rounding) -> None:
    size, whole = Fraction(unit.value), sum(parts, Fraction(0))
    result = rounded(whole, unit, mode)
    shown = shown_parts(parts, result, unit)
    assert sum(shown) == result
    assert all(abs(one - other) < size for one, other in zip(shown, parts, strict=True))
    assert abs(result - whole) <= (size / 2 if mode is Rounding.HALF_UP else size)
    assert mode is Rounding.HALF_UP or result <= whole


def test_an_empty_year_is_a_result_too() -> None:
    assert rated(records()).verdicts == ()
