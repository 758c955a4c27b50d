"""The secret address of a calendar: told once when it is made, kept only as its digest, revoked at any time."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from diaban.exchange.models import CalendarFeed
from diaban.exchange.rules import digest_of
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed


@transaction.atomic
def make_feed(*, by: Actor, at: datetime) -> tuple[CalendarFeed, str]:
    """A new address for the person's role, and its secret; an earlier one ends."""
    if by.grant is None:
        raise NotAllowed("Chỉ tài khoản có vai trò mới lập được địa chỉ lịch.")
    revoke_feed(by=by, at=at)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(grant_id=by.grant, address_sha256=digest_of(secret), made_at=at)
    audit.record("calendar.opened", feed, by=by, at=at)
    return feed, secret


@transaction.atomic
def revoke_feed(*, by: Actor, at: datetime) -> None:
    """End the address of the person's role, if there is one."""
    for feed in CalendarFeed.objects.select_for_update().filter(grant_id=by.grant, revoked_at=None):
        feed.revoked_at = at
        feed.save(update_fields=["revoked_at"])
        audit.record("calendar.revoked", feed, by=by, at=at)
