"""Where the tests find data that the project does not carry; a test without it is skipped."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("DIABAN_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def shared(name: str) -> Path:
    """A file of the shared data, or a skipped test."""
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"không có {name} trên máy này")
    return path
