"""What is owed by place and kind, and a ledger of lateness by cadre and agency: each number opens its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet, Sum
from django.urls import reverse

from diaban.deadlines.queries.owed import rows
from diaban.kit.actors import Actor
from diaban.kit.listing.shape import UNKNOWN
from diaban.kit.text import slugify_vi
from diaban.obligations.queries import Tally
from diaban.obligations.rules import ObligationKind, State

WORDS = {kind: slugify_vi(kind.label) for kind in ObligationKind}
"""How the list's filter writes a kind."""


class By(Enum):
    """How the rows of the matrix are made: (word of the address, label, key, name, filter of the list)."""

    DISTRICT = ("huyen", "Huyện, thành phố", "commune__parent_id", "commune__parent__name", "huyen")
    COMMUNE = ("xa", "Xã, phường, thị trấn", "commune_id", "commune__name", "xa")
    AGENCY = ("co-quan", "Cơ quan", "agency_id", "agency__name", "co-quan")

    @property
    def word(self) -> str:
        return self.value[0]

    @property
    def label(self) -> str:
        return self.value[1]

    @classmethod
    def of(cls, word: str) -> By:
        return next((one for one in cls if one.word == word), cls.DISTRICT)


@dataclass(frozen=True, slots=True)
class Cell:
    """One place and kind: how many stand how. `asked` is what the list that holds them is asked for."""

    tally: Tally
    asked: tuple[tuple[str, str], ...]

    @property
    def href(self) -> str:
        return f"{reverse('deadlines:obligations')}?{urlencode(self.asked)}"

    @property
    def total(self) -> int:
        """Without what need not be done any more."""
        return self.tally.total - self.tally.of(State.CLOSED)

    @property
    def done(self) -> int:
        return self.tally.of(State.ON_TIME, State.EXTENDED, State.EXCUSED)

    @property
    def gap(self) -> int:
        """Late or missing."""
        return self.tally.late + self.tally.missing


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    cells: dict[ObligationKind, Cell]
    whole: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    by: By
    year: int
    kinds: list[ObligationKind]
    rows: list[Row]
    whole: Row


def matrix(actor: Actor, *, year: int, by: By, today: date) -> Matrix:
    """One query over what the person may see; places without a commune (an agency's own duty) stand under «Khác»."""
    key, name = by.value[2], by.value[3]
    counted = rows(actor, today).filter(year=year).order_by().values_list(key, name, "kind", "state")
    found: dict[tuple[Any, str], dict[ObligationKind, dict[State, int]]] = defaultdict(lambda: defaultdict(dict))
    for place, called, kind, state, number in counted.annotate(n=Count("pk")):
        found[place, called or "Việc của cơ quan"][ObligationKind(kind)][State(state)] = number
    kinds = [kind for kind in ObligationKind if any(kind in cells for cells in found.values())]
    lines = [_row(called, str(place or UNKNOWN), cells, by, year) for (place, called), cells in found.items()]
    return Matrix(by, year, kinds, sorted(lines, key=lambda row: row.name), _whole(found.values(), by, year))


def _row(name: str, place: str, cells: dict[ObligationKind, dict[State, int]], by: By, year: int) -> Row:
    made = {kind: Cell(Tally(states), _asked(by, place, year, kind)) for kind, states in cells.items()}
    return Row(name, made, Cell(_sum(cells.values()), _asked(by, place, year, None)))


def _whole(found: Any, by: By, year: int) -> Row:
    cells: dict[ObligationKind, list[dict[State, int]]] = defaultdict(list)
    for one in found:
        for kind, states in one.items():
            cells[kind].append(states)
    made = {kind: Cell(_sum(states), _asked(by, "", year, kind)) for kind, states in cells.items()}
    everything = [states for parts in cells.values() for states in parts]
    return Row("Cộng", made, Cell(_sum(everything), _asked(by, "", year, None)))


def _sum(many: Any) -> Tally:
    total: dict[State, int] = defaultdict(int)
    for states in many:
        for state, number in states.items():
            total[state] += number
    return Tally(dict(total))


def _asked(by: By, place: str, year: int, kind: ObligationKind | None) -> tuple[tuple[str, str], ...]:
    words = (("nam", str(year)), (by.value[4], place), ("loai", WORDS[kind] if kind else ""))
    return tuple((key, word) for key, word in words if word)


@dataclass(frozen=True, slots=True)
class Lateness:
    """Of one cadre or agency in a time: what fell due, what came in time, late (and how many working days), or not."""

    name: str
    agency: str
    due: int
    in_time: int
    late: int
    days_late: int
    missing: int
    excused: int
    href: str


def ledger(actor: Actor, *, since: date, until: date, by_cadre: bool, today: date) -> list[Lateness]:
    """What fell due from one day to another, both included; the most days late first. Nothing is ranked by it."""
    return list(_lateness(_due(actor, since, until, today), since, until, by_cadre=by_cadre))


def _due(actor: Actor, since: date, until: date, today: date) -> QuerySet[Any]:
    return rows(actor, today).filter(closed_on=None, last_due__gte=since, last_due__lte=until).order_by()


def _lateness(found: QuerySet[Any], since: date, until: date, *, by_cadre: bool) -> Iterator[Lateness]:
    key, name = ("cadre_id", "cadre__full_name") if by_cadre else ("agency_id", "agency__name")
    groups = found.exclude(**{key: None}).values_list(key, name, *(["agency__name"] if by_cadre else []))
    late = Q(state__in=[State.SLIGHTLY_LATE.value, State.LATE.value])
    counted = groups.annotate(
        due=Count("pk"),
        in_time=Count("pk", Q(state__in=[State.ON_TIME.value, State.EXTENDED.value])),
        late_ones=Count("pk", late),
        days=Sum("days_late", filter=late),
        missing=Count("pk", Q(state=State.MISSING.value)),
        excused=Count("pk", Q(state=State.EXCUSED.value)),
    ).order_by(F("days").desc(nulls_last=True), "-missing", name)
    days = {"tu": f"{since:%d/%m/%Y}", "den": f"{until:%d/%m/%Y}"}
    for line in counted:
        pk, called, *rest = line
        agency, numbers = (rest[0], rest[1:]) if by_cadre else ("", rest)
        due, in_time, late_ones, days_late, missing, excused = numbers
        asked = days | {"can-bo" if by_cadre else "co-quan": str(pk)}
        href = f"{reverse('deadlines:obligations')}?{urlencode(asked)}"
        yield Lateness(called, agency, due, in_time, late_ones, days_late or 0, missing, excused, href)
