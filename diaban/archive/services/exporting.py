"""Write every record into a folder of CSV files that says what it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from django.db import connection, models

from diaban.archive.queries import manifest, rows_of_province
from diaban.archive.rules.manifest import Manifest
from diaban.kit.digest import columns_of, digest, one_moment, our_models
from diaban.kit.errors import RuleBroken

Definitions = Callable[[], object]


def export(*, folder: Path, province: str = "", figures: Definitions | None = None) -> tuple[Manifest, str]:
    """All tables, or what belongs to the province of that code, as they stand at one moment; the schema and the digest.

    `figures` gives the definitions of the figures, written beside the records.
    """
    _demand_new(folder)
    only = rows_of_province(province) if province else {}
    with one_moment():
        described = manifest(only, province=province)
        for model in our_models():
            _write(model, folder / f"{model._meta.db_table}.csv", only.get(model._meta.db_table, "true"))
        found = digest(only)
        if figures:
            _write_json(folder / "figures.json", figures())
    _write_json(folder / "schema.json", described)
    (folder / "digest.txt").write_text(found + "\n", encoding="ascii")
    return described, found


def _demand_new(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise RuleBroken(f"Không tạo được thư mục {folder}: {problem.strerror}.") from None
    if any(folder.iterdir()):
        raise RuleBroken(f"Thư mục {folder} đã có tệp. Chọn một thư mục trống để xuất dữ liệu.")


def _write(model: type[models.Model], path: Path, condition: str) -> None:
    """PostgreSQL sends a row a time; RFC 4180 ends each with CRLF."""
    quote = connection.ops.quote_name
    columns = ", ".join(f"t.{quote(str(field.column))}" for field in columns_of(model))
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    query = f"SELECT {columns} FROM {table} t WHERE {condition} ORDER BY t.{key}"  # noqa: S608 -- names of ours
    with (
        path.open("wb") as file,
        connection.cursor() as cursor,
        cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)") as copy,
    ):
        for row in copy:
            file.write(bytes(row)[:-1] + b"\r\n")


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
