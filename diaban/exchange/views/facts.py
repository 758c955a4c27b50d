"""What is known of a commune, and what was known before."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.assignments.policies import visible_communes
from diaban.exchange import policies, services
from diaban.exchange.forms.facts import FactsForm
from diaban.exchange.queries.communes import facts_of, prefilled
from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.kit.forms import acknowledge, act
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.places.queries import with_key


@require_GET
@actor_required(*READERS)
def facts(request: ActorRequest, key: str) -> HttpResponse:
    commune = with_key(visible_communes(request.actor), key)
    if commune is None:
        raise Http404
    context = {
        "commune": commune,
        "known": facts_of(request.actor, commune),
        "may_keep": policies.may_keep_facts(request.actor, commune),
    }
    return render(request, "exchange/facts.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(*READERS)
def facts_new(request: ActorRequest, key: str) -> HttpResponse:
    commune, at = with_key(visible_communes(request.actor), key), clock.now()
    if commune is None or not policies.may_keep_facts(request.actor, commune):
        raise Http404
    first = prefilled(facts_of(request.actor, commune)) | {"as_of": clock.today()}
    form = FactsForm(request.POST or None, initial=first, today=clock.today())
    if form.is_valid():
        kept = act(
            form,
            lambda: services.record_facts(commune=commune, facts=form.draft, id=form.id, by=request.actor, at=at),
        )
        if kept:
            acknowledge(request, form, kept, f"Đã ghi số liệu cơ bản của {commune}.", at=at)
            return redirect("exchange:facts", key=key)
    return render(request, "exchange/facts_new.html", {"form": form, "commune": commune}, status=form.status)
