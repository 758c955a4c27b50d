"""Visits: the list, and one with everything under it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.attachments.queries import attachment_of, attachments_of
from diaban.attachments.responses import file_response
from diaban.documents.exports import list_response
from diaban.fieldwork import policies, services
from diaban.fieldwork.forms.visits import CancelForm, DisputeAnswerForm, DisputeForm
from diaban.fieldwork.listings.visits import VISITS, rows, waiting
from diaban.fieldwork.queries.visits import course_of, days_late, difficulties_of, supports_of, visit_in_view
from diaban.fieldwork.rules import CONFIRMATION_NEXT, Confirmation, VisitState
from diaban.fieldwork.views.saying import tap
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.formats import number
from diaban.kit.listing import open_listing, ticked
from diaban.people.access import actor_required
from diaban.people.policies import READERS

CANCELLING = Act("Không đi", "Ghi không đi", "Đã ghi chuyến đi không thực hiện, có lý do.")
DISPUTE = Act("Không thống nhất", "Gửi ý kiến", "Đã gửi ý kiến của xã.", "Cán bộ theo dõi được trả lời một lần.")
ANSWER = Act("Trả lời ý kiến của xã", "Gửi trả lời", "Đã trả lời ý kiến của xã.", "Chỉ trả lời một lần.")


@require_GET
@actor_required(*READERS)
def visits(request: ActorRequest) -> HttpResponse:
    page = open_listing(VISITS, rows(request.actor), request.GET, today=clock.today())
    return render(request, "fieldwork/visits.html", {"page": page, "made_at": clock.now(), "actor": request.actor})


@require_GET
@actor_required(*READERS)
def visits_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(VISITS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="chuyen-di", title="Chuyến đi cơ sở", at=clock.now())


@require_POST
@actor_required(Role.COMMUNE)
def visits_confirm(request: ActorRequest) -> HttpResponse:
    """The ticked rows, and back to the same list."""
    at, chosen = clock.now(), ticked(waiting(request.actor), request.POST.getlist("chon"))
    return tap(
        request,
        key="xac-nhan-chuyen-di",
        work=lambda: services.confirm_visits(visits=chosen, by=request.actor, at=at),
        said=lambda done: f"Đã xác nhận {number(done)} chuyến đi." if done else "Chưa chọn chuyến đi nào cần xác nhận.",
        back=f"{reverse('fieldwork:visits')}?{request.GET.urlencode()}",
        at=at,
    )


@require_GET
@actor_required(*READERS)
def visit(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, actor = visit_in_view(request.actor, pk), request.actor
    if found is None:
        raise Http404
    planned, done = found.state == VisitState.PLANNED, found.state == VisitState.DONE
    said, may_say = Confirmation(found.confirmation), policies.may_confirm(actor, found) and done
    may_record = policies.may_record(actor, found)
    context = {
        "visit": found,
        "photos": attachments_of(found),
        "supports": supports_of(actor, found),
        "difficulties": difficulties_of(actor, found),
        "course": course_of(found),
        "lateness": days_late(found) if found.late else None,
        "today": clock.today(),
        "can": {
            "make": may_record and planned and found.visited_on <= clock.today(),
            "cancel": may_record and planned,
            "confirm": may_say and Confirmation.CONFIRMED in CONFIRMATION_NEXT[said],
            "dispute": may_say and Confirmation.DISPUTED in CONFIRMATION_NEXT[said],
            "answer": may_record and said is Confirmation.DISPUTED and not found.dispute_answer,
            "confirm_support": policies.may_confirm(actor, found),
        },
    }
    return render(request, "fieldwork/visit.html", context)


@require_GET
@actor_required(*READERS)
def visit_photo(request: ActorRequest, pk: UUID, photo: UUID) -> HttpResponse:
    """With `nho` in the address the small one."""
    found = get_object_or_404(policies.visible_visits(request.actor), pk=pk)
    attachment = attachment_of(found, photo)
    if attachment is None:
        raise Http404
    return file_response(attachment, thumb="nho" in request.GET)


@require_POST
@actor_required(Role.COMMUNE)
def visit_confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = get_object_or_404(policies.visible_visits(request.actor), pk=pk), clock.now()
    return tap(
        request,
        key="xac-nhan-chuyen-di",
        work=lambda: services.confirm_visit(visit=found, by=request.actor, at=at),
        said=lambda done: f"Đã xác nhận chuyến đi ngày {done.visited_on:%d/%m/%Y}.",
        back=reverse("fieldwork:visit", args=[pk]),
        at=at,
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def visit_cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, form = visit_in_view(request.actor, pk), CancelForm(request.POST or None)
    planned = found is not None and found.state == VisitState.PLANNED
    allowed = found is not None and policies.may_record(request.actor, found) and _open(request, planned)
    return act_page(
        request,
        found if allowed else None,
        form,
        CANCELLING,
        lambda one, at: services.cancel_visit(visit=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def visit_dispute(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, form = visit_in_view(request.actor, pk), DisputeForm(request.POST or None)
    allowed = found is not None and policies.may_confirm(request.actor, found) and _open(request, _disputable(found))
    return act_page(
        request,
        found if allowed else None,
        form,
        DISPUTE,
        lambda one, at: services.dispute_visit(visit=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def visit_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, form = visit_in_view(request.actor, pk), DisputeAnswerForm(request.POST or None)
    allowed = found is not None and policies.may_record(request.actor, found) and _open(request, _answerable(found))
    return act_page(
        request,
        found if allowed else None,
        form,
        ANSWER,
        lambda one, at: services.answer_dispute(visit=one, **form.values, by=request.actor, at=at),
    )


def _open(request: ActorRequest, still: bool) -> bool:
    """An act's page is there while the act is; what was written before that ended is refused with its reason."""
    return still or request.method == "POST"


def _disputable(visit: Any) -> bool:
    made = visit.state == VisitState.DONE
    return made and Confirmation.DISPUTED in CONFIRMATION_NEXT[Confirmation(visit.confirmation)]


def _answerable(visit: Any) -> bool:
    return visit.confirmation == Confirmation.DISPUTED and not visit.dispute_answer
