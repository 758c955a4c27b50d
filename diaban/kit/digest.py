"""Every record of ours, table by table, in one canonical form: what the digest is taken of and the archive holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction

LEFT_OUT = {"people.account": frozenset({"password", "last_login"})}
"""Secrets and traces that no archive carries: an account comes back without a password."""

STAYS = frozenset({"reminders.device"})
"""Whole tables of secrets, which no archive carries: a person turns messages on anew."""

OWN_PROOF = frozenset({"journal.entry", "journal.chain"})
"""Archived with the rest but not in the digest: it says when this database was written, and proves itself."""


def our_models() -> list[type[models.Model]]:
    """All models that an archive holds, by table name; the framework's own tables are not among them."""
    found = [
        model
        for config in apps.get_app_configs()
        if config.name in settings.FIRST_PARTY_APPS
        for model in config.get_models(include_auto_created=True)
        if model._meta.label_lower not in STAYS
    ]
    return sorted(found, key=lambda model: model._meta.db_table)


def columns_of(model: type[models.Model]) -> list[models.Field[object, object]]:
    """The columns that an archive holds, in the order of the model; what the database works out itself is left out."""
    hidden = LEFT_OUT.get(model._meta.label_lower, frozenset())
    return [field for field in model._meta.concrete_fields if field.name not in hidden and not field.generated]


def digest(only: Mapping[str, str] | None = None) -> str:
    """SHA-256 over all rows: two databases with the same records agree, however they came in, whatever their serials.

    `only` holds a condition in SQL by table name, over the alias t; a table that it does not name is taken whole.
    """
    total = hashlib.sha256()
    with transaction.atomic():
        speak_canonically()
        for model in our_models():
            if model._meta.label_lower in OWN_PROOF:
                continue
            table = model._meta.db_table
            total.update(f"{table}\t{_table_digest(model, (only or {}).get(table, 'true'))}\n".encode())
    return total.hexdigest()


@contextmanager
def one_moment() -> Iterator[None]:
    """All tables are read as they stand at one moment, whoever writes meanwhile."""
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        speak_canonically()
        yield


def speak_canonically() -> None:
    """Until the transaction ends, PostgreSQL writes moments in UTC and dates as ISO 8601."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
        cursor.execute("SET LOCAL datestyle TO 'ISO, YMD'")


def _table_digest(model: type[models.Model], condition: str) -> str:
    total = hashlib.sha256()
    with connection.cursor() as cursor, cursor.copy(f"COPY ({_canonical_query(model, condition)}) TO STDOUT") as copy:
        for chunk in copy:
            total.update(chunk)
    return total.hexdigest()


def _canonical_query(model: type[models.Model], condition: str) -> str:
    """Serial keys say nothing of the record: its own is left out, and where it is pointed at its natural key stands."""
    quote = connection.ops.quote_name
    pk = model._meta.pk
    names: list[str] = []
    joins: list[str] = []
    for field in sorted(columns_of(model), key=lambda each: str(each.column)):
        target = field.related_model if isinstance(field, models.ForeignKey) else None
        if field is pk and is_serial(model):
            continue
        if isinstance(target, type) and is_serial(target):
            alias = quote(f"j{len(joins)}")
            joins.append(
                f"LEFT JOIN {quote(target._meta.db_table)} {alias} ON {alias}.{quote(str(target._meta.pk.column))} = "
                f"t.{quote(str(field.column))}"
            )
            names.append(f"concat_ws(' ', {', '.join(f'{alias}.{quote(n)}' for n in natural_key(target))})")
        else:
            names.append(f"t.{quote(str(field.column))}")
    order = ", ".join(str(n + 1) for n in range(len(names))) if is_serial(model) else f"t.{quote(str(pk.column))}"
    table = quote(model._meta.db_table)
    return f"SELECT {', '.join(names)} FROM {table} t {' '.join(joins)} WHERE {condition} ORDER BY {order}"  # noqa: S608 -- names of ours


def is_serial(model: type[models.Model]) -> bool:
    return isinstance(model._meta.pk, models.AutoField)


def natural_key(model: type[models.Model]) -> list[str]:
    """The plain columns of the first unique constraint."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is None:
            return [str(getattr(model._meta.get_field(name), "column")) for name in constraint.fields]  # noqa: B009 -- relations have no column
    raise LookupError(f"{model._meta.label}: no natural key")
