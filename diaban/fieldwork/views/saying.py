"""One tap, without a page of its own: confirm, one record or those that were ticked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from diaban.kit import burden
from diaban.kit.actors import ActorRequest
from diaban.kit.clock import local_date
from diaban.kit.errors import NotAllowed, RuleBroken

BACK = "ve"
"""The field that says to which page of ours to go back."""


def tap(
    request: ActorRequest, *, key: str, work: Callable[[], Any], said: Callable[[Any], str], back: str, at: datetime
) -> HttpResponse:
    """Run one service call and go back. A refusal is said there; no right looks like no page."""
    try:
        done = work()
    except NotAllowed:
        raise Http404 from None
    except RuleBroken as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, said(done))
        burden.count_use(form=key, actor=request.actor, on=local_date(at), seconds=None, fields=1)
    return redirect(_way_back(request, back))


def _way_back(request: ActorRequest, otherwise: str) -> str:
    wanted = request.POST.get(BACK, "")
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if ours else otherwise
