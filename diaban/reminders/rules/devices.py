"""What a browser hands over so that it can be told: an address at its maker's push service, and two keys."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from urllib.parse import urlsplit

from diaban.kit.objections import Objection

MOST_DEVICES = 5
"""A person's own; more are old ones that nobody uses."""
LONGEST = 500
POINT, SECRET = 65, 16
"""Octets of an uncompressed point of P-256 and of the authentication secret (RFC 8291)."""


def device_objections(endpoint: str, p256dh: str, auth: str, *, hosts: Sequence[str]) -> list[Objection]:
    """What keeps a device from being entered: only push services that the office named are ever spoken to."""
    found = []
    if not allowed(endpoint, hosts=hosts):
        found.append(Objection("endpoint", "Dịch vụ thông báo của trình duyệt này chưa được cơ quan cho phép."))
    if octets(p256dh)[:1] != b"\x04" or len(octets(p256dh)) != POINT or len(octets(auth)) != SECRET:
        found.append(Objection("p256dh", "Khóa của trình duyệt không đúng. Mở lại trang và thử lại."))
    return found


def allowed(endpoint: str, *, hosts: Sequence[str]) -> bool:
    """HTTPS on its own port, without user or password, at a named host; «.example.com» names every host below."""
    try:
        parts = urlsplit(endpoint)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        return False
    plain = parts.scheme == "https" and port in {None, 443} and parts.username is None and parts.password is None
    known = any(host.endswith(one) if one.startswith(".") else host == one for one in hosts)
    return plain and known and len(endpoint) <= LONGEST


def octets(text: str) -> bytes:
    """Base64url as browsers write it, without padding; nothing when it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
