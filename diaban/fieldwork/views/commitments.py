"""What cadres promised communes: the list, one promise, and what came of it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.documents.exports import list_response
from diaban.fieldwork import policies, services
from diaban.fieldwork.forms.commitments import CommitmentForm
from diaban.fieldwork.listings.commitments import listing, rows
from diaban.fieldwork.queries.supports import commitment_in_view
from diaban.fieldwork.queries.visits import course_of
from diaban.fieldwork.rules import COMMITMENT_NEXT, CommitmentState
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS

RESULT = Act(
    "Kết quả thực hiện cam kết",
    "Ghi kết quả",
    "Đã ghi kết quả thực hiện cam kết.",
    of="fieldwork:commitment",
    list_title="Cam kết với xã",
)


@require_GET
@actor_required(*READERS)
def commitments(request: ActorRequest) -> HttpResponse:
    page = open_listing(listing(clock.today()), rows(request.actor), request.GET, today=clock.today())
    return render(request, "fieldwork/commitments.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*READERS)
def commitments_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(listing(clock.today()), rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="cam-ket", title="Cam kết với xã", at=clock.now())


@require_GET
@actor_required(*READERS)
def commitment(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, today = commitment_in_view(request.actor, pk), clock.today()
    if found is None:
        raise Http404
    state = CommitmentState(found.state)
    context = {
        "commitment": found,
        "course": course_of(found),
        "over": (today - found.due_on).days if state is CommitmentState.OPEN and found.due_on < today else 0,
        "may_end": policies.may_record(request.actor, found) and bool(COMMITMENT_NEXT[state]),
        "today": today,
    }
    return render(request, "fieldwork/commitment.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def commitment_result(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = commitment_in_view(request.actor, pk)
    allowed = found is not None and policies.may_record(request.actor, found)
    next_ = COMMITMENT_NEXT[CommitmentState(found.state)] if found else frozenset()
    states = [state for state in CommitmentState if state in next_]
    form = CommitmentForm(request.POST or None, states=states)
    return act_page(
        request,
        found if allowed and states else None,
        form,
        RESULT,
        lambda one, at: services.end_commitment(commitment=one, **form.values, by=request.actor, at=at),
    )
