"""Invented names of persons, from word lists; no real official is meant."""

from __future__ import annotations

from csv import DictReader
from functools import lru_cache
from pathlib import Path
from random import Random

from diaban.people.rules.agency_lists import REFORM, usual_agencies

DATA = Path(__file__).resolve().parent.parent / "data"
PEOPLES = {
    "17": {"Mường": 60, "Kinh": 30, "Thái": 4, "Tày": 3, "Dao": 2, "Mông": 1},
    "": {"Kinh": 90, "Tày": 4, "Mường": 3, "Thái": 3},
}
"""Out of a hundred, by province code; the last holds elsewhere."""
OF_LEADERS = frozenset(
    name.strip()
    for name in """
    Hồ Chí Minh, Tôn Đức Thắng, Trường Chinh, Lê Duẩn, Phạm Văn Đồng, Võ Nguyên Giáp, Nguyễn Văn Linh, Đỗ Mười, Lê
    Khả Phiêu, Nông Đức Mạnh, Nguyễn Phú Trọng, Tô Lâm, Võ Chí Công, Lê Đức Anh, Trần Đức Lương, Nguyễn Minh
    Triết, Trương Tấn Sang, Trần Đại Quang, Nguyễn Xuân Phúc, Võ Văn Thưởng, Lương Cường, Phạm Hùng, Võ Văn Kiệt,
    Phan Văn Khải, Nguyễn Tấn Dũng, Phạm Minh Chính, Nguyễn Văn An, Nguyễn Sinh Hùng, Nguyễn Thị Kim Ngân, Vương
    Đình Huệ, Trần Thanh Mẫn
    """.split(",")  # noqa: SIM905 -- a text to read, not a list
)
"""Names that everybody knows; the simulation gives them to nobody."""


NOT_EVERYWHERE = frozenset({"Sở Ngoại vụ"})
"""Bodies of border provinces and big cities."""


@lru_cache
def _lists() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    surnames: dict[str, list[str]] = {}
    for row in _table("surnames.tsv"):
        surnames.setdefault(row["people"], []).append(row["surname"])
    given: dict[str, list[str]] = {}
    for row in _table("given_names.tsv"):
        given.setdefault(row["sex"], []).append(row["name"])
    return surnames, given


def agency_names(year: int) -> list[tuple[str, str]]:
    """(group, name) of a province's agencies: as before the reform of 2025, or as after."""
    usual = usual_agencies(after_reform=year >= REFORM.year)
    return [(group, name) for name, group in usual.items() if name not in NOT_EVERYWHERE]


def invent_names(count: int, *, code: str, random: Random) -> list[str]:
    """Different names, their surnames mixed as the province's peoples are."""
    mix = PEOPLES.get(code, PEOPLES[""])
    found: dict[str, None] = {}
    while len(found) < count:
        name = _name(random, random.choices(list(mix), list(mix.values()))[0])
        if name not in OF_LEADERS:
            found[name] = None
    return list(found)


def _name(random: Random, people: str) -> str:
    surnames, given = _lists()
    sex = "male" if random.random() < 0.72 else "female"
    surname = _surname(random, people, surnames[people])
    words = random.choice(given[sex]).split()
    if random.random() < 0.45:
        words = ["Văn" if sex == "male" else "Thị", words[-1]]
    return " ".join([surname, *words])


def _surname(random: Random, people: str, surnames: list[str]) -> str:
    """The first of a list are the commonest."""
    if people not in {"Kinh", "Mường"}:
        return random.choice(surnames)
    return random.choices(surnames, [1 / (rank + 1.5) for rank in range(len(surnames))])[0]


@lru_cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return tuple(DictReader(file, delimiter="\t"))
