"""Messages leave one at a time, each in a transaction of its own; what failed is tried again, then shown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.objections import demand, refuse, step_objections
from diaban.kit.records import hold
from diaban.reminders import policies
from diaban.reminders.models import Message, Preference
from diaban.reminders.rules import ATTEMPTS, NEXT, Channel, MessageState
from diaban.reminders.services.pushing import push

LOG = logging.getLogger(__name__)
Send = Callable[[Message], None]
"""By one channel; raises when it did not go, `Shut` when nothing goes that way now."""


class Shut(Exception):  # noqa: N818 -- a state of the way, not a fault of the message
    """The way itself is shut: whatever waits for it goes on waiting, and no attempt is counted."""


def deliver(*, by: Actor, at: datetime, most: int = 10_000) -> tuple[int, int]:
    """Send what waits: (sent, not sent). Of a way that is not set up, or shut, nothing is tried: it goes on waiting.

    A row is held while its message goes. Killed before the server took it, it waits still; killed between the server's
    word and ours, it goes again under the same Message-ID, which a mailbox keeps once.
    """
    sent, failed = 0, set[UUID]()
    if settings.PUSH_KEY:
        sent += _empty(Channel.PUSH, push, failed, most, at)
    if settings.EMAIL_HOST:
        door = get_connection()
        sent += _empty(Channel.EMAIL, partial(_mail, door=door), failed, most - sent, at)
        with suppress(OSError):
            door.close()
    if sent or failed:
        audit.record("reminders.sent", "reminders", by=by, at=at, sent=sent, failed=len(failed))
    return sent, len(failed)


@transaction.atomic
def resend(*, message: Message, by: Actor, at: datetime) -> Message:
    """Put a message that failed back in the row."""
    demand(policies.may_resend(by, message), "Chỉ Ban Tổ chức Tỉnh ủy gửi lại thông báo của tỉnh mình.")
    hold(message)
    then = MessageState.WAITING
    refuse(step_objections(NEXT, now=MessageState(message.state), then=then, thing="Thông báo"))
    message.state, message.attempts, message.error = then, 0, ""
    message.save(update_fields=["state", "attempts", "error"])
    audit.record("reminder.put_back", message, by=by, at=at)
    return message


@transaction.atomic
def read_all(*, by: Actor, at: datetime) -> int:
    """The person has seen what is on the page."""
    return policies.visible_messages(by).filter(read_at=None).update(read_at=at)


def _empty(channel: Channel, send: Send, failed: set[UUID], most: int, at: datetime) -> int:
    """How many of the channel went; what did not is added to `failed`."""
    sent = 0
    try:
        while sent + len(failed) < most and (one := _next(channel, send, failed, at)):
            pk, went = one
            sent += went
            failed |= set() if went else {pk}
    except Shut as shut:
        LOG.warning("%s: %s", channel.value, shut)
        waiting = Message.objects.filter(channel=channel, state=MessageState.WAITING)
        waiting.update(error=f"đường gửi đang đóng: {shut}"[:300])
        failed |= set(waiting.values_list("pk", flat=True))
    return sent


@transaction.atomic
def _next(channel: Channel, send: Send, failed: set[UUID], at: datetime) -> tuple[UUID, bool] | None:
    """Send one that nobody else is sending: (which, whether it went). None when nothing waits."""
    waiting = Message.objects.filter(channel=channel, state=MessageState.WAITING).exclude(pk__in=failed)
    one = waiting.select_for_update(skip_locked=True).order_by("made_at", "id").first()
    if one is None:
        return None
    try:
        send(one)
    except Shut:
        raise
    except Exception as failure:
        one.attempts, one.error = one.attempts + 1, f"{type(failure).__name__}: {failure}"[:300]
        one.state = MessageState.FAILED if one.attempts >= ATTEMPTS else MessageState.WAITING
    else:
        one.state, one.sent_at, one.error = MessageState.SENT, at, ""
    one.save(update_fields=["state", "attempts", "error", "sent_at"])
    return one.pk, one.state == MessageState.SENT


def _mail(one: Message, door: BaseEmailBackend) -> None:
    address = Preference.objects.filter(account=one.account_id, by_email=True).values_list("email", flat=True).first()
    if not address:
        raise ValueError("người nhận đã thôi nhận qua thư")
    body = render_to_string("reminders/mail.txt", {"message": one, "home": settings.HOME_ADDRESS})
    mail = EmailMessage(one.subject, body, to=[address], headers={"Message-ID": f"<{one.pk}@dia-ban>"}, connection=door)
    _open(door)
    try:
        if mail.send() != 1:
            raise ConnectionError("máy chủ thư không nhận")
    except Exception:
        door.close()
        _open(door)  # whether this one mail was not taken, or the server has gone
        raise


def _open(door: BaseEmailBackend) -> None:
    try:
        door.open()
    except OSError as failure:
        raise Shut(failure) from failure
