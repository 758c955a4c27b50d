"""The surroundings that Django needs: settings in the environment and a database that answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tools import say
from tools.pg import Server
from tools.state import secret, state_folder

DATABASE = "diaban"
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"
"""For commands that read settings but must not need a server."""
DEMO = {"DIABAN_DEMO": "1", "DIABAN_CLOCK": "2024-05-10"}
"""The embedded database is a demonstration; its clock stands on the day after the text it begins with."""


def prepare() -> Server | None:
    """Tell the settings everything; nothing is started. None when `DATABASE_URL` names a server already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diaban.config.settings")
    if not os.environ.get("DIABAN_SECRET_KEY"):
        os.environ["DIABAN_SECRET_KEY"] = secret(state_folder("demo"), "secret_key")
    if os.environ.get("DATABASE_URL"):
        return None
    server = Server("demo")
    os.environ["DATABASE_URL"] = server.url(DATABASE)
    for name, value in DEMO.items():
        os.environ.setdefault(name, value)
    return server


@contextmanager
def running(server: Server | None) -> Iterator[None]:
    """Our own server for as long as the block lasts; nothing to do for somebody else's."""
    if server is None:
        yield
        return
    with server.in_use():
        server.ensure_database(DATABASE)
        try:
            yield
        finally:
            hang_up()


def bring_up_to_date() -> None:
    """The structure that this version of the product needs."""
    from diaban.config import schema
    from diaban.kit.errors import RuleBroken

    refuse_silence()
    try:
        schema.bring_up_to_date()
    except RuleBroken as refusal:
        say.stop(str(refusal))


def refuse_silence() -> None:
    """A database that does not answer is told as a sentence."""
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as problem:
        say.stop(f"Không kết nối được cơ sở dữ liệu: {str(problem).splitlines()[0]}. Hãy xem lại DATABASE_URL.")


def hang_up() -> None:
    """Close Django's connections, so that the server can stop or the database go."""
    from django.apps import apps
    from django.db import connections

    if apps.ready:
        connections.close_all()
