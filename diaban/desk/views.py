"""The first page of each role, and a commune, an agency, a cadre at a glance. Read-only, each in the own scope."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from diaban.assignments.policies import visible_communes
from diaban.desk import listings
from diaban.desk.queries.agencies import agency_page, cadre_page
from diaban.desk.queries.burden import burden_of, spoken, told
from diaban.desk.queries.commune import profile
from diaban.desk.queries.home import OVERSEERS, SOURCES, figures_told
from diaban.desk.queries.home import home as gather
from diaban.desk.queries.search import is_worth_asking
from diaban.desk.queries.search import search as find
from diaban.desk.queries.timeline import KINDS
from diaban.desk.queries.timeline import timeline as happened
from diaban.documents.exports import list_response
from diaban.exchange.policies import may_keep_facts
from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.listing import Listing, open_listing
from diaban.kit.text import number_in
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.people.queries import said_of
from diaban.places.queries import with_key
from diaban.reminders.queries.own import unread_of

LONGEST = 200
"""letters of a question"""
LAST_PAGE = 199


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where a person lands: the own first page, if the role has one; else the news."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is not None and actor.is_(Role.AUDITOR):
        return redirect("journal:journal")
    if actor is None or actor.role not in SOURCES or actor.province is None:
        return redirect("newsroom:list")
    today = clock.today()
    overseer = actor.role in OVERSEERS
    context = {
        "home": gather(actor, today),
        "actor": actor,
        "today": today,
        "reach": said_of(actor, today),
        "agency": next(iter(actor.agencies), None),
        "figures": figures_told(actor, today) if overseer else [],
        "summed_up": clock.year_summed_up(),
        "unread": unread_of(actor),
    }
    return render(request, f"desk/home_{'standing' if overseer else actor.role.value}.html", context)


@require_GET
@actor_required(*READERS)
def communes(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    page = open_listing(_communes(today), listings.commune_rows(request.actor, today), request.GET, today=today)
    return render(request, "desk/communes.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*READERS)
def communes_file(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    page = open_listing(_communes(today), listings.commune_rows(request.actor, today), request.GET, today=today)
    return list_response(page, name="dia-ban", title="Xã, phường, thị trấn", at=clock.now())


def _communes(today: date) -> Listing:
    return listings.communes(today, date(today.year, (today.month - 1) // 3 * 3 + 1, 1))


@require_GET
@actor_required(*READERS)
def commune(request: ActorRequest, key: str) -> HttpResponse:
    unit = with_key(visible_communes(request.actor).select_related("parent"), key)
    if unit is None:
        raise Http404
    today = clock.today()
    context = {
        "profile": profile(request.actor, unit, today),
        "timeline": happened(request.actor, unit, today=today, size=10),
        "kinds": KINDS,
        "today": today,
        "actor": request.actor,
        "may_keep": may_keep_facts(request.actor, unit),
    }
    return render(request, "desk/commune.html", context)


@require_GET
@actor_required(*READERS)
def commune_timeline(request: ActorRequest, key: str) -> HttpResponse:
    """Everything that happened there, by kind and page; an unknown kind shows all."""
    unit = with_key(visible_communes(request.actor).select_related("parent"), key)
    if unit is None:
        raise Http404
    kind = request.GET.get("loai", "")
    number, today = number_in(request.GET.get("trang", ""), 1, LAST_PAGE) or 1, clock.today()
    context = {
        "commune": unit,
        "kind": kind if kind in KINDS else "",
        "timeline": happened(request.actor, unit, today=today, kind=kind if kind in KINDS else "", page=number),
        "kinds": KINDS,
        "today": today,
    }
    return render(request, "desk/timeline.html", context)


@require_GET
@actor_required(*READERS)
def agencies(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    page = open_listing(listings.AGENCIES, listings.agency_rows(request.actor, today), request.GET, today=today)
    return render(request, "desk/agencies.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*READERS)
def agency(request: ActorRequest, pk: UUID) -> HttpResponse:
    today = clock.today()
    found = agency_page(request.actor, pk, today)
    if found is None:
        raise Http404
    home = gather(request.actor, today) if request.actor.is_(Role.AGENCY) else None
    return render(request, "desk/agency.html", {"page": found, "home": home, "today": today, "actor": request.actor})


@require_GET
@actor_required(*READERS)
def cadre(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = cadre_page(request.actor, pk, clock.today())
    if found is None:
        raise Http404
    return render(request, "desk/cadre.html", {"page": found, "today": clock.today()})


@require_GET
@actor_required(*READERS)
def search(request: ActorRequest) -> HttpResponse:
    asked = request.GET.get("tim", "")[:LONGEST]
    context = {"asked": asked, "worth": is_worth_asking(asked), "groups": find(request.actor, asked, clock.today())}
    return render(request, "desk/search.html", context)


@require_GET
@actor_required(Role.BOARD)
def burden(request: ActorRequest) -> HttpResponse:
    """What the product itself costs those who fill it in, by form and role; who it was is never known."""
    year = clock.today().year
    lines = burden_of(request.actor.province or 0, year)
    return render(request, "desk/burden.html", {"lines": told(lines), "total": spoken(lines), "year": year})
