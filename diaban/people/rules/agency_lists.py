"""The usual provincial bodies: their standing names before and after the reform of 2025, and what became of which.

The data stand in diaban/people/data/. Names are facts of decrees and of general knowledge; not every province has each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from diaban.kit.enums import Labelled

DATA = Path(__file__).resolve().parent.parent / "data"
REFORM = date(2025, 3, 1)
"""Sở and ban were merged from this day on (resolution 176/2025/QH15 for the central level; provinces followed)."""


class SuccessionKind(Labelled):
    MERGE = "merge", "hợp nhất, sáp nhập"
    RENAME = "rename_plus_tasks", "đổi tên, nhận thêm nhiệm vụ"
    SPLIT = "ended_members_split", "kết thúc hoạt động, chia về nơi mới"


@dataclass(frozen=True, slots=True)
class Merger:
    """An old body went, wholly or in part, into a new one. Both names agree where it took others in."""

    old: str
    new: str
    kind: SuccessionKind


@cache
def usual_agencies(*, after_reform: bool) -> dict[str, str]:
    """Name -> group (party, front, state, other)."""
    wanted = "2025" if after_reform else "2022"
    return {name: group for since, group, name in _table("agencies.tsv") if since == wanted}


def usual_agencies_on(day: date) -> dict[str, str]:
    return usual_agencies(after_reform=day >= REFORM)


@cache
def mergers() -> tuple[Merger, ...]:
    return tuple(Merger(old, new, SuccessionKind(kind)) for old, new, kind in _table("agency_mergers_2025.tsv"))


def _table(name: str) -> list[list[str]]:
    """The rows of a tab-separated file, its head left out."""
    lines = (DATA / name).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]
