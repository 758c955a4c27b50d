"""The month of a person, and the same as a feed for other calendars under a secret address."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from diaban.documents.exports import list_response
from diaban.exchange import services
from diaban.exchange.feed import written
from diaban.exchange.listings.invitations import INVITATIONS, rows
from diaban.exchange.queries.calendar import entries
from diaban.exchange.queries.feeds import feed_in_force, reader_of
from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS

BACK, AHEAD = timedelta(days=31), timedelta(days=366)
"""What the feed holds."""


@require_GET
@actor_required(*READERS)
def calendar(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    first = _month(request.GET.get("thang", ""), today)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    found = entries(request.actor, weeks[0][0], weeks[-1][-1])
    context = {
        "weeks": weeks,
        "entries": found,
        "first": first,
        "today": today,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=32)).replace(day=1),
        "actor": request.actor,
    }
    return render(request, "exchange/calendar.html", context)


@require_GET
@actor_required(*READERS)
def invitations(request: ActorRequest) -> HttpResponse:
    page = open_listing(INVITATIONS, rows(request.actor), request.GET, today=clock.today())
    return render(request, "exchange/invitations.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*READERS)
def invitations_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(INVITATIONS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="giay-moi", title="Giấy mời dự sự kiện của xã", at=clock.now())


def _month(text: str, today: date) -> date:
    """The month that the address names («2024-05»), else the present one."""
    try:
        asked = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return asked if 2015 <= asked.year <= today.year + 2 else today.replace(day=1)


@require_http_methods(["GET", "POST"])
@actor_required(*READERS)
def feed_settings(request: ActorRequest) -> HttpResponse:
    """Make, renew or revoke the address. It is shown once, when it is made."""
    address = ""
    if request.method == "POST":
        if request.POST.get("viec") == "thu-hoi":
            services.revoke_feed(by=request.actor, at=clock.now())
            messages.success(request, "Đã thu hồi địa chỉ lịch; địa chỉ cũ không mở được nữa.")
            return redirect("exchange:feed_settings")
        _, secret = services.make_feed(by=request.actor, at=clock.now())
        address = request.build_absolute_uri(reverse("exchange:feed", args=[secret]))
    return render(request, "exchange/feed_settings.html", {"feed": feed_in_force(request.actor), "address": address})


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """For a calendar program that knows the secret: the role's calendar as it is on this day, or nothing at all."""
    today = clock.today()
    reader = reader_of(secret, today)
    if reader is None:
        raise Http404
    found = entries(reader, today - BACK, today + AHEAD)
    content = written(
        [one for day in found.values() for one in day], name=f"Địa Bàn: {reader.role.label}", at=clock.now()
    )
    headers = {"Content-Disposition": 'inline; filename="dia-ban.ics"', "Cache-Control": "no-store, private"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
