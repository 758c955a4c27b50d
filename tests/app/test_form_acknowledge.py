"""After a form was taken: what the person and the page are told, and what is counted of it."""

from __future__ import annotations

from datetime import date
from typing import cast
from uuid import UUID

import pytest
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.template import engines
from django.test import RequestFactory

from diaban.fieldwork.models import Visit
from diaban.fieldwork.services import record_visit
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.burden import Use, count_use, uses_of
from diaban.kit.fields import DayField, LabelledField, PassageField
from diaban.kit.forms import AGAIN, RecordForm, acknowledge, act
from diaban.kit.ids import uuid7
from diaban.kit.models import AuditEvent, FormUse
from diaban.planning.rules import EventKind
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db
ON = date(2023, 3, 20)


class VisitForm(RecordForm):
    key = "chuyen-di"
    visited_on = DayField(label="Ngày đi")
    event_kind = LabelledField(EventKind, label="Loại hoạt động")
    outcome = PassageField(label="Kết quả", limit=1000)


def sent(world: World, ma: UUID, *, outcome: str = "Làm việc.", seconds: str = "48") -> tuple[VisitForm, ActorRequest]:
    """A view in small: record, then acknowledge."""
    request = cast("ActorRequest", RequestFactory().post("/"))
    request.actor = world.as_lan
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]  # the middleware does this
    form = VisitForm(QueryDict(f"ma={ma}&giay={seconds}&visited_on=15/3&event_kind=cell&outcome={outcome}"), today=ON)
    assert form.is_valid()
    visit = act(
        form,
        lambda: record_visit(assignment=world.at_pa_co, id=form.id, by=world.as_lan, at=AT, **form.values),
    )
    assert visit
    acknowledge(request, form, visit, "Đã ghi chuyến đi.", at=AT)
    return form, request


def shown(request: ActorRequest) -> str:
    source = '{% from "ui/frame.html" import flash %}{{ flash(messages=messages) }}'
    return str(engines["jinja2"].from_string(source).render({"messages": messages.get_messages(request)}))


def test_the_next_page_carries_the_id_that_the_server_has() -> None:
    ma = uuid7()
    _, request = sent(make.world(), ma)
    page = shown(request)
    assert f'data-received="{ma}">' in page
    assert ("Đã ghi chuyến đi." in page, "forms.js" in page) == (True, True)


def test_a_plain_message_carries_nothing() -> None:
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]  # the middleware does this
    messages.success(request, "Đã lưu.")
    page = shown(cast("ActorRequest", request))
    assert ("data-received" in page, "forms.js" in page) == (False, False)


def test_what_came_twice_is_one_record_one_use_and_is_said() -> None:
    world, ma = make.world(), uuid7()
    sent(world, ma)
    _, request = sent(world, ma, outcome="Chữ khác.")
    assert (Visit.objects.get().outcome, FormUse.objects.count()) == ("Làm việc.", 1)
    page = shown(request)
    assert (AGAIN in page, f'data-received="{ma}" data-again>' in page) == (True, True)


def test_a_use_says_the_form_the_role_and_how_long_and_nothing_of_who() -> None:
    sent(make.world(), uuid7())
    use = FormUse.objects.get()
    assert (use.form, use.role, use.on, use.seconds, use.fields) == ("chuyen-di", "cadre", ON, 48, 3)
    columns = {field.name for field in FormUse._meta.get_fields()}
    assert columns == {"id", "form", "role", "province_id", "on", "seconds", "fields"}
    assert use.id.version == 4
    assert not AuditEvent.objects.filter(subject__contains="formuse").exists()


@pytest.mark.parametrize(("seconds", "kept"), [(None, None), (0, 1), (7200, 7200), (90_000, 7200)])
def test_seconds_are_kept_within_two_hours(seconds: int | None, kept: int | None) -> None:
    count_use(form="a", actor=board(17), on=ON, seconds=seconds, fields=3)
    assert FormUse.objects.get().seconds == kept


@pytest.mark.parametrize("seconds", [0, 7201])
def test_the_database_keeps_no_other_seconds(seconds: int) -> None:
    with pytest.raises(IntegrityError, match="a_form_takes_up_to_two_hours"), transaction.atomic():
        FormUse.objects.create(form="a", role="cadre", province_id=1, on=ON, seconds=seconds, fields=1)


def test_a_year_of_one_province_is_read() -> None:
    count_use(form="a", actor=board(17), on=date(2023, 1, 1), seconds=10, fields=3)
    count_use(form="a", actor=board(17), on=date(2024, 1, 1), seconds=20, fields=3)
    count_use(form="a", actor=board(18), on=date(2023, 12, 31), seconds=30, fields=3)
    assert uses_of(province=17, year=2023) == [Use("a", "board", 10, 3)]


def test_whoever_belongs_to_no_province_is_not_counted() -> None:
    count_use(form="a", actor=make.system(), on=ON, seconds=10, fields=3)
    assert not FormUse.objects.exists()


def board(province: int) -> Actor:
    return Actor(account=None, name="Ban Tổ chức", role=Role.BOARD, province=province)
