"""At a duty of the sample: what was seen, what was found; and what becomes of a finding."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import acknowledge, act
from diaban.oversight import forms, policies, queries, services
from diaban.oversight.rules import InspectionState
from diaban.people.access import actor_required

AT = {"of": "oversight:sampled", "all": "oversight:inspections", "list_title": "Kiểm tra, giám sát"}
OF = {"of": "oversight:finding", "all": "oversight:findings", "list_title": "Kết luận kiểm tra"}
FINDING = Act(
    "Ghi kết luận", "Ghi kết luận", "Đã ghi kết luận.", "Người liên quan chỉ thấy khi cuộc kiểm tra kết luận.", **AT
)
REPLY = Act("Phản hồi kết luận", "Gửi phản hồi", "Đã gửi phản hồi.", **OF)
REFUSAL = Act("Chưa chấp nhận khắc phục", "Trả lại", "Đã trả lại báo cáo khắc phục.", **OF)
REMEDY = Act("Xác nhận đã khắc phục", "Xác nhận", "Đã xác nhận khắc phục.", **OF)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def checking(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, found = clock.now(), _at_work(request, pk)
    if found is None:
        raise Http404
    form = forms.CheckForm(
        request.POST or None,
        files=request.FILES or None,
        initial=queries.checked(found),
        questions=found.checks.all(),
        today=clock.today(),
    )
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("seen_on", "interviews", "documents")}
        done = act(
            form,
            lambda: services.check_duty(
                sampled=found, answers=form.answers, **given, seen=form.seen, by=request.actor, at=at
            ),
        )
        if done:
            acknowledge(request, form, done, "Đã ghi kết quả kiểm tra.", at=at)
            return redirect("oversight:sampled", pk=pk)
    return render(request, "oversight/check.html", {"form": form, "sampled": found}, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def finding_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.FindingForm(request.POST or None, initial={"found_on": clock.today()}, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        return services.record_finding(sampled=one, **form.values, id=form.id, by=request.actor, at=at)

    return act_page(request, _at_work(request, pk), form, FINDING, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.AGENCY, Role.CADRE)
def reply(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.ReplyForm(request.POST or None, files=request.FILES or None, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        return services.reply_to_finding(finding=one, **form.values, id=form.id, by=request.actor, at=at)

    return act_page(request, _finding(request, pk, policies.may_reply), form, REPLY, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def refusal(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.RefusalForm(request.POST or None, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        return services.refuse_remedy(finding=one, **form.values, by=request.actor, at=at)

    return act_page(request, _finding(request, pk, policies.may_judge), form, REFUSAL, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.INSPECTOR)
def remedy(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.RemedyForm(request.POST or None, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        return services.close_finding(finding=one, **form.values, by=request.actor, at=at)

    return act_page(request, _finding(request, pk, policies.may_judge), form, REMEDY, work)


def _at_work(request: ActorRequest, pk: UUID) -> Any:
    found = queries.sampled_in_view(request.actor, pk)
    if found is None or not policies.may_work(request.actor, found.inspection):
        return None
    return found if found.inspection.state == InspectionState.UNDERWAY else None


def _finding(request: ActorRequest, pk: UUID, may: Any) -> Any:
    found = queries.finding_in_view(request.actor, pk)
    return found if found is not None and may(request.actor, found) else None
