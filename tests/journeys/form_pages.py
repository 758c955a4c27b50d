"""Pages with a form like those of the rooms, and a server that remembers what it was sent. No database.

/thu/<who>/ is the form of one account, /thu/<who>/xong/ where it leads; `cham` waits before answering, `mat` never
answers although it has received. /sua/ edits the one record that all devices share.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from diaban.config import urls
from diaban.kit import clock, fields
from diaban.kit.actors import Actor, Role
from diaban.kit.editions import Changed, Saved, moved
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.kit.models import AuditEvent
from diaban.kit.records import came_before
from diaban.kit.rows import Repeat, RowForm

RECEIVED: dict[UUID, list[dict[str, Any]]] = {}
SECONDS: list[int | None] = []


class SupportRow(RowForm):
    content = fields.LineField(label="Nội dung hỗ trợ", limit=50)
    value = fields.VndField(label="Giá trị")


class TrialForm(RecordForm):
    key = "thu"
    repeats: ClassVar[Mapping[str, Repeat]] = {"supports": Repeat(SupportRow, "hoạt động hỗ trợ")}

    visited_on = fields.DayField(label="Ngày đi", widget=fields.DayChoice)
    place = fields.PickField(label="Địa bàn", choices=[("pc", "Pà Cò"), ("hk", "Hang Kia")], widget=forms.RadioSelect)
    outcome = fields.PassageField(label="Kết quả", limit=1000)
    amount = fields.VndField(label="Giá trị quy ra tiền", required=False)


class SealedForm(TrialForm):
    sealed = True


class EditForm(RecordForm):
    key = "sua"

    outcome = fields.PassageField(label="Kết quả", limit=1000)
    amount = fields.VndField(label="Giá trị quy ra tiền")


RECORD: dict[str, Any] = {}
"""What /sua/ edits."""
FORMS: dict[str, type[TrialForm]] = {"kin": SealedForm}

PAGE = """{% extends "ui/base.html" %}
{% from "ui/components.html" import record_form, section, field, repeating, adds, error_summary %}
{% block title %}Thử{% endblock %}{% block body_class %}p-visit focus{% endblock %}
{% block main %}<h1>Ghi chuyến đi</h1>{{ error_summary(form=form) }}
{% call record_form(form=form, title="Ghi chuyến đi", csrf=csrf_input, send="Gửi chuyến đi") %}
{% call section(no=1, title="Nơi đến", id="s1", bounds=[form.visited_on, form.place]) %}
{{ field(field=form.visited_on) }}{{ field(field=form.place, across=true) }}{% endcall %}
{% call section(no=2, title="Nội dung", id="s2", bounds=[form.outcome]) %}{{ field(field=form.outcome) }}
{% call adds(label="Thêm giá trị", bounds=[form.amount]) %}{{ field(field=form.amount) }}{% endcall %}{% endcall %}
{% call section(no=3, title="Hỗ trợ", id="s3", rows=form.rows.supports, optional=true) %}
{% call(row) repeating(rows=form.rows.supports) %}
{{ field(field=row.content) }}{{ field(field=row.value) }}{% endcall %}
{% endcall %}{% endcall %}{% endblock %}"""

EDIT = """{% extends "ui/base.html" %}
{% from "ui/components.html" import record_form, section, field, comparison, error_summary %}
{% block title %}Sửa{% endblock %}
{% block main %}<h1>Sửa chuyến đi</h1>{{ error_summary(form=form) }}
{% if form.comparison %}{{ comparison(form=form, csrf=csrf_input, send="Lưu theo lựa chọn") }}{% else %}
{% call record_form(form=form, title="Sửa", csrf=csrf_input, send="Lưu chuyến đi", about="so-1", saved_at=at) %}
{% call section(no=1, title="Nội dung", id="s1", bounds=[form.outcome, form.amount]) %}
{{ field(field=form.outcome) }}{{ field(field=form.amount) }}{% endcall %}{% endcall %}{% endif %}{% endblock %}"""

DONE = """{% extends "ui/base.html" %}{% block title %}Xong{% endblock %}
{% block main %}<h1>Đã ghi</h1><a href="../">Ghi chuyến khác</a>{% endblock %}"""


def acting(request: HttpRequest, who: str) -> Any:
    """The page of one account; it belongs to no province, so that nothing is counted."""
    account = UUID(int=sum(map(ord, who)))
    request.actor = Actor(account=account, name=who, role=Role.CADRE)  # type: ignore[attr-defined]  # the page stands alone
    return request


def form_page(request: HttpRequest, who: str) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = FORMS.get(who, TrialForm)(posted, today=clock.today())
    if "cham" in request.GET and posted:
        time.sleep(1.5)
    if form.is_valid():
        record = receive(form)
        if "mat" in request.GET:
            return HttpResponse(status=204)
        acknowledge(acting(request, who), form, record, "Đã ghi chuyến đi.", at=clock.now())
        return redirect("thu-xong", who)
    return drawn(PAGE, acting(request, who), form.status, form=form)


def receive(form: TrialForm) -> AuditEvent:
    """The same id twice is one record, as `sent_before` has it."""
    RECEIVED.setdefault(form.id, []).append(form.values)
    SECONDS.append(form.seconds)
    record = AuditEvent()
    record._came_before = len(RECEIVED[form.id]) > 1  # type: ignore[attr-defined]  # the page stands alone
    assert came_before(record) is (len(RECEIVED[form.id]) > 1)
    return record


def edit_page(request: HttpRequest) -> HttpResponse:
    form = EditForm(request.POST if request.method == "POST" else None, initial=dict(RECORD))
    record = act(form, lambda: rewrite(form)) if form.is_valid() else None
    if record:
        acknowledge(acting(request, "lan"), form, record, "Đã lưu.", at=clock.now())
        return redirect("thu-xong", "lan")
    return drawn(EDIT, acting(request, "lan"), form.status, form=form, at=clock.now())


def rewrite(form: EditForm) -> AuditEvent:
    """A service in small."""
    if moved(form.seen, RECORD):
        raise Changed(AuditEvent(), dict(RECORD), Saved(clock.now(), "Bùi Văn Sơn", by_self=False))
    RECORD.update(form.values)
    return AuditEvent()


def done(request: HttpRequest, who: str) -> HttpResponse:
    return drawn(DONE, acting(request, who), 200)


def drawn(source: str, request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    return HttpResponse(engines["jinja2"].from_string(source).render(context, request), status=status)


urlpatterns = [
    path("thu/<str:who>/", form_page, name="thu"),
    path("sua/", edit_page, name="sua"),
    path("thu/<str:who>/xong/", done, name="thu-xong"),
    *urls.urlpatterns,
]
handler404 = urls.handler404
