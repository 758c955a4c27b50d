"""The journal's own machinery inside the database: what writes entries, and what lets nobody else write.

The functions stand here and not in a migration: `verify` holds what the database has against what it should have.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models, transaction

from diaban.journal.models import Chain, Entry
from diaban.journal.rules import NATIONAL, Act, Journalled
from diaban.places.models import Unit

STEADY = "SET timezone = 'UTC' SET extra_float_digits = '1' SET bytea_output = 'hex' SET search_path FROM CURRENT"
"""One record has one text, whatever the session prefers."""
ENTRY, CHAIN, UNIT = Entry._meta.db_table, Chain._meta.db_table, Unit._meta.db_table
DIGEST = "encode(sha256(convert_to(({})::text, 'UTF8')), 'hex')"
ENTRY_HASH = DIGEST.format(
    "jsonb_build_array({before}, e.chain, e.seq, e.at, e.act, e.table_name, e.record, e.content, e.writer)"
)
LOCK = 26_1017
"""Advisory lock beside the chain's own number: entries of a chain come one after another."""

APPEND = f"""
DECLARE written text;
BEGIN
    INSERT INTO {ENTRY} (id, chain, seq, at, act, table_name, record, content, writer, hash)
    SELECT e.chain || '-' || e.seq, e.*, {ENTRY_HASH.format(before="link")}
    FROM (SELECT here AS chain, number AS seq, clock_timestamp() AS at, done AS act, kind AS table_name,
                 about AS record, said AS content, session_user::text AS writer) e
    RETURNING hash INTO written;
    RETURN written;
END
"""  # noqa: S608 -- names of ours
ENTER = f"""
DECLARE
    here text;
    number bigint;
    link text;
BEGIN
    FOR i IN 1 .. coalesce(cardinality(abouts), 0) LOOP
        IF here IS DISTINCT FROM chains[i] THEN
            here := chains[i];
            PERFORM pg_advisory_xact_lock({LOCK}, hashtext(here));
            SELECT e.seq, e.hash INTO number, link FROM {ENTRY} e WHERE e.chain = here ORDER BY e.seq DESC LIMIT 1;
            number := coalesce(number, 0);
            link := coalesce(link, '');
            IF shape IS DISTINCT FROM (SELECT e.content FROM {ENTRY} e WHERE e.table_name = kind AND e.record = ''
                                       AND e.chain = here ORDER BY e.seq DESC LIMIT 1) THEN
                number := number + 1;
                link := journal_append(here, number, link, '{Act.SHAPE}', kind, '', shape);
            END IF;
        END IF;
        number := number + 1;
        link := journal_append(here, number, link, done, kind, abouts[i], said[i]);
        IF here IS DISTINCT FROM chains[i + 1] THEN
            INSERT INTO {CHAIN} (code, seq, hash) VALUES (here, number, link)
            ON CONFLICT (code) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
        END IF;
    END LOOP;
END
"""  # noqa: S608 -- names of ours
ROWS = f"""
    SELECT array_agg(w.chain ORDER BY w.chain, w.about), array_agg(w.about ORDER BY w.chain, w.about),
           array_agg(w.said ORDER BY w.chain, w.about), min(w.shape)
    FROM (SELECT coalesce((SELECT e.chain FROM {ENTRY} e WHERE e.table_name = %4$L AND e.record = t.%1$I::text
                           ORDER BY e.seq DESC LIMIT 1),
                          (SELECT u.code FROM {UNIT} u WHERE u.id = (%2$s)), '{NATIONAL}') AS chain,
                 t.%1$I::text AS about, {DIGEST.format("to_jsonb(t)")} AS said,
                 (SELECT string_agg(k, ',' ORDER BY k COLLATE "C") FROM jsonb_object_keys(to_jsonb(t)) k) AS shape
          FROM %3$I t) w
"""  # noqa: S608 -- names of ours
NOTE = f"""
DECLARE
    chains text[];
    abouts text[];
    said text[];
    shape text;
BEGIN
    EXECUTE format($rows${ROWS}$rows$, TG_ARGV[0], TG_ARGV[1], 'touched', TG_TABLE_NAME)
        INTO chains, abouts, said, shape;
    PERFORM journal_enter(TG_TABLE_NAME, lower(TG_OP), shape, chains, abouts, said);
    RETURN NULL;
END
"""
TAKE = f"""
DECLARE
    chains text[];
    abouts text[];
    said text[];
    shape text;
BEGIN
    EXECUTE format($rows${ROWS}$rows$, key, home, kind, kind) INTO chains, abouts, said, shape;
    PERFORM journal_enter(kind, done, shape, chains, abouts, said);
END
"""
KEEP = """
BEGIN
    RAISE EXCEPTION 'the journal is only added to, and only by its own triggers' USING ERRCODE = 'restrict_violation';
END
"""
FUNCTIONS = {
    "journal_keep": ("()", "trigger", KEEP),
    "journal_append": (
        "(here text, number bigint, link text, done text, kind text, about text, said text)", "text", APPEND,
    ),
    "journal_enter": (
        "(kind text, done text, shape text, chains text[], abouts text[], said text[])", "void", ENTER,
    ),
    "journal_take": ("(kind text, done text, key text, home text)", "void", TAKE),
    "journal_note": ("()", "trigger", NOTE),
}  # fmt: skip
BEFORE, INSERTED, DELETED, UPDATED, TRUNCATED = 2, 4, 8, 16, 32
"""pg_trigger.tgtype; a statement's trigger has no bit of its own."""


@dataclass(frozen=True, slots=True)
class Trigger:
    table: str
    name: str
    kind: int
    made: str
    function: str = "journal_keep"
    arguments: tuple[str, ...] = ()
    when: str = ""
    """On what condition alone it works, as PostgreSQL says it again."""


@dataclass(frozen=True, slots=True)
class JournalledTable:
    """A table whose every write is entered; `home` is SQL that gives the province of a row t."""

    name: str
    title: str
    key: str
    home: str

    @property
    def triggers(self) -> list[Trigger]:
        q = connection.ops.quote_name(self.name)
        arguments = ", ".join("'{}'".format(one.replace("'", "''")) for one in (self.key, self.home))
        noted = [
            Trigger(
                self.name,
                f"journal_{act}",
                kind,
                f"AFTER {act.upper()} ON {q} REFERENCING {side} TABLE AS touched FOR EACH STATEMENT "
                f"EXECUTE FUNCTION journal_note({arguments})",
                "journal_note",
                (self.key, self.home),
            )
            for act, side, kind in (("insert", "NEW", INSERTED), ("update", "NEW", UPDATED), ("delete", "OLD", DELETED))
        ]
        return [*noted, _kept(self.name, "journal_stays", TRUNCATED, "TRUNCATE")]


def _kept(table: str, name: str, events: int, said: str, when: str = "") -> Trigger:
    q, only = connection.ops.quote_name(table), f"WHEN ({when}) " if when else ""
    made = f"BEFORE {said} ON {q} FOR EACH STATEMENT {only}EXECUTE FUNCTION journal_keep()"
    return Trigger(table, name, BEFORE | events, made, when=when)


def journalled_models() -> list[type[models.Model]]:
    """Every model that says `journal = Journalled(…)`, by table name."""
    found = [model for model in apps.get_models() if isinstance(getattr(model, "journal", None), Journalled)]
    return sorted(found, key=lambda model: model._meta.db_table)


def journalled_tables() -> list[JournalledTable]:
    return [
        JournalledTable(
            model._meta.db_table, str(model._meta.verbose_name), str(model._meta.pk.column), home_of(model, "t")
        )
        for model in journalled_models()
    ]


def home_of(model: type[models.Model], alias: str) -> str:
    """SQL for the key of the province that a row belongs to; through the row that it is part of, where it says so."""
    through = getattr(getattr(model, "journal", None), "through", "")
    if not through:
        return f"{alias}.province_id"
    field, above = model._meta.get_field(through), f"{alias}p"
    owner = field.related_model
    if not isinstance(field, models.ForeignKey) or not isinstance(owner, type):
        raise LookupError(f"{model._meta.label}.journal: {through}")
    table, inner = connection.ops.quote_name(owner._meta.db_table), home_of(owner, above)
    key, column = owner._meta.pk.column, field.get_attname()
    return f"SELECT ({inner}) FROM {table} {above} WHERE {above}.{key} = {alias}.{column}"  # noqa: S608 -- names of ours


def own_triggers() -> list[Trigger]:
    """What keeps the journal itself: changed by nobody, added to from inside a trigger alone."""
    outside = "(pg_trigger_depth() = 0)"
    return [
        _kept(ENTRY, "journal_stays", DELETED | UPDATED | TRUNCATED, "UPDATE OR DELETE OR TRUNCATE"),
        _kept(ENTRY, "journal_added", INSERTED, "INSERT", outside),
        _kept(CHAIN, "journal_stays", DELETED | TRUNCATED, "DELETE OR TRUNCATE"),
        _kept(CHAIN, "journal_moved", INSERTED | UPDATED, "INSERT OR UPDATE", outside),
    ]


@transaction.atomic
def install() -> None:
    """Put functions and triggers in place; rows older than their table's first trigger are taken in."""
    tables = journalled_tables()
    with connection.cursor() as cursor:
        for name, (parameters, returned, body) in FUNCTIONS.items():
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}{parameters} RETURNS {returned} LANGUAGE plpgsql {STEADY} "
                f"AS $journal${body}$journal$"
            )
        cursor.execute(
            "SELECT g.tgrelid::regclass::text, g.tgname FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid "
            "WHERE p.proname = ANY(%s)",
            [list(FUNCTIONS)],
        )
        for table, name in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name} ON {table}")
        for one in tables:
            cursor.execute(f"SELECT NOT EXISTS (SELECT 1 FROM {ENTRY} WHERE table_name = %s)", [one.name])  # noqa: S608 -- names of ours
            if cursor.fetchone()[0]:
                cursor.execute("SELECT journal_take(%s, %s, %s, %s)", [one.name, Act.INSERT, one.key, one.home])
        for trigger in (*own_triggers(), *(each for one in tables for each in one.triggers)):
            cursor.execute(f"CREATE TRIGGER {trigger.name} {trigger.made}")


def mark() -> str:
    """Changes when anything that `install` puts in place does."""
    parts = [*FUNCTIONS.items(), *own_triggers(), *(each for one in journalled_tables() for each in one.triggers)]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@contextmanager
def silent() -> Iterator[None]:
    """For putting back a whole archive with its journal: nothing is entered and nothing kept until the block ends."""
    switched = [*own_triggers(), *(each for one in journalled_tables() for each in one.triggers)]
    _switch("DISABLE", switched)
    yield
    _switch("ENABLE", switched)


def _switch(how: str, triggers: list[Trigger]) -> None:
    with connection.cursor() as cursor:
        for one in triggers:
            cursor.execute(f"ALTER TABLE {connection.ops.quote_name(one.table)} {how} TRIGGER {one.name}")
