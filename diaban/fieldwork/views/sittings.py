"""A visit with everything that was seen, raised, brought and promised there, written on one page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from diaban.attachments.rules.kinds import AttachmentKind
from diaban.attachments.services import attach
from diaban.fieldwork import services
from diaban.fieldwork.forms.sittings import SittingForm
from diaban.fieldwork.forms.visits import PlanForm
from diaban.fieldwork.queries import footing_of
from diaban.fieldwork.queries import visits as reads
from diaban.fieldwork.queries.sittings import Asked, asked
from diaban.fieldwork.rules import VisitState
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import acknowledge, act
from diaban.people.access import actor_required
from diaban.people.queries import agencies_on
from diaban.places.queries import in_a_sentence

ONWARD = "tiep"
"""The button that records this visit and opens the form for another one."""


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def visit_new(request: ActorRequest) -> HttpResponse:
    at, today = clock.now(), clock.today()
    what = asked(request.actor, request.GET, today)
    if what is None:
        raise Http404
    if what.planned and what.planned.state == VisitState.DONE and request.method == "GET":
        return redirect("fieldwork:visit", pk=what.planned.pk)
    if not what.duties:
        return _choose_commune(request)
    owners = {str(one.pk): one for one in agencies_on(request.actor.province or 0, today)}
    form = SittingForm(
        request.POST if request.method == "POST" else None,
        files=request.FILES or None,
        initial=what.first(today),
        duties=what.duty_pairs,
        items=what.item_groups,
        agencies=[(key, one.name) for key, one in owners.items()],
        photos=reads.photos_most(request.actor.province or 0, today),
        rest_on=lambda duty, day: footing_of(what.duty(duty), day, by=request.actor, at=at),
        today=today,
    )
    if form.is_valid():
        visit = act(form, lambda: _record(request, form, what, owners, at))
        if visit:
            acknowledge(request, form, visit, _recorded(visit, at), at=at)
            return redirect(_onward(visit) if ONWARD in request.POST else reverse("fieldwork:visit", args=[visit.pk]))
    return _sitting_page(request, form, what, today)


def _record(request: ActorRequest, form: SittingForm, what: Asked, owners: dict[str, Any], at: datetime) -> Any:
    most, photos = form.photos_most, form.cleaned_data["photos"]
    sitting = form.sitting(
        item=what.item_of(form.cleaned_data["programme_item"]),
        planned=what.planned,
        owners=owners,
        attach=lambda visit: attach(
            subject=visit, uploads=photos, kind=AttachmentKind.PHOTO, limit=most, by=request.actor, at=at
        ),
    )
    duty = what.duty(form.cleaned_data["duty"])
    return services.record_sitting(assignment=duty, sitting=sitting, id=form.id, by=request.actor, at=at)


def _recorded(visit: Any, at: datetime) -> str:
    said = f"Đã ghi nhận chuyến đi tại {in_a_sentence(visit.commune.name)} lúc {at:%H:%M}."
    if not visit.late:
        return said
    over, window = reads.days_late(visit)
    return f"{said} Ghi muộn {over} ngày so với hạn {window} ngày."


def _onward(visit: Any) -> str:
    return f"{reverse('fieldwork:visit_new')}?{urlencode({'xa': visit.commune.key})}"


def _sitting_page(request: ActorRequest, form: SittingForm, what: Asked, today: date) -> HttpResponse:
    around = reads.beside(request.actor, what.looked_at(form["duty"].value()), today)
    context = {
        "form": form,
        "planned": what.planned,
        "beside": around,
        "overdue": reads.overdue_beside(around, today),
        "photos": form.photos_most,
        "onward": ONWARD,
    }
    return render(request, "fieldwork/visit_new.html", context, status=form.status)


def _choose_commune(request: ActorRequest) -> HttpResponse:
    """The Board says first for which commune; a cadre without a duty is told so."""
    communes = reads.communes_to_choose(request.actor, clock.today()) if request.actor.is_(Role.BOARD) else []
    return render(request, "fieldwork/choose_commune.html", {"communes": communes, "title": "Ghi chuyến đi"})


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def visit_plan(request: ActorRequest) -> HttpResponse:
    at, today = clock.now(), clock.today()
    what = asked(request.actor, request.GET, today)
    if what is None:
        raise Http404
    if not what.duties:
        return _choose_commune(request)
    first = {name: value for name, value in what.first(today).items() if name != "visited_on"}
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        initial=first,
        duties=what.duty_pairs,
        items=what.item_groups,
        today=today,
    )
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("visited_on", "event_kind", "half_days", "place")}
        visit = act(
            form,
            lambda: services.plan_visit(
                assignment=what.duty(form.cleaned_data["duty"]),
                programme_item=what.item_of(form.cleaned_data["programme_item"]),
                **given,
                id=form.id,
                by=request.actor,
                at=at,
            ),
        )
        if visit:
            acknowledge(request, form, visit, f"Đã ghi dự kiến đi {in_a_sentence(visit.commune.name)}.", at=at)
            return redirect("fieldwork:visit", pk=visit.pk)
    return render(request, "fieldwork/visit_plan.html", {"form": form}, status=form.status)
