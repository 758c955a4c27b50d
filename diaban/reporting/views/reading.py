"""Reports read: the list, one report with its numbers and course, two versions word by word, the document."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from diaban.documents.exports import list_response, paper_response
from diaban.documents.html import render_html
from diaban.documents.paper import Paper
from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.kit.forms import RecordForm
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.people.queries import post_on
from diaban.regulations.rules import ReportPeriod
from diaban.reporting import papers, policies
from diaban.reporting.listings import REPORTS, rows
from diaban.reporting.queries import facts_of
from diaban.reporting.queries import reports as queries
from diaban.reporting.rules import NEXT, ReportState, in_order, sending_objections, sentences


@require_GET
@actor_required(*READERS)
def reports(request: ActorRequest) -> HttpResponse:
    actor, today = request.actor, clock.today()
    context = {
        "page": open_listing(REPORTS, rows(actor), request.GET, today=today),
        "made_at": clock.now(),
        "actor": actor,
        "begin": queries.to_begin(actor, today),
    }
    return render(request, "reporting/reports.html", context)


@require_GET
@actor_required(*READERS)
def reports_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(REPORTS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="bao-cao", title="Báo cáo kết quả theo dõi", at=clock.now())


@require_GET
@actor_required(*READERS)
def of_assignment(request: ActorRequest, pk: UUID, kind: str, year: int) -> HttpResponse:
    """The report of a duty and a period; for its cadre, where there is none, the page to write it."""
    duty, period = queries.duty_in_view(request.actor, pk), ReportPeriod.of(kind)
    if duty is None or period is None:
        raise Http404
    found = queries.report_of(request.actor, pk, period, year)
    if found is not None:
        return redirect("reporting:report", pk=found.pk)
    if not policies.may_write(request.actor, duty):
        raise Http404
    return redirect("reporting:new", assignment=pk, kind=kind, year=year)


@require_GET
@actor_required(*READERS)
def report(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, today = request.actor, clock.today()
    found = in_view(request, pk)
    state = ReportState(found.state)
    writes = policies.may_write(actor, found)
    drafting = writes and state is ReportState.DRAFT
    counted = queries.counted_of(found, today=today)
    context = {
        "report": found,
        "sections": in_order(found.sections),
        "sentences": sentences(counted.values),
        "counted": counted,
        "can": {
            "edit": drafting,
            "mend": writes and ReportState.REPLACED in NEXT[state],
            "endorse": policies.may_endorse(actor, found) and ReportState.ENDORSED in NEXT[state],
            "receive": policies.may_receive(actor, found) and ReportState.RECEIVED in NEXT[state],
            "return": policies.may_return(actor, found) and ReportState.RETURNED in NEXT[state],
        },
        "blank": RecordForm(),
        "lacking": sending_objections(facts_of(found, at=clock.now())) if drafting else [],
        "versions": queries.versions_of(actor, found),
        "owed": queries.owed_for(actor, found.assignment, found.period, found.year, today),
        "today": today,
    }
    return render(request, "reporting/report.html", context)


@require_GET
@actor_required(*READERS)
def compare(request: ActorRequest, pk: UUID) -> HttpResponse:
    """This version beside the one before it, word by word."""
    found = in_view(request, pk)
    versions = queries.versions_of(request.actor, found)
    before = next((one for one in versions if one.version == found.version - 1), None)
    if before is None:
        raise Http404
    context = {"report": found, "before": before, "parts": queries.differences(before, found)}
    return render(request, "reporting/compare.html", context)


@require_GET
@actor_required(*READERS)
def document(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The report as an official document, to be read, printed or taken along."""
    found = in_view(request, pk)
    return render(request, "reporting/document.html", {"report": found, "paper": render_html(_paper(found))})


@require_GET
@actor_required(*READERS)
def document_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    found = in_view(request, pk)
    paper = _paper(found)
    return paper_response(paper, name=f"bao-cao-{found.period.slug}-{found.year}", form=form)


def in_view(request: ActorRequest, pk: UUID) -> Any:
    """What the person may not see is answered like what is not there."""
    found = queries.report_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found


def _paper(found: Any) -> Paper:
    counted = queries.counted_of(found, today=clock.today())
    return papers.report_paper(found, counted=counted, post=post_on(found.cadre, clock.today()), at=clock.now())
