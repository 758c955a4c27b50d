from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from diaban.kit import clock
from diaban.kit.actors import Actor
from diaban.people.models import Account
from diaban.people.queries import actor_for, grants_on

View = Callable[[HttpRequest], HttpResponse]

CHOSEN = "vai_tro"
"""Key of the session under which the chosen role grant stands."""


def actor_middleware(get_response: View) -> View:
    """Put the acting person on the request. A changed or ended role holds at the very next request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]  # a request learns who acts
        request.grants = []  # type: ignore[attr-defined]  # a request learns who acts
        user = request.user
        if isinstance(user, Account):
            _put_actor(request, user)
        return get_response(request)

    return middleware


def _put_actor(request: HttpRequest, account: Account) -> None:
    today = clock.today()
    grants = list(grants_on(account, today))
    chosen = request.session.get(CHOSEN)
    grant = next((g for g in grants if str(g.pk) == chosen), grants[0] if grants else None)
    actor: Actor | None = actor_for(account, grant, on=today) if grant else None
    request.grants = grants  # type: ignore[attr-defined]  # a request learns who acts
    request.actor = actor  # type: ignore[attr-defined]  # a request learns who acts
