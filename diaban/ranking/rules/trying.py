"""A trial as people read it: beside each change its direction, its group and the records that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from diaban.kit.enums import Labelled
from diaban.ranking.rules.comparing import Change, Comparison, Moved, compare
from diaban.ranking.rules.engine import rate
from diaban.ranking.rules.levels import RANKS
from diaban.ranking.rules.papers import evidence_of
from diaban.ranking.rules.records import Records
from diaban.ranking.rules.results import Kind, Verdict
from diaban.ranking.rules.rulebook import Rulebook
from diaban.regulations.rules.parameter import Mark, Source

NO_GROUP = "chua-ro"
TRIED = Source(Mark.GENERAL, "Giá trị đang thử, chưa có trong văn bản nào")


class Direction(Labelled):
    UP = "len", "lên mức"
    DOWN = "xuong", "xuống mức"
    JUDGED = "xep", "được xếp mức hoặc thôi xếp mức"
    INSIDE = "trong", "chỉ mức theo quy tắc đổi, mức đề xuất giữ nguyên"


@dataclass(frozen=True, slots=True)
class Tried:
    """One who would change. `area` is null for a leadership; `communes` are those followed in the year."""

    change: Change
    direction: Direction
    agency: str
    group: str
    area: str | None
    communes: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group change."""

    group: str
    whole: int
    up: int
    down: int
    other: int

    @property
    def changed(self) -> int:
        return self.up + self.down + self.other


@dataclass(frozen=True, slots=True)
class Trial:
    comparison: Comparison
    rows: tuple[Tried, ...]
    by_group: tuple[Share, ...]
    """Cadres and leaderships by the group of their agency."""
    by_area: tuple[Share, ...]
    """Cadres by the area of their communes."""
    judged: int

    @property
    def moves(self) -> list[Moved]:
        """From which level to which other one."""
        return [one for one in self.comparison.moved if one.before != one.after]

    @property
    def kept(self) -> int:
        return sum(one.number for one in self.comparison.moved if one.before == one.after)


def trial(records: Records, before: Rulebook, after: Rulebook) -> Trial:
    """Who would change level if the year were judged by `after` in place of `before`."""
    first, second = rate(records, before).verdicts, rate(records, after).verdicts
    found = compare(first, second)
    sides = [{(each.kind, each.id): each for each in side} for side in (first, second)]
    whose = _whose(records)
    rows = tuple(
        Tried(change, direction(change), *whose[key], _evidence(*(side[key] for side in sides)))
        for change in found.changes
        for key in [(change.kind, change.id)]
    )
    groups = [(group, key) for key, (_, group, _, _) in whose.items()]
    areas = [(area, key) for key, (_, _, area, _) in whose.items() if area is not None]
    moved = {(row.change.kind, row.change.id): row.direction for row in rows}
    return Trial(found, rows, tuple(_shares(groups, moved)), tuple(_shares(areas, moved)), len(first))


def laid_over(book: Rulebook, over: Mapping[str, object]) -> Rulebook:
    """The set with other values in place; whether they fit together is another question."""
    if not over:
        return book
    values = replace(book.values, **over, name=f"{book.name}, thay {len(over)} giá trị")  # type: ignore[arg-type]  # decode gave each its type
    return Rulebook(f"{book.code}-thu", values, {**book.sources, **dict.fromkeys(over, TRIED)})


def direction(change: Change) -> Direction:
    old, new = change.after_cap_before, change.after_cap_after
    if (old is None) != (new is None):
        return Direction.JUDGED
    if old is None or new is None or old is new:
        return Direction.INSIDE
    return Direction.UP if RANKS[new] > RANKS[old] else Direction.DOWN


FILTERS: dict[str, Callable[[Tried], str | None]] = {
    "chieu": lambda row: row.direction.value,
    "doi-tuong": lambda row: row.change.kind.value,
    "khoi": lambda row: row.group,
    "khu-vuc": lambda row: row.area,
}
"""What is asked for of a row, by the name in the address."""


def is_asked_for(row: Tried, asked: Mapping[str, str]) -> bool:
    """What is not asked for, or is empty, lets everybody through."""
    return all(asked.get(name, "") in ("", of(row)) for name, of in FILTERS.items())


Key = tuple[Kind, str]


def _whose(records: Records) -> dict[Key, tuple[str, str, str | None, tuple[str, ...]]]:
    """Agency, its group, area and communes of everybody who is judged."""
    found: dict[Key, tuple[str, str, str | None, tuple[str, ...]]] = {
        (Kind.LEADERSHIP, each.id): (each.id, each.agency_group or NO_GROUP, None, ()) for each in records.agencies
    }
    for cadre in records.cadres:
        communes = tuple(dict.fromkeys(held.commune for held in cadre.assignments))
        area = cadre.area_class or NO_GROUP
        found[Kind.CADRE, cadre.id] = (cadre.agency, cadre.agency_group or NO_GROUP, area, communes)
    return found


def _evidence(before: Verdict, after: Verdict) -> tuple[str, ...]:
    """What the rules rest on that decide on either side, and the parts of the points that differ."""
    limiting = [rung.evidence for side in (before, after) for rung in side.ladder if rung.limits]
    old, new = ({part.part: part for part in side.points.parts} if side.points else {} for side in (before, after))
    moved = [part.evidence for name, part in new.items() if name not in old or old[name].points != part.points]
    by_points = [part.evidence for part in new.values()] if "points" in before.limited_by + after.limited_by else []
    return evidence_of(*limiting, *(moved or by_points))


def _shares(members: Sequence[tuple[str, Key]], moved: dict[Key, Direction]) -> Iterator[Share]:
    for group in sorted({group for group, _ in members}):
        own = [key for name, key in members if name == group]
        ways = [moved[key] for key in own if key in moved]
        up, down = ways.count(Direction.UP), ways.count(Direction.DOWN)
        yield Share(group, len(own), up, down, len(ways) - up - down)
