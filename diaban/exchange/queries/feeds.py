"""Whose calendar a secret address opens."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from diaban.exchange.models import CalendarFeed
from diaban.exchange.rules import digest_of
from diaban.kit.actors import Actor
from diaban.people.queries import actor_for


def feed_in_force(actor: Actor) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(grant_id=actor.grant, revoked_at=None).first()


def reader_of(secret: str, today: date) -> Actor | None:
    """The person in the role on the day; none once the address is revoked, the role over or the account closed."""
    holds = Q(grant__ends_on=None) | Q(grant__ends_on__gt=today)
    feeds = CalendarFeed.objects.filter(
        holds, revoked_at=None, grant__starts_on__lte=today, grant__account__is_active=True
    )
    related = ("grant__account", "grant__province", "grant__unit", "grant__agency", "grant__cadre")
    found = feeds.filter(address_sha256=digest_of(secret)).select_related(*related).first()
    return actor_for(found.grant.account, found.grant, on=today) if found else None
