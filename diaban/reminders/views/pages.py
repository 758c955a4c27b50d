"""A person's own reminders and how to be told; for the Board, whether mail went out."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.errors import RuleBroken
from diaban.kit.forms import acknowledge, act
from diaban.kit.listing import open_listing, ticked
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.reminders import policies, services
from diaban.reminders.forms import ChannelForm, DeviceForm
from diaban.reminders.listings import DELIVERIES
from diaban.reminders.queries.own import lines_shown, preference_of, ways_of
from diaban.reminders.services.pushing import public_key

MOST = 30
"""How many days back the page goes."""


@require_GET
@actor_required(*READERS)
def reminders(request: ActorRequest) -> HttpResponse:
    found = list(policies.visible_messages(request.actor)[:MOST])
    unread = {one.pk for one in found if one.read_at is None}
    services.read_all(by=request.actor, at=clock.now())
    told = [(one, lines_shown(one, request.actor, request.grants)) for one in found]
    context = {"told": told, "unread": unread, "ways": ways_of(request.actor)}
    return render(request, "reminders/reminders.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(*READERS)
def channels(request: ActorRequest) -> HttpResponse:
    at, known = clock.now(), preference_of(request.actor)
    initial = {"email": known.email, "by_email": known.by_email} if known else {}
    form = ChannelForm(request.POST or None, initial=initial, today=clock.today())
    if form.is_valid():
        done = act(form, lambda: services.choose_channels(**form.values, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã lưu cách nhận nhắc việc.", at=at)
            return redirect("reminders:reminders")
    context = {
        "form": form,
        "mail_leaves": bool(settings.EMAIL_HOST),
        "push_key": public_key() if settings.PUSH_KEY else "",
        "devices": policies.visible_devices(request.actor),
        "device": DeviceForm(today=clock.today()),
    }
    return render(request, "reminders/channels.html", context, status=form.status)


@require_POST
@actor_required(*READERS)
def device(request: ActorRequest) -> HttpResponse:
    """The browser turned messages on and hands over where they go."""
    form, at = DeviceForm(request.POST, today=clock.today()), clock.now()
    done = None
    if form.is_valid():
        done = act(form, lambda: services.add_device(**form.values, id=form.id, by=request.actor, at=at))
    if done:
        acknowledge(request, form, done, "Đã bật thông báo trên thiết bị này.", at=at)
    else:
        messages.error(request, " ".join(str(text) for texts in form.errors.values() for text in texts))
    return redirect("reminders:channels")


@require_POST
@actor_required(*READERS)
def device_off(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = policies.visible_devices(request.actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    services.drop_device(device=found, by=request.actor, at=clock.now())
    messages.success(request, "Đã tắt thông báo trên thiết bị.")
    return redirect("reminders:channels")


@require_GET
@actor_required(Role.BOARD)
def deliveries(request: ActorRequest) -> HttpResponse:
    rows = policies.visible_deliveries(request.actor)
    context = {
        "page": open_listing(DELIVERIES, rows, request.GET, today=clock.today()),
        "made_at": clock.now(),
        "run": policies.visible_runs(request.actor).first(),
        "mail_leaves": bool(settings.EMAIL_HOST),
    }
    return render(request, "reminders/deliveries.html", context)


@require_POST
@actor_required(Role.BOARD)
def resending(request: ActorRequest) -> HttpResponse:
    """Put the ticked messages back in the row; what is not there or did not fail stays as it is."""
    at = clock.now()
    chosen = ticked(policies.visible_deliveries(request.actor), request.POST.getlist("chon"))
    put_back = 0
    for one in chosen:
        try:
            services.resend(message=one, by=request.actor, at=at)
        except RuleBroken:
            continue
        put_back += 1
    messages.success(request, f"Đã đưa {put_back} thông báo vào hàng chờ gửi lại.")
    return redirect("reminders:deliveries")
