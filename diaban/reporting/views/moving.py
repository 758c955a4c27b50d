"""A report goes its way: sent, endorsed, received, or returned with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import RecordForm
from diaban.people.access import actor_required
from diaban.reporting import policies, services
from diaban.reporting.forms import ReturnForm, SendForm
from diaban.reporting.queries import facts_of
from diaban.reporting.queries.reports import report_in_view
from diaban.reporting.rules import sending_objections

OF = {"of": "reporting:report", "list_title": "Báo cáo"}
SENDING = Act(
    "Gửi báo cáo", "Gửi cơ quan", "Đã gửi báo cáo tới tập thể lãnh đạo cơ quan.",
    question="Gửi tới tập thể lãnh đạo cơ quan? Số liệu chốt lúc gửi; sau khi gửi chỉ sửa được khi bị trả lại.", **OF,
)  # fmt: skip
ENDORSING = Act("Thống nhất báo cáo", "Thống nhất", "Đã thống nhất và chuyển Ban Tổ chức Tỉnh ủy.", **OF)
RECEIVING = Act("Nhận báo cáo", "Nhận", "Đã nhận báo cáo.", **OF)
RETURNING = Act("Trả lại báo cáo", "Trả lại", "Đã trả lại báo cáo.", **OF)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def submission(request: ActorRequest, pk: UUID) -> HttpResponse:
    """While something is lacking there is nothing to press: the report's page says what."""
    found, form = _held(request, pk, policies.may_write), SendForm(request.POST or None, today=clock.today())
    if found and not form.is_bound and sending_objections(facts_of(found, at=clock.now())):
        return redirect("reporting:report", pk=pk)
    return act_page(
        request,
        found,
        form,
        SENDING,
        lambda one, at: services.submit_report(report=one, by=request.actor, at=at),
    )


@require_POST
@actor_required(Role.AGENCY)
def endorsement(request: ActorRequest, pk: UUID) -> HttpResponse:
    return act_page(
        request,
        _held(request, pk, policies.may_endorse),
        RecordForm(request.POST),
        ENDORSING,
        lambda one, at: services.endorse_report(report=one, by=request.actor, at=at),
    )


@require_POST
@actor_required(Role.BOARD)
def receipt(request: ActorRequest, pk: UUID) -> HttpResponse:
    return act_page(
        request,
        _held(request, pk, policies.may_receive),
        RecordForm(request.POST),
        RECEIVING,
        lambda one, at: services.receive_report(report=one, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.AGENCY, Role.BOARD)
def returning(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = ReturnForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_return),
        form,
        RETURNING,
        lambda one, at: services.return_report(report=one, **form.values, by=request.actor, at=at),
    )


def _held(request: ActorRequest, pk: UUID, may: Callable[[Actor, Any], bool]) -> Any:
    """The report that the person may move; whoever may not finds nothing."""
    found = report_in_view(request.actor, pk)
    return found if found and may(request.actor, found) else None
