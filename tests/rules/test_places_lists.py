"""The lists of units that come with the product."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from diaban.places.rules.counts import EXPECTED, count, wrong_lists
from diaban.places.rules.kinds import KINDS_OF, REFORM, DateBasis, Level, UnitKind
from diaban.places.rules.lists import ListedUnit, listed_links, listed_units, units_on
from tests.shared import shared
from tests.tables import rows_of

BEFORE, AFTER = date(2025, 6, 30), REFORM


def test_the_lists_hold_the_published_numbers() -> None:
    assert wrong_lists() == []
    totals = [[sum(kinds.values()) for kinds in expected.counts.values()] for expected in EXPECTED]
    assert totals == [[63, 696, 10035], [34, 3321]]


def test_hoa_binh_is_the_same_from_the_first_list_until_the_reform() -> None:
    provinces = {}
    for day in (date(2022, 10, 1), date(2022, 12, 14), date(2023, 12, 31), BEFORE):
        units = units_on(day)
        districts = {unit.code for unit in units if unit.parent_code == "17"}
        communes = [unit for unit in units if unit.parent_code in districts]
        provinces[day] = (len(districts), count(communes)[Level.COMMUNE])
        assert all(unit.basis is DateBasis.LISTED for unit in communes)
    expected = (10, {UnitKind.PHUONG: 12, UnitKind.XA: 129, UnitKind.THI_TRAN: 10})
    assert provinces == dict.fromkeys(provinces, expected)


def test_a_code_and_a_day_name_one_unit_with_its_parent_in_force() -> None:
    by_code: dict[str, list[ListedUnit]] = {}
    for unit in listed_units():
        by_code.setdefault(unit.code, []).append(unit)
        assert unit.kind in KINDS_OF[unit.level]
    for versions in by_code.values():
        versions.sort(key=lambda unit: unit.valid_from)
        assert all(a.valid_to and a.valid_to <= b.valid_from for a, b in pairwise(versions))
    for unit in listed_units():
        if unit.parent_code:
            assert sum(parent.covers(unit.valid_from) for parent in by_code[unit.parent_code]) == 1


def test_every_unit_before_the_reform_leads_to_units_after_it() -> None:
    links = [link for link in listed_links() if link.source == "package"]
    assert len(links) == 10602
    old = {link.old_code for link in links}
    before, after = units_on(BEFORE), units_on(AFTER)
    parents = {unit.parent_code for unit in before} | old_provinces()
    assert old == {unit.code for unit in before if unit.level is Level.COMMUNE or unit.code not in parents}
    assert {link.new_code for link in links} == {unit.code for unit in after if unit.level is Level.COMMUNE}
    parts = Counter(link.old_code for link in links)
    assert {code for code, number in parts.items() if number > 1} == {link.old_code for link in links if link.split}
    mains = Counter(link.old_code for link in links if link.suggested)
    assert set(mains.values()) == {1}
    assert mains.keys() == old


def old_provinces() -> set[str]:
    return {unit.code for unit in units_on(BEFORE) if unit.level is Level.PROVINCE}


def test_every_old_province_went_whole_into_one_new_one() -> None:
    links = [link for link in listed_links() if link.old_level is Level.PROVINCE and link.on == REFORM]
    assert sorted(link.old_code for link in links) == sorted(old_provinces())
    assert next(link.new_code for link in links if link.old_code == "17") == "25"


@pytest.mark.parametrize(
    ("file", "on"),
    [("units_2022.csv", date(2022, 10, 1)), ("units_2025_before.csv", BEFORE), ("units_2025.csv", AFTER)],
)
def test_the_lists_equal_the_published_ones(file: str, on: date) -> None:
    theirs = {(row["level"], row["code"], row["name"], row["parent_code"]) for row in rows_of(shared(file))}
    assert {(unit.level.value, unit.code, unit.name, unit.parent_code) for unit in units_on(on)} == theirs


def test_the_links_equal_the_published_ones() -> None:
    theirs = {
        (
            row["old_level"],
            row["old_code"],
            row["new_code"],
            row["old_unit_was_split"] == "1",
            row["suggested_default"] == "1",
        )
        for row in rows_of(shared("mergers_2025.csv"))
    }
    ours = [link for link in listed_links() if link.source == "package"]
    assert {(link.old_level.value, link.old_code, link.new_code, link.split, link.suggested) for link in ours} == theirs
