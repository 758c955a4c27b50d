"""Each contract of the house is broken once on purpose, in a copy, and must be seen to break: a contract that
cannot fail guards nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = "from importlinter.cli import lint_imports_command as run; run()"
BREAKS = [
    ("The house", "diaban/places/rules/__init__.py", "import diaban.ranking.models"),
    ("Inside a room", "diaban/people/models.py", "import diaban.people.views"),
    ("Rules are plain Python", "diaban/fieldwork/rules/visits.py", "import django.db"),
    ("A view never reaches into models", "diaban/people/views.py", "import diaban.people.models"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house alone, without its data."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "diaban", tmp_path / "diaban", ignore=shutil.ignore_patterns("data", "static", "*.pyc"))
    return tmp_path


@pytest.mark.parametrize(("contract", "file", "line"), BREAKS, ids=[contract for contract, _, _ in BREAKS])
def test_a_broken_contract_is_seen(copy: Path, contract: str, file: str, line: str) -> None:
    assert contract not in _broken(copy)
    with (copy / file).open("a") as module:
        module.write(f"\n{line}\n")
    assert contract in _broken(copy)


def test_a_room_without_a_place_in_the_order_is_seen(copy: Path) -> None:
    """The order is exhaustive: a new room must be given its storey."""
    (copy / "diaban" / "attic").mkdir()
    (copy / "diaban" / "attic" / "__init__.py").touch()
    assert "The house" in _broken(copy)


def _broken(folder: Path) -> set[str]:
    """The contracts (their names up to the colon) that do not hold in `folder`."""
    environment = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "400"}
    done = subprocess.run(
        [sys.executable, "-c", RUN], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    broken = [text.split(" BROKEN")[0] for text in done.stdout.splitlines() if " BROKEN" in text]
    return {name.split(":")[0].strip() for name in broken}
