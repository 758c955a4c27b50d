"""Agencies, their leaders, and who follows which commune."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from diaban.kit.text import fold, sort_key_vi
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.names import agency_names, invent_names
from diaban.simulation.rules.titles import leader_title
from diaban.simulation.rules.world import Agency, Cadre, Commune, Duty, Setting

TERM_BEGAN = date(2020, 1, 1)
REFORM = date(2025, 3, 1)
SPARE = 12
OWN_COMMUNE = 8 / 9
"""Of nine communes eight have a cadre of their own: 134 cadres for 151 communes."""


def make_agencies(book: Book, setting: Setting) -> list[Agency]:
    began = TERM_BEGAN if setting.first_year < 2025 else REFORM
    found = []
    for group, name in agency_names(setting.first_year):
        key = book.add(
            "people.agency",
            moment(began),
            province_id=setting.province.id,
            name=name,
            folded=fold(name),
            group=group,
            starts_on=began,
            ends_on=None,
        )
        found.append(Agency(key, name, group))
    return found


def make_cadres(book: Book, setting: Setting, agencies: list[Agency]) -> tuple[list[Cadre], list[str]]:
    """So many that most communes have a cadre of their own and some cadres have two; then names for other persons."""
    communes = len(setting.province.communes)
    count = round(communes * (OWN_COMMUNE if not setting.measure.helpers else 1 + setting.measure.helpers))
    names = invent_names(count + SPARE, code=setting.province.code, random=book.random)
    seats = _seats(book, agencies, count)
    cadres = [_cadre(book, setting, name, *seat) for name, seat in zip(names, seats, strict=False)]
    book.random.shuffle(cadres)
    return cadres, names[count:]


def _seats(book: Book, agencies: list[Agency], count: int) -> list[tuple[Agency, int]]:
    """Agencies are of unequal size; nobody is left without a leader while there are enough."""
    sizes = [1] * len(agencies)
    weights = [book.random.choice((2, 3, 4, 5)) for _ in agencies]
    for index in book.random.choices(range(len(agencies)), weights, k=max(count - len(agencies), 0)):
        sizes[index] += 1
    seats = [(agency, rank) for agency, size in zip(agencies, sizes, strict=True) for rank in range(size)]
    return seats[:count]


def _cadre(book: Book, setting: Setting, name: str, agency: Agency, rank: int) -> Cadre:
    began = (TERM_BEGAN if setting.first_year < 2025 else REFORM) + timedelta(days=book.random.randrange(0, 300, 7))
    key = book.new_id(moment(began))
    title = leader_title(agency.name, rank=rank)
    book.add(
        "people.post", moment(began), cadre_id=key, agency_id=agency.id, title=title, starts_on=began, ends_on=None
    )
    return Cadre(key, name, agency, title)


def write_cadres(book: Book, setting: Setting, cadres: list[Cadre], accounts: dict[UUID, UUID]) -> None:
    """`accounts`: the account of each cadre that has one, by the cadre's id."""
    for cadre in cadres:
        book.put(
            "people.cadre",
            cadre.id,
            province_id=setting.province.id,
            account_id=accounts.get(cadre.id),
            full_name=cadre.name,
            folded=fold(cadre.name),
            sort_key=sort_key_vi(cadre.name),
        )


def assign(book: Book, setting: Setting, cadres: list[Cadre]) -> list[Duty]:
    """One cadre follows each commune; who follows two has them in one district; helpers come on top."""
    loads = _loads(book, list(setting.province.communes), min(len(cadres), len(setting.province.communes)))
    duties = [
        _duty(book, setting, cadre, commune, "monitor")
        for cadre, load in zip(cadres, loads, strict=False)
        for commune in load
    ]
    communes = list(setting.province.communes)
    for index, cadre in enumerate(cadres[len(loads) :]):
        role = "in_charge" if index < len(communes) else "sponsor"
        duties.append(_duty(book, setting, cadre, communes[index % len(communes)], role))
    return duties


def _loads(book: Book, communes: list[Commune], cadres: int) -> list[list[Commune]]:
    """The communes as the shares of that many cadres: pairs within a district, then one each."""
    by_district = [list(group) for _, group in groupby(sorted(communes, key=_place), key=lambda c: c.district)]
    pairs: list[list[Commune]] = []
    while len(pairs) < len(communes) - cadres:
        group = book.random.choices(by_district, [max(len(one) - 1, 0) for one in by_district])[0]
        pairs.append([group.pop(book.random.randrange(len(group))) for _ in range(2)])
    singles = [[commune] for group in by_district for commune in group]
    loads = pairs + singles
    book.random.shuffle(loads)
    return loads


def _place(commune: Commune) -> tuple[int, str]:
    return (commune.district or 0, commune.code)


def _duty(book: Book, setting: Setting, cadre: Cadre, commune: Commune, role: str) -> Duty:
    day = setting.decided_on
    key = book.new_id(moment(day, 9))
    return Duty(key, cadre, commune, day, setting.province.id, role=role, symbol=setting.decision_symbol)


def write_assignments(book: Book, setting: Setting, duties: list[Duty]) -> None:
    """The decisions with their assignments."""
    papers = sorted({(duty.symbol, duty.starts_on) for duty in duties})
    decisions = {paper: _decision(book, setting, *paper) for paper in papers}
    for duty in duties:
        book.put(
            "assignments.assignment",
            duty.id,
            decision_id=decisions[duty.symbol, duty.starts_on],
            province_id=setting.province.id,
            commune_id=duty.commune.id,
            agency_id=duty.cadre.agency.id,
            cadre_id=duty.cadre.id,
            role=duty.role,
            starts_on=duty.starts_on,
            ends_on=duty.ends_on,
            end_reason=duty.end_reason,
        )


def _decision(book: Book, setting: Setting, symbol: str, day: date) -> object:
    first = symbol == setting.decision_symbol
    title = "phân công cán bộ lãnh đạo các cơ quan, đơn vị cấp tỉnh theo dõi các xã, phường, thị trấn"
    return book.add(
        "assignments.assignmentdecision",
        moment(day, 9),
        province_id=setting.province.id,
        symbol=symbol,
        issued_on=day,
        title=title if first else f"thay thế, {title}",
    )
