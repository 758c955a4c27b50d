"""An agency's leadership records what it did for its cadres."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.models import AgencyAct
from diaban.fieldwork.policies import visible_agency_acts
from diaban.fieldwork.rules import AgencyActKind
from diaban.fieldwork.services import record_agency_act
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def recorded(world: World, **changes: object) -> AgencyAct:
    given: dict[str, object] = {
        "agency": world.noi_vu,
        "kind": AgencyActKind.CHECK,
        "acted_on": date(2023, 3, 10),
        "content": "Nghe đồng chí Lan báo cáo quý I.",
        "by": world.as_noi_vu,
        "at": AT,
    }
    return record_agency_act(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_an_act_is_recorded_once() -> None:
    world, same = make.world(), uuid7()
    assert recorded(world, id=same) == recorded(world, id=same)
    stored = AgencyAct.objects.get()
    assert (stored.agency, stored.province, stored.year, stored.kind) == (
        world.noi_vu,
        world.province,
        2023,
        AgencyActKind.CHECK,
    )
    assert make.audited() == ["agency_act.recorded"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"content": ""}, "content"), ({"acted_on": date(2023, 3, 21)}, "acted_on")],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        recorded(world, **changes)
    assert (refused.value.field, AgencyAct.objects.count()) == (field, 0)


def test_who_records_and_who_sees() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name != "noi_vu":
            with pytest.raises(NotAllowed):
                recorded(world, by=actor)
    recorded(world)
    assert make.seen_by(world, visible_agency_acts) == {"noi_vu", "board", "standing", "inspector"}
