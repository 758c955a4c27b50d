"""The journal held against itself, against the records, and against what is kept on paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from diaban.journal.guard import (
    CHAIN,
    DIGEST,
    ENTRY,
    ENTRY_HASH,
    FUNCTIONS,
    UNIT,
    JournalledTable,
    journalled_models,
    journalled_tables,
    own_triggers,
)
from diaban.journal.models import Entry
from diaban.journal.policies import visible_entries, visible_readings
from diaban.journal.rules import NATIONAL, Act, Fault, FaultKind, Head
from diaban.kit import audit
from diaban.kit.actors import Actor, Role
from diaban.kit.digest import one_moment

BROKEN_LINKS = f"""
    SELECT x.chain, x.seq, x.before, x.table_name, x.record
    FROM (SELECT e.*, coalesce(lag(e.seq) OVER w, 0) AS before,
                 e.id = e.chain || '-' || e.seq
                 AND e.hash = {ENTRY_HASH.format(before="coalesce(lag(e.hash) OVER w, '')")} AS holds
          FROM {ENTRY} e WHERE e.chain = ANY(%(chains)s) WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq)) x
    WHERE x.seq <> x.before + 1 OR NOT x.holds
    ORDER BY x.chain, x.seq
"""  # noqa: S608 -- names of ours
CUT_CHAINS = f"""
    SELECT coalesce(c.code, l.chain), c.seq
    FROM (SELECT * FROM {CHAIN} WHERE code = ANY(%(chains)s)) c
    FULL JOIN (SELECT DISTINCT ON (e.chain) e.chain, e.seq, e.hash FROM {ENTRY} e
               WHERE e.chain = ANY(%(chains)s) ORDER BY e.chain, e.seq DESC) l ON l.chain = c.code
    WHERE (c.seq, c.hash) IS DISTINCT FROM (l.seq, l.hash)
"""  # noqa: S608 -- names of ours
STRAYS = """
    WITH last AS (SELECT DISTINCT ON (e.record) e.record, e.chain, e.seq, e.act, e.content FROM {entry} e
                  WHERE e.table_name = %(table)s AND e.record <> '' ORDER BY e.record, e.seq DESC),
         shapes AS (SELECT e.chain, e.seq, coalesce(lead(e.seq) OVER w, 9223372036854775807) AS until,
                           string_to_array(e.content, ',') AS names
                    FROM {entry} e WHERE e.table_name = %(table)s AND e.record = ''
                    WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq)),
         present AS (SELECT t.{key}::text AS record, to_jsonb(t) AS row,
                            coalesce((SELECT u.code FROM {unit} u WHERE u.id = ({home})), '{national}') AS chain
                     FROM {table} t)
    SELECT x.chain, x.seq, x.record, x.is_there, x.is_known FROM (
        SELECT coalesce(l.chain, p.chain) AS chain, l.seq, coalesce(l.record, p.record) AS record,
               p.record IS NOT NULL AS is_there, coalesce(l.act <> '{deleted}', false) AS is_known,
               l.content = {same} AS is_same
        FROM present p FULL JOIN last l ON l.record = p.record
        LEFT JOIN shapes s ON s.chain = l.chain AND s.seq < l.seq AND l.seq < s.until) x
    WHERE x.chain = ANY(%(chains)s) AND (x.is_there <> x.is_known OR (x.is_known AND x.is_same IS NOT TRUE))
    ORDER BY x.chain, x.seq NULLS LAST, x.record
"""
LATER_COLUMNS = "ARRAY(SELECT k FROM jsonb_object_keys(p.row) k WHERE k <> ALL(s.names))"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and everything that is not as it was written."""

    entries: int
    records: int
    heads: list[Head]
    faults: list[Fault] = field(default_factory=list)


def verify(chains: Collection[str] | None = None, paper: Collection[Head] = ()) -> Verified:
    """All chains, or those named; `paper` holds heads that were printed on an earlier day."""
    with one_moment():
        named = sorted(chains) if chains is not None else _all_chains()
        faults = [*_unguarded(), *_broken_links(named), *_cut_chains(named)]
        for table in journalled_tables():
            faults += _strays(table, named)
        faults += [Fault(FaultKind.PAPER, head.chain, head.seq) for head in paper if not _holds(head)]
        entries = Entry.objects.filter(chain__in=named)
        records = entries.exclude(record="").values("table_name", "record").distinct().count()
        return Verified(entries.count(), records, last_heads(named), faults)


def last_heads(chains: Collection[str]) -> list[Head]:
    last = Entry.objects.filter(chain__in=chains).order_by("chain", "-seq").distinct("chain")
    return [Head(chain, seq, code) for chain, seq, code in last.values_list("chain", "seq", "hash")]


def day_heads(chains: Collection[str] | None = None, day: date | None = None) -> list[Head]:
    """Where each chain stood at the end of each day on which something was entered, or of that day; newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT ON (day, chain) chain, seq, hash, day FROM (SELECT e.*, "  # noqa: S608 -- names of ours
            f"(e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM {ENTRY} e WHERE e.chain = ANY(%s) OR %s) x "
            "WHERE %s::date IS NULL OR day = %s ORDER BY day DESC, chain, seq DESC",
            [list(chains or ()), chains is None, day, day],
        )
        return [Head(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class History:
    """What was written of one record, by whom, and who opened it while it was sealed."""

    title: str
    entries: list[Entry]
    writers: list[tuple[datetime, str, str]]
    readers: list[tuple[datetime, str, str]]
    acts: dict[str, str]


def history(actor: Actor, table: str, record: str) -> History | None:
    """Nothing for a record whose chain the actor does not see, as for one that never was."""
    model = next((one for one in journalled_models() if one._meta.db_table == table), None)
    entries = list(visible_entries(actor).filter(table_name=table, record=record[:64])) if record else []
    if model is None or not entries:
        return None
    lines = audit.lines_of(f"{model._meta.label_lower}:{record}")
    readings = visible_readings(actor).filter(table_name=table, record__in=_key(record))
    return History(
        str(model._meta.verbose_name),
        entries,
        [(one.at, one.by_name, _role(one.role)) for one in lines if one.action != "sealed.read"],
        [(one.read_at, one.by_name, _role(one.role)) for one in readings],
        {act.value: act.label for act in Act},
    )


def _role(value: str) -> str:
    return next((role.label for role in Role if role.value == value), value)


def _key(record: str) -> list[UUID]:
    """Sealed records have UUIDs; what is none was never sealed."""
    try:
        return [UUID(record)]
    except ValueError:
        return []


def _all_chains() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT chain FROM {ENTRY} UNION SELECT code FROM {CHAIN} "  # noqa: S608 -- names of ours
            f"UNION SELECT code FROM {UNIT} WHERE level = 'province' UNION SELECT %s",
            [NATIONAL],
        )
        return sorted(row[0] for row in cursor.fetchall())


def _broken_links(chains: list[str]) -> Iterator[Fault]:
    for chain, seq, before, table, record in _found(BROKEN_LINKS, chains=chains):
        kind = FaultKind.CHANGED if seq == before + 1 else FaultKind.REPEATED if seq <= before else FaultKind.GAP
        yield Fault(kind, chain, seq, table, record)


def _cut_chains(chains: list[str]) -> Iterator[Fault]:
    for chain, seq in _found(CUT_CHAINS, chains=chains):
        yield Fault(FaultKind.CUT, chain, seq)


def _strays(table: JournalledTable, chains: list[str]) -> Iterator[Fault]:
    """Records that are not as last written; columns that came after that are not held against them."""
    quote = connection.ops.quote_name
    query = STRAYS.format(
        entry=ENTRY,
        unit=UNIT,
        key=quote(table.key),
        home=table.home,
        table=quote(table.name),
        national=NATIONAL,
        deleted=Act.DELETE,
        same=DIGEST.format(f"p.row - {LATER_COLUMNS}"),
    )
    for chain, seq, record, is_there, is_known in _found(query, chains=chains, table=table.name):
        kind = FaultKind.CONTENT if is_there and is_known else FaultKind.UNKNOWN if is_there else FaultKind.MISSING
        yield Fault(kind, chain, seq, table.name, record)


def _unguarded() -> Iterator[Fault]:
    """Triggers and functions that are not as this version of the product puts them."""
    rows = _found(
        "SELECT g.tgrelid::regclass::text, g.tgname, g.tgtype, g.tgenabled, p.proname, "
        "string_to_array(rtrim(encode(g.tgargs, 'escape'), '\\000'), '\\000'), "
        "coalesce(substring(pg_get_triggerdef(g.oid) FROM ' WHEN \\((.*)\\) EXECUTE FUNCTION '), '') "
        "FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid WHERE p.proname = ANY(%(names)s)",
        names=list(FUNCTIONS),
    )
    there = {(*row[:3], row[4], tuple(row[5] or ()), row[6]) for row in rows if row[3] in {"O", "A"}}
    for one in [*own_triggers(), *(each for table in journalled_tables() for each in table.triggers)]:
        if (one.table, one.name, one.kind, one.function, one.arguments, one.when) not in there:
            yield Fault(FaultKind.UNGUARDED, "", table=one.table, record=one.name)
    bodies = dict(_found("SELECT proname, prosrc FROM pg_proc WHERE proname = ANY(%(names)s)", names=list(FUNCTIONS)))
    for name, (_, _, body) in FUNCTIONS.items():
        if bodies.get(name) != body:
            yield Fault(FaultKind.UNGUARDED, "", table=ENTRY, record=name)


def _holds(head: Head) -> bool:
    return Entry.objects.filter(chain=head.chain, seq=head.seq, hash=head.hash).exists()


def _found(query: str, **values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
