from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diaban.kit.objections import Objection
from diaban.ranking.rules import RankingFacts, later_objections, ranking_objections

FACTS = RankingFacts(
    year=2023, today=date(2024, 1, 20), decided_on=date(2024, 1, 18), differs=False, override_reason=""
)


def test_a_level_as_proposed_needs_no_reason() -> None:
    assert ranking_objections(FACTS) == []
    assert ranking_objections(replace(FACTS, differs=True, override_reason="Có thành tích đột xuất.")) == []


@pytest.mark.parametrize(
    ("changes", "objection"),
    [
        (
            {"differs": True},
            Objection("override_reason", "Mức quyết định khác mức đề xuất thì phải nêu lý do."),
        ),
        ({"decided_on": date(2024, 1, 21)}, Objection("decided_on", "Ngày quyết định 21/01/2024 chưa đến.")),
        (
            {"decided_on": date(2022, 12, 31)},
            Objection("decided_on", "Ngày quyết định phải từ năm 2023 trở đi."),
        ),
    ],
)
def test_what_is_wrong_is_said(changes: dict[str, object], objection: Objection) -> None:
    assert ranking_objections(replace(FACTS, **changes)) == [objection]  # type: ignore[arg-type]  # each case gives what fits


def test_a_later_decision_takes_the_place_of_the_one_in_force() -> None:
    first = date(2024, 1, 18)
    assert later_objections(replaced=False, decided_on=first, first_decided_on=first) == []
    assert later_objections(replaced=True, decided_on=first, first_decided_on=first) == [
        Objection("ranking", "Kết quả này đã được thay bằng quyết định khác.")
    ]
    assert later_objections(replaced=False, decided_on=date(2024, 1, 17), first_decided_on=first) == [
        Objection("decided_on", "Quyết định sau phải từ ngày 18/01/2024 của quyết định trước.")
    ]
