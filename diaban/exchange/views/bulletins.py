"""Bulletins: the commune writes, its cadre reads and answers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.documents.exports import list_response
from diaban.exchange import policies, services
from diaban.exchange.forms.bulletins import BulletinForm, ReplyForm
from diaban.exchange.listings.bulletins import BULLETINS, rows
from diaban.exchange.queries.communes import followers
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS


@require_GET
@actor_required(*READERS)
def bulletins(request: ActorRequest) -> HttpResponse:
    page = open_listing(BULLETINS, rows(request.actor), request.GET, today=clock.today())
    return render(request, "exchange/bulletins.html", {"page": page, "made_at": clock.now(), "actor": request.actor})


@require_GET
@actor_required(*READERS)
def bulletins_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(BULLETINS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="ban-tin", title="Bản tin của xã", at=clock.now())


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def bulletin_new(request: ActorRequest) -> HttpResponse:
    """To whom it goes is said before it is written; without anybody it cannot be sent."""
    at = clock.now()
    readers = followers(request.actor, clock.today())
    form = BulletinForm(request.POST or None, today=clock.today())
    if readers and form.is_valid():
        sent = act(
            form,
            lambda: services.send_bulletin(assignment=readers[0], **form.values, id=form.id, by=request.actor, at=at),
        )
        if sent:
            acknowledge(request, form, sent, f"Đã gửi bản tin tới đồng chí {readers[0].cadre}.", at=at)
            return redirect("exchange:bulletin", pk=sent.pk)
    return render(request, "exchange/bulletin_new.html", {"form": form, "readers": readers}, status=form.status)


@require_GET
@actor_required(*READERS)
def bulletin(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, pk, ReplyForm(today=clock.today()))


@require_POST
@actor_required(Role.CADRE)
def bulletin_receipt(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The cadre says «Đã đọc». A page that is only looked at leaves no receipt."""
    found = get_object_or_404(policies.visible_bulletins(request.actor), pk=pk)
    form = RecordForm(request.POST)
    if form.is_valid():
        act(form, lambda: services.read_bulletin(bulletin=found, by=request.actor, at=clock.now()))
    return redirect("exchange:bulletin", pk=pk)


@require_POST
@actor_required(Role.CADRE)
def bulletin_reply(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = get_object_or_404(policies.visible_bulletins(request.actor), pk=pk), clock.now()
    form = ReplyForm(request.POST, today=clock.today())
    if form.is_valid():
        reply = act(
            form,
            lambda: services.reply_bulletin(bulletin=found, **form.values, id=form.id, by=request.actor, at=at),
        )
        if reply:
            acknowledge(request, form, reply, f"Đã trả lời {found.commune}.", at=at)
            return redirect("exchange:bulletin", pk=pk)
    return _page(request, pk, form)


def _page(request: ActorRequest, pk: UUID, form: ReplyForm) -> HttpResponse:
    seen = policies.visible_bulletins(request.actor).select_related("commune", "cadre", "agency", "receipt")
    found = get_object_or_404(seen.prefetch_related("replies"), pk=pk)
    context = {"bulletin": found, "form": form, "may_read": policies.may_read(request.actor, found)}
    return render(request, "exchange/bulletin.html", context, status=form.status)
