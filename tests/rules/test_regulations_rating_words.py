"""How a set judges, in sentences: every rule of the ladders has its own, and each names parameters that exist."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diaban.ranking.rules import Rulebook
from diaban.regulations.rules import PARAMETERS
from diaban.regulations.rules.national import national_sets
from diaban.regulations.rules.rating import CadreRule, LeadershipRule
from diaban.regulations.rules.rating_words import rating_words
from tests.rating_years import shipped


@pytest.mark.parametrize("code", ["", *national_sets()])
def test_every_rule_of_the_ladders_is_said(code: str) -> None:
    values = (shipped(code) if code else Rulebook()).values
    full = replace(values, cadre_ladder=tuple(CadreRule), leadership_ladder=tuple(LeadershipRule))
    for rules in (values, full):
        said = {part.title: part.sentences for part in rating_words(rules)}
        assert len(said["Bậc của cán bộ"]) == len(rules.cadre_ladder)
        assert len(said["Bậc của tập thể"]) == len(rules.leadership_ladder)
        named = {key for lines in said.values() for _, keys in lines for key in keys}
        assert named <= PARAMETERS.keys()
        assert named >= {"leadership_cap_group", *(key for key in PARAMETERS if "weight_" in key)}


def test_the_124_says_that_points_do_not_decide() -> None:
    [points] = [part for part in rating_words(shipped("124-qd-tw-2023").values) if part.title == "Điểm"]
    assert points.sentences[0][0].startswith("Điểm không quyết định mức")
