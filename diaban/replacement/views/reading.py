"""Requests read: the list, one request step by step, the decision as a document."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from diaban.documents.exports import list_response, paper_response
from diaban.documents.html import render_html
from diaban.journal.services import note_reading
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.replacement import papers, policies, queries
from diaban.replacement.listings import REQUESTS, rows
from diaban.replacement.rules import SAID_IN, ReplacementState, printable
from diaban.replacement.views.moving import ASKERS, SIDES

DECIDERS = (Role.BOARD, Role.STANDING)


@require_GET
@actor_required(*READERS)
def requests(request: ActorRequest) -> HttpResponse:
    page = open_listing(REQUESTS, rows(request.actor), request.GET, today=clock.today())
    return render(
        request, "replacement/requests.html", {"page": page, "made_at": clock.now(), "asks": request.actor.is_(*ASKERS)}
    )


@require_GET
@actor_required(*READERS)
def requests_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(REQUESTS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="de-nghi-thay-the", title="Đề nghị thay thế cán bộ theo dõi", at=clock.now())


@require_GET
@actor_required(*ASKERS)
def choose(request: ActorRequest) -> HttpResponse:
    """Where another cadre may be asked for: the duties that run now, within the person's scope."""
    duties = queries.duties_running(request.actor, clock.today())
    return render(request, "replacement/choose.html", {"duties": duties})


@require_GET
@actor_required(*READERS)
def of_assignment(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The request that waits on an assignment; where there is none, the page to ask."""
    found = queries.open_of(request.actor, pk)
    if found is not None:
        return redirect("replacement:request", pk=found.pk)
    duty = queries.duty_in_view(request.actor, pk)
    if duty is None or policies.requester_for(request.actor, duty) is None:
        raise Http404
    return redirect("replacement:ask", pk=pk)


@require_GET
@actor_required(*READERS)
def request_page(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, actor = in_view(request, pk), request.actor
    if found.sealed:
        note_reading(record=found, by=actor, at=clock.now())
    said = {side: getattr(found, name) for side, name in SAID_IN.items()}
    asked = found.state == ReplacementState.REQUESTED
    heard = [
        (side.label, said[side], slug if asked and not said[side] and policies.may_be_heard(actor, found, side) else "")
        for slug, side in SIDES.items()
    ]
    context = {
        "one": found,
        "heard": heard,
        "lacking": [label for label, text, _ in heard if not text],
        "can": {
            "verify": policies.may_move(actor, found, ReplacementState.VERIFIED),
            "propose": policies.may_move(actor, found, ReplacementState.PROPOSED),
            "decide": policies.may_move(actor, found, ReplacementState.GRANTED),
            "withdraw": policies.may_move(actor, found, ReplacementState.WITHDRAWN),
            "fill": policies.may_fill(actor, found),
            "print": actor.is_(*DECIDERS) and printable(found.state, found.proposal),
        },
        "handover": queries.handover_of(actor, found),
        "today": clock.today(),
    }
    return render(request, "replacement/request.html", context)


@require_GET
@actor_required(*DECIDERS)
def document(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _printed(request, pk)
    paper = render_html(papers.decision_paper(found, at=clock.now()))
    return render(request, "replacement/document.html", {"one": found, "paper": paper})


@require_GET
@actor_required(*DECIDERS)
def document_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    paper = papers.decision_paper(_printed(request, pk), at=clock.now())
    return paper_response(paper, name="quyet-dinh-thay", form=form)


def in_view(request: ActorRequest, pk: UUID) -> Any:
    """What the person may not see is answered like what is not there."""
    found = queries.request_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found


def _printed(request: ActorRequest, pk: UUID) -> Any:
    found = in_view(request, pk)
    if not printable(found.state, found.proposal):
        raise Http404
    return found
