"""A page with fields for files and nothing else of the product: what came over the wire, and what came out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from diaban.attachments.examining import Examined
from diaban.attachments.forms import AttachmentsField, PhotosField
from diaban.config import urls
from diaban.kit import fields
from diaban.kit.forms import RecordForm

PAGE = """{% extends "ui/base.html" %}
{% from "ui/components.html" import record_form, section, field, files, photos, error_summary %}
{% block title %}Tệp{% endblock %}{% block body_class %}p-visit focus{% endblock %}
{% block main %}<h1>Ghi chuyến đi</h1>{{ error_summary(form=form) }}
{% if done %}<p id="xong">Đã gửi {{ done }} tệp.</p>{% endif %}
{% call record_form(form=form, title="Ghi chuyến đi", csrf=csrf_input, send="Gửi chuyến đi") %}
{% call section(no=1, title="Nội dung", id="s1", bounds=[form.outcome]) %}{{ field(field=form.outcome) }}{% endcall %}
{% call section(no=2, title="Tệp", id="s2", bounds=[form.photos, form.minutes]) %}
{{ photos(field=form.photos) }}{{ files(field=form.minutes, button="Chọn tệp biên bản") }}{% endcall %}
{% endcall %}{% endblock %}"""


class PageForm(RecordForm):
    key = "tep"

    outcome = fields.PassageField(label="Kết quả", noun="kết quả", limit=1000)
    photos = PhotosField(label="Ảnh")
    minutes = AttachmentsField(label="Biên bản", limit=2)


class SealedForm(PageForm):
    sealed = True


@dataclass
class Arrivals:
    """Sizes as they were sent, and the files as they would be kept, of the last form that was taken."""

    sent: list[int] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    kept: list[Examined] = field(default_factory=list)


arrivals = Arrivals()


def page(request: HttpRequest, kind: type[PageForm] = PageForm) -> HttpResponse:
    form = kind(request.POST, files=request.FILES) if request.method == "POST" else kind()
    if form.is_valid():
        uploads: list[Any] = [*request.FILES.getlist("photos"), *request.FILES.getlist("minutes")]
        arrivals.sent = [upload.size for upload in uploads]
        arrivals.raw = [upload.seek(0) or upload.read() for upload in uploads]
        arrivals.kept = [*form.cleaned_data["photos"], *form.cleaned_data["minutes"]]
        return redirect(f"{request.path}?xong={len(uploads)}")
    shown = engines["jinja2"].from_string(PAGE).render({"form": form, "done": request.GET.get("xong")}, request)
    return HttpResponse(shown, status=form.status)


urlpatterns = [path("tep/", page), path("tep/kin/", page, {"kind": SealedForm}), *urls.urlpatterns]
