"""Content to and from PostgreSQL as bytes: as text, the way of the ORM, ten megabytes would take eighty in passing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection

_KEEP = "INSERT INTO attachments_storedfile (sha256, content, thumb) VALUES (%s, %b, %b) ON CONFLICT DO NOTHING"
_CONTENT = "SELECT content FROM attachments_storedfile WHERE sha256 = %s"
_THUMB = "SELECT thumb FROM attachments_storedfile WHERE sha256 = %s"


def keep(sha256: str, content: bytes, thumb: bytes) -> None:
    """Within the transaction at hand; nothing when it is there already."""
    with _cursor() as cursor:
        cursor.execute(_KEEP, [sha256, content, thumb])


def read(sha256: str, *, thumb: bool = False) -> bytes:
    """Raises LookupError when nothing is kept under the hash."""
    with _cursor() as cursor:
        row = cursor.execute(_THUMB if thumb else _CONTENT, [sha256], binary=True).fetchone()
    if row is None:
        raise LookupError(sha256)
    return bytes(row[0])


@contextmanager
def _cursor() -> Iterator[psycopg.Cursor[tuple[bytes]]]:
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        yield cursor
