"""A message to a person's browsers, encrypted for each (RFC 8291) and signed as ours (RFC 8292).

It says how many things wait and nothing of what they are: a locked screen is read by anybody.
"""

from __future__ import annotations

import json
import ssl
from http.client import HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from py_vapid import Vapid02
from py_vapid.utils import b64urlencode
from pywebpush import WebPusher

from diaban.reminders.models import Device, Message
from diaban.reminders.rules.devices import allowed

GONE = {404, 410}
"""The browser took the subscription back."""
SILENT = 0
"""Written for the status of a service that gave no answer."""
SECONDS, KEPT = 20, 24 * 3600
"""How long a service may take to answer, and how long it keeps a message for a browser that sleeps."""


def push(one: Message) -> None:
    """To every device of the reader. Raises ConnectionError when one did not take it, ValueError when there is none.

    Sent again, it replaces itself: the service and the browser know it by its topic.
    """
    devices = list(Device.objects.filter(account=one.account_id))
    if not devices:
        raise ValueError("người nhận đã tắt thông báo trên mọi thiết bị")
    answers = {device.pk: _post(device, one) for device in devices}
    Device.objects.filter(pk__in=[pk for pk, status in answers.items() if status in GONE]).delete()
    if all(status in GONE for status in answers.values()):
        raise ValueError("người nhận đã tắt thông báo trên mọi thiết bị")
    refused = [status for status in answers.values() if status not in GONE and not 200 <= status < 300]
    if refused:
        raise ConnectionError(f"dịch vụ thông báo {f'trả lời {max(refused)}' if any(refused) else 'không trả lời'}")


def door_to(host: str) -> HTTPSConnection:
    """No redirect is followed; the certificate is checked."""
    return HTTPSConnection(host, 443, timeout=SECONDS, context=ssl.create_default_context())


def make_key() -> str:
    """A new private key of P-256 in base64url. With another key every device has to be turned on anew."""
    made = Vapid02()
    made.generate_keys()
    return str(b64urlencode(made.private_key.private_numbers().private_value.to_bytes(32, "big")))


def public_key() -> str:
    """What a browser subscribes with, in base64url."""
    numbers = _signer().public_key.public_numbers()
    return str(b64urlencode(b"\x04" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")))


def _signer() -> Vapid02:
    return Vapid02.from_string(settings.PUSH_KEY)


def _post(device: Device, one: Message) -> int:
    """The status of the service's answer; SILENT when none came, so that the other devices are told all the same."""
    if not allowed(device.endpoint, hosts=settings.PUSH_HOSTS):
        return 410  # the office does not speak to this service any more
    parts = urlsplit(device.endpoint)
    keys = {"p256dh": device.p256dh, "auth": device.auth}
    said = json.dumps({"title": one.subject, "tag": str(one.pk)}, ensure_ascii=False).encode()
    sealed = WebPusher({"endpoint": device.endpoint, "keys": keys}).encode(said, content_encoding="aes128gcm")
    claims = {"aud": f"https://{parts.hostname}", "sub": settings.PUSH_CONTACT}
    headers = {
        **_signer().sign(claims),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT),
        "Topic": one.pk.hex,
    }
    door = door_to(str(parts.hostname))
    try:
        door.request("POST", f"{parts.path}{'?' + parts.query if parts.query else ''}", sealed["body"], headers)
        return door.getresponse().status
    except (OSError, HTTPException):
        return SILENT
    finally:
        door.close()
