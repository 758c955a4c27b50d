"""Inspections and findings read: lists, one case, one duty of its sample, one finding, the conclusion as a paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from diaban.attachments.queries import attachment_of, attachments_of, attachments_of_many
from diaban.attachments.responses import file_response
from diaban.documents.exports import list_response, paper_response
from diaban.documents.html import render_html
from diaban.kit import audit, clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.listing import open_listing
from diaban.oversight import papers, policies, queries
from diaban.oversight.listings import FINDINGS, INSPECTIONS
from diaban.oversight.rules import InspectionState, SignalKind
from diaban.people.access import actor_required

BODIES = (Role.BOARD, Role.STANDING, Role.INSPECTOR)
ACTS = {
    "decide": InspectionState.DECIDED,
    "cancel": InspectionState.CANCELLED,
    "draw": InspectionState.UNDERWAY,
    "conclude": InspectionState.CONCLUDED,
    "close": InspectionState.CLOSED,
}
TOLD = (*BODIES, Role.AGENCY, Role.CADRE)


@require_GET
@actor_required(*BODIES)
def inspections(request: ActorRequest) -> HttpResponse:
    page = open_listing(INSPECTIONS, policies.visible_inspections(request.actor), request.GET, today=clock.today())
    context = {"page": page, "made_at": clock.now(), "may_plan": request.actor.is_(Role.BOARD, Role.INSPECTOR)}
    return render(request, "oversight/inspections.html", context)


@require_GET
@actor_required(*BODIES)
def inspections_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(INSPECTIONS, policies.visible_inspections(request.actor), request.GET, today=clock.today())
    return list_response(page, name="kiem-tra", title="Kiểm tra, giám sát", at=clock.now())


@require_GET
@actor_required(*BODIES)
def inspection(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor = request.actor
    found = queries.inspection_in_view(actor, pk)
    if found is None:
        raise Http404
    opened = policies.may_open(actor, found)
    again = queries.repeated(found) if opened else None
    context = {
        "inspection": found,
        "opened": opened,
        "number": found.sample.count() if opened or found.done_on else None,
        "sample": queries.sample_of(found) if opened else [],
        "findings": queries.findings_of(actor, found),
        "drawn_again": again is not None and queries.holds(found, again),
        "lines": audit.lines_of(found),
        "kinds": dict(SignalKind.choices()),
        "today": clock.today(),
        "can": {act: policies.may_move(actor, found, then) for act, then in ACTS.items()},
    }
    return render(request, "oversight/inspection.html", context)


@require_GET
@actor_required(*BODIES)
def document(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, paper = _paper(request, pk)
    return render(request, "oversight/document.html", {"inspection": found, "paper": render_html(paper)})


@require_GET
@actor_required(*BODIES)
def document_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    _, paper = _paper(request, pk)
    return paper_response(paper, name="thong-bao-ket-luan", form=form)


def _paper(request: ActorRequest, pk: UUID) -> tuple[Any, Any]:
    """The conclusion, once there is one."""
    found = queries.inspection_in_view(request.actor, pk)
    if found is None or found.done_on is None:
        raise Http404
    findings = list(queries.findings_of(request.actor, found))
    return found, papers.conclusion_paper(found, findings, sampled=found.sample.count(), at=clock.now())


@require_GET
@actor_required(*BODIES)
def sampled(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = queries.sampled_in_view(request.actor, pk)
    if found is None:
        raise Http404
    context = {
        "sampled": found,
        "files": attachments_of(found),
        "kinds": dict(SignalKind.choices()),
        "works": policies.may_work(request.actor, found.inspection)
        and found.inspection.state == InspectionState.UNDERWAY,
    }
    return render(request, "oversight/sampled.html", context)


@require_GET
@actor_required(*BODIES)
def sampled_file(request: ActorRequest, pk: UUID, file: UUID) -> HttpResponse:
    found = queries.sampled_in_view(request.actor, pk)
    kept = found and attachment_of(found, file)
    if not kept:
        raise Http404
    return file_response(kept)


@require_GET
@actor_required(*TOLD)
def findings(request: ActorRequest) -> HttpResponse:
    page = open_listing(FINDINGS, policies.visible_findings(request.actor), request.GET, today=clock.today())
    return render(request, "oversight/findings.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*TOLD)
def findings_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(FINDINGS, policies.visible_findings(request.actor), request.GET, today=clock.today())
    return list_response(page, name="ket-luan-kiem-tra", title="Kết luận kiểm tra", at=clock.now())


@require_GET
@actor_required(*TOLD)
def finding(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = queries.finding_in_view(request.actor, pk)
    if found is None:
        raise Http404
    replies = found.replies.all()
    judges = policies.may_judge(request.actor, found)
    context = {
        "finding": found,
        "replies": replies,
        "files": attachments_of_many(replies),
        "overseer": request.actor.is_(*BODIES),
        "today": clock.today(),
        "can": {
            "reply": policies.may_reply(request.actor, found),
            "refuse": judges and queries.waiting_reply(found) is not None,
            "close": judges,
        },
    }
    return render(request, "oversight/finding.html", context)


@require_GET
@actor_required(*TOLD)
def reply_file(request: ActorRequest, pk: UUID, reply: UUID, file: UUID) -> HttpResponse:
    found = queries.finding_in_view(request.actor, pk)
    one = found and found.replies.filter(pk=reply).first()
    kept = one and attachment_of(one, file)
    if not kept:
        raise Http404
    return file_response(kept)
