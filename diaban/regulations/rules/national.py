"""Rule sets of national regulations as far as they are known; a province may take one as its own and change it."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "national"


def national_sets() -> dict[str, Path]:
    """The file of each by its code, in the form in which a province's sets are seeded."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.json"))}
