"""Who sees which messages: each the own ones; the Organisation Board whether those of its province went out."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.reminders.models import Device, Message, Run
from diaban.reminders.rules import Channel


def visible_messages(actor: Actor) -> QuerySet[Message]:
    """A person's own, on the page."""
    own = Message.objects.filter(channel=Channel.PAGE)
    return own.filter(account=actor.account, province=actor.province) if actor.account else own.none()


def visible_deliveries(actor: Actor) -> QuerySet[Message]:
    """What was to leave the building, for whoever looks after it."""
    sent = Message.objects.exclude(channel=Channel.PAGE)
    return sent.filter(province=actor.province) if actor.is_(Role.BOARD) else sent.none()


def visible_devices(actor: Actor) -> QuerySet[Device]:
    """A person's own."""
    return Device.objects.filter(account=actor.account) if actor.account else Device.objects.none()


def visible_runs(actor: Actor) -> QuerySet[Run]:
    return Run.objects.filter(province=actor.province) if actor.is_(Role.BOARD) else Run.objects.none()


def may_resend(actor: Actor, message: Message) -> bool:
    return actor.is_(Role.BOARD) and actor.province == message.province_id
