"""A person says how to be told."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.text import nfc
from diaban.reminders.models import Preference


@transaction.atomic
def choose_channels(*, email: str, by_email: bool, by: Actor, at: datetime) -> Preference:
    """The official address of the person and whether mail goes there. The page tells everybody in any case."""
    if by.account is None:
        raise NotAllowed("Chỉ người có tài khoản chọn cách nhận nhắc việc của mình.")
    if by_email and not nfc(email):
        raise RuleBroken("Muốn nhận qua thư thì ghi địa chỉ thư công vụ.", field="email")
    made, _ = Preference.objects.update_or_create(
        account_id=by.account, defaults={"email": nfc(email), "by_email": by_email}
    )
    audit.record("reminder.channels_chosen", made, by=by, at=at, by_email=by_email)
    return made
