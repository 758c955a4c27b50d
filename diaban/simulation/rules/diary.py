"""The audit lines of a simulation: it says of itself what it made."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from diaban.simulation.rules.book import EPOCH, Book

LINE = "kit.auditevent"


def write_diary(book: Book, *, one_a_record: bool, at: datetime) -> None:
    """One line a record with the time of its making, or one line a table where there are very many."""
    for table, rows in list(book.rows.items()):
        if not one_a_record:
            _line(book, at, table, {"count": len(rows)})
            continue
        for row in rows:
            key = row[0]
            if isinstance(key, UUID):
                _line(book, _made(key) if key.version == 7 else at, f"{table}:{key}", {})


def _line(book: Book, at: datetime, subject: str, details: dict[str, object]) -> None:
    book.add(
        LINE,
        at,
        at=at,
        by_id=None,
        by_name="Mô phỏng",
        role="system",
        action="simulated",
        subject=subject,
        details=details,
    )


def _made(key: UUID) -> datetime:
    return EPOCH + timedelta(milliseconds=key.int >> 80)
