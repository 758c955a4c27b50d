"""Programmes read: the list, one programme with its course, two versions word by word, the document."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from diaban.documents.exports import list_response, paper_response
from diaban.documents.html import render_html
from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.kit.forms import RecordForm
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.people.queries import post_on
from diaban.planning import papers, policies
from diaban.planning.listings import PROGRAMMES, rows
from diaban.planning.queries import programmes as queries
from diaban.planning.rules import NEXT, ProgrammeState, check


@require_GET
@actor_required(*READERS)
def programmes(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    context = {
        "page": open_listing(PROGRAMMES, rows(request.actor), request.GET, today=today),
        "made_at": clock.now(),
        "actor": request.actor,
        "missing": queries.missing(request.actor, today.year, today),
        "begin": queries.to_begin(request.actor, today),
        "year": today.year,
    }
    return render(request, "planning/programmes.html", context)


@require_GET
@actor_required(*READERS)
def programmes_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(PROGRAMMES, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="chuong-trinh", title="Chương trình theo dõi", at=clock.now())


@require_GET
@actor_required(*READERS)
def of_assignment(request: ActorRequest, pk: UUID, year: int) -> HttpResponse:
    """The programme of a duty and a year; for its cadre, where there is none, the page to write it."""
    duty = queries.duty_in_view(request.actor, pk)
    if duty is None:
        raise Http404
    found = queries.programme_of(request.actor, pk, year)
    if found is not None:
        return redirect("planning:programme", pk=found.pk)
    if not policies.may_write(request.actor, duty):
        raise Http404
    return redirect("planning:new", assignment=pk, year=year)


@require_GET
@actor_required(*READERS)
def programme(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, today = request.actor, clock.today()
    found = queries.programme_in_view(actor, pk)
    if found is None:
        raise Http404
    state = ProgrammeState(found.state)
    can = {
        "edit": policies.may_write(actor, found) and state in {ProgrammeState.DRAFT, ProgrammeState.RETURNED},
        "submit": policies.may_write(actor, found) and ProgrammeState.SUBMITTED in NEXT[state],
        "revise": policies.may_write(actor, found) and ProgrammeState.REPLACED in NEXT[state],
        "endorse": policies.may_endorse(actor, found) and ProgrammeState.ENDORSED in NEXT[state],
        "register": policies.may_register(actor, found) and ProgrammeState.REGISTERED in NEXT[state],
        "return": policies.may_return(actor, found) and ProgrammeState.RETURNED in NEXT[state],
        "visit": policies.may_write(actor, found) and state is not ProgrammeState.REPLACED,
    }
    context = {
        "programme": found,
        "blank": RecordForm(),
        "can": can,
        "checks": check(queries.as_drafts(found), queries.minimums_of(found.assignment, found.year)),
        "versions": queries.versions_of(actor, found),
        "owed": queries.standing_in(actor, found, today),
        "today": today,
    }
    return render(request, "planning/programme.html", context)


@require_GET
@actor_required(*READERS)
def compare(request: ActorRequest, pk: UUID) -> HttpResponse:
    """This version beside the one before it, word by word."""
    found = queries.programme_in_view(request.actor, pk)
    before = found and next(
        (one for one in queries.versions_of(request.actor, found) if one.version == found.version - 1), None
    )
    if not found or not before:
        raise Http404
    context = {"programme": found, "before": before, "parts": queries.differences(before, found)}
    return render(request, "planning/compare.html", context)


@require_GET
@actor_required(*READERS)
def document(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The programme as an official document, to be read, printed or taken along."""
    found = queries.programme_in_view(request.actor, pk)
    if found is None:
        raise Http404
    paper = papers.programme_paper(found, post=post_on(found.cadre, clock.today()), at=clock.now())
    return render(request, "planning/document.html", {"programme": found, "paper": render_html(paper)})


@require_GET
@actor_required(*READERS)
def document_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    found = queries.programme_in_view(request.actor, pk)
    if found is None:
        raise Http404
    paper = papers.programme_paper(found, post=post_on(found.cadre, clock.today()), at=clock.now())
    return paper_response(paper, name=f"chuong-trinh-{found.year}", form=form)
