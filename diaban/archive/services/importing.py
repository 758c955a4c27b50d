"""Read an archive into an empty database: everything or nothing, and only if the digest agrees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import psycopg
from django.db import DatabaseError, connection, models, transaction

from diaban.archive.queries import filled_tables, manifest
from diaban.archive.rules.manifest import Manifest, disagreement
from diaban.journal.guard import silent
from diaban.journal.queries import verify
from diaban.kit.digest import LEFT_OUT, columns_of, digest, is_serial, our_models, speak_canonically
from diaban.kit.errors import RuleBroken

NO_PASSWORD = "!"  # noqa: S105 -- Django's mark of an account that no password opens
CHUNK = 1 << 20


def import_archive(*, folder: Path) -> tuple[Manifest, str]:
    """Its schema and digest. Raises RuleBroken, with nothing written, when anything is not as the archive says."""
    theirs, said = _read_manifest(folder), _read_digest(folder)
    with transaction.atomic():
        _demand_empty()
        if problem := disagreement(manifest({}), theirs):
            raise RuleBroken(problem)
        speak_canonically()
        with silent():
            for model in our_models():
                _load(model, folder, theirs["tables"][model._meta.db_table]["rows"])
            _check_keys()
        found = digest()
        if found != said:
            raise RuleBroken(f"Mã băm sau khi nạp là {found}, khác mã ghi trong digest.txt ({said}); không nạp gì cả.")
        _demand_journal()
        _reset_serials()
    return theirs, found


def _read_manifest(folder: Path) -> Manifest:
    try:
        read = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
        [table["columns"] for table in read["tables"].values()]
    except OSError:
        raise RuleBroken(f"Không đọc được tệp schema.json trong {folder}.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise RuleBroken("Tệp schema.json hỏng: không phải mô tả của một kho lưu Địa Bàn.") from None
    return cast("Manifest", read)


def _read_digest(folder: Path) -> str:
    try:
        return (folder / "digest.txt").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        raise RuleBroken(f"Không đọc được tệp digest.txt trong {folder}.") from None


def _demand_empty() -> None:
    filled = filled_tables()
    if filled:
        raise RuleBroken(
            f"Cơ sở dữ liệu đã có dữ liệu ({', '.join(filled[:3])}…). Chỉ nạp kho lưu vào cơ sở dữ liệu trống."
        )


def _load(model: type[models.Model], folder: Path, rows: int) -> None:
    name = f"{model._meta.db_table}.csv"
    try:
        loaded = _copy(model, folder / name)
    except OSError:
        raise RuleBroken(f"Kho lưu thiếu tệp {name}; không nạp gì cả.") from None
    except (DatabaseError, psycopg.Error) as problem:
        raise RuleBroken(f"Tệp {name} không nạp được: {_first_line(problem)}. Không nạp gì cả.") from None
    if loaded != rows:
        raise RuleBroken(f"Tệp {name} có {loaded} dòng, schema.json ghi {rows} dòng; không nạp gì cả.")


def _copy(model: type[models.Model], path: Path) -> int:
    """What the archive leaves out is filled in a table of passage: an account comes without a password."""
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    columns = ", ".join(quote(str(field.column)) for field in columns_of(model))
    texts = ", ".join(quote(str(field.column)) for field in columns_of(model) if _is_text(field))
    options = f"FORMAT csv, HEADER match{f', FORCE_NOT_NULL ({texts})' if texts else ''}"
    passage = table if model._meta.label_lower not in LEFT_OUT else quote("passage")
    with path.open("rb") as file, connection.cursor() as cursor:
        if passage != table:
            cursor.execute(f"CREATE TEMP TABLE passage ON COMMIT DROP AS SELECT {columns} FROM {table} WHERE false")  # noqa: S608 -- names of ours
        with cursor.copy(f"COPY {passage} ({columns}) FROM STDIN ({options})") as copy:
            while chunk := file.read(CHUNK):
                copy.write(chunk)
        loaded = cursor.rowcount
        if passage != table:
            cursor.execute(
                f"INSERT INTO {table} ({columns}, password) SELECT {columns}, %s FROM passage",  # noqa: S608 -- names of ours
                [NO_PASSWORD],
            )
    return int(loaded)


def _is_text(field: models.Field[object, object]) -> bool:
    return isinstance(field, models.CharField | models.TextField) and not field.null


def _check_keys() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except (DatabaseError, psycopg.Error) as problem:
        raise RuleBroken(f"Các bảng không khớp nhau: {_first_line(problem)}. Không nạp gì cả.") from None


def _demand_journal() -> None:
    """The journal came along and still fits the records."""
    if faults := verify().faults:
        raise RuleBroken(f"Nhật ký ghi nhận trong kho lưu không khớp: {faults[0].said} Không nạp gì cả.")


def _first_line(problem: Exception) -> str:
    return str(problem).strip().splitlines()[0]


def _reset_serials() -> None:
    """The next row gets the next number, not one that the archive brought."""
    with connection.cursor() as cursor:
        for model in our_models():
            if is_serial(model):
                table, key = model._meta.db_table, str(model._meta.pk.column)
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence(%s, %s), coalesce(max({key}), 0) + 1, false) FROM {table}",  # noqa: S608 -- names of ours
                    [table, key],
                )
