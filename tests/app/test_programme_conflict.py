"""Two devices write one programme: the second is shown both versions and chooses; nothing is overwritten unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.template import engines

from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi
from diaban.kit.editions import Changed, stamp
from diaban.kit.forms import act
from diaban.kit.ids import uuid7
from diaban.planning.forms.programmes import ProgrammeForm
from diaban.planning.models import Programme
from diaban.planning.queries import as_written
from diaban.planning.services import rewrite_programme
from tests import make
from tests.make import AT, World

LATER = at_hanoi(date(2023, 3, 21), 14, 5)


def opened(programme: Programme) -> dict[str, str]:
    """What the page of the form holds when it is opened."""
    held = Programme.objects.get(pk=programme.pk)
    form = ProgrammeForm(initial=as_written(held), year=held.year)
    bounds = [*form, *(bound for row in form.rows["items"] for bound in row)]
    return {bound.html_name: str(bound.value() if bound.value() is not None else "") for bound in bounds}


def sent(programme: Programme, page: dict[str, str], *, by: Actor, at: datetime) -> tuple[ProgrammeForm, Any]:
    """A view in small: the form, and the record when it was saved."""
    data = QueryDict(mutable=True)
    data.update(page)
    held = Programme.objects.get(pk=programme.pk)
    form = ProgrammeForm(data, initial=as_written(held), year=held.year)
    if not form.is_valid():
        return form, None
    rewrite = partial(rewrite_programme, programme=held, seen=form.seen, by=by, at=at, **form.written)
    return form, act(form, rewrite)


@pytest.mark.django_db
def test_what_nobody_else_touched_is_simply_saved() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    form, saved = sent(programme, opened(programme) | {"objectives": "Mới."}, by=world.as_lan, at=AT)
    assert (saved, form.comparison) == (programme, [])
    assert Programme.objects.get().objectives == "Mới."


@pytest.mark.django_db
def test_the_second_device_is_shown_both_and_nothing_is_overwritten() -> None:
    world, programme, phone = two_devices()

    form, saved = sent(programme, phone | {"objectives": "Viết trên điện thoại."}, by=world.as_lan, at=LATER)

    assert (saved, form.status) == (None, 422)
    assert [(one.label, one.mine, one.saved, one.theirs_only) for one in form.comparison] == [
        ("Mục tiêu", ["Viết trên điện thoại."], ["Viết trên máy tính."], False),
        ("Đầu mối phối hợp ở xã", ["—"], ["Văn phòng Đảng ủy xã"], True),
    ]
    assert form.saved
    assert form.saved.when_and_who == "lúc 09:30 ngày 20/03/2023, do chính đồng chí"
    assert Programme.objects.get().objectives == "Viết trên máy tính."
    page = comparison_page(form)
    assert [words in page for words in ("Viết trên điện thoại.", "Viết trên máy tính.", "do chính đồng chí")] == [
        True
    ] * 3
    assert "409" not in page


@pytest.mark.django_db
def test_the_choice_is_saved_field_by_field() -> None:
    world, programme, phone = two_devices()
    form, _ = sent(programme, phone | {"objectives": "Viết trên điện thoại."}, by=world.as_lan, at=LATER)

    chosen = dict(form.carried()) | {"chon:objectives": "mine", "chon:contact": "saved"}
    _, saved = sent(programme, chosen, by=world.as_lan, at=LATER)

    assert saved == programme
    stored = Programme.objects.get()
    assert (stored.objectives, stored.contact, stored.items.count()) == (
        "Viết trên điện thoại.",
        "Văn phòng Đảng ủy xã",
        1,
    )


@pytest.mark.django_db
def test_saved_once_more_while_choosing_is_compared_once_more() -> None:
    world, programme, phone = two_devices()
    form, _ = sent(programme, phone | {"objectives": "Viết trên điện thoại."}, by=world.as_lan, at=LATER)
    sent(programme, opened(programme) | {"objectives": "Lần thứ ba."}, by=world.as_lan, at=LATER)

    again, saved = sent(programme, dict(form.carried()) | {"chon:objectives": "mine"}, by=world.as_lan, at=LATER)

    assert saved is None
    assert (again.comparison[0].mine, again.comparison[0].saved) == (["Viết trên điện thoại."], ["Lần thứ ba."])
    assert Programme.objects.get().objectives == "Lần thứ ba."


@pytest.mark.django_db
def test_the_same_sending_twice_is_no_conflict() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    page = opened(programme) | {"objectives": "Mới."}
    sent(programme, page, by=world.as_lan, at=AT)
    form, saved = sent(programme, page, by=world.as_lan, at=LATER)
    assert (saved, form.comparison) == (programme, [])
    assert make.audited() == ["programme.drafted", "programme.rewritten"]


@pytest.mark.django_db
def test_the_same_sending_twice_with_a_new_item_is_no_conflict() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    row = {"month": "2023-09", "event_kind": "cell", "topic": "relation", "expected_result": "Dự sinh hoạt chi bộ."}
    page = opened(programme) | {f"items-5-{part}": value for part, value in row.items()}
    sent(programme, page, by=world.as_lan, at=AT)
    form, saved = sent(programme, page, by=world.as_lan, at=LATER)
    assert (saved, form.comparison, programme.items.count()) == (programme, [], 2)


@pytest.mark.django_db
def test_the_saved_items_are_chosen_with_their_months() -> None:
    world, programme, phone = two_devices()
    form, _ = sent(programme, phone | {"items-0-month": "2023-11"}, by=world.as_lan, at=LATER)
    _, saved = sent(programme, dict(form.carried()) | {"chon:items": "saved"}, by=world.as_lan, at=LATER)
    assert (saved, programme.items.get().month) == (programme, 3)


@pytest.mark.django_db
def test_an_item_that_another_device_added_is_not_lost() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    phone = opened(programme)
    row = {"month": "2023-09", "event_kind": "cell", "topic": "relation", "expected_result": "Dự sinh hoạt chi bộ."}
    added = {f"items-5-{part}": value for part, value in row.items()}
    sent(programme, opened(programme) | added, by=world.as_lan, at=AT)

    form, saved = sent(programme, phone, by=world.as_lan, at=LATER)

    assert saved is None
    [difference] = form.comparison
    assert (difference.label, len(difference.mine), len(difference.saved), difference.theirs_only) == (
        "Nội dung",
        1,
        2,
        True,
    )
    assert programme.items.count() == 2


@pytest.mark.django_db
def test_a_caller_without_a_form_is_refused_with_a_sentence() -> None:
    world, programme, _ = two_devices()
    first = {"objectives": "Giúp xã giảm nghèo."}
    with pytest.raises(Changed, match=r"^Bản này đã được lưu lúc 09:30 ngày 20/03/2023, do chính đồng chí\."):
        rewrite_programme(
            programme=programme, objectives="M.", items=[make.item()], seen=stamp(first, first), by=world.as_lan, at=AT
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_saved_and_the_other_compared() -> None:
    world = make.world()
    programme = make.programme(world.at_pa_co)
    pages = [opened(programme) | {"objectives": text} for text in ("Một.", "Hai.")]

    def one(page: dict[str, str]) -> bool:
        try:
            return sent(programme, page, by=world.as_lan, at=AT)[1] is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, pages)) == [False, True]


def two_devices() -> tuple[World, Programme, dict[str, str]]:
    """Opened on the phone, then saved on the computer; what the phone still shows."""
    world = make.world()
    programme = make.programme(world.at_pa_co)
    phone = opened(programme) | {"ma": str(uuid7())}
    computer = {"objectives": "Viết trên máy tính.", "contact": "Văn phòng Đảng ủy xã"}
    sent(programme, opened(programme) | computer, by=world.as_lan, at=AT)
    return world, programme, phone


def comparison_page(form: ProgrammeForm) -> str:
    source = '{% from "ui/components.html" import comparison %}{{ comparison(form=form, csrf="", send="Lưu") }}'
    return str(engines["jinja2"].from_string(source).render({"form": form}))
