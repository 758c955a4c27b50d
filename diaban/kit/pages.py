"""Error pages in Vietnamese. A refusal and an absence get the same status and the same body."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import loader


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("400.html", 400)


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For handler403 as for handler404."""
    return _page("404.html", 404)


def wrong_method(request: HttpRequest) -> HttpResponse:
    """For kit.middleware.refused_methods: an address for a press was opened, or a page was pressed."""
    return _page("405.html", 405)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: the token was missing or old."""
    return _page("403_csrf.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page("500.html", 500)


def _page(template: str, status: int) -> HttpResponse:
    """Without context: an error page asks nothing of the database, the session or the person."""
    return HttpResponse(loader.render_to_string(template), status=status)
