"""Opaque ids that a phone and the server make alike: UUIDv7, which sort by their time of making."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from random import Random
from uuid import UUID

import uuid_utils

_RANDOM: ContextVar[Random | None] = ContextVar("ids_follow", default=None)


def uuid7() -> UUID:
    random = _RANDOM.get()
    if random:
        bits = random.getrandbits(122)
        return UUID(int=bits >> 74 << 80 | 7 << 76 | (bits >> 62 & 0xFFF) << 64 | 2 << 62 | bits & (1 << 62) - 1)
    return UUID(bytes=uuid_utils.uuid7().bytes)


@contextmanager
def following(random: Random) -> Iterator[None]:
    """Within, ids follow from a seed instead of the clock: a simulation must repeat itself."""
    token = _RANDOM.set(random)
    try:
        yield
    finally:
        _RANDOM.reset(token)
