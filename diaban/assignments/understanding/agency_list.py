"""The usual provincial bodies (diaban/assignments/data/agencies.tsv): their standing names, before and after the reform
of 2025. A file's short name is read as one of these where the province has not recorded its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

REFORM = date(2025, 3, 1)
"""Sở and ban were merged from this day on (resolution 176/2025/QH15 for the central level; provinces followed)."""


@cache
def usual_agencies(*, after_reform: bool) -> dict[str, str]:
    """Name -> group (party, front, state, other)."""
    lines = files("diaban.assignments").joinpath("data", "agencies.tsv").read_text("utf-8").splitlines()[1:]
    wanted = "2025" if after_reform else "2022"
    return {name: group for since, group, name in (line.split("\t") for line in lines) if since == wanted}


def usual_agencies_on(day: date) -> dict[str, str]:
    return usual_agencies(after_reform=day >= REFORM)
