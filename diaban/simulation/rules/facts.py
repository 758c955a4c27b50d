"""What is known of a commune: people, households, area, Party cells. Invented; such places are of that size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from diaban.exchange.rules import AreaClass
from diaban.kit.formats import number, percent_of
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.words.exchange import MATTERS, MATTERS_IN_TOWN, SOURCES
from diaban.simulation.rules.world import Commune, Setting

AREA_CODES = {"17": "0218"}
"""Of telephone numbers, by province; no subscriber's number begins with 000."""
POOR = {AreaClass.THIRD: (14, 29), AreaClass.SECOND: (9, 15), AreaClass.FIRST: (3, 9), AreaClass.NONE: (1, 4)}
"""Poor households in a hundred."""
IN_THE_HILLS = {AreaClass.THIRD: 40, AreaClass.SECOND: 9, AreaClass.FIRST: 43, AreaClass.NONE: 8}
IN_TOWN = {AreaClass.FIRST: 25, AreaClass.NONE: 75}
RECOUNTED = 0.7
"""How many communes tell their figures anew at a year's end."""


@dataclass(frozen=True, slots=True)
class Facts:
    population: int
    households: int
    poor_households: int
    area_ha: int
    area_class: AreaClass
    villages: int
    party_cells: int
    party_members: int
    matters: str

    def told(self) -> str:
        """As a programme begins: the commune in two sentences."""
        poor = percent_of(self.poor_households, self.households)
        place = "" if self.area_class is AreaClass.NONE else f"; thuộc k{self.area_class.label[1:]}"
        return (
            f"Dân số {number(self.population)} người, {number(self.households)} hộ, hộ nghèo {poor}{place}; "
            f"{self.villages} thôn, bản, {self.party_cells} chi bộ. {self.matters}"
        )


def facts_of(setting: Setting, commune: Commune) -> Facts:
    """The same for a commune whoever asks and whenever."""
    random = Random(f"{setting.seed}:{commune.code}:facts")
    in_town = not commune.name.startswith("Xã")
    classes = IN_TOWN if in_town else IN_THE_HILLS
    area_class = random.choices(list(classes), list(classes.values()))[0]
    size = 1 if commune.district else 4  # without districts communes are as large as four former ones
    population = size * (random.randint(5200, 13_500) if in_town else random.randint(2100, 7200))
    households = round(population / random.uniform(3.9, 4.6))
    villages = size * random.randint(5, 13)
    cells = villages + random.randint(3, 6)
    return Facts(
        population=population,
        households=households,
        poor_households=round(households * random.randint(*POOR[area_class]) / 100),
        area_ha=size * (random.randint(260, 1700) if in_town else random.randint(1500, 6800)),
        area_class=area_class,
        villages=villages,
        party_cells=cells,
        party_members=cells * random.randint(16, 29),
        matters=random.choice(MATTERS_IN_TOWN if in_town else MATTERS).format(n=random.randint(2, 4)),
    )


def write_facts(book: Book, setting: Setting) -> None:
    """As the programme begins, and for many communes again at the end of each year."""
    ends = [date(setting.first_year - 1 + number, 12, 31) for number in range(setting.years + 1)]
    for commune in setting.province.communes:
        for index, as_of in enumerate(ends):
            if setting.is_past(as_of) and (index == 0 or book.chance(RECOUNTED)):
                _write(book, setting, commune, as_of, grown=index)


def _write(book: Book, setting: Setting, commune: Commune, as_of: date, *, grown: int) -> None:
    """`grown`: years since the first count; people become more and poor households fewer."""
    facts = facts_of(setting, commune)
    code = AREA_CODES.get(setting.province.code)
    at = moment(as_of + timedelta(days=book.random.randint(9, 27)), 9, book.random.randrange(60))
    book.add(
        "exchange.communefacts",
        at,
        province_id=setting.province.id,
        commune_id=commune.id,
        as_of=as_of,
        population=facts.population + grown * facts.population // 120,
        households=facts.households + grown * facts.households // 110,
        poor_households=max(facts.poor_households - grown * facts.poor_households // 6, 0),
        area_ha=facts.area_ha,
        area_class=facts.area_class.value,
        villages=facts.villages,
        party_cells=facts.party_cells,
        party_members=facts.party_members + grown * facts.party_cells // 2,
        phone=f"{code} 000 {commune.code[-3:]}" if code else "",
        matters=facts.matters,
        source=book.pick(SOURCES),
        recorded_at=at,
        by_name=f"Văn phòng {commune.committee}",
    )
