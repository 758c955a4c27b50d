"""Difficulties: raised, and read with their whole course."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.attachments.queries import attachment_of, attachments_of
from diaban.attachments.responses import file_response
from diaban.documents.exports import list_response
from diaban.fieldwork import policies, services
from diaban.fieldwork.forms import difficulties as forms
from diaban.fieldwork.listings.difficulties import listing, rows
from diaban.fieldwork.queries.difficulties import difficulty_in_view, due_reckoned, overdue_of
from diaban.fieldwork.queries.duties import agency_choices, agency_named, duties, duty_of
from diaban.fieldwork.rules import NEXT, DifficultyState
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import acknowledge, act
from diaban.kit.listing import ListPage, open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS


@require_GET
@actor_required(*READERS)
def difficulties(request: ActorRequest) -> HttpResponse:
    context = {"page": _list(request), "made_at": clock.now(), "actor": request.actor}
    return render(request, "fieldwork/difficulties.html", context)


@require_GET
@actor_required(*READERS)
def difficulties_file(request: ActorRequest) -> HttpResponse:
    return list_response(_list(request), name="kho-khan", title="Khó khăn, vướng mắc", at=clock.now())


def _list(request: ActorRequest) -> ListPage:
    today = clock.today()
    what = listing(request.actor.province or 0, today)
    return open_listing(what, rows(request.actor), request.GET, today=today)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.COMMUNE)
def difficulty_new(request: ActorRequest) -> HttpResponse:
    at, today, actor = clock.now(), clock.today(), request.actor
    own = duties(actor, today)
    form = forms.DifficultyForm(
        request.POST or None,
        files=request.FILES or None,
        duties=[(str(one.pk), one.commune.name) for one in own],
        agencies=agency_choices(actor.province or 0, today),
        today=today,
    )
    if form.is_valid():
        given = form.cleaned_data
        raised = act(
            form,
            lambda: services.raise_and_route(
                assignment=duty_of(actor, today, given["duty"]),
                owner=agency_named(actor.province or 0, today, given["owner"]),
                raised_on=today,
                documents=given["documents"],
                **{name: given[name] for name in ("kind", "topic", "title", "description", "authority")},
                id=form.id,
                by=actor,
                at=at,
            ),
        )
        if raised:
            acknowledge(request, form, raised, f"Đã ghi và chuyển “{raised.title}”.", at=at)
            return redirect("fieldwork:difficulty", pk=raised.pk)
    return render(request, "fieldwork/difficulty_new.html", {"form": form, "own": own}, status=form.status)


@require_GET
@actor_required(*READERS)
def difficulty(request: ActorRequest, pk: UUID) -> HttpResponse:
    today, actor = clock.today(), request.actor
    found = difficulty_in_view(actor, pk)
    if found is None:
        raise Http404
    state = DifficultyState(found.state)
    can = {
        "route": policies.may_route(actor, found) and DifficultyState.ROUTED in NEXT[state],
        "answer": policies.may_answer(actor, found) and DifficultyState.ANSWERED in NEXT[state],
        "extend": policies.may_extend(actor, found) and state is DifficultyState.ROUTED and not found.extended,
        "grade": policies.may_confirm(actor, found) and state is DifficultyState.ANSWERED,
        "accept": policies.may_accept(actor, found) and DifficultyState.SOLVED in NEXT[state],
        "close": policies.may_close(actor, found) and DifficultyState.NOT_FEASIBLE in NEXT[state],
    }
    context = {
        "difficulty": found,
        "visit": policies.visible_visits(actor).filter(pk=found.visit_id).first() if found.visit_id else None,
        "overdue": overdue_of(found, today),
        "reckoned": due_reckoned(found),
        "files": attachments_of(found),
        "can": can,
        "today": today,
    }
    return render(request, "fieldwork/difficulty.html", context)


@require_GET
@actor_required(*READERS)
def difficulty_file(request: ActorRequest, pk: UUID, file: UUID) -> HttpResponse:
    found = difficulty_in_view(request.actor, pk)
    attachment = attachment_of(found, file) if found else None
    if attachment is None:
        raise Http404
    return file_response(attachment)
