"""Forms read: the list, one form beside the facts, its document. What is sealed is answered like what is not there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from diaban.assessment import papers, policies
from diaban.assessment.listings import ASSESSMENTS, rows
from diaban.assessment.queries import concluded
from diaban.assessment.queries import forms as queries
from diaban.assessment.queries.facts import facts_beside
from diaban.attachments.queries import attachment_of, attachments_of
from diaban.attachments.responses import file_response
from diaban.documents.exports import list_response, paper_response
from diaban.documents.html import render_html
from diaban.documents.paper import Paper
from diaban.journal.services import note_reading
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.people.queries import post_on


@require_GET
@actor_required(*READERS)
def assessments(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    page = open_listing(ASSESSMENTS, rows(request.actor), request.GET, today=today)
    context = {"page": page, "made_at": clock.now(), "actor": request.actor, "year": clock.year_summed_up()}
    writes = request.actor.is_(Role.COMMUNE)
    context |= {"to_send": queries.to_send(request.actor, today) if writes else [], "today": today}
    return render(request, "assessment/assessments.html", context)


@require_GET
@actor_required(*READERS)
def assessments_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(ASSESSMENTS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="phieu-nhan-xet", title="Phiếu nhận xét cán bộ theo dõi", at=clock.now())


@require_GET
@actor_required(*READERS)
def of_assignment(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """The form of a duty and a year; for its commune, where there is none, the page to write it."""
    found = queries.form_of(request.actor, assignment, year)
    if found is not None:
        return redirect("assessment:assessment", pk=found.pk)
    duty = queries.duty_in_view(request.actor, assignment)
    if duty is None or not policies.may_assess(request.actor, duty):
        raise Http404
    return redirect("assessment:write", assignment=assignment, year=year)


@require_GET
@actor_required(*READERS)
def assessment(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, today, found = request.actor, clock.today(), read(request, pk)
    keeps, opened = policies.may_receive(actor, found.province_id), found.released_at is not None
    returned = found.returned_at is not None
    versions = queries.versions_of(actor, found)
    judges = actor.is_(*policies.READERS_BEFORE_RELEASE)
    context = {
        "form": found,
        "marks": queries.marks_in_order(found),
        "facts": facts_beside(actor, found.assignment, found.year, today=today),
        "votes": queries.votes_said(found.votes_for, found.votes_against, found.votes_other),
        "supports": queries.ticked_lines(found),
        "doubts": queries.questions_on(actor, found.assignment, found.year, queries.written_again(found), today=today)
        if judges
        else [],
        "versions": versions,
        "files": attachments_of(found),
        "can": {
            "history": keeps,
            "note": keeps and not returned,
            "file": policies.may_file(actor, found) and not returned and not concluded(found.province, found.year),
            "return": keeps and not returned and not opened,
            "answer": policies.may_answer(actor, found) and not found.answered_at,
            "again": returned and policies.may_assess(actor, found) and versions[0].pk == found.pk,
        },
        "owed": queries.owed_for(actor, found.assignment, found.year, today),
        "seals": queries.seals(found.assignment, found.year),
        "today": today,
    }
    return render(request, "assessment/assessment.html", context)


@require_GET
@actor_required(*READERS)
def document(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The form as an official document, to be read, printed or taken along."""
    found = read(request, pk)
    return render(request, "assessment/document.html", {"form": found, "paper": render_html(_paper(request, found))})


@require_GET
@actor_required(*READERS)
def document_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    found = read(request, pk)
    paper = _paper(request, found)
    return paper_response(paper, name=f"phieu-nhan-xet-{found.year}", form=form)


@require_GET
@actor_required(*READERS)
def assessment_file(request: ActorRequest, pk: UUID, file: UUID) -> HttpResponse:
    """The minutes or the scanned paper: for who may read the form, and noted like the form."""
    kept = attachment_of(read(request, pk), file)
    if kept is None:
        raise Http404
    return file_response(kept)


def in_view(request: ActorRequest, pk: UUID) -> Any:
    """What the person may not see is answered like what is not there."""
    found = queries.form_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found


def read(request: ActorRequest, pk: UUID) -> Any:
    """The same, opened to be read: who reads what is sealed is noted."""
    found = in_view(request, pk)
    if found.released_at is None:
        note_reading(record=found, by=request.actor, at=clock.now())
    return found


def _paper(request: ActorRequest, found: Any) -> Paper:
    facts = facts_beside(request.actor, found.assignment, found.year, today=clock.today())
    post = post_on(found.cadre, clock.local_date(found.sent_at))
    return papers.assessment_paper(found, facts=facts, supports=queries.ticked_lines(found), post=post, at=clock.now())
