"""Sign-in, sign-out and the choice of a role. In the demo, and only there, a door for the named cast."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import Actor, Role
from diaban.people import queries, services
from diaban.people.access import PRESSED
from diaban.people.cast import CAST
from diaban.people.forms import SignInForm
from diaban.people.middleware import CHOSEN

WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại bộ gõ và phím Caps Lock."
LOCKED = "Đã nhập sai 5 lần. Chờ 15 phút rồi thử lại, hoặc liên hệ quản trị hệ thống để đặt lại mật khẩu."
NOT_DONE = "Chưa ghi: phiên đã hết. Hãy bấm lại."


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("/")
    form = SignInForm(request.POST or None)
    if form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if account is not None:
            return _enter(request, account.pk, pressed=PRESSED in request.session)
        if getattr(request, "axes_locked_out", False):
            return locked_out(request)
        form.add_error(None, WRONG)
    return _sign_in_page(request, form, status=422 if form.is_bound else 200)


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """The answer after too many wrong passwords."""
    form = SignInForm(request.POST)
    form.is_valid()
    form.add_error(None, LOCKED)
    return _sign_in_page(request, form, status=429)


def _sign_in_page(request: HttpRequest, form: SignInForm, *, status: int) -> HttpResponse:
    context = {
        "form": form,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "cast": queries.cast_present() if settings.DEMO else [],
    }
    return render(request, "people/sign_in.html", context, status=status)


@require_POST
def demo_sign_in(request: HttpRequest, username: str) -> HttpResponse:
    """Step into a role of the named cast. Exists in the demo only."""
    if not settings.DEMO or username not in {member.username for member in CAST}:
        raise Http404
    account = queries.account_of(username)
    if account is None:
        raise Http404
    pressed = PRESSED in request.session
    logout(request)
    return _enter(request, account.pk, pressed=pressed)


def _enter(request: HttpRequest, account_id: UUID, *, pressed: bool) -> HttpResponse:
    """`pressed`: what led here was a press, which was not done."""
    account = queries.account_by_id(account_id)
    if account is None:
        raise Http404
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    services.note_sign_in(account=account, by=queries.actor_on(account, clock.today()), at=clock.now())
    request.session.pop(PRESSED, None)
    if pressed:
        messages.warning(request, NOT_DONE)
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    """Where the person wanted to go, within these pages; else the first page."""
    target = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if inside else "/"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    account = queries.account_by_id(request.user.pk) if request.user.is_authenticated else None
    if account is not None:
        services.note_sign_out(account=account, by=queries.actor_on(account, clock.today()), at=clock.now())
    logout(request)
    return redirect("people:sign_in")


@never_cache
@require_http_methods(["GET", "POST"])
def roles(request: HttpRequest) -> HttpResponse:
    """Show one's roles and change into another, for the page that was to be opened; nothing of the former stays."""
    grants = getattr(request, "grants", [])
    if not grants:
        return redirect("people:no_role")
    if request.method == "POST":
        wanted = request.POST.get("grant", "")
        if wanted not in {str(grant.pk) for grant in grants}:
            raise Http404
        request.session[CHOSEN] = wanted
        return redirect(_next(request))
    actor: Actor | None = getattr(request, "actor", None)
    current = actor.grant if actor else None
    choices = [
        {
            "id": str(grant.pk),
            "label": Role(grant.role).label,
            "scope": queries.scope_name(grant),
            "current": grant.pk == current,
        }
        for grant in grants
    ]
    return render(request, "people/roles.html", {"choices": choices})


@require_GET
def no_role(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("people:sign_in")
    return render(request, "people/no_role.html", status=403)
