"""The surroundings that Django needs: settings in the environment and a database that answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tools.env import ROOT
from tools.pg import Server
from tools.state import secret, state_folder

KIND, DATABASE = "demo", "diaban"
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"
"""For commands that read settings but must not need a server."""


@contextmanager
def database(kind: str = KIND, name: str = DATABASE) -> Iterator[None]:
    """`DATABASE_URL` as it was given (nothing is started), or our own server for as long as the block lasts."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    with Server(kind).in_use() as server:
        server.ensure_database(name)
        os.environ["DATABASE_URL"] = server.url(name)
        try:
            yield
        finally:
            del os.environ["DATABASE_URL"]


def settings(kind: str = KIND) -> None:
    """What the settings ask for and nobody has said: the module's name and a secret of this checkout."""
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diaban.config.settings")
    if not os.environ.get("DIABAN_SECRET_KEY"):
        os.environ["DIABAN_SECRET_KEY"] = secret(state_folder(kind), "secret_key")


def without_database() -> None:
    """Settings demand an address; this one answers nobody."""
    os.environ.setdefault("DATABASE_URL", NO_DATABASE)
