"""An inspection is planned, decided, drawn, concluded: each act a page of its own, for those who may."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.oversight import forms, policies, queries, services
from diaban.oversight.queries import choices
from diaban.oversight.rules import InspectionState
from diaban.people.access import actor_required
from diaban.places.queries import unit_by_id

OF = {"of": "oversight:inspection", "all": "oversight:inspections", "list_title": "Kiểm tra, giám sát"}
CANCEL = Act("Không tiến hành", "Ghi không tiến hành", "Đã ghi cuộc kiểm tra không tiến hành.", **OF)
CONCLUDE = Act(
    "Kết luận", "Kết luận", "Đã kết luận; cán bộ, cơ quan liên quan được thông báo.",
    question="Sau khi kết luận, hồ sơ của đoàn đóng lại và người liên quan thấy các kết luận. Kết luận bây giờ?", **OF,
)  # fmt: skip
CLOSE = Act("Kết thúc theo dõi", "Kết thúc", "Đã kết thúc theo dõi.", "Khi mọi kết luận đã khắc phục xong.", **OF)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def new(request: ActorRequest) -> HttpResponse:
    at = clock.now()
    province = unit_by_id(request.actor.province or 0)
    form = forms.PlanForm(request.POST or None, today=clock.today())
    if form.is_valid():
        made = act(
            form,
            lambda: services.plan_inspection(province=province, **form.values, id=form.id, by=request.actor, at=at),
        )
        if made:
            acknowledge(request, form, made, "Đã đưa vào kế hoạch.", at=at)
            return redirect("oversight:inspection", pk=made.pk)
    return render(request, "oversight/plan.html", {"form": form}, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def decision(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, today, province = clock.now(), clock.today(), request.actor.province or 0
    found = _held(request, pk, InspectionState.DECIDED)
    if found is None:
        raise Http404
    form = forms.DecisionForm(
        request.POST or None,
        people=choices.people_offered(province, today),
        agencies=choices.agencies_offered(province, today),
        duties=choices.duties_offered(province, today),
        today=today,
    )
    if form.is_valid():
        given = form.values
        picked = {
            "team": form.members,
            "agency": choices.agency_picked(province, today, given["agency"]),
            "named": choices.duties_picked(province, given.get("named", [])),
        }
        given.pop("leader")
        done = act(
            form,
            lambda: services.decide_inspection(inspection=found, **given | picked, by=request.actor, at=at),
        )
        if done:
            acknowledge(request, form, done, "Đã ghi quyết định, giao đoàn.", at=at)
            return redirect("oversight:inspection", pk=pk)
    return render(request, "oversight/decide.html", {"form": form, "inspection": found}, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def cancellation(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.CancelForm(request.POST or None, today=clock.today())
    found = _held(request, pk, InspectionState.CANCELLED)

    def work(one: Any, at: datetime) -> Any:
        return services.cancel_inspection(inspection=one, **form.values, by=request.actor, at=at)

    return act_page(request, found, form, CANCEL, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def drawing(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, form = clock.now(), forms.DrawForm(request.POST or None, today=clock.today())
    if drawn := _drawn(request, pk):
        return render(request, "oversight/drawn.html", {"inspection": drawn}, status=422 if form.is_bound else 200)
    found = _held(request, pk, InspectionState.UNDERWAY)
    if found is None:
        raise Http404
    if form.is_valid():
        given = form.values
        seed, kinds = given["seed"] or secrets.token_hex(4), given["signal_kinds"]
        done = act(
            form,
            lambda: services.draw_sample(inspection=found, seed=seed, signal_kinds=kinds, by=request.actor, at=at),
        )
        if done:
            acknowledge(request, form, done, "Đã rút mẫu.", at=at)
            return redirect("oversight:inspection", pk=pk)
    context = {"form": form, "inspection": found, "prospect": choices.prospect(found)}
    return render(request, "oversight/draw.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def conclusion(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.ConclusionForm(request.POST or None, today=clock.today())
    found = _held(request, pk, InspectionState.CONCLUDED)

    def work(one: Any, at: datetime) -> Any:
        return services.conclude_inspection(inspection=one, **form.values, by=request.actor, at=at)

    return act_page(request, found, form, CONCLUDE, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def closing(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = RecordForm(request.POST or None)
    found = _held(request, pk, InspectionState.CLOSED)

    def work(one: Any, at: datetime) -> Any:
        return services.close_inspection(inspection=one, by=request.actor, at=at)

    return act_page(request, found, form, CLOSE, work)


def _held(request: ActorRequest, pk: UUID, then: InspectionState) -> Any:
    """The inspection, where the person may take it to that state now; whoever may not finds nothing."""
    found = queries.inspection_in_view(request.actor, pk)
    return found if found and policies.may_move(request.actor, found, then) else None


def _drawn(request: ActorRequest, pk: UUID) -> Any:
    """The inspection whose sample is drawn already, where its papers are open to the person."""
    found = queries.inspection_in_view(request.actor, pk)
    return found if found and found.drawn_at and policies.may_open(request.actor, found) else None
