"""Where a simulated year is written before it goes to the database: rows by table, ids that follow from the seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from random import Random
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
T = TypeVar("T")


class Book:
    """Rows of plain values by table label (`fieldwork.visit`); a row's columns are those of the first row of its table.

    The same seed and the same calls give the same rows, ids included: nothing here reads a clock.
    """

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.columns: dict[str, tuple[str, ...]] = {}
        self.rows: dict[str, list[tuple[object, ...]]] = {}

    def add(self, table: str, at: datetime, /, **values: object) -> UUID:
        """Write a row made at that moment; its new id."""
        key = self.new_id(at)
        self.put(table, key, **values)
        return key

    def put(self, table: str, key: UUID, /, **values: object) -> None:
        """Write a row whose id is known already."""
        columns = self.columns.get(table)
        if columns is None:
            columns = self.columns[table] = tuple(values)
            self.rows[table] = []
        self.rows[table].append((key, *[values[name] for name in columns]))

    def new_id(self, at: datetime) -> UUID:
        """A UUIDv7 of that moment with random bits of the seed."""
        milliseconds = int((at - EPOCH) / timedelta(milliseconds=1))
        bits = self.random.getrandbits(74)
        return UUID(int=milliseconds << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & (1 << 62) - 1)

    def dicts(self, table: str) -> list[dict[str, object]]:
        """The rows of a table by column name."""
        names = ("id", *self.columns.get(table, ()))
        return [dict(zip(names, row, strict=True)) for row in self.rows.get(table, [])]

    def counts(self) -> dict[str, int]:
        return {table: len(rows) for table, rows in sorted(self.rows.items())}

    def digest(self) -> str:
        """SHA-256 of everything written so far."""
        total = sha256()
        for table in sorted(self.rows):
            total.update(repr((table, self.columns[table])).encode())
            for row in self.rows[table]:
                total.update(repr(row).encode())
        return total.hexdigest()

    def moment(self, day: date, *, first: int = 8, last: int = 16) -> datetime:
        """Some minute of the working day."""
        return moment(day, self.random.randint(first, last), self.random.randrange(60))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def weighted(self, weights: Mapping[T, float]) -> T:
        return self.random.choices(list(weights), list(weights.values()))[0]


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), HANOI)
