"""The audit lines of a simulation: it says of itself what it made."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from diaban.simulation.rules.book import EPOCH, Book

LINE = "kit.auditevent"


def write_lines(book: Book, *, at: datetime, only: str = "") -> None:
    """A line for each record (of one table only) that has none yet, at the time of its making if its id tells it."""
    for table, rows in list(book.rows.items()):
        if table == LINE or (only and table != only):
            continue
        for key, *_ in rows[book.noted[table] :]:
            if isinstance(key, UUID):
                _line(book, _made(key) if key.version == 7 else at, f"{table}:{key}", {})
        book.noted[table] = len(rows)


def write_totals(book: Book, *, at: datetime) -> None:
    """One line a table, where there are very many records."""
    for table, count in sorted(book.counts().items()):
        _line(book, at, table, {"count": count})


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
