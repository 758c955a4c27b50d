from dataclasses import dataclass
from decimal import Decimal

import pytest

from diaban.dashboards.rules import wording
from diaban.dashboards.rules.sentences import SENTENCES, Side, keys, split


@dataclass(frozen=True)
class Measure:
    is_money: bool = False
    is_half_days: bool = False


COUNT, MONEY, TIME = Measure(), Measure(is_money=True), Measure(is_half_days=True)


@pytest.mark.parametrize(
    ("figure", "value", "shown"),
    [
        (COUNT, 111, ("111", "")),
        (COUNT, 1536, ("1.536", "")),
        (MONEY, 12_463_500_000, ("12,46", " tỷ")),
        (MONEY, 412_500_000, ("412,5", " triệu")),
        (MONEY, 0, ("0\u00a0đồng", "")),
        (TIME, 3073, ("1.536,5", "")),
    ],
)
def test_a_margin_shows_a_number_short_enough_to_read(figure: Measure, value: int, shown: tuple[str, str]) -> None:
    assert wording.in_margin(figure, value) == shown


@pytest.mark.parametrize(
    ("figure", "value", "shown"),
    [(COUNT, 5, "05"), (COUNT, 0, "0"), (COUNT, 10, "10"), (TIME, 9, "4,5"), (COUNT, Decimal("3.5"), "3,5")],
)
def test_a_document_writes_small_counts_with_a_leading_zero(figure: Measure, value: int, shown: str) -> None:
    assert wording.on_paper(figure, value) == shown


@pytest.mark.parametrize(
    ("now", "before", "said", "tone"),
    [
        (111, 100, "tăng 11 so với năm 2022", "better"),
        (90, 100, "giảm 10 so với năm 2022", "worse"),
        (100, 100, "bằng năm 2022", "same"),
    ],
)
def test_a_year_is_compared_with_its_own_past(now: int, before: int, said: str, tone: str) -> None:
    assert wording.compared(COUNT, now, before, year=2022) == said
    assert wording.tone(now, before, "better") == tone


def test_growth_that_says_nothing_has_no_tone() -> None:
    assert wording.tone(2, 1, "") == ""


def test_a_template_splits_into_words_and_figures_and_loses_nothing() -> None:
    assert split("có {can-bo} đồng chí") == [("có ", None), ("", "can-bo"), (" đồng chí", None)]
    for sentence in SENTENCES:
        for template in (sentence.text, sentence.paper):
            assert "".join(text if key is None else f"{{{key}}}" for text, key in split(template)) == template


def test_the_conclusion_has_six_results_and_six_limits_side_by_side() -> None:
    sides = [sentence.side for sentence in SENTENCES]
    assert (sides.count(Side.RESULT), sides.count(Side.LIMIT)) == (6, 6)


def test_a_figure_is_asked_for_once() -> None:
    assert len(keys()) == len(set(keys()))
