"""Understanding a file of assignments: from grids to cadres with their communes. Plain Python, nothing is written."""

from diaban.assignments.understanding.model import (
    Choice,
    Commune,
    Entry,
    Gazetteer,
    Match,
    Question,
    Setting,
    State,
    Understanding,
)
from diaban.assignments.understanding.understand import SKIP, understand

__all__ = [
    "SKIP",
    "Choice",
    "Commune",
    "Entry",
    "Gazetteer",
    "Match",
    "Question",
    "Setting",
    "State",
    "Understanding",
    "understand",
]
