"""What was seen in the six fields: the list and its file."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from diaban.documents.exports import list_response
from diaban.fieldwork.listings.notes import NOTES, rows
from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS


@require_GET
@actor_required(*READERS)
def notes(request: ActorRequest) -> HttpResponse:
    page = open_listing(NOTES, rows(request.actor), request.GET, today=clock.today())
    return render(request, "fieldwork/notes.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*READERS)
def notes_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(NOTES, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="ghi-nhan-tinh-hinh", title="Ghi nhận tình hình", at=clock.now())
