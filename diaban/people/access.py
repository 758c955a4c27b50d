"""The door of every page: signed in, in one of these roles, or the page is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from diaban.kit.actors import Actor, ActorRequest, Role

P = ParamSpec("P")
PRESSED = "chua_ghi"
"""Key of the session under which it stands that a press came without a session and was not done."""
View = Callable[Concatenate[ActorRequest, P], HttpResponse]
Door = Callable[Concatenate[HttpRequest, P], HttpResponse]


def actor_required(*roles: Role) -> Callable[[View[P]], Door[P]]:
    """Let in who is signed in and, where roles are named, holds one of them.

    A stranger is sent to sign in; a signed-in person without the role gets the answer of a page that does not exist.
    """

    def decorate(view: View[P]) -> Door[P]:
        @wraps(view)
        def door(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            actor: Actor | None = getattr(request, "actor", None)
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if actor is None:
                return redirect("people:no_role")
            if roles and actor.role not in roles:
                raise Http404
            return view(request, *args, **kwargs)  # type: ignore[arg-type]  # the decorator narrows the request

        return cast("Door[P]", door)

    return decorate


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """After it one is on the page asked for. What was pressed is not done: then on the page the press came from."""
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.get_full_path())
    if request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":  # a script's question is no press
        request.session[PRESSED] = True
    return redirect_to_login(_came_from(request))


def _came_from(request: HttpRequest) -> str:
    page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    return urlsplit(page)._replace(scheme="", netloc="", fragment="").geturl()
