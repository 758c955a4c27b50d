"""The official ranking is typed in with its decision; a level other than the proposed one says why."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.ranking.models import QualityRanking
from diaban.ranking.policies import visible_rankings
from diaban.ranking.services import record_ranking, replace_ranking
from diaban.reporting.rules import CompletionLevel
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2024, 1, 20))


def ranked(world: World, **changes: object) -> QualityRanking:
    given: dict[str, object] = {
        "cadre": world.lan,
        "agency": world.noi_vu,
        "year": 2023,
        "proposed_level": CompletionLevel.GOOD,
        "level": CompletionLevel.GOOD,
        "decision_symbol": "20-QĐ/TU",
        "decided_on": date(2024, 1, 18),
        "by": world.as_board,
        "at": AT,
    }
    return record_ranking(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_a_level_is_recorded_once() -> None:
    world, same = make.world(), uuid7()
    assert ranked(world, id=same) == ranked(world, id=same)
    stored = QualityRanking.objects.get()
    assert (stored.cadre, stored.level, stored.decision_symbol) == (world.lan, CompletionLevel.GOOD, "20-QĐ/TU")
    with pytest.raises(RuleBroken, match="Hà Thị Lan đã có kết quả xếp loại năm 2023"):
        ranked(world)
    assert make.audited() == ["ranking.recorded"]


def test_another_level_says_why() -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        ranked(world, level=CompletionLevel.EXCELLENT)
    assert (refused.value.field, QualityRanking.objects.count()) == ("override_reason", 0)
    ranked(world, level=CompletionLevel.EXCELLENT, override_reason="Cứu dân trong lũ.")
    assert QualityRanking.objects.get().override_reason == "Cứu dân trong lũ."


def test_a_later_decision_is_another_version() -> None:
    world = make.world()
    first = ranked(world)

    def replaced(**changes: object) -> QualityRanking:
        given: dict[str, object] = {
            "ranking": first,
            "level": CompletionLevel.COMPLETED,
            "decision_symbol": "33-QĐ/TU",
            "decided_on": date(2024, 1, 19),
            "override_reason": "Có đơn thư được xác minh là đúng.",
            "by": world.as_standing,
            "at": AT,
        }
        return replace_ranking(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits

    with pytest.raises(RuleBroken, match="của quyết định trước") as refused:
        replaced(decided_on=date(2024, 1, 17))
    assert refused.value.field == "decided_on"
    with pytest.raises(NotAllowed):
        replaced(by=world.as_noi_vu)
    same = uuid7()
    assert replaced(id=same) == replaced(id=same)
    versions = QualityRanking.objects.order_by("version").values_list("version", "level", "replaced_on")
    assert list(versions) == [(1, "good", date(2024, 1, 19)), (2, "completed", None)]
    with pytest.raises(RuleBroken, match="đã được thay bằng quyết định khác"):
        replaced()


def test_who_records_and_who_sees() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name not in {"board", "standing"}:
            with pytest.raises(NotAllowed):
                ranked(world, by=actor)
    ranked(world)
    assert make.seen_by(world, visible_rankings) == {"lan", "noi_vu", "board", "standing", "inspector"}
