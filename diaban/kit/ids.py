"""Opaque ids that a phone and the server make alike: UUIDv7, which sort by their time of making."""

from uuid import UUID

import uuid_utils


def uuid7() -> UUID:
    return UUID(bytes=uuid_utils.uuid7().bytes)
