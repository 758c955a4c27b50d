"""Random edits, deletions and swaps by somebody who holds the whole database and no trigger watches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.db import IntegrityError, connection, transaction

from diaban.journal.guard import journalled_tables
from diaban.journal.rules import Fault

CHANGED = {
    "character varying": "left(md5({0}::text || 'x'), greatest(1, length({0})))",
    "text": "{0} || ' (đã sửa)'",
    "integer": "coalesce({0}, 0) + 1",
    "smallint": "coalesce({0}, 0) + 1",
    "bigint": "coalesce({0}, 0) + 1",
    "date": "coalesce({0}, '2023-01-01') + 1",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 second'",
    "boolean": "NOT {0}",
    "jsonb": "jsonb_build_array({0}, 1)",
    "uuid": "gen_random_uuid()",
}
"""Another value of each kind of column; of an empty text it may be the same, and is then tried elsewhere."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Records (table, key), or places in a chain (chain, number), that somebody laid hands on."""

    how: str
    records: frozenset[tuple[str, str]] = frozenset()
    places: frozenset[tuple[str, int]] = frozenset()

    def is_all_of(self, found: Sequence[Fault]) -> bool:
        """Exactly these records; or, in a chain, each place, seen there or by the entry after it, and none besides."""
        if self.records:
            return {(fault.table, fault.record) for fault in found} == self.records and len(found) == len(self.records)
        seen = {(fault.chain, fault.seq) for fault in found if not fault.record or fault.kind != "content"}
        near = {(chain, seq + step) for chain, seq in self.places for step in (0, 1)}
        return (
            all({(chain, seq), (chain, seq + 1)} & seen for chain, seq in self.places)
            and {(fault.chain, fault.seq) for fault in found if fault.kind in {"gap", "changed", "repeated"}} <= near
        )


def tamper(random: Random) -> Touched:
    """One tampering, tried again elsewhere when a constraint of the database itself refuses it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    while True:
        way = random.choice(WAYS)
        try:
            with transaction.atomic():
                if touched := way(random):
                    return touched
        except IntegrityError:
            continue


def edit_record(random: Random) -> Touched | None:
    table, key = _a_record(random)
    column, kind = random.choice(
        _rows("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s "
              "AND column_name <> 'id' AND is_generated = 'NEVER'", table)
    )  # fmt: skip
    if kind not in CHANGED:
        return None
    before = _rows(f"SELECT to_jsonb(t) FROM {table} t WHERE id::text = %s", key)
    _do(f'UPDATE {table} SET "{column}" = {CHANGED[kind].format(chr(34) + column + chr(34))} WHERE id::text = %s', key)
    after = _rows(f"SELECT to_jsonb(t) FROM {table} t WHERE id::text = %s", key)
    return Touched(f"edit {table}.{column}", frozenset({(table, key)})) if before != after else None


def delete_record(random: Random) -> Touched:
    table, key = _a_record(random)
    _do(f"DELETE FROM {table} WHERE id::text = %s", key)
    return Touched(f"delete {table}", frozenset({(table, key)}))


def swap_records(random: Random) -> Touched | None:
    """Two records change their keys: each now says what the other said."""
    table, one = _a_record(random)
    others = [row[0] for row in _rows(f"SELECT id::text FROM {table} WHERE id::text <> %s ORDER BY 1", one)]
    if not others:
        return None
    other = random.choice(others)
    aside = "-1" if one.isdigit() else "00000000-0000-0000-0000-000000000000"
    for old, new in ((one, aside), (other, one), (aside, other)):
        _do(f"UPDATE {table} SET id = %s WHERE id::text = %s", new, old)
    return Touched(f"swap {table}", frozenset({(table, one), (table, other)}))


def forge_record(random: Random) -> Touched:
    table, key = _a_record(random)
    new = "900000001" if key.isdigit() else f"00000000-0000-7000-8000-{random.getrandbits(40):012x}"
    _do(f"INSERT INTO {table} SELECT (jsonb_populate_record(t, jsonb_build_object('id', %s::text))).* FROM {table} t "
        "WHERE id::text = %s", new, key)  # fmt: skip
    return Touched(f"forge {table}", frozenset({(table, new)}))


def edit_entry(random: Random) -> Touched:
    chain, seq = _a_place(random)
    change = random.choice([
        "at = at + interval '1 microsecond'", "act = CASE act WHEN 'insert' THEN 'update' ELSE 'insert' END",
        "record = record || '0'", "content = 'x' || content", "writer = writer || 'x'", "hash = md5(hash) || md5(hash)",
        "table_name = table_name || 'x'", "id = id || '0'",
    ])  # fmt: skip
    _do(f"UPDATE journal_entry SET {change} WHERE chain = %s AND seq = %s", chain, seq)
    return Touched(f"edit entry: {change}", places=frozenset({(chain, seq)}))


def delete_entry(random: Random) -> Touched:
    chain, seq = _a_place(random)
    _do("DELETE FROM journal_entry WHERE chain = %s AND seq = %s", chain, seq)
    return Touched("delete entry", places=frozenset({(chain, seq)}))


def delete_record_with_its_entries(random: Random) -> Touched:
    table, key = _a_record(random)
    places = _rows("SELECT chain, seq FROM journal_entry WHERE table_name = %s AND record = %s", table, key)
    _do(f"DELETE FROM {table} WHERE id::text = %s", key)
    _do("DELETE FROM journal_entry WHERE table_name = %s AND record = %s", table, key)
    return Touched("delete record and entries", places=frozenset(places))


def swap_entries(random: Random) -> Touched | None:
    (chain, one), (same, other) = _a_place(random), _a_place(random)
    if chain != same or one == other:
        return None
    for old, new in ((one, -1), (other, one), (-1, other)):
        _do("UPDATE journal_entry SET seq = %s, id = chain || '-' || %s WHERE chain = %s AND seq = %s",
            new, new, chain, old)  # fmt: skip
    return Touched("swap entries", places=frozenset({(chain, one), (chain, other)}))


WAYS: tuple[Callable[[Random], Touched | None], ...] = (
    edit_record, delete_record, swap_records, forge_record, edit_entry, delete_entry, delete_record_with_its_entries,
    swap_entries,
)  # fmt: skip


def _a_record(random: Random) -> tuple[str, str]:
    filled = [(table.name, row[0]) for table in journalled_tables()
              for row in _rows(f"SELECT id::text FROM {table.name} ORDER BY id LIMIT 40")]  # fmt: skip
    tables = sorted({table for table, _ in filled})
    chosen = random.choice(tables)
    return random.choice([one for one in filled if one[0] == chosen])


def _a_place(random: Random) -> tuple[str, int]:
    chain, last = random.choice(_rows("SELECT code, seq FROM journal_chain ORDER BY code"))
    return chain, random.randint(1, last)


def _rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return list(cursor.fetchall())


def _do(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
