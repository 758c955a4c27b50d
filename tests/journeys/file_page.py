"""A page with fields for files and nothing else of the product: what came over the wire, and what came out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from diaban.attachments.examining import Examined
from diaban.attachments.forms import AttachmentsField, PhotosField
from diaban.config import urls

PAGE = """{% extends "ui/base.html" %}
{% from "ui/components.html" import leaf, field, files, photos, button, error_summary %}
{% block title %}Tệp{% endblock %}
{% block main %}<h1>Tệp</h1>
{% call leaf(title="Ghi chuyến đi", id="ghi") %}
  <form class="pad stack" method="post" enctype="multipart/form-data" novalidate>{{ csrf_input }}
    {{ error_summary(form=form) }}{{ field(field=form.outcome) }}
    {{ photos(field=form.photos) }}{{ files(field=form.minutes, button="Chọn tệp biên bản") }}
    <div class="acts">{{ button(label="Gửi chuyến đi", kind="pri") }}</div></form>
{% endcall %}{% if done %}<p id="xong">Đã gửi {{ done }} tệp.</p>{% endif %}{% endblock %}"""


class PageForm(forms.Form):
    outcome = forms.CharField(label="Kết quả", error_messages={"required": "Chưa ghi kết quả."})
    photos = PhotosField(label="Ảnh")
    minutes = AttachmentsField(label="Biên bản", limit=2)


@dataclass
class Arrivals:
    """Sizes as they were sent, and the files as they would be kept, of the last form that was taken."""

    sent: list[int] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    kept: list[Examined] = field(default_factory=list)


arrivals = Arrivals()


def page(request: HttpRequest) -> HttpResponse:
    form = PageForm(request.POST, request.FILES) if request.method == "POST" else PageForm()
    done = 0
    if form.is_valid():
        uploads: list[Any] = [*request.FILES.getlist("photos"), *request.FILES.getlist("minutes")]
        arrivals.sent = [upload.size for upload in uploads]
        arrivals.raw = [upload.seek(0) or upload.read() for upload in uploads]
        arrivals.kept = [*form.cleaned_data["photos"], *form.cleaned_data["minutes"]]
        done, form = len(uploads), PageForm()
    template = engines["jinja2"].from_string(PAGE)
    shown = template.render({"form": form, "done": done}, request)
    return HttpResponse(shown, status=422 if form.is_bound else 200)


urlpatterns = [path("tep/", page), *urls.urlpatterns]
