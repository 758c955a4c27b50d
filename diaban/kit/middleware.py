from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from diaban.kit.pages import wrong_method

View = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def strict_headers(get_response: View) -> View:
    """Nothing from elsewhere runs in our pages, and no cache keeps what a signed-in person saw."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)")
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        return response

    return middleware


def refused_methods(get_response: View) -> View:
    """Django answers a wrong method without a word: say what happened, and the way on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        refused = get_response(request)
        if refused.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return refused
        page = wrong_method(request)
        page.headers["Allow"] = refused.headers["Allow"]
        return page

    return middleware


class PagesCompressed(GZipMiddleware):
    """Pages travel compressed, for phones in the hills; files (photos, .xlsx, PDF) are so by nature and go as they are.

    Django pads each answer by a random length against BREACH, and masks the CSRF token anew on each page (ADR 0055).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith("text/"):
            return response
        return super().process_response(request, response)
