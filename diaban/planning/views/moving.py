"""A programme goes its way: sent, endorsed, registered, or returned with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.people.access import actor_required
from diaban.planning import policies, services
from diaban.planning.forms.programmes import ReturnForm, SubmissionForm
from diaban.planning.queries import programmes as queries


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def submission(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = _held(request, pk, policies.may_write), clock.now()
    form = SubmissionForm(request.POST or None, today=clock.today())
    if form.is_valid():
        done = act(form, lambda: services.submit_programme(programme=found, **form.values, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, f"Đã gửi chương trình tới {found.agency}.", at=at)
            return redirect("planning:programme", pk=pk)
    owed = queries.standing_in(request.actor, found, clock.today())
    question = f"Gửi tới tập thể lãnh đạo {found.agency}? Sau khi gửi chỉ sửa được khi được trả lại."
    title = "Gửi chương trình"
    context = {"form": form, "programme": found, "title": title, "send": title, "question": question, "owed": owed}
    return render(request, "planning/act.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.AGENCY, Role.BOARD)
def returning(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = _held(request, pk, policies.may_return), clock.now()
    form = ReturnForm(request.POST or None, today=clock.today())
    if form.is_valid():
        done = act(form, lambda: services.return_programme(programme=found, **form.values, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, f"Đã trả lại chương trình cho đồng chí {found.cadre}.", at=at)
            return redirect("planning:programme", pk=pk)
    context = {"form": form, "programme": found, "title": "Trả lại chương trình", "send": "Trả lại", "question": ""}
    return render(request, "planning/act.html", context | {"owed": None}, status=form.status)


@require_POST
@actor_required(Role.AGENCY)
def endorsement(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = _held(request, pk, policies.may_endorse), clock.now()
    form = RecordForm(request.POST)
    if form.is_valid():
        done = act(form, lambda: services.endorse_programme(programme=found, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã thống nhất và chuyển Ban Tổ chức Tỉnh ủy.", at=at)
            return redirect("planning:programme", pk=pk)
    return _refused(request, form, found, "Thống nhất chương trình")


@require_POST
@actor_required(Role.BOARD)
def registration(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = _held(request, pk, policies.may_register), clock.now()
    form = RecordForm(request.POST)
    if form.is_valid():
        done = act(form, lambda: services.register_programme(programme=found, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã đăng ký chương trình.", at=at)
            return redirect("planning:programme", pk=pk)
    return _refused(request, form, found, "Đăng ký chương trình")


def _held(request: ActorRequest, pk: UUID, may: Any) -> Any:
    """The programme that the person may move; whoever may not finds nothing."""
    found = queries.programme_in_view(request.actor, pk)
    if found is None or not may(request.actor, found):
        raise Http404
    return found


def _refused(request: ActorRequest, form: RecordForm, found: Any, title: str) -> HttpResponse:
    context = {"form": form, "programme": found, "title": title, "send": title, "question": "", "owed": None}
    return render(request, "planning/act.html", context, status=form.status)
