"""Where a simulated year is written before it goes to the database: rows by table, ids that follow from the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from random import Random
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SERIALS = frozenset({"province_id", "commune_id", "unit_id"})
"""Keys that the database gave to its units; another database may have given others, so no sum is taken of them."""
T = TypeVar("T")


class Book:
    """Rows of plain values by table label (`fieldwork.visit`); a row's columns are those of the first row of its table.

    The same seed and the same calls give the same rows, ids included: nothing here reads a clock.
    """

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.random = Random(seed)
        self._aside: dict[str, Random] = {}
        self.columns: dict[str, tuple[str, ...]] = {}
        self.rows: dict[str, list[tuple[object, ...]]] = {}
        self.written: Counter[str] = Counter()
        self.noted: Counter[str] = Counter()
        """How many rows of a table have their line in the diary."""
        self.sent_out: list[tuple[UUID, date]] = []
        """Inspections that were decided, with the day: the cast is written after them, and makes their teams."""
        self._sum = sha256()

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

    def counts(self) -> Counter[str]:
        """Rows by table, those turned over included."""
        return self.written + Counter({table: len(rows) for table, rows in self.rows.items()})

    def turn_over(self) -> None:
        """Forget the rows, which are in the database now; their counts and their sum stay."""
        for table, rows in sorted(self.rows.items()):
            self.written[table] += len(rows)
            kept = [0, *(n for n, name in enumerate(self.columns[table], start=1) if name not in SERIALS)]
            self._sum.update(repr((table, [[row[n] for n in kept] for row in rows])).encode())
            rows.clear()
        self.noted.clear()

    def digest(self) -> str:
        """SHA-256 of everything that was turned over."""
        return self._sum.hexdigest()

    def moment(self, day: date, *, first: int = 8, last: int = 16) -> datetime:
        """Some minute of the working day."""
        return moment(day, self.random.randint(first, last), self.random.randrange(60))

    @contextmanager
    def apart(self, name: str) -> Iterator[None]:
        """Within, chance comes from a stream of that name, so that what is drawn here changes nothing elsewhere."""
        before = self.random
        if name not in self._aside:
            self._aside[name] = Random(f"{self.seed}:{name}")
        self.random = self._aside[name]
        try:
            yield
        finally:
            self.random = before

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def weighted(self, weights: Mapping[T, float]) -> T:
        return self.random.choices(list(weights), list(weights.values()))[0]


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), HANOI)
