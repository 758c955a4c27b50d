"""Events of a commune: announced, answered, called off."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.exchange import policies, services
from diaban.exchange.forms.events import EventForm, ReasonForm
from diaban.exchange.queries.communes import followers
from diaban.exchange.queries.events import event_in_view, own_invitation
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.places.queries import unit_by_id


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def event_new(request: ActorRequest) -> HttpResponse:
    at, today = clock.now(), clock.today()
    duties = {str(one.pk): one for one in followers(request.actor, today)}
    names = [(key, f"Đồng chí {one.cadre}, {one.agency}") for key, one in duties.items()]
    first = {"invited": list(duties)}
    form = EventForm(request.POST or None, cadres=names, initial=first, today=today)
    if form.is_valid():
        made = act(
            form,
            lambda: services.announce_event(
                commune=unit_by_id(next(iter(request.actor.communes))),
                title=form.cleaned_data["title"],
                event_kind=form.cleaned_data["event_kind"],
                starts_at=form.starts_at,
                ends_at=form.ends_at,
                place=form.cleaned_data["place"],
                note=form.cleaned_data["note"],
                invited=[duties[key] for key in form.cleaned_data["invited"]],
                id=form.id,
                by=request.actor,
                at=at,
            ),
        )
        if made:
            acknowledge(request, form, made, f"Đã thông báo “{made.title}”.", at=at)
            return redirect("exchange:event", pk=made.pk)
    return render(request, "exchange/event_new.html", {"form": form}, status=form.status)


@require_GET
@actor_required(*READERS)
def event(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, pk, ReasonForm(today=clock.today()))


@require_POST
@actor_required(Role.COMMUNE)
def event_calling_off(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = get_object_or_404(policies.visible_events(request.actor), pk=pk), clock.now()
    form = ReasonForm(request.POST, today=clock.today())
    if form.is_valid():
        done = act(form, lambda: services.call_off_event(event=found, **form.values, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã hủy sự kiện và báo cho đồng chí được mời.", at=at)
            return redirect("exchange:event", pk=pk)
    return _page(request, pk, form)


@require_POST
@actor_required(Role.CADRE)
def invitation_acceptance(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap: the visit stands in the calendar."""
    one, at = own_invitation(request.actor, pk), clock.now()
    form = RecordForm(request.POST)
    if form.is_valid():
        done = act(form, lambda: services.accept_invitation(invitation=one, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã nhận lời; chuyến đi đã vào lịch.", at=at)
            return redirect("exchange:event", pk=pk)
    return _page(request, pk, form)


@require_POST
@actor_required(Role.CADRE)
def invitation_refusal(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who cannot come says why."""
    one, at = own_invitation(request.actor, pk), clock.now()
    form = ReasonForm(request.POST, today=clock.today())
    if form.is_valid():
        done = act(form, lambda: services.decline_invitation(invitation=one, **form.values, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã báo không dự được.", at=at)
            return redirect("exchange:event", pk=pk)
    return _page(request, pk, form)


def _page(request: ActorRequest, pk: UUID, form: RecordForm) -> HttpResponse:
    found = event_in_view(request.actor, pk)
    if found is None:
        raise Http404
    mine = next((one for one in found.invitations.all() if policies.may_answer_invitation(request.actor, one)), None)
    over = clock.local_date(found.starts_at) < clock.today()
    context = {
        "event": found,
        "form": form if isinstance(form, ReasonForm) else ReasonForm(today=clock.today()),
        "refused": form,
        "mine": mine if mine and not over and not found.called_off_at else None,
        "may_call_off": policies.may_announce(request.actor, found.commune_id) and not over and not found.called_off_at,
    }
    return render(request, "exchange/event.html", context, status=form.status)
