"""The working calendar of a year: days off, days made up, and those that the Board enters by a decision."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.kit.text import number_in
from diaban.people.access import actor_required
from diaban.regulations import policies, queries, services
from diaban.regulations.forms import DayForm
from diaban.regulations.rules.vietnam import FIRST_YEAR, LAST_YEAR


@require_GET
def working_calendar(request: HttpRequest) -> HttpResponse:
    year = number_in(request.GET.get("nam", ""), FIRST_YEAR, LAST_YEAR) or clock.today().year
    actor: Actor | None = getattr(request, "actor", None)
    context = {
        "year": year,
        "years": range(FIRST_YEAR, LAST_YEAR + 1),
        "days": queries.special_days(year),
        "entered": queries.entered_days(year),
        "worked": queries.worked_days(year),
        "may_enter": actor is not None and policies.may_enter_days(actor),
        "blank": RecordForm(),
    }
    return render(request, "regulations/calendar.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def day_entry(request: ActorRequest) -> HttpResponse:
    at = clock.now()
    form = DayForm(request.POST or None, today=clock.today())
    if form.is_valid():
        done = act(form, lambda: services.enter_calendar_day(**form.values, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, f"Đã ghi {done}.", at=at)
            return redirect(f"{reverse('regulations:calendar')}?nam={done.day.year}")
    context = {"form": form, "title": "Ghi ngày nghỉ, ngày làm bù", "send": "Ghi ngày", "question": ""}
    return render(request, "regulations/day.html", context, status=form.status)


@require_POST
@actor_required(Role.BOARD)
def day_withdrawal(request: ActorRequest, day: str) -> HttpResponse:
    at, form = clock.now(), RecordForm(request.POST)
    try:
        found = queries.entered_day(date.fromisoformat(day))
    except ValueError:
        found = None
    if found is None or not policies.may_enter_days(request.actor):
        raise Http404
    back, told = f"{reverse('regulations:calendar')}?nam={found.day.year}", f"Đã bỏ {found}."
    if form.is_valid():
        services.withdraw_calendar_day(day=found, by=request.actor, at=at)
        acknowledge(request, form, found, told, at=at)
    return redirect(back)
