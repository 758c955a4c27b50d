"""The tests' database: the embedded cluster `test` (or DATABASE_URL), a migrated template, a copy for each process."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tools.env import ROOT
from tools.pg import Server

PREFIX = "diaban_template_"
LOCK = 26_1016
"""advisory lock: one process builds the template, the others wait for it"""
EMPTY, YEAR = "empty", "year"
"""migrated and otherwise empty; or with the simulated year of the demo"""
_SHAPES = (
    "diaban/*/migrations/*.py",
    "diaban/*/models.py",
    "diaban/*/models/*.py",
    "diaban/journal/*.py",
    "diaban/*/data/**/*",
    "requirements.txt",
)
_YEAR_SHAPES = ("diaban/simulation/**/*.py", "diaban/*/rules/**/*.py", "diaban/*/rules.py", "diaban/config/demo.py")


def announce() -> None:
    """Tell the settings where the database will be, without starting anything."""
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = Server("test").url("postgres")
        os.environ["DIABAN_TEST_EMBEDDED"] = "1"


@contextmanager
def copy_of_template(kind: str = EMPTY) -> Iterator[str]:
    """A database of this process alone, which Django's connection uses for as long as the block lasts; its name."""
    with spare_copy(kind, f"test_diaban_{kind}_{os.getpid()}") as name, in_use(name):
        yield name


@contextmanager
def in_use(name: str) -> Iterator[None]:
    """Django's connection goes to that database for as long as the block lasts."""
    from django.db import connection

    before = connection.settings_dict["NAME"]
    _use(name)
    try:
        yield
    finally:
        _use(before)


@contextmanager
def spare_copy(kind: str, name: str) -> Iterator[str]:
    """A copy beside the tests' own: for a server of the product in another process."""
    with ExitStack() as stack:
        if os.environ.get("DIABAN_TEST_EMBEDDED"):
            stack.enter_context(Server("test").in_use())
        admin = stack.enter_context(psycopg.connect(os.environ["DATABASE_URL"], autocommit=True))
        _execute(admin, "CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, _template(admin, kind))
        try:
            yield name
        finally:
            _execute(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def address_of(name: str) -> str:
    """DATABASE_URL of another database on the same server."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _use(name: str) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def _template(admin: psycopg.Connection[tuple[str]], kind: str) -> str:
    """The name of a database that nobody connects to, made once for each shape; older ones are cleared away."""
    prefix = f"{PREFIX}{kind}_"
    name = prefix + _shape(kind)
    admin.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        known = [
            row[0] for row in admin.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [prefix + "%"])
        ]
        if name not in known:
            for old in known:
                _execute(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", old)
            _build(admin, name, kind)
    finally:
        admin.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    return name


def _build(admin: psycopg.Connection[tuple[str]], name: str, kind: str) -> None:
    """Under another name first, so that a build cut short is never taken for a template."""
    from django.core.management import call_command
    from django.db import connection

    building, before = PREFIX + "building", connection.settings_dict["NAME"]
    _execute(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", building)
    _execute(admin, "CREATE DATABASE {}", building)
    _use(building)
    call_command("migrate", verbosity=0, interactive=False)
    if kind == YEAR:
        _simulate()
    _use(before)
    _execute(admin, "ALTER DATABASE {} RENAME TO {}", building, name)


def _simulate() -> None:
    """The year of the demo: Hòa Bình 2023 with its units, its news and its named cast."""
    from diaban.config import demo

    for step in demo.data_steps():
        step.work()


def _shape(kind: str) -> str:
    """What the tables follow from: migrations, models, the data that migrations load, the libraries' own migrations."""
    digest = hashlib.sha256()
    for pattern in _SHAPES + (_YEAR_SHAPES if kind == YEAR else ()):
        for path in sorted(path for path in ROOT.glob(pattern) if path.is_file()):
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _execute(admin: psycopg.Connection[tuple[str]], statement: str, *names: str) -> None:
    admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
