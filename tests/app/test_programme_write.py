"""A cadre writes the programme of a year, and later revises it."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.services import complete_visit, plan_visit, record_visit
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.models import Programme, ProgrammeItem
from diaban.planning.rules import EventKind, ProgrammeState
from diaban.planning.services import (
    draft_programme,
    register_programme,
    return_programme,
    revise_programme,
    rewrite_programme,
)
from diaban.planning.services import endorse_programme as endorse
from diaban.planning.services import submit_programme as submit
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def draft(world: World, **changes: object) -> Programme:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "year": 2023,
        "objectives": "Giúp xã giảm nghèo.",
        "items": [make.item(), make.item(month=9)],
        "by": world.as_lan,
        "at": AT,
    }
    return draft_programme(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def registered(world: World) -> Programme:
    programme = draft(world)
    submit(programme=programme, by=world.as_lan, at=AT)
    endorse(programme=programme, by=world.as_noi_vu, at=AT)
    return register_programme(programme=programme, by=world.as_board, at=AT)


def test_a_draft_copies_whose_it_is_and_its_items() -> None:
    world = make.world()
    programme = draft(world, objectives="  Giúp xã\n\n giảm nghèo. ")

    stored = Programme.objects.get()
    assert stored == programme
    assert (stored.province, stored.commune, stored.agency, stored.cadre) == (
        world.province,
        world.pa_co,
        world.noi_vu,
        world.lan,
    )
    assert (stored.year, stored.version, stored.state, stored.submitted_at) == (2023, 1, ProgrammeState.DRAFT, None)
    assert stored.objectives == "Giúp xã\n\ngiảm nghèo."
    assert list(stored.items.order_by("month").values_list("month", "done_on")) == [(3, None), (9, None)]
    assert make.audited() == ["programme.drafted"]


@pytest.mark.parametrize("who", ["son", "noi_vu", "pa_co", "district", "board", "standing", "inspector", "system"])
def test_nobody_else_writes_it(who: str) -> None:
    world = make.world()
    with pytest.raises(NotAllowed):
        draft(world, by=world.everybody[who])
    assert not Programme.objects.exists()


def test_the_same_id_twice_is_one_programme() -> None:
    world, same = make.world(), uuid7()
    first = draft(world, id=same)
    again = draft(world, id=same, objectives="Chữ khác.")
    assert (again, again.objectives) == (first, "Giúp xã giảm nghèo.")
    assert make.audited() == ["programme.drafted"]


def test_the_id_of_somebody_elses_programme_is_refused() -> None:
    world, same = make.world(), uuid7()
    draft(world, id=same)
    with pytest.raises(NotAllowed, match="đã dùng cho một hồ sơ khác"):
        draft(world, id=same, assignment=world.at_hang_kia, by=world.as_son)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"objectives": " "}, "objectives", "Chưa có mục tiêu. Hãy nhập mục tiêu rồi gửi lại."),
        ({"items": [make.item(month=13)]}, "items", "Nội dung thứ 1: tháng phải từ 1 đến 12."),
        ({"year": 2021}, "year", "Năm 2021 nằm ngoài thời gian phân công. Hãy chọn năm khác."),
        ({"at": at_hanoi(date(2024, 1, 31))}, "year", "Năm 2023 đã khóa sổ từ 31/01/2024."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(changes: dict[str, object], field: str, sentence: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        draft(world, **changes)
    assert refused.value.field == field
    assert str(refused.value).startswith(sentence)
    assert (Programme.objects.count(), ProgrammeItem.objects.count(), make.audited()) == (0, 0, [])


def test_a_year_has_one_programme() -> None:
    world = make.world()
    draft(world)
    with pytest.raises(RuleBroken, match="Năm 2023 đã có chương trình"):
        draft(world)


def test_a_draft_is_written_anew() -> None:
    world = make.world()
    programme = draft(world)
    rewrite_programme(programme=programme, objectives="Mới.", items=[make.item(month=6)], by=world.as_lan, at=AT)
    assert Programme.objects.get().objectives == "Mới."
    assert list(ProgrammeItem.objects.values_list("month", flat=True)) == [6]


def test_what_was_sent_stays_as_it_was() -> None:
    world = make.world()
    programme = submit(programme=draft(world), by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="“Đã gửi cơ quan” nên không sửa được"):
        rewrite_programme(programme=programme, objectives="Mới.", items=[make.item()], by=world.as_lan, at=AT)
    assert ProgrammeItem.objects.count() == 2


def test_a_revision_replaces_and_keeps_what_was_done() -> None:
    world = make.world()
    first = registered(world)
    first.items.filter(month=3).update(done_on=date(2023, 3, 15))

    items = [make.item(), make.item(month=11)]
    second = revise_programme(programme=first, objectives="Mới.", items=items, by=world.as_lan, at=AT)

    first.refresh_from_db()
    assert (first.state, first.objectives, first.items.count()) == (ProgrammeState.REPLACED, "Giúp xã giảm nghèo.", 2)
    assert (second.state, second.version, second.submitted_at) == (ProgrammeState.SUBMITTED, 2, AT)
    assert list(second.items.order_by("month").values_list("month", "done_on")) == [(3, date(2023, 3, 15)), (11, None)]


def test_a_revision_with_an_error_leaves_the_registered_one_in_force() -> None:
    world = make.world()
    first = registered(world)
    with pytest.raises(RuleBroken, match="chưa có nội dung nào"):
        revise_programme(programme=first, objectives="Mới.", items=[], by=world.as_lan, at=AT)
    first.refresh_from_db()
    assert (first.state, Programme.objects.count()) == (ProgrammeState.REGISTERED, 1)


def test_only_a_registered_programme_is_revised() -> None:
    world = make.world()
    with pytest.raises(RuleBroken, match="“Đang soạn” nên không chuyển sang bước “Đã có bản sửa đổi”"):
        revise_programme(programme=draft(world), objectives="M.", items=[make.item()], by=world.as_lan, at=AT)


def returned_after_a_visit(world: World) -> Programme:
    programme = draft(world)
    submit(programme=programme, by=world.as_lan, at=AT)
    record_visit(
        assignment=world.at_pa_co,
        visited_on=date(2023, 3, 15),
        event_kind=EventKind.COMMITTEE,
        outcome="Làm việc với Đảng ủy xã.",
        programme_item=programme.items.get(month=3),
        by=world.as_lan,
        at=AT,
    )
    return return_programme(programme=programme, reason="Bổ sung nội dung quý IV.", by=world.as_noi_vu, at=AT)


def test_a_returned_programme_keeps_what_was_done_when_it_is_mended() -> None:
    world = make.world()
    programme = returned_after_a_visit(world)

    rewrite_programme(
        programme=programme,
        objectives="Giúp xã giảm nghèo.",
        items=[make.item(), make.item(month=11)],
        by=world.as_lan,
        at=AT,
    )

    stored = programme.items.order_by("month").values_list("month", "done_on")
    assert list(stored) == [(3, date(2023, 3, 15)), (11, None)]


def test_an_item_that_was_visited_is_not_dropped_and_the_refusal_says_so() -> None:
    world = make.world()
    programme = returned_after_a_visit(world)

    with pytest.raises(RuleBroken, match="Có nội dung đã gắn với chuyến đi"):
        rewrite_programme(
            programme=programme, objectives="Chữ khác.", items=[make.item(month=11)], by=world.as_lan, at=AT
        )

    assert sorted(programme.items.values_list("month", flat=True)) == [3, 9]


def test_a_revised_item_goes_on_though_its_words_change() -> None:
    world = make.world()
    programme = registered(world)
    old = programme.items.all()[0]
    planned = plan_visit(
        assignment=world.at_pa_co, visited_on=date(2023, 3, 20), event_kind=EventKind.COMMITTEE, programme_item=old,
        by=world.as_lan, at=AT,
    )  # fmt: skip
    reworded = make.item(month=4, expected_result="Nghe báo cáo, thăm nương chè.", origin=old.origin)
    revision = revise_programme(programme=programme, objectives="Như cũ.", items=[reworded], by=world.as_lan, at=AT)

    complete_visit(visit=planned, outcome="Đã nghe.", by=world.as_lan, at=AT)

    new = revision.items.get()
    assert (new.origin, new.month, new.done_on) == (old.origin, 4, date(2023, 3, 20))


def test_an_item_of_a_draft_is_written_over_in_place() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    (old,) = programme.items.all()
    drafts = [make.item(month=9, origin=old.origin, coordinator="Sở Công Thương"), make.item(month=2)]

    rewrite_programme(programme=programme, objectives="Như cũ.", items=drafts, by=world.as_lan, at=AT)

    kept, fresh = programme.items.order_by("-month")
    assert (kept.pk, kept.coordinator, fresh.month) == (old.pk, "Sở Công Thương", 2)


def test_an_origin_of_somebody_elses_programme_begins_a_new_item() -> None:
    world = make.world()
    foreign = make.programme(world.at_hang_kia).items.get()
    programme = make.programme(world.at_pa_co)

    rewrite_programme(
        programme=programme, objectives="Như cũ.", items=[make.item(month=7, origin=foreign.origin)],
        by=world.as_lan, at=AT,
    )  # fmt: skip

    assert programme.items.get().origin != foreign.origin
