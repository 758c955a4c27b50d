"""The database's structure, and what the database remembers about itself: a few words kept as its comment."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from django.core.management import call_command
from django.db import connection

HOUSE = Path(__file__).resolve().parents[1]


def bring_up_to_date() -> bool:
    """Migrate when the migrations are not those of the last time. True when something had to be done."""
    current = _digest()
    if remembered().get("migrations") == current:
        return False
    call_command("migrate", verbosity=0, interactive=False)
    remember(migrations=current)
    return True


def remembered() -> dict[str, str]:
    """What was last written by `remember`; nothing for a database that never was ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        (comment,) = cursor.fetchone()
    try:
        return dict(json.loads(comment or "{}"))
    except ValueError:
        return {}


def remember(**words: str) -> None:
    """Add to what the database remembers."""
    comment = json.dumps(remembered() | words)
    with connection.cursor() as cursor:
        cursor.execute("SELECT format('COMMENT ON DATABASE %%I IS %%L', current_database(), %s)", [comment])
        (statement,) = cursor.fetchone()
        cursor.execute(statement)


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(HOUSE.glob("*/migrations/*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
