"""What concerns the person alone."""

from __future__ import annotations

from diaban.kit.actors import Actor
from diaban.reminders.models import Preference
from diaban.reminders.policies import visible_messages


def preference_of(actor: Actor) -> Preference | None:
    return Preference.objects.filter(account=actor.account).first() if actor.account else None


def unread_of(actor: Actor) -> int:
    """How many summaries on the page were not opened yet."""
    return visible_messages(actor).filter(read_at=None).count()
