"""What concerns the person alone."""

from __future__ import annotations

from diaban.kit.actors import Actor
from diaban.reminders.models import Preference
from diaban.reminders.policies import visible_devices, visible_messages


def preference_of(actor: Actor) -> Preference | None:
    return Preference.objects.filter(account=actor.account).first() if actor.account else None


def ways_of(actor: Actor) -> list[str]:
    """By which ways a summary reaches the person besides the page, in words: «gửi tới lan@so.vn»."""
    known, devices = preference_of(actor), visible_devices(actor).count()
    mail = [f"gửi tới {known.email}"] if known and known.by_email else []
    return mail + ([f"báo trên {devices} thiết bị đã bật"] if devices else [])


def unread_of(actor: Actor) -> int:
    """How many summaries on the page were not opened yet."""
    return visible_messages(actor).filter(read_at=None).count()
