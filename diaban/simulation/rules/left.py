"""What is open between a commune and its cadre, remembered over the years: a handover names it. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from diaban.fieldwork.rules import DifficultyState
from diaban.replacement.rules import commitment_line, difficulty_line
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.world import Duty

Row = dict[str, Any]


class Left:
    """Difficulties and commitments by their keys, as the years wrote them; a book forgets its rows, this does not."""

    def __init__(self) -> None:
        self._difficulties: dict[UUID, Row] = {}
        self._commitments: dict[UUID, Row] = {}
        self.waiting: list[tuple[Duty, UUID, Duty | None]] = []
        """What was decided on the last year, to be handed over in the first weeks of the next."""

    def remember(self, book: Book) -> None:
        """What the book holds now; twice is once."""
        self._difficulties |= {row["id"]: row for row in _rows(book, "fieldwork.difficulty")}
        self._commitments |= {row["id"]: row for row in _rows(book, "fieldwork.commitment")}

    def of(self, duty: Duty, on: date) -> tuple[list[str], list[str]]:
        """As the records stood on that day: open difficulties and commitments that are not done, a line each."""
        matters = sorted(_of(self._difficulties, duty, "raised_on", on), key=lambda row: (row["raised_on"], row["id"]))
        promised = sorted(_of(self._commitments, duty, "made_on", on), key=lambda row: (row["due_on"], row["id"]))
        return (
            [
                difficulty_line(raised_on=row["raised_on"], title=row["title"], state=_state(row, on).label)
                for row in matters
                if not _past(row["closed_on"], on)
            ],
            [
                commitment_line(due_on=row["due_on"], text=row["text"])
                for row in promised
                if not _past(row["ended_on"], on)
            ],
        )


def _rows(book: Book, table: str) -> list[Row]:
    return book.dicts(table)


def _of(rows: dict[UUID, Row], duty: Duty, began: str, on: date) -> Iterator[Row]:
    own = (duty.commune.id, duty.cadre.id)
    return (row for row in rows.values() if (row["commune_id"], row["cadre_id"]) == own and row[began] <= on)


def _past(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _state(row: Row, on: date) -> DifficultyState:
    """One that was routed has a due day; it is routed within days."""
    if _past(row["answered_on"], on):
        return DifficultyState.ANSWERED
    return DifficultyState.ROUTED if row["due_on"] else DifficultyState.NEW
