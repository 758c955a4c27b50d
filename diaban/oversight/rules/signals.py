"""Signs in the records that are worth a look. A sign is a question with its evidence, never a verdict. Plain Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from diaban.kit.enums import Labelled
from diaban.kit.text import fold

K = TypeVar("K")
LATE_AT_LEAST = 3
"""visits recorded late, and a third of all of them, before it is a sign"""
SAME_LENGTH = 40
"""characters: shorter texts may well be the same by chance"""


class SignalKind(Labelled):
    DISPUTED = "disputed", "Xã không thống nhất chuyến đi"
    LATE = "late", "Phần lớn chuyến đi ghi muộn"
    SAME_TEXT = "same_text", "Nhiều chuyến đi ghi cùng một nội dung"
    SAME_PHOTO = "same_photo", "Một ảnh dùng cho nhiều chuyến đi"
    TWO_PLACES = "two_places", "Cùng ngày ở hai xã, mỗi nơi cả ngày"


@dataclass(frozen=True, slots=True)
class VisitSeen:
    """A visit that was made, as far as signs are looked for. `photos` are hashes of what the pictures hold."""

    id: UUID
    assignment: UUID
    cadre: UUID
    commune: int
    visited_on: date
    half_days: int
    outcome: str
    late: bool
    disputed: bool
    photos: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign at one duty, with the visits in which it shows."""

    kind: SignalKind
    visits: tuple[UUID, ...]


def find_signals(visits: Iterable[VisitSeen]) -> dict[UUID, tuple[Signal, ...]]:
    """By assignment; duties without a sign are left out. Same order in, or another: the same signs out."""
    seen = sorted(visits, key=lambda visit: (visit.visited_on, visit.id))
    marked: dict[tuple[UUID, SignalKind], list[UUID]] = defaultdict(list)
    for visit in seen:
        if visit.disputed:
            marked[visit.assignment, SignalKind.DISPUTED].append(visit.id)
    for kind, groups in (
        (SignalKind.SAME_TEXT, _by_text(seen)),
        (SignalKind.SAME_PHOTO, _by_photo(seen)),
        (SignalKind.TWO_PLACES, _by_day(seen)),
    ):
        for visit in groups:
            if visit.id not in marked[visit.assignment, kind]:
                marked[visit.assignment, kind].append(visit.id)
    for assignment, late in _mostly_late(seen).items():
        marked[assignment, SignalKind.LATE] = late
    found: dict[UUID, tuple[Signal, ...]] = {}
    for kind in SignalKind:
        for (assignment, of), ids in marked.items():
            if of is kind and ids:
                found[assignment] = (*found.get(assignment, ()), Signal(kind, tuple(ids)))
    return found


def _mostly_late(visits: list[VisitSeen]) -> dict[UUID, list[UUID]]:
    total: dict[UUID, int] = defaultdict(int)
    late: dict[UUID, list[UUID]] = defaultdict(list)
    for visit in visits:
        total[visit.assignment] += 1
        if visit.late:
            late[visit.assignment].append(visit.id)
    return {one: ids for one, ids in late.items() if len(ids) >= LATE_AT_LEAST and 3 * len(ids) >= total[one]}


def _by_text(visits: list[VisitSeen]) -> list[VisitSeen]:
    """Texts of one cadre that are alike but for case, accents and spaces."""
    groups: dict[tuple[UUID, str], list[VisitSeen]] = defaultdict(list)
    for visit in visits:
        text = " ".join(fold(visit.outcome).split())
        if len(text) >= SAME_LENGTH:
            groups[visit.cadre, text].append(visit)
    return _repeated(groups)


def _by_photo(visits: list[VisitSeen]) -> list[VisitSeen]:
    groups: dict[str, list[VisitSeen]] = defaultdict(list)
    for visit in visits:
        for photo in visit.photos:
            groups[photo].append(visit)
    return _repeated(groups)


def _by_day(visits: list[VisitSeen]) -> list[VisitSeen]:
    """Whole days of one cadre in two communes; half a day here and half a day there is a full day's work."""
    groups: dict[tuple[UUID, date], list[VisitSeen]] = defaultdict(list)
    for visit in visits:
        if visit.half_days >= 2:
            groups[visit.cadre, visit.visited_on].append(visit)
    return [visit for group in groups.values() if len({one.commune for one in group}) > 1 for visit in group]


def _repeated(groups: Mapping[K, list[VisitSeen]]) -> list[VisitSeen]:
    return [visit for group in groups.values() if len(group) > 1 for visit in group]
