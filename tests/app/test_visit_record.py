"""A cadre records a visit; late entry is marked, never refused."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.models import Visit
from diaban.fieldwork.policies import visible_visits
from diaban.fieldwork.rules import VisitState
from diaban.fieldwork.services import record_visit
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.models import AuditEvent
from diaban.planning.rules import EventKind, Topic
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def record(world: World, **changes: object) -> Visit:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "visited_on": date(2023, 3, 15),
        "event_kind": EventKind.COMMITTEE,
        "outcome": "Làm việc với Đảng ủy xã.",
        "by": world.as_lan,
        "at": AT,
    }
    return record_visit(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_a_visit_keeps_where_whose_and_when() -> None:
    world = make.world()
    record(world, half_days=2, place=" Bản  Chà Đáy ", topics=[Topic.RELATION, Topic.ECONOMY])

    visit = Visit.objects.get()
    assert (visit.province, visit.commune, visit.agency, visit.cadre, visit.year) == (
        world.province,
        world.pa_co,
        world.noi_vu,
        world.lan,
        2023,
    )
    assert (visit.state, visit.visited_on, visit.half_days, visit.place, visit.topics, visit.late) == (
        VisitState.DONE,
        date(2023, 3, 15),
        2,
        "Bản Chà Đáy",
        ["economy", "relation"],
        False,
    )
    event = AuditEvent.objects.get()
    assert (event.action, event.subject, event.by_name, event.at) == (
        "visit.recorded",
        f"fieldwork.visit:{visit.pk}",
        "Hà Thị Lan",
        AT,
    )


@pytest.mark.parametrize(("recorded", "late"), [(date(2023, 3, 25), False), (date(2023, 3, 26), True)])
def test_late_entry_is_marked(recorded: date, late: bool) -> None:
    world = make.world()
    assert record(world, at=at_hanoi(recorded, 23)).late is late


def test_the_day_is_that_of_ha_noi() -> None:
    """At 0:30 in Hà Nội it is still the day before in Greenwich."""
    world = make.world()
    record(world, visited_on=date(2023, 3, 21), at=at_hanoi(date(2023, 3, 21), 0, 30))
    assert Visit.objects.get().visited_on == date(2023, 3, 21)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"visited_on": date(2023, 3, 21)}, "visited_on"),
        ({"visited_on": date(2022, 12, 13)}, "visited_on"),
        ({"at": at_hanoi(date(2024, 1, 31))}, "visited_on"),
        ({"outcome": " "}, "outcome"),
        ({"outcome": "a" * 1001}, "outcome"),
        ({"half_days": 0}, "half_days"),
        ({"place": "a" * 201}, "place"),
    ],
)
def test_what_cannot_be_recorded_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        record(world, **changes)
    assert (refused.value.field, Visit.objects.count(), make.audited()) == (field, 0, [])


def test_the_board_enters_it_in_a_closed_year() -> None:
    world = make.world()
    record(world, by=world.as_board, at=at_hanoi(date(2024, 3, 1)))
    visit = Visit.objects.get()
    assert (visit.cadre, visit.late) == (world.lan, True)


@pytest.mark.parametrize("who", ["son", "noi_vu", "pa_co", "district", "standing", "inspector", "system"])
def test_nobody_else_records_it(who: str) -> None:
    world = make.world()
    with pytest.raises(NotAllowed):
        record(world, by=world.everybody[who])
    assert not Visit.objects.exists()


def test_a_queue_that_sends_twice_makes_one_visit() -> None:
    world, same = make.world(), uuid7()
    first = record(world, id=same)
    again = record(world, id=same, outcome="Chữ khác.")
    assert (again, again.outcome, Visit.objects.count()) == (first, "Làm việc với Đảng ủy xã.", 1)
    assert make.audited() == ["visit.recorded"]


def test_the_id_of_another_cadres_visit_is_refused() -> None:
    world, same = make.world(), uuid7()
    record(world, id=same)
    with pytest.raises(NotAllowed):
        record(world, id=same, assignment=world.at_hang_kia, by=world.as_son)


def test_a_visit_ticks_off_the_item_on_its_first_day() -> None:
    world = make.world()
    item = make.programme(world.at_pa_co).items.get()
    record(world, programme_item=item)
    record(world, programme_item=item, visited_on=date(2023, 3, 18))
    item.refresh_from_db()
    assert item.done_on == date(2023, 3, 15)


def test_an_item_of_another_programme_is_refused() -> None:
    world = make.world()
    item = make.programme(world.at_hang_kia).items.get()
    with pytest.raises(RuleBroken, match="không thuộc phân công này") as refused:
        record(world, programme_item=item)
    assert refused.value.field == "programme_item"


def test_who_sees_a_visit() -> None:
    world = make.world()
    record(world)
    assert make.seen_by(world, visible_visits) == {
        "lan",
        "noi_vu",
        "pa_co",
        "district",
        "board",
        "standing",
        "inspector",
    }
