"""A running year stands as on the morning of its day: nothing of the past changes, nothing ahead is told as done."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

import pytest

from diaban.fieldwork.rules import OFFERED, DifficultyState, Rung, rung
from diaban.planning.rules import ProgrammeState
from diaban.simulation.rules.book import EPOCH, HANOI, Book
from diaban.simulation.rules.plan import plan_province
from tests.rules.test_simulation_plan import book as whole_years
from tests.rules.test_simulation_plan import setting

TODAY = date(2024, 5, 10)
SEEDS = pytest.mark.parametrize("seed", [1, 26])
Row = dict[str, Any]

AHEAD = {
    ("assignments.assignment", "ends_on"),
    ("exchange.communeevent", "ends_at"),
    ("exchange.communeevent", "starts_at"),
    ("fieldwork.commitment", "due_on"),
    ("fieldwork.difficulty", "due_on"),
    ("fieldwork.difficultystep", "extended_to"),
    ("fieldwork.visit", "visited_on"),
    ("obligations.obligation", "due_on"),
    ("obligations.obligation", "locks_on"),
    ("obligations.obligation", "opens_on"),
    ("oversight.inspection", "planned_on"),
    ("people.rolegrant", "ends_on"),
}
"""What may lie ahead by nature."""


@lru_cache
def running(seed: int = 26) -> Book:
    return plan_province(replace(setting(seed, years=2), until=TODAY), rule_set=None)


def rows(table: str, seed: int = 26, *, year: int | None = 2024) -> list[Row]:
    found: list[Row] = running(seed).dicts(table)
    return [row for row in found if year is None or row["year"] == year]


def day_of(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.astimezone(HANOI).date()
    return value if isinstance(value, date) else None


@SEEDS
def test_the_year_before_is_the_same_whether_or_not_another_runs(seed: int) -> None:
    for table in whole_years(seed).rows:
        known = {row["id"]: row for row in map(_settled, running(seed).dicts(table))}
        others = [row for row in map(_settled, whole_years(seed).dicts(table)) if known.get(row["id"]) != row]
        assert [row for row in others if not _handed_on(row)] == [], table


def _settled(row: Row) -> Row:
    """Without what a handover says of matters that came up in the weeks of the year after."""
    open_ = {"difficulties", "commitments", "situation"}
    return {name: value for name, value in row.items() if name not in open_} if "given_at" in row else row


def _handed_on(row: Row) -> bool:
    """The line of the audit on a handover, which is written once those weeks are lived."""
    return str(row.get("subject")).startswith("replacement.handover:")


@SEEDS
def test_nothing_is_dated_after_the_day_but_what_lies_ahead_by_nature(seed: int) -> None:
    book = running(seed)
    late = {
        (table, name)
        for table in book.rows
        for row in book.dicts(table)
        for name, value in row.items()
        if (day := day_of(value)) and day >= TODAY
    }
    keys = [UUID(str(row[0])) for table in book.rows for row in book.rows[table]]
    made = max(EPOCH + timedelta(milliseconds=key.int >> 80) for key in keys if key.version == 7)
    assert late <= AHEAD
    assert made.astimezone(HANOI).date() < TODAY


def test_the_same_seed_gives_the_same_rows() -> None:
    again = plan_province(replace(setting(26, years=2), until=TODAY), rule_set=None)
    assert again.rows == running().rows


@SEEDS
def test_programmes_stand_in_every_state_and_most_are_registered(seed: int) -> None:
    programmes = rows("planning.programme", seed)
    states = Counter(str(row["state"]) for row in programmes)
    assert states.keys() == set(ProgrammeState)
    assert 115 < states["registered"] < 140
    missing = {row["assignment_id"] for row in rows("obligations.obligation", seed) if row["kind"] == "programme"}
    missing -= {row["assignment_id"] for row in programmes}
    assert 0 < len(missing) <= 4
    for row in programmes:
        assert row["context"]
        assert (row["submitted_at"] is None) == (row["state"] == "draft")


@SEEDS
def test_an_obligation_is_met_by_what_was_sent_and_not_by_what_came_back(seed: int) -> None:
    owed = {row["assignment_id"]: row for row in rows("obligations.obligation", seed) if row["kind"] == "programme"}
    by_id = {row["id"]: row for row in rows("planning.programme", seed)}
    for row in owed.values():
        if row["received_record"]:
            assert by_id[row["received_record"]]["state"] not in {"draft", "returned"}
    in_force = [row for row in by_id.values() if row["state"] in {"registered", "submitted", "endorsed"}]
    assert all(owed[row["assignment_id"]]["received_on"] for row in in_force)
    late = [row["days_late"] for row in owed.values() if row["days_late"]]
    assert (min(late) < 25, max(late) > 50) == (True, True)


@SEEDS
def test_a_revision_continues_the_items_of_the_first_version(seed: int) -> None:
    programmes = {row["id"]: row for row in rows("planning.programme", seed)}
    items = defaultdict(list)
    for item in rows("planning.programmeitem", seed, year=None):
        if item["programme_id"] in programmes:
            items[item["programme_id"]].append(item)
    first = {row["assignment_id"]: row["id"] for row in programmes.values() if row["version"] == 1}
    revised = [row for row in programmes.values() if row["version"] == 2]
    assert len(revised) >= 4
    for row in revised:
        before, after = items[first[row["assignment_id"]]], items[row["id"]]
        assert programmes[first[row["assignment_id"]]]["state"] == "replaced"
        assert {item["origin"] for item in before} < {item["origin"] for item in after}
        assert {i["origin"]: i["done_on"] for i in before if i["done_on"]}.items() <= {
            i["origin"]: i["done_on"] for i in after
        }.items()


@SEEDS
def test_what_is_planned_lies_ahead_or_waits_for_its_record(seed: int) -> None:
    planned = [row for row in rows("fieldwork.visit", seed) if row["state"] == "planned"]
    ahead = [row for row in planned if row["visited_on"] >= TODAY]
    assert len(ahead) > 100
    assert 5 < len(planned) - len(ahead) < 40
    assert {row["outcome"] for row in planned} == {""}
    assert all(row["visited_on"] < TODAY for row in rows("fieldwork.visit", seed) if row["state"] != "planned")


@SEEDS
def test_nobody_is_in_two_communes_on_one_day(seed: int) -> None:
    days = Counter((v["cadre_id"], v["visited_on"]) for v in rows("fieldwork.visit", seed) if v["state"] != "cancelled")
    assert [key for key, times in days.items() if times > 1] == []


@SEEDS
def test_an_accepted_invitation_is_in_the_calendar_and_the_others_say_why(seed: int) -> None:
    visits = {row["id"]: row for row in rows("fieldwork.visit", seed)}
    events = {row["id"]: row for row in rows("exchange.communeevent", seed)}
    invitations = rows("exchange.invitation", seed)
    assert {row["state"] for row in invitations} == {"waiting", "accepted", "declined", "called_off"}
    for row in invitations:
        event, visit = events[row["event_id"]], visits.get(row["visit_id"])
        assert (visit is not None) == (row["state"] == "accepted")
        assert visit is None or visit["visited_on"] == event["starts_at"].date()
        assert bool(row["reason"]) == (row["state"] == "declined")
        assert bool(event["called_off_reason"]) == (row["state"] == "called_off")
    starts = [event["starts_at"].date() for event in events.values()]
    assert min(starts) < TODAY < max(starts)


@SEEDS
def test_the_communes_of_the_cast_have_a_matter_on_each_rung_and_in_each_state(seed: int) -> None:
    calendar, rules = setting(seed).calendar, setting(seed).rules
    cadre = next(row["cadre_id"] for row in rows("people.rolegrant", seed, year=None) if row["cadre_id"])
    mine = [row for row in rows("fieldwork.difficulty", seed) if row["cadre_id"] == cadre]
    days = [
        calendar.working_days_between(row["due_on"], TODAY)
        for row in mine
        if row["state"] == "routed" and row["due_on"] < TODAY
    ]
    assert {1, 7, 15} <= set(days)
    assert {rung(days_over=each, climbs_after=rules.difficulty_climbs_after) for each in days} == set(Rung)
    assert {row["state"] for row in mine} == set(DifficultyState)
    assert any(row["extended"] and row["due_on"] > TODAY for row in mine)


@SEEDS
def test_matters_are_of_both_kinds_and_their_answers_are_graded(seed: int) -> None:
    matters = rows("fieldwork.difficulty", seed)
    assert {row["kind"] for row in matters} == {"reflection", "recommendation"}
    assert {row["grade"] for row in matters} >= {"good", "partly", ""}
    assert [row["id"] for row in matters if row["grade"] and row["answered_on"] is None] == []


@SEEDS
def test_the_agency_of_the_cast_has_something_to_endorse_and_to_answer(seed: int) -> None:
    agency = next(row["agency_id"] for row in rows("people.rolegrant", seed, year=None) if row["agency_id"])
    sent = [row for row in rows("planning.programme", seed) if row["agency_id"] == agency]
    asked = [row for row in rows("fieldwork.difficulty", seed) if row["owner_id"] == agency]
    assert "submitted" in {row["state"] for row in sent}
    assert {row["agency_id"] == agency for row in asked if row["state"] == "routed"} == {True, False}


@SEEDS
def test_the_commune_of_the_cast_has_something_to_say(seed: int) -> None:
    home = next(row["unit_id"] for row in rows("people.rolegrant", seed, year=None) if row["role"] == "commune")
    visits = [row for row in rows("fieldwork.visit", seed) if row["commune_id"] == home]
    lines = [row for row in rows("fieldwork.support", seed) if row["commune_id"] == home]
    done = [row for row in visits if row["state"] == "done"]
    assert {row["confirmation"] for row in done} >= {"silent", "disputed"}
    assert {bool(row["dispute_answer"]) for row in done if row["confirmation"] == "disputed"} == {True, False}
    assert date(2024, 5, 9) in {row["visited_on"] for row in visits if row["state"] == "planned"}
    assert (60_000_000, 100_000_000) in {(row["value_vnd"], row["whole_vnd"]) for row in lines}
    assert len([row for row in lines if row["confirmation"] == "silent"]) >= 2
    assert [row["state"] for row in rows("planning.programme", seed) if row["commune_id"] == home] == ["registered"]


@SEEDS
def test_promises_of_both_years_are_kept_dropped_open_and_overdue(seed: int) -> None:
    for year in (2023, 2024):
        made = rows("fieldwork.commitment", seed, year=year)
        assert {row["state"] for row in made} == {"open", "kept", "dropped"}
        assert any(row["state"] == "open" and row["due_on"] < TODAY for row in made)
        assert all(bool(row["result"]) == (row["state"] != "open") for row in made)
    assert any(row["due_on"] > TODAY for row in rows("fieldwork.commitment", seed))


@SEEDS
def test_every_commune_is_described_and_many_twice(seed: int) -> None:
    facts = rows("exchange.communefacts", seed, year=None)
    times = Counter(row["commune_id"] for row in facts)
    assert (len(times), set(times.values())) == (151, {1, 2})
    assert {row["as_of"] for row in facts} == {date(2022, 12, 31), date(2023, 12, 31)}
    assert all(row["poor_households"] < row["households"] < row["population"] for row in facts)
    assert {str(row["phone"])[:9] for row in facts} == {"0218 000 "}


@SEEDS
def test_only_what_is_at_work_is_offered_to_other_communes(seed: int) -> None:
    models = [row for year in (2023, 2024) for row in rows("fieldwork.innovation", seed, year=year)]
    offered = {row["id"]: row["offered_on"] for row in models if row["offered_on"]}
    assert {row["state"] for row in models if row["id"] in offered} <= OFFERED
    copies = rows("fieldwork.innovationadoption", seed, year=None)
    assert all(offered[copy["innovation_id"]] <= copy["adopted_on"] for copy in copies)


def test_a_successor_owes_what_is_left_of_the_year_and_the_predecessor_what_was_due() -> None:
    duties = {row["id"]: row for row in rows("assignments.assignment", year=None)}
    owed = defaultdict(list)
    for row in rows("obligations.obligation"):
        if row["assignment_id"]:
            owed[duties[row["assignment_id"]]["starts_on"], duties[row["assignment_id"]]["ends_on"]].append(row["kind"])
    whole = ["programme", "half_year_report", "year_report", "commune_assessment"]
    assert owed[date(2024, 2, 15), None] == whole
    assert owed[date(2022, 12, 14), date(2024, 2, 15)] == ["programme"]


def test_nothing_is_judged_in_a_year_that_runs() -> None:
    judged = ("reporting.periodicreport", "assessment.communeassessment", "ranking.qualityranking")
    assert [rows(table) for table in (*judged, "assessment.agencyassessment", "oversight.finding")] == [[]] * 5
