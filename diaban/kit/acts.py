"""One act on a record: a page with one form, and back to the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.kit.forms import RecordForm, acknowledge, act


@dataclass(frozen=True, slots=True)
class Act:
    """The words of an act's page: its title, its button, what is said when it is done, a hint, a question.

    `of` is the address of the record and `all` that of its list (`fieldwork:visit`, `fieldwork:visits`): the page
    leads back to them.
    """

    title: str
    send: str
    done: str
    hint: str = ""
    question: str = ""
    of: str = "fieldwork:visit"
    all: str = ""
    list_title: str = "Chuyến đi"


def act_page(
    request: ActorRequest, record: Any, form: RecordForm, what: Act, work: Callable[[Any, datetime], Any]
) -> HttpResponse:
    """Without a record that the person may act on there is no such page."""
    if record is None:
        raise Http404
    at, back = clock.now(), reverse(what.of, args=[record.pk])
    if form.is_valid():
        done = act(form, lambda: work(record, at))
        if done:
            acknowledge(request, form, done, what.done, at=at)
            return redirect(back)
    context = {"record": record, "form": form, "what": what, "back": back, "list": reverse(what.all or f"{what.of}s")}
    return render(request, "ui/act_page.html", context, status=form.status)
