"""A person turns messages on in a browser, and off again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, refuse
from diaban.kit.text import nfc
from diaban.reminders import policies
from diaban.reminders.models import Device
from diaban.reminders.rules.devices import MOST_DEVICES, device_objections


@transaction.atomic
def add_device(
    *, endpoint: str, p256dh: str, auth: str, name: str, id: UUID | None = None, by: Actor, at: datetime
) -> Device:
    """Tell the person in this browser too. A browser that somebody else had turned on is theirs no longer."""
    if by.account is None:
        raise NotAllowed("Chỉ người có tài khoản nhận thông báo trên thiết bị.")
    if not settings.PUSH_KEY:
        raise RuleBroken("Máy chủ chưa bật thông báo trên thiết bị.", field="endpoint")
    refuse(device_objections(endpoint, p256dh, auth, hosts=settings.PUSH_HOSTS))
    Device.objects.filter(endpoint=endpoint).delete()
    if policies.visible_devices(by).count() >= MOST_DEVICES:
        raise RuleBroken(
            f"Đã bật trên {MOST_DEVICES} thiết bị. Tắt một thiết bị không dùng rồi bật lại.", field="endpoint"
        )
    made = Device.objects.create(
        id=id or uuid7(), account_id=by.account, endpoint=endpoint, p256dh=p256dh, auth=auth, name=nfc(name), made_at=at
    )
    audit.record("reminder.device_added", made, by=by, at=at)
    return made


@transaction.atomic
def drop_device(*, device: Device, by: Actor, at: datetime) -> None:
    demand(device.account_id == by.account, "Chỉ chủ thiết bị tắt được thông báo trên thiết bị của mình.")
    audit.record("reminder.device_dropped", device, by=by, at=at)
    device.delete()
