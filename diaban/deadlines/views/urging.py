"""Reminding of what is owed: the ticked ones of a list, or all of its filter."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from diaban.deadlines.forms import UrgeForm
from diaban.deadlines.queries.owed import who_is_urged
from diaban.deadlines.views.overview import owed_page
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.formats import number
from diaban.kit.forms import acknowledge, act
from diaban.kit.listing import ticked
from diaban.obligations import services
from diaban.people.access import actor_required

SENT = "ma"
"""What only the form of this page sends; the list sends its ticks alone."""


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.STANDING)
def urging(request: ActorRequest) -> HttpResponse:
    at, page, keys = clock.now(), owed_page(request), request.POST.getlist("chon")
    if page.found is None or request.actor.province is None:
        raise Http404
    chosen = ticked(page.found.order_by(), keys) if keys else page.found.order_by()
    urged, back = who_is_urged(chosen, clock.today()), f"{reverse('deadlines:obligations')}{page.here}"
    form = UrgeForm(request.POST if SENT in request.POST else None)
    if form.is_valid():
        made = act(
            form,
            lambda: services.urge(
                province=request.actor.province or 0,
                obligations=urged.keys,
                **form.values,
                id=form.id,
                by=request.actor,
                at=at,
            ),
        )
        if made:
            acknowledge(request, form, made, f"Đã nhắc {number(made.lines.count())} việc.", at=at)
            return redirect(back)
    context = {"form": form, "urged": urged, "said": page.said, "ticks": keys, "back": back}
    return render(request, "deadlines/urging.html", context, status=form.status)
