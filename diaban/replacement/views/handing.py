"""The minutes of handing over: read, written beside the records, signed by both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.documents.exports import list_response, paper_response
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.replacement import forms, papers, policies, queries, services
from diaban.replacement.listings import HANDOVERS
from diaban.replacement.listings import papers as listed

OF = {"of": "replacement:handover", "list_title": "Bàn giao"}
WRITING = Act(
    "Lập biên bản bàn giao", "Lưu biên bản", "Đã lưu biên bản bàn giao.",
    hint="Khó khăn còn mở và cam kết chưa xong lấy từ sổ ghi mỗi lần lưu.", **OF,
)  # fmt: skip
SIGNING = Act(
    "Ký biên bản bàn giao", "Ký", "Đã ký biên bản bàn giao.", question="Ký biên bản? Sau khi ký không sửa được.", **OF
)  # fmt: skip


@require_GET
@actor_required(*READERS)
def handovers(request: ActorRequest) -> HttpResponse:
    page = open_listing(HANDOVERS, listed(request.actor), request.GET, today=clock.today())
    return render(request, "replacement/handovers.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*READERS)
def handovers_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(HANDOVERS, listed(request.actor), request.GET, today=clock.today())
    return list_response(page, name="ban-giao", title="Biên bản bàn giao địa bàn", at=clock.now())


@require_GET
@actor_required(*READERS)
def handover(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, actor = _in_view(request, pk), request.actor
    unsigned = not found.given_at and not found.taken_at
    difficulties, commitments = queries.to_hand_over(found)
    context = {
        "paper": found,
        "difficulties": difficulties,
        "commitments": commitments,
        "one": found.request,
        "writes": unsigned and policies.may_write_handover(actor, found.request),
        "signs": bool(found.situation)
        and found.request.new_assignment_id is not None
        and policies.may_sign(actor, found),
        "today": clock.today(),
    }
    return render(request, "replacement/handover.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.AGENCY, Role.BOARD)
def write(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = queries.handover_in_view(request.actor, pk)
    held = found if found and policies.may_write_handover(request.actor, found.request) else None
    first = {"situation": held.situation, "contacts": held.contacts} if held else {}
    form = forms.HandoverForm(request.POST or None, initial=first, today=clock.today())
    return act_page(
        request,
        held,
        form,
        WRITING,
        lambda one, at: services.write_handover(handover=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.AGENCY)
def sign(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, actor = queries.handover_in_view(request.actor, pk), request.actor
    held = found if found and found.situation and policies.may_sign(actor, found) else None
    form = forms.SignForm(request.POST or None, today=clock.today())
    return act_page(request, held, form, SIGNING, lambda one, at: services.sign_handover(handover=one, by=actor, at=at))


@require_GET
@actor_required(*READERS)
def handover_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    paper = papers.handover_paper(_in_view(request, pk), at=clock.now())
    return paper_response(paper, name="bien-ban-ban-giao", form=form)


def _in_view(request: ActorRequest, pk: UUID) -> Any:
    found = queries.handover_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found
