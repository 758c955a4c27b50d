"""The cap on “xuất sắc”: places, order, ties, groups and the two readings of its base."""

from __future__ import annotations

import pytest

from diaban.ranking.rules import Rulebook, YearRating
from diaban.ranking.rules.results import CapStanding, Group
from tests.rating import Json, agency, cadre, paper, rated, records, rulebook


def people(*half_days: int, **changes: object) -> list[Json]:
    """One cadre for each number of half-days: 24 is full, each fewer costs 7/12 of a point; none falls below good."""
    return [cadre(f"cb-{index:02}", visits={"half_days": days}, **changes) for index, days in enumerate(half_days)]


LADDER_OFF = {"judging": "points"}


def capped(raw: Json, book: Rulebook | None = None) -> tuple[Group, dict[str, str]]:
    rating = rated(raw, book or rulebook(**LADDER_OFF))
    [group] = [group for group in rating.groups if group.kind == "cadre"]
    return group, {verdict.id: verdict.cap.standing.value for verdict in rating.verdicts if verdict.kind == "cadre"}


def inside(rating: YearRating) -> list[str]:
    return [verdict.id for verdict in rating.verdicts if verdict.cap.standing is CapStanding.INSIDE]


def test_the_best_take_the_places() -> None:
    """Ten are good or better, 20 % of them are two places."""
    group, standings = capped(records(*people(*range(24, 14, -1))))
    assert (group.base, group.places, group.inside, group.open_places) == (10, 2, 2, 0)
    assert [id for id, standing in standings.items() if standing == "inside"] == ["cb-00", "cb-01"]
    assert group.reasons == (
        "Trần 20 % của số đạt từ mức tốt trở lên: 20 % của 10 đồng chí, bỏ phần lẻ, được 2 chỗ.",
        "Có 10 đồng chí đạt mức xuất sắc theo quy tắc, 2 ở trong trần.",
    )


def test_equals_at_the_edge_all_stay_outside_and_the_board_is_told() -> None:
    """Three places; one is clearly ahead, three are equal at the edge: two places stay open."""
    group, standings = capped(records(*people(24, 23, 23, 23, *[20] * 11)))
    assert (group.places, group.inside, group.tied, group.open_places) == (3, 1, 3, 2)
    assert [id for id, standing in standings.items() if standing == "tied"] == ["cb-01", "cb-02", "cb-03"]
    assert group.reasons[-1] == (
        "Còn 2 chỗ để ngỏ: 3 đồng chí bằng nhau ở vạch trần, nhiều hơn số chỗ còn lại, "
        "phần mềm không tự chọn. Ban Tổ chức đề xuất."
    )


def test_equals_who_all_find_a_place_are_inside() -> None:
    group, standings = capped(records(*people(24, 23, 23, *[20] * 12)))
    assert (group.places, group.inside, group.tied) == (3, 3, 0)
    assert list(standings.values()).count("inside") == 3


def test_a_tied_verdict_keeps_its_level_by_rules_and_says_why() -> None:
    rating = rated(records(*people(24, 24)), rulebook(**LADDER_OFF, excellent_cap_percent=50))
    [verdict, _] = rating.verdicts
    assert (verdict.level_by_rules, verdict.level_after_cap, verdict.limited_by) == ("excellent", "good", ("cap",))
    assert verdict.reasons[-1] == (
        "Trần xuất sắc: thứ 1 trong nhóm theo tổng điểm, cùng 1 đồng chí khác; "
        "ngoài trần vì bằng nhau ở vạch trần; đề xuất mức tốt."
    )


def test_places_without_anybody_excellent_are_explained() -> None:
    """Nobody reaches 90 points: both places stay unused."""
    late = {"reports": [paper(received=False), paper(received=False)], "models": {"working": 0}}
    group, _ = capped(records(*people(*[24] * 10, **late)))
    assert (group.places, group.candidates, group.open_places) == (2, 0, 2)
    assert group.reasons[-1] == "Còn 2 chỗ không dùng vì không còn đồng chí nào đạt mức xuất sắc theo quy tắc."


@pytest.mark.parametrize(
    ("base", "places", "said"),
    [
        ("good_or_above", 2, "Trần 20 % của số đạt từ mức tốt trở lên: 20 % của 11 đồng chí, bỏ phần lẻ, được 2 chỗ."),
        ("all", 3, "Trần 20 % của toàn bộ số được xếp mức trong nhóm: 20 % của 15 đồng chí, bỏ phần lẻ, được 3 chỗ."),
        (
            "good_only",
            1,
            "Trần 20 % của số được xếp mức tốt, không kể số xuất sắc; "
            "trong 11 đồng chí đạt từ mức tốt trở lên có 1 chỗ, bỏ phần lẻ.",
        ),
    ],
)
def test_the_base_is_read_in_different_ways(base: str, places: int, said: str) -> None:
    """Eleven are good or better, four are not. Of those good alone, one place: 1 is no more than 20 % of the other ten,
    and two would be more than 20 % of nine."""
    poor = [
        cadre(
            f"kem-{index}",
            reports=[],
            programmes=[paper(received=False)],
            visits={"half_days": 0, "by_quarter": [0] * 4},
        )
        for index in range(4)
    ]
    group, _ = capped(records(*people(*range(24, 13, -1)), *poor), rulebook(**LADDER_OFF, cap_base=base))
    assert (group.judged, group.places, group.reasons[0]) == (15, places, said)


@pytest.mark.parametrize(
    ("grouped", "groups"),
    [
        ("all", ["toan-tinh"]),
        ("agency_group", ["dang", "kinh-te"]),
        ("area_class", ["II", "III"]),
        ("agency", ["so-1", "so-2"]),
    ],
)
def test_the_group_is_a_setting(grouped: str, groups: list[str]) -> None:
    others = [cadre(f"khac-{index}", agency="so-2", agency_group="dang", area_class="II") for index in range(5)]
    rating = rated(records(*people(24, 23, 22, 21, 20), *others), rulebook(**LADDER_OFF, cap_group=grouped))
    assert [group.group for group in rating.groups] == groups


def test_each_province_has_its_own_groups() -> None:
    rating = rated(records(cadre("a"), cadre("b", province="17")), rulebook(**LADDER_OFF))
    assert [(group.province, group.judged) for group in rating.groups] == [("17", 1), ("25", 1)]


def test_an_outstanding_group_has_the_higher_cap() -> None:
    raw = records(*people(*range(24, 4, -1)), outstanding=[{"province": "25", "group": "kinh-te"}])
    group, _ = capped(raw)
    assert (group.percent, group.places, group.mark) == (25, group.base * 25 // 100, "G")


def test_a_second_key_may_part_equals() -> None:
    """Equal points; the one of whom more items went beyond what was asked goes first."""
    raw = records(cadre("a", items={"beyond": 3}), cadre("b", items={"beyond": 5}))
    book = rulebook(**LADDER_OFF, excellent_cap_percent=50, cap_order=["points", "beyond"])
    assert inside(rated(raw, book)) == ["b"]


def test_leaderships_have_a_cap_of_their_own() -> None:
    agencies = tuple(agency(f"so-{index}", acts={"self_checks": 2 if index else 9}) for index in range(5))
    cadres = [cadre(f"cb-{index}", agency=f"so-{index}", visits={"half_days": 24 - index}) for index in range(5)]
    rating = rated(records(*cadres, agencies=agencies), rulebook(**LADDER_OFF))
    [group] = [group for group in rating.groups if group.kind == "leadership"]
    assert (group.places, group.inside, [id for id in inside(rating) if id.startswith("so")]) == (1, 1, ["so-0"])


def test_who_is_not_judged_is_no_part_of_the_base() -> None:
    new = cadre("moi", assignments=[{"commune": "x", "starts_on": "2025-12-01", "ends_on": None, "evidence": []}])
    group, standings = capped(records(*people(24, 23, 22, 21, 20), new))
    assert (group.judged, standings["moi"]) == (5, "none")
