"""The cap on “xuất sắc”: how many places a group has, who takes them, and why any stays open.

It proposes; people decide. Nobody is left out by chance: those who are equal at the edge all stay outside,
and the places that stay open are said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from diaban.kit.law import cites
from diaban.ranking.rules.results import CapPlace, CapStanding, Group, Kind
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count
from diaban.regulations.rules.rating import CapBase
from diaban.regulations.rules.steps import EXCELLENT, GOOD

OWN, HIGHER = "excellent_cap_percent", "excellent_cap_outstanding_percent"


@dataclass(frozen=True, slots=True)
class Contender:
    """Who is judged within a group. `keys` are compared one after the other, more being better."""

    kind: Kind
    id: str
    province: str
    group: str
    rank: int
    keys: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Capped:
    """`places` holds those who are excellent by the rules."""

    groups: tuple[Group, ...]
    places: Mapping[tuple[Kind, str], CapPlace]


@cites("Nghị định 335/2025/NĐ-CP: tỷ lệ xuất sắc theo nhóm có nhiệm vụ tương đồng; cách tính là tham số")
def cap(contenders: Iterable[Contender], outstanding: frozenset[tuple[str, str]], book: Rulebook) -> Capped:
    """`outstanding` are (province, group) with the higher cap."""
    grouped: dict[tuple[Kind, str, str], list[Contender]] = defaultdict(list)
    for each in contenders:
        grouped[each.kind, each.province, each.group].append(each)
    groups: list[Group] = []
    places: dict[tuple[Kind, str], CapPlace] = {}
    for (kind, province, code), members in sorted(grouped.items(), key=lambda item: (item[0][0].place, *item[0][1:])):
        key = HIGHER if (province, code) in outstanding else OWN
        placed = _placed(members, places_of(members, getattr(book.values, key), book.values.cap_base))
        groups.append(_group((kind, province, code), members, list(placed.values()), key, book))
        places |= {(kind, id): place for id, place in placed.items()}
    return Capped(tuple(groups), places)


def places_of(members: Sequence[Contender], percent: int, base: CapBase) -> int:
    """Whole places only. Counted over those good alone, the excellent are not part of what the share is taken of."""
    number = base_of(members, base)
    return number * percent // (100 + percent if base is CapBase.GOOD_ONLY else 100)


def base_of(members: Sequence[Contender], base: CapBase) -> int:
    return len(members) if base is CapBase.ALL else sum(each.rank >= GOOD for each in members)


def _placed(members: Sequence[Contender], places: int) -> dict[str, CapPlace]:
    """Those who are excellent by the rules, the best first; equals have one place."""
    best = sorted((each for each in members if each.rank == EXCELLENT), key=lambda each: (each.keys, each.id))[::-1]
    edge = best[places].keys if len(best) > places else None
    tied = places > 0 and edge is not None and best[places - 1].keys == edge
    number = Counter(each.keys for each in best)
    found: dict[str, CapPlace] = {}
    place, before = 0, None
    for index, each in enumerate(best, start=1):
        place = place if each.keys == before else index
        before = each.keys
        found[each.id] = CapPlace(each.group, _standing(each.keys, edge, tied), place, number[each.keys] - 1)
    return found


def _standing(keys: tuple[Fraction, ...], edge: tuple[Fraction, ...] | None, tied: bool) -> CapStanding:
    """`edge` are the keys of the first for whom there is no place; `tied`: somebody with a place has the same."""
    if edge is None or keys > edge:
        return CapStanding.INSIDE
    return CapStanding.TIED if tied and keys == edge else CapStanding.OUTSIDE


def _group(
    group: tuple[Kind, str, str], members: Sequence[Contender], placed: Sequence[CapPlace], key: str, book: Rulebook
) -> Group:
    kind, province, code = group
    percent: int = getattr(book.values, key)
    source = book.source(key)
    places = places_of(members, percent, book.values.cap_base)
    inside = sum(place.standing is CapStanding.INSIDE for place in placed)
    tied = sum(place.standing is CapStanding.TIED for place in placed)
    counted = _counted(kind, members, percent, book)
    return Group(
        kind=kind,
        province=province,
        group=code,
        judged=len(members),
        base=base_of(members, book.values.cap_base),
        percent=percent,
        places=places,
        candidates=len(placed),
        inside=inside,
        tied=tied,
        open_places=places - inside,
        reasons=(counted, *_reasons(kind, len(placed), inside, tied, places)),
        mark=source.mark,
        citation=source.citation,
    )


def _counted(kind: Kind, members: Sequence[Contender], percent: int, book: Rulebook) -> str:
    base = book.values.cap_base
    number, places = f"{count(base_of(members, base))} {kind.noun}", count(places_of(members, percent, base))
    said = f"Trần {percent} % của {base.label}"
    if base is CapBase.GOOD_ONLY:
        return f"{said}; trong {number} đạt từ mức tốt trở lên có {places} chỗ, bỏ phần lẻ."
    return f"{said}: {percent} % của {number}, bỏ phần lẻ, được {places} chỗ."


def _reasons(kind: Kind, candidates: int, inside: int, tied: int, places: int) -> list[str]:
    """What became of the places."""
    who = f"Có {count(candidates)} {kind.noun} đạt mức xuất sắc theo quy tắc"
    open_ = count(places - inside)
    if candidates <= places:
        none = f"Còn {open_} chỗ không dùng vì không còn {kind.noun} nào đạt mức xuất sắc theo quy tắc."
        return [*([f"{who}, đều trong trần."] if candidates else []), *([none] if places > inside else [])]
    tie = (
        f"Còn {open_} chỗ để ngỏ: {count(tied)} {kind.noun} bằng nhau ở vạch trần, nhiều hơn số chỗ còn lại, "
        "phần mềm không tự chọn. Ban Tổ chức đề xuất."
    )
    return [f"{who}, {count(inside)} ở trong trần.", *([tie] if places > inside else [])]
