"""The Board, or the auditor, looks whether everything is as written, and takes the heads of days along on paper."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from diaban.journal import policies, queries
from diaban.journal.rules import Head, head_on_paper
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.errors import RuleBroken
from diaban.people.access import actor_required

DAYS, FAULTS = 31, 50
"""How much of each the page shows; the command line shows all."""


@require_GET
@actor_required(Role.BOARD, Role.AUDITOR)
def journal(request: ActorRequest) -> HttpResponse:
    chains = policies.chains_seen(request.actor)
    typed, table, record = (request.GET.get(name, "").strip() for name in ("giay", "bang", "ma"))
    paper, wrong = _typed(typed)
    history = queries.history(request.actor, table, record) if table else None
    if table and history is None:
        raise Http404
    context = {
        "heads": queries.day_heads(chains)[: DAYS * len(chains)],
        "whose": "của tỉnh" if request.actor.province else "của mọi tỉnh",
        "found": queries.verify(chains, paper) if paper or "kiem-tra" in request.GET else None,
        "most": FAULTS,
        "typed": typed,
        "wrong": wrong,
        "paper": paper,
        "history": history,
        "made_at": clock.now(),
    }
    return render(request, "journal/journal.html", context)


def _typed(text: str) -> tuple[list[Head], str]:
    """The head that somebody typed from paper, or what is wrong with it."""
    try:
        return ([head_on_paper(text[:200])] if text else []), ""
    except RuleBroken as refusal:
        return [], str(refusal)
