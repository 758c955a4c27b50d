"""Programmes written: begun, mended, revised. Held against the rule set while they are typed."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import acknowledge, act
from diaban.people.access import actor_required
from diaban.planning import policies, services
from diaban.planning.forms.programmes import ProgrammeForm
from diaban.planning.queries import as_written
from diaban.planning.queries import programmes as queries
from diaban.planning.rules import NEXT, ProgrammeState, check

WRITABLE = (ProgrammeState.DRAFT, ProgrammeState.RETURNED)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def new(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """Begun with last year's programme, or with the minimums of the rule set as items."""
    at, duty = clock.now(), queries.duty_in_view(request.actor, assignment)
    if duty is None or not policies.may_write(request.actor, duty) or not 2015 <= year <= clock.today().year + 1:
        raise Http404
    form = ProgrammeForm(request.POST or None, initial=queries.begun_with(duty, year), today=clock.today(), year=year)
    if form.is_valid():
        made = act(
            form,
            lambda: services.draft_programme(
                assignment=duty, year=year, **form.written, id=form.id, by=request.actor, at=at
            ),
        )
        if made:
            acknowledge(request, form, made, f"Đã lưu chương trình {duty.commune} năm {year}.", at=at)
            return redirect("planning:programme", pk=made.pk)
    checks = check(form.drafts, queries.minimums_of(duty, year))
    context = {"form": form, "duty": duty, "year": year, "checks": checks, "send": "Lưu chương trình"}
    return render(request, "planning/write.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, found = clock.now(), queries.programme_in_view(request.actor, pk)
    if found is None or not policies.may_write(request.actor, found) or found.state not in WRITABLE:
        raise Http404
    form = ProgrammeForm(request.POST or None, initial=as_written(found), today=clock.today(), year=found.year)
    if form.is_valid():
        done = act(
            form,
            lambda: services.rewrite_programme(
                programme=found, **form.written, seen=form.seen, by=request.actor, at=at
            ),
        )
        if done:
            acknowledge(request, form, done, "Đã lưu chương trình.", at=at)
            return redirect("planning:programme", pk=pk)
    checks = check(form.drafts, queries.minimums_of(found.assignment, found.year))
    context = {"form": form, "duty": found, "programme": found, "year": found.year, "checks": checks}
    return render(request, "planning/write.html", context | {"send": "Lưu chương trình"}, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def revise(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new version of a registered programme, sent to the agency at once."""
    at, found = clock.now(), queries.programme_in_view(request.actor, pk)
    if found is None or not policies.may_write(request.actor, found):
        raise Http404
    if ProgrammeState.REPLACED not in NEXT[ProgrammeState(found.state)]:
        raise Http404
    form = ProgrammeForm(request.POST or None, initial=as_written(found), today=clock.today(), year=found.year)
    if form.is_valid():
        made = act(
            form,
            lambda: services.revise_programme(programme=found, **form.written, id=form.id, by=request.actor, at=at),
        )
        if made:
            acknowledge(request, form, made, "Đã gửi bản sửa đổi tới cơ quan.", at=at)
            return redirect("planning:programme", pk=made.pk)
    checks = check(form.drafts, queries.minimums_of(found.assignment, found.year))
    context = {"form": form, "duty": found, "programme": found, "year": found.year, "checks": checks}
    return render(request, "planning/write.html", context | {"send": "Gửi bản sửa đổi"}, status=form.status)


@require_POST
@actor_required(Role.CADRE)
def checked(request: ActorRequest, assignment: UUID, year: int) -> HttpResponse:
    """The panel «Đối chiếu bộ quy tắc» for what is typed so far; nothing is saved."""
    duty = queries.duty_in_view(request.actor, assignment)
    if duty is None or not policies.may_write(request.actor, duty):
        raise Http404
    form = ProgrammeForm(request.POST, today=clock.today(), year=year)
    checks = check(form.drafts, queries.minimums_of(duty, year))
    return render(request, "planning/checks.html", {"checks": checks, "year": year})
