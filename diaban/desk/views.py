"""The first page of each role."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from diaban.desk.queries.home import OVERSEERS, SOURCES, figures_told
from diaban.desk.queries.home import home as gather
from diaban.kit import clock
from diaban.kit.actors import Actor
from diaban.people.queries import reach_of


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where a person lands: the own first page, if the role has one; else the news."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.role not in SOURCES or actor.province is None:
        return redirect("newsroom:list")
    today = clock.today()
    context = {
        "home": gather(actor, today),
        "actor": actor,
        "today": today,
        "reach": reach_of(actor),
        "agency": next(iter(actor.agencies), None),
        "figures": figures_told(actor, today) if actor.role in OVERSEERS else [],
        "summed_up": clock.year_summed_up(),
    }
    page = "standing" if actor.role in OVERSEERS else actor.role.value
    return render(request, f"desk/home_{page}.html", context)
