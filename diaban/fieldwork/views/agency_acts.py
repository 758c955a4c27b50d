"""What an agency's leadership did for its cadres, as short records."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.attachments.queries import attachment_of, attachments_of
from diaban.attachments.responses import file_response
from diaban.documents.exports import list_response
from diaban.fieldwork import policies, services
from diaban.fieldwork.forms.agency_acts import AgencyActForm
from diaban.fieldwork.listings.agency_acts import AGENCY_ACTS, rows
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import acknowledge, act
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.queries import agency_by_id

WHO_SEES = (Role.BOARD, Role.STANDING, Role.INSPECTOR, Role.AGENCY)


@require_GET
@actor_required(*WHO_SEES)
def agency_acts(request: ActorRequest) -> HttpResponse:
    page = open_listing(AGENCY_ACTS, rows(request.actor), request.GET, today=clock.today())
    return render(request, "fieldwork/agency_acts.html", {"page": page, "made_at": clock.now(), "actor": request.actor})


@require_GET
@actor_required(*WHO_SEES)
def agency_acts_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(AGENCY_ACTS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="viec-co-quan", title="Việc của tập thể lãnh đạo cơ quan", at=clock.now())


@require_http_methods(["GET", "POST"])
@actor_required(Role.AGENCY)
def agency_act_new(request: ActorRequest) -> HttpResponse:
    at, today = clock.now(), clock.today()
    agency = agency_by_id(next(iter(request.actor.agencies)))
    form = AgencyActForm(request.POST or None, files=request.FILES or None, initial={"acted_on": today}, today=today)
    if form.is_valid():
        done = act(
            form,
            lambda: services.record_agency_act(agency=agency, **form.values, id=form.id, by=request.actor, at=at),
        )
        if done:
            acknowledge(request, form, done, "Đã ghi việc của cơ quan.", at=at)
            return redirect("fieldwork:agency_act", pk=done.pk)
    return render(request, "fieldwork/agency_act_new.html", {"form": form, "agency": agency}, status=form.status)


@require_GET
@actor_required(*WHO_SEES)
def agency_act(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(policies.visible_agency_acts(request.actor).select_related("agency"), pk=pk)
    return render(request, "fieldwork/agency_act.html", {"act": found, "files": attachments_of(found)})


@require_GET
@actor_required(*WHO_SEES)
def agency_act_file(request: ActorRequest, pk: UUID, file: UUID) -> HttpResponse:
    found = get_object_or_404(policies.visible_agency_acts(request.actor), pk=pk)
    attachment = attachment_of(found, file)
    if attachment is None:
        raise Http404
    return file_response(attachment)
