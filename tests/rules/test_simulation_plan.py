"""A simulated year tells what the source text tells, and tells it again with the same seed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from diaban.regulations.rules import RuleValues, standard_calendar
from diaban.simulation.rules.book import Book
from diaban.simulation.rules.plan import plan_province
from diaban.simulation.rules.world import Commune, Province, Setting

DISTRICTS = 10


def setting(seed: int, *, years: int = 1) -> Setting:
    """151 communes in ten districts, as Hòa Bình had."""
    communes = tuple(
        Commune(
            1000 + number, f"{number:05}", f"Xã Số {number}", 100 + number % DISTRICTS, f"Huyện {number % DISTRICTS}"
        )
        for number in range(151)
    )
    return Setting(
        province=Province(1, "17", "Tỉnh Thử", communes),
        first_year=2023,
        years=years,
        seed=seed,
        rules=RuleValues(),
        calendar=standard_calendar(2022, 2023 + years),
    )


@lru_cache
def book(seed: int = 26, years: int = 1) -> Book:
    return plan_province(setting(seed, years=years), rule_set=None)


def test_134_cadres_follow_151_communes_and_17_of_them_two_of_one_district() -> None:
    duties = [row for row in book().dicts("assignments.assignment") if row["starts_on"] == date(2022, 12, 14)]
    assert len({duty["commune_id"] for duty in duties}) == len(duties) == 151
    loads = Counter(duty["cadre_id"] for duty in duties)
    assert (len(loads), Counter(loads.values())) == (134, {1: 117, 2: 17})
    for cadre in [key for key, load in loads.items() if load == 2]:
        assert len({int(str(d["commune_id"])) % DISTRICTS for d in duties if d["cadre_id"] == cadre}) == 1


def test_names_are_different_and_vietnamese() -> None:
    names = [str(cadre["full_name"]) for cadre in book().dicts("people.cadre")]
    assert len(set(names)) == 134
    assert all(len(name.split()) == 3 for name in names)


def test_the_same_seed_gives_the_same_rows_and_another_seed_others() -> None:
    again = plan_province(setting(26), rule_set=None)
    assert again.rows == book().rows
    assert plan_province(setting(27), rule_set=None).rows != again.rows


@pytest.mark.parametrize("seed", [1, 26])
def test_support_is_worth_over_ten_billion_and_one_line_is_reversed(seed: int) -> None:
    lines = book(seed).dicts("fieldwork.support")
    assert 10_100_000_000 < sum(int(str(line["value_vnd"])) for line in lines) < 10_900_000_000
    assert [line["value_vnd"] for line in lines if line["reverses_id"]] == [-100_000_000]
    assert any(line["value_basis"] == "none" and line["value_vnd"] == 0 for line in lines)


@pytest.mark.parametrize("seed", [1, 26])
def test_few_programmes_are_late_many_year_reports_are(seed: int) -> None:
    owed = book(seed).dicts("obligations.obligation")
    late = Counter(row["kind"] for row in owed if row["days_late"])
    missing = Counter(row["kind"] for row in owed if row["received_on"] is None)
    cadres = {row["cadre_id"] for row in owed if row["kind"] == "programme" and row["days_late"]}
    assert (len(cadres), missing["programme"] > 0) == (8, True)
    assert 30 <= late["year_report"] <= 38
    assert 0 < missing["year_report"] <= 5
    assert Counter(row["kind"] for row in owed if row["kind"] != "agency_assessment") == dict.fromkeys(
        ["programme", "half_year_report", "year_report", "commune_assessment"], 151
    )


def test_some_spend_too_little_time_and_some_leave_a_quarter_blank() -> None:
    time: Counter[object] = Counter()
    quarters: dict[object, set[int]] = {}
    for visit in book().dicts("fieldwork.visit"):
        if visit["state"] == "done" and isinstance(visit["visited_on"], date):
            time[visit["assignment_id"]] += int(str(visit["half_days"]))
            quarters.setdefault(visit["assignment_id"], set()).add((visit["visited_on"].month + 2) // 3)
    short = [key for key, half_days in time.items() if half_days < 24]
    blank = [key for key, seen in quarters.items() if len(seen) < 4]
    assert 8 <= len(short) <= 26
    assert 4 <= len(blank) <= 26


def test_nobody_is_in_two_communes_on_one_day() -> None:
    days = [(v["cadre_id"], v["visited_on"]) for v in book().dicts("fieldwork.visit") if v["state"] == "done"]
    assert len(days) == len(set(days))


def test_a_commune_asks_for_another_cadre_and_the_standing_committee_decides() -> None:
    forms = book().dicts("assessment.communeassessment")
    requests = book().dicts("replacement.replacementrequest")
    assert [request["state"] for request in requests] == ["handed_over", "refused"]
    assert {form["replacement_id"] for form in forms if form["wants_replacement"]} == {r["id"] for r in requests}
    ended = [duty for duty in book().dicts("assignments.assignment") if duty["ends_on"]]
    assert [(duty["ends_on"], duty["end_reason"]) for duty in ended] == [(date(2024, 2, 15), "replaced")]


@pytest.mark.parametrize("seed", [1, 26])
def test_a_handover_names_what_was_open_on_its_day(seed: int) -> None:
    """Of all records, the years after it included."""
    written = book(seed, 2)
    requests = {row["id"]: row for row in written.dicts("replacement.replacementrequest")}
    papers: list[Any] = written.dicts("replacement.handover")
    assert len(papers) == 2
    for paper in papers:
        request, on = requests[paper["request_id"]], paper["written_at"]
        own = {"commune": request["commune_id"], "cadre": request["cadre_id"], "on": on.date()}
        matters = _open(written, "fieldwork.difficulty", "raised_on", "closed_on", **own)
        promised = _open(written, "fieldwork.commitment", "made_on", "ended_on", **own)
        assert [str(line).partition(": ")[2].rpartition(" (")[0] for line in paper["difficulties"]] == [
            row["title"] for row in sorted(matters, key=lambda row: row["raised_on"])
        ]
        assert [str(line).partition(": ")[2] for line in paper["commitments"]] == [
            row["text"] for row in sorted(promised, key=lambda row: row["due_on"])
        ]


def _open(written: Book, table: str, began: str, ended: str, *, commune: Any, cadre: Any, on: date) -> list[Any]:
    rows: list[Any] = written.dicts(table)
    own = [row for row in rows if (row["commune_id"], row["cadre_id"]) == (commune, cadre) and row[began] <= on]
    return [row for row in own if row[ended] is None or row[ended] > on]


def test_the_best_are_within_the_cap() -> None:
    levels = Counter(row["level"] for row in book().dicts("ranking.qualityranking"))
    assert sum(levels.values()) == 134
    assert 0 < levels["excellent"] <= levels["good"] * 0.2
    assert [r["override_reason"] != "" for r in book().dicts("ranking.qualityranking")].count(True) == 2


def test_years_follow_each_other_and_the_successor_goes_on() -> None:
    years = Counter(visit["year"] for visit in book(26, 2).dicts("fieldwork.visit"))
    assert min(years[2023], years[2024]) > 1800
    started = [
        duty["id"] for duty in book(26, 2).dicts("assignments.assignment") if duty["starts_on"] == date(2024, 2, 15)
    ]
    assert [row["kind"] for row in book(26, 2).dicts("obligations.obligation") if row["assignment_id"] in started] == [
        "programme",
        "half_year_report",
        "year_report",
        "commune_assessment",
    ]


def test_every_id_is_a_uuid_of_its_time_and_none_comes_twice() -> None:
    keys = [row[0] for rows in book().rows.values() for row in rows]
    assert len(keys) == len(set(keys))
