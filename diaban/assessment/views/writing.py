"""A commune writes its form: saved half, checked, filled in with Word, read through once more, sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.assessment import papers, policies, services
from diaban.assessment.forms import AssessmentForm, SendAssessmentForm, WordForm
from diaban.assessment.queries import form_facts
from diaban.assessment.queries import forms as queries
from diaban.assessment.queries.facts import facts_beside
from diaban.assessment.rules import CRITERIA, draft_of, form_objections, held_in, missing
from diaban.documents.exports import attachment
from diaban.documents.filled import filled_texts, write_blank
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import acknowledge, act
from diaban.people.access import actor_required


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def write(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    at, duty = clock.now(), _duty(request, assignment, year)
    if queries.form_of(request.actor, assignment, year):
        return redirect("assessment:of_assignment", assignment=assignment, year=year)
    begun = queries.begun_of(request.actor, duty.pk, year)
    form = _form(request, duty, year, begun)
    if form.is_valid():
        saved = act(
            form,
            lambda: services.save_draft(
                assignment=duty, year=year, written=form.values, seen=form.seen, by=request.actor, at=at
            ),
        )
        if saved:
            acknowledge(request, form, saved, "Đã lưu nháp phiếu nhận xét trên máy chủ, chưa gửi.", at=at)
            return redirect("assessment:write", assignment=assignment, year=year)
    return _page(request, form, duty, year, begun)


@require_POST
@actor_required(Role.COMMUNE)
def checked(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """How far the form is by what is typed so far; nothing is saved."""
    duty = _duty(request, assignment, year)
    form = AssessmentForm(request.POST, supports=queries.supports_offered(duty, year))
    return render(request, "assessment/completeness.html", {"checks": form.checks})


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def submission(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """What is asked before it goes, what it lacks, who will read it; then the second press."""
    at, duty = clock.now(), _duty(request, assignment, year)
    draft = queries.draft_of_form(request.actor, assignment, year)
    if draft is None or (request.method == "GET" and queries.form_of(request.actor, assignment, year)):
        return redirect("assessment:of_assignment", assignment=assignment, year=year)
    form = SendAssessmentForm(request.POST or None, initial={"read_at": draft.saved_at.isoformat()})
    if form.is_valid():
        sent = act(
            form,
            lambda: services.send_draft(
                draft=draft, seen_at=form.values["read_at"], id=form.id, by=request.actor, at=at
            ),
        )
        if sent:
            state = "đã mở theo bộ quy tắc của năm" if sent.released_at else "được niêm phong"
            acknowledge(request, form, sent, f"Đã gửi phiếu tới Ban Tổ chức Tỉnh ủy; phiếu {state}.", at=at)
            return redirect("assessment:assessment", pk=sent.pk)
    whole = draft_of(draft.written)
    context = {
        "form": form,
        "duty": duty,
        "year": year,
        "lacking": missing(draft.written),
        "objections": form_objections(whole, form_facts(duty, year, at=at)) if whole else [],
        "doubts": queries.questions_on(request.actor, duty, year, draft.written, today=clock.today()),
        "seals": queries.seals(duty, year),
        "marks": queries.marks_written(draft.written),
        "rest": queries.rest_written(draft.written),
    }
    return render(request, "assessment/send.html", context, status=form.status)


@require_GET
@actor_required(Role.COMMUNE)
def word(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """The document to fill in where there is no network."""
    duty = _duty(request, assignment, year)
    facts = facts_beside(request.actor, duty, year, today=clock.today())
    begun = queries.begun_of(request.actor, duty.pk, year)
    blank = papers.blank_of(duty, year, written=begun.written, facts=facts)
    return attachment(write_blank(blank), name=f"phieu-nhan-xet-{year}-mau", form="docx")


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def from_word(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """A filled document is read into the form; nothing is kept before the commune saves it."""
    duty = _duty(request, assignment, year)
    form = WordForm(request.POST or None, files=request.FILES or None, today=clock.today())
    if form.is_valid():
        texts = filled_texts(form, mark=papers.mark_of(duty, year), headings=papers.HEADINGS)
        if texts is not None:
            begun = queries.begun_of(request.actor, duty.pk, year)
            filled = _form(request, duty, year, begun, read=False)
            filled.initial.update(papers.written_from(texts))
            before = papers.texts_of(begun.written)
            changed = [papers.HEADINGS[key] for key in texts if texts[key] != before.get(key)]
            return _page(request, filled, duty, year, begun, read=changed)
    context = {"form": form, "duty": duty, "year": year}
    return render(request, "assessment/from_word.html", context, status=form.status)


def _duty(request: ActorRequest, assignment: UUID, year: int) -> Any:
    """The duty of the person's own commune in a year in which it was held."""
    duty = queries.duty_in_view(request.actor, assignment)
    if duty is None or not policies.may_assess(request.actor, duty):
        raise Http404
    if year > clock.today().year or not held_in(year, starts_on=duty.starts_on, ends_on=duty.ends_on):
        raise Http404
    return duty


def _form(request: ActorRequest, duty: Any, year: int, begun: queries.Begun, *, read: bool = True) -> AssessmentForm:
    return AssessmentForm(
        request.POST or None if read else None,
        supports=queries.supports_offered(duty, year),
        initial=queries.as_written(begun.written),
        today=clock.today(),
    )


def _page(
    request: ActorRequest,
    form: AssessmentForm,
    duty: Any,
    year: int,
    begun: queries.Begun,
    *,
    read: list[str] | None = None,
) -> HttpResponse:
    today = clock.today()
    context = {
        "form": form,
        "duty": duty,
        "year": year,
        "read": read,
        "criteria": CRITERIA,
        "facts": facts_beside(request.actor, duty, year, today=today),
        "checks": form.checks,
        "owed": queries.owed_for(request.actor, duty, year, today),
        "seals": queries.seals(duty, year),
        "saved_at": begun.draft.saved_at if begun.draft else None,
        "returned": begun.returned,
        "window": queries.window(duty, year),
        "closed": queries.closed_to(duty, year, at=clock.now()),
    }
    return render(request, "assessment/write.html", context, status=form.status)
