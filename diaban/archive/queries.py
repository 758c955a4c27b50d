"""What an archive holds: the tables with their columns and meanings, and which rows belong to one province."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection, models

from diaban.archive.rules.manifest import FORMAT, NOTES, UNITS, ColumnFacts, Manifest, TableFacts
from diaban.attachments.models import StoredFile
from diaban.journal.models import Chain, Entry
from diaban.journal.rules import chains_of
from diaban.kit.digest import columns_of, our_models
from diaban.kit.errors import RuleBroken
from diaban.kit.models import AuditEvent
from diaban.people.models import Account, Agency, Cadre, RoleGrant
from diaban.places.models import Unit, UnitSuccession


def manifest(only: Mapping[str, str], *, province: str = "") -> Manifest:
    """The schema of an archive with the number of rows that `only` lets through."""
    tables = {model._meta.db_table: _table(model, only.get(model._meta.db_table, "true")) for model in our_models()}
    return Manifest(format=FORMAT, notes=list(NOTES), province=province, tables=tables)


def _table(model: type[models.Model], condition: str) -> TableFacts:
    meta = model._meta
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(meta.db_table)} t WHERE {condition}")  # noqa: S608 -- names of ours
        (rows,) = cursor.fetchone()
    return TableFacts(
        file=f"{meta.db_table}.csv",
        title=str(meta.verbose_name),
        meaning=" ".join((model.__doc__ or "").split()),
        rows=rows,
        primary_key=str(meta.pk.column),
        unique=[list(one.fields) for one in meta.constraints if isinstance(one, models.UniqueConstraint)],
        columns=[_column(field) for field in columns_of(model)],
    )


def _column(field: models.Field[Any, Any]) -> ColumnFacts:
    target = field.related_model if isinstance(field, models.ForeignKey) else None
    return ColumnFacts(
        name=str(field.column),
        type=str(field.db_type(connection)),
        title=str(field.verbose_name),
        null=bool(field.null),
        unit=UNITS.get(field.name, ""),
        choices={str(key): str(label) for key, label in getattr(field, "choices", None) or []},
        references=f"{target._meta.db_table}.{target._meta.pk.column}" if isinstance(target, type) else "",
    )


JOURNAL: dict[type[models.Model], str] = {Entry: "chain", Chain: "code"}
"""Whole chains go with their province, so that an archive of it can be verified."""


def rows_of_province(code: str) -> dict[str, str]:
    """A condition by table: the rows of all provinces that ever bore the code, and those that belong to all.

    Lists of units stay whole. Raises RuleBroken when nothing bore it.

    A row without a province of its own goes with the row that it belongs to; the diary of the whole system stays out.
    """
    keys = Unit.objects.filter(code=code, level="province").values_list("id", flat=True)
    province = ", ".join(str(int(key)) for key in keys)
    if not province:
        raise RuleBroken(f"Không có tỉnh mang mã {code}.")
    conditions: dict[str, str] = {}
    whole, later, ordered = {Unit, UnitSuccession}, {Account, StoredFile}, _parents_first()
    personal = [model for model in ordered if _is_an_account_s(model)]
    for model in ordered:
        if model in whole:
            conditions[model._meta.db_table] = "true"
        elif model is AuditEvent:
            conditions[model._meta.db_table] = "false"
        elif model in JOURNAL:
            conditions[model._meta.db_table] = f"t.{JOURNAL[model]} IN ({_texts(chains_of(code))})"
        elif model not in later and model not in personal:
            conditions[model._meta.db_table] = _condition(model, province, conditions)
    conditions[Account._meta.db_table] = _accounts(conditions)
    for model in personal:
        conditions[model._meta.db_table] = _condition(model, province, conditions)
    conditions[StoredFile._meta.db_table] = _contents(conditions)
    return conditions


def _texts(words: list[str]) -> str:
    return ", ".join("'{}'".format(word.replace("'", "''")) for word in words)


def _parents_first() -> list[type[models.Model]]:
    """Our models, each after those that it points at."""
    ordered: list[type[models.Model]] = []
    left = our_models()
    while left:
        free = [model for model in left if not (_targets(model) - {model}) & set(left)]
        ordered += free
        left = [model for model in left if model not in free]
    return ordered


def _is_an_account_s(model: type[models.Model]) -> bool:
    """Whether its rows are nobody's but an account's: they go where the account goes."""
    owners = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return bool(owners) and all(field.related_model is Account and not field.null for field in owners)


def _targets(model: type[models.Model]) -> set[type[models.Model]]:
    return {field.related_model for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)}


def _condition(model: type[models.Model], province: str, known: Mapping[str, str]) -> str:
    if model is RoleGrant:
        return _grants(province)
    if any(field.attname == "province_id" for field in model._meta.concrete_fields):
        return f"(t.province_id IN ({province}) OR t.province_id IS NULL)"
    owners = [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model not in {Unit, model} and not field.null
    ]
    return _in(owners[0], known) if owners else "true"


def _in(field: models.ForeignKey[Any, Any], known: Mapping[str, str]) -> str:
    """The inner t hides the outer one, so a condition can be used again as it is."""
    table = field.related_model._meta.db_table
    return f"t.{field.column} IN (SELECT t.id FROM {table} t WHERE {known[table]})"  # noqa: S608 -- names of ours


def _grants(province: str) -> str:
    """By its own province, or that of its unit, agency or cadre; roles over the whole system belong to all."""
    scopes = {"unit_id": Unit, "agency_id": Agency, "cadre_id": Cadre}
    own = [
        f"t.{column} IN (SELECT s.id FROM {model._meta.db_table} s WHERE s.province_id IN ({province}))"  # noqa: S608 -- names of ours
        for column, model in scopes.items()
    ]
    free = " AND ".join(f"t.{column} IS NULL" for column in ("province_id", *scopes))
    return f"(t.province_id IN ({province}) OR {' OR '.join(own)} OR ({free}))"


def _accounts(known: Mapping[str, str]) -> str:
    grants, cadres = known["people_rolegrant"], known["people_cadre"]
    return (
        f"(t.id IN (SELECT t.account_id FROM people_rolegrant t WHERE {grants}) "  # noqa: S608 -- names of ours
        f"OR t.id IN (SELECT t.account_id FROM people_cadre t WHERE {cadres}))"
    )


def _contents(known: Mapping[str, str]) -> str:
    """What the files of the province hold; what is kept once for two provinces goes with each."""
    return f"t.sha256 IN (SELECT t.stored_id FROM attachments_attachment t WHERE {known['attachments_attachment']})"  # noqa: S608 -- names of ours


def filled_tables() -> list[str]:
    """Tables of ours that hold at least one row."""
    filled = []
    with connection.cursor() as cursor:
        for model in our_models():
            table = model._meta.db_table
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})")  # noqa: S608 -- names of ours
            if cursor.fetchone()[0]:
                filled.append(table)
    return filled
