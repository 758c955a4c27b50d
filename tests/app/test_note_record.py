"""A cadre writes down what is seen in one of the six fields."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.models import SituationNote
from diaban.fieldwork.policies import visible_notes
from diaban.fieldwork.rules import Trend
from diaban.fieldwork.services import note_situation
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.rules import Topic
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def note(world: World, **changes: object) -> SituationNote:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "topic": Topic.PUBLIC_MOOD,
        "trend": Trend.WORSE,
        "text": "Nhân dân lo giá chè xuống.",
        "noted_on": date(2023, 3, 15),
        "by": world.as_lan,
        "at": AT,
    }
    return note_situation(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_a_note_has_its_field_trend_and_quarter() -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    note(world, visit=visit)
    stored = SituationNote.objects.get()
    assert (stored.topic, stored.trend, stored.quarter, stored.year, stored.visit, stored.commune) == (
        Topic.PUBLIC_MOOD,
        Trend.WORSE,
        1,
        2023,
        visit,
        world.pa_co,
    )
    assert make.audited() == ["visit.recorded", "note.recorded"]


def test_a_visit_elsewhere_is_refused() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="Chuyến đi đã chọn không thuộc phân công này") as refused:
        note(world, visit=make.visit(world.at_hang_kia))
    assert refused.value.field == "visit"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"text": ""}, "text"), ({"text": "a" * 1001}, "text"), ({"noted_on": date(2023, 3, 21)}, "noted_on")],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        note(world, **changes)
    assert (refused.value.field, SituationNote.objects.count()) == (field, 0)


def test_sent_twice_is_one_note() -> None:
    world, same = make.world(), uuid7()
    assert note(world, id=same) == note(world, id=same, text="Chữ khác.")
    assert SituationNote.objects.get().text == "Nhân dân lo giá chè xuống."


def test_who_notes_and_who_sees() -> None:
    world = make.world()
    for who in ("son", "pa_co", "noi_vu", "system"):
        with pytest.raises(NotAllowed):
            note(world, by=world.everybody[who])
    note(world)
    assert make.seen_by(world, visible_notes) == {
        "lan",
        "noi_vu",
        "pa_co",
        "district",
        "board",
        "standing",
        "inspector",
    }
