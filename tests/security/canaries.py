"""Every protected text gets a mark of its own, `ZQ` + field + key of the record, by which it is known anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, models
from pypdf import PdfReader

from diaban.assessment.models import YearConclusion
from diaban.people.models import Account, Agency, Cadre
from tests.security.facts import LEDGER_OF

NAMED: tuple[type[models.Model], ...] = (Cadre, Agency, Account)
"""Not records, yet their names must not travel further than the records that carry them."""
_WORKS = {"rule_key", "received_kind", "folded", "sort_key", "username", "password", "topics", "group", "rules_code"}
"""texts by which the product itself works"""
_MARK = re.compile(rb"ZQ(\d{3})([0-9a-f]{32})", re.IGNORECASE)
_KEY = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Canary:
    """A text of a record (`field` is its name) or, without a field, the key of the record in an address."""

    pk: UUID
    field: str = ""


def texts() -> list[tuple[type[models.Model], str]]:
    """Every text field of the year's records and of the people in them: (model, field). Its place is its code."""
    return [
        (model, field.name)
        for model in (*LEDGER_OF, *NAMED)
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.name not in _WORKS
        and not field.is_relation
    ]


def unlock() -> None:
    """Let the tests rewrite what the database itself keeps from being changed."""
    kept: list[type[models.Model]] = [*LEDGER_OF, *NAMED, YearConclusion]
    with connection.cursor() as cursor:
        for model in kept:
            cursor.execute(f'ALTER TABLE "{model._meta.db_table}" DISABLE TRIGGER USER')


def plant() -> None:
    """Put the marks in front of the texts; empty texts stay empty, for constraints ask so."""
    changes: dict[str, list[str]] = {}
    for code, (model, name) in enumerate(texts()):
        longest = getattr(model._meta.get_field(name), "max_length", None) or 100_000
        marked = f"left('ZQ{code:03}' || replace(id::text, '-', '') || ' ' || \"{name}\", {longest})"
        changes.setdefault(model._meta.db_table, []).append(
            f'"{name}" = CASE WHEN "{name}" <> \'\' THEN {marked} ELSE "{name}" END'
        )
    with connection.cursor() as cursor:
        for table, columns in changes.items():
            cursor.execute(f'UPDATE "{table}" SET {", ".join(columns)}')


def found_in(content: bytes) -> set[Canary]:
    """The canaries of an answer: marks of texts, and keys in addresses."""
    fields = texts()
    marks = {Canary(UUID(key.decode()), fields[int(code)][1]) for code, key in set(_MARK.findall(content))}
    return marks | {Canary(UUID(key.decode())) for key in set(_KEY.findall(content))}


def opened(content: bytes) -> bytes:
    """What an answer says: a workbook or a Word document unzipped, a PDF as text, anything else as it is."""
    if content.startswith(b"PK"):
        return b"\n".join(_parts(content))
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text().replace("\n", "") for page in pages).encode()
    return content


def _parts(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield from (archive.read(name) for name in archive.namelist())


def planted_in() -> set[Canary]:
    """Every mark that stands in the tables now."""
    found: set[Canary] = set()
    for model, name in texts():
        keys = model._default_manager.exclude(**{name: ""}).values_list("pk", flat=True)
        found |= {Canary(key, name) for key in keys}
    return found
