"""The database's structure, and what the database remembers about itself: a few words kept as its comment."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from django.core.management import call_command
from django.db import ProgrammingError, connection

from diaban.journal import guard
from diaban.kit.errors import RuleBroken

HOUSE = Path(__file__).resolve().parents[1]


def bring_up_to_date() -> bool:
    """Migrate when there are new migrations or guards since the last time. True when something had to be done."""
    current, known, guards = _migrations(), _known_migrations(), guard.mark()
    if known == current and remembered().get("guards") == guards:
        return False
    if any(current.get(name) != mark for name, mark in known.items()):
        raise RuleBroken(
            "Cơ sở dữ liệu này do một bản thử nghiệm khác của phần mềm lập, không nâng cấp được. "
            "Nếu chỉ có dữ liệu mô phỏng, hãy làm lại từ đầu bằng: bin/demo --fresh"
        )
    call_command("migrate", verbosity=0, interactive=False)
    remember(migrations=current, guards=guards)
    return True


def remembered() -> dict[str, object]:
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


def remember(**facts: object) -> None:
    """Add to what the database remembers. Only its owner may; for others all is looked at anew."""
    comment = json.dumps(remembered() | facts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT format('COMMENT ON DATABASE %%I IS %%L', current_database(), %s)", [comment])
        (statement,) = cursor.fetchone()
        with suppress(ProgrammingError):
            cursor.execute(statement)


def _known_migrations() -> dict[str, str]:
    known = remembered().get("migrations")
    return known if isinstance(known, dict) else {}


def _migrations() -> dict[str, str]:
    """{"places/0001_initial": mark of its content}; a migration that was applied may not change any more."""
    files = sorted(HOUSE.glob("*/migrations/0*.py"))
    return {f"{path.parts[-3]}/{path.stem}": hashlib.sha256(path.read_bytes()).hexdigest()[:8] for path in files}
