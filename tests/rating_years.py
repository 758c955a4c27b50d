"""Invented years of cadres and agencies for property tests, rule sets, and every way in which a year can be better."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import strategies as st

from diaban.ranking.commands import parsed
from diaban.ranking.rules import Rulebook, read_rulebook
from diaban.regulations.rules.national import national_sets
from diaban.regulations.rules.rating import (
    CadreRule,
    CapBase,
    CapGroup,
    Judging,
    LeadershipRule,
    MissingPart,
    Rounding,
    RoundingUnit,
)  # fmt: skip
from tests.rating import Json, agency, cadre, form, held, paper, rulebook

LEVELS = ("excellent", "good", "completed", "not_completed")
TERMS = st.sampled_from(
    [
        [held()],
        [held(), held(commune="xa-2", starts="2025-05-10")],
        [held(ends="2025-04-20"), held(commune="xa-2", starts="2025-04-20")],
        [held(starts="2025-07-01")],
        [held(starts="2025-03-20", ends="2025-12-01")],
        [held(starts="2025-11-20")],
    ]
)
PAPERS = st.builds(
    paper,
    late=st.sampled_from([0, 0, 0, 1, 5, 6, 30]),
    received=st.sampled_from([True, True, True, False]),
    cause=st.booleans(),
    complete=st.sampled_from([True, True, False]),
    ref=st.sampled_from(["a", "b", ""]),
)
SMALL = st.integers(0, 6)
QUARTERS = st.lists(st.integers(0, 2), min_size=4, max_size=4)


@st.composite
def cadres(draw: Any, *, id: str = "cb-1") -> Json:
    """Anything that the schema lets through, near the edges where levels change."""
    planned, raised, confirmed, unconfirmed, proposed, named = (draw(SMALL) for _ in range(6))
    done, answered = draw(st.integers(0, planned)), draw(st.integers(0, raised))
    overdue = draw(st.integers(0, raised - answered))
    base = draw(st.sampled_from([{}, {}, None]))
    if base is not None:
        return cadre(id, assignments=draw(TERMS), reports=draw(st.lists(PAPERS, max_size=2)), forms=draw(_forms()))
    return cadre(
        id,
        assignments=draw(TERMS),
        agency_group=draw(st.sampled_from(["kinh-te", "dang"])),
        is_head=draw(st.booleans()),
        programmes=draw(st.lists(PAPERS, max_size=2)),
        reports=draw(st.lists(PAPERS, max_size=3)),
        visits={"half_days": draw(st.integers(0, 30)), "by_quarter": draw(QUARTERS)},
        items={
            "planned": planned,
            "done": done,
            "late": draw(st.integers(0, done)),
            "beyond": draw(st.integers(0, done)),
            "excused": draw(st.integers(0, planned - done)),
        },
        notes={"by_field": {field: draw(QUARTERS) for field in cadre()["notes"]["by_field"]}},
        difficulties={
            "raised": raised,
            "answered": answered,
            "overdue": overdue,
            "overdue_own": draw(st.integers(0, overdue)),
        },
        support={
            "confirmed": confirmed,
            "unconfirmed": unconfirmed,
            "confirmed_without_money": draw(st.integers(0, confirmed)),
            "unconfirmed_without_money": draw(st.integers(0, unconfirmed)),
        },
        models={"proposed": proposed, "working": draw(st.integers(0, proposed))},
        forms=draw(_forms()),
        shortcomings={"named": named, "fixed": draw(st.integers(0, named))},
        signals={"confirmed": draw(st.sampled_from([0, 0, 0, 1, 3]))},
        grounds=draw(st.sampled_from([[], [], [], [{"ground": "disciplined", "evidence": ["qd"]}]])),
        earlier=draw(st.sampled_from([[], [{"year": 2024, "level": "not_completed"}]])),
    )


def _forms() -> st.SearchStrategy[list[Json]]:
    return st.lists(
        st.builds(form, st.sampled_from(LEVELS), commune=st.sampled_from(["xa-1", "xa-2"]), reasoned=st.booleans()),
        max_size=2,
        unique_by=lambda each: each["commune"],
    )


@st.composite
def years(draw: Any, *, most: int = 12) -> Json:
    """Several cadres of two agencies, which are judged with them."""
    number = draw(st.integers(0, most))
    people = [
        draw(cadres(id=f"cb-{index}")) | {"agency": draw(st.sampled_from(["so-1", "so-2"]))} for index in range(number)
    ]
    asked = draw(st.integers(0, 5))
    in_time = draw(st.integers(0, asked))
    acts = {"self_checks": draw(st.integers(0, 3)), "time": draw(st.integers(0, 2)), "joint": draw(st.integers(0, 3))}
    answers = {"asked": asked, "in_time": in_time, "late": (asked - in_time) // 2, "overdue": 0}
    leaderships = [agency("so-1", acts=acts, answers=answers), agency("so-2")]
    return {
        "format": "diaban.rate.records/1",
        "year": 2025,
        "cadres": people,
        "agencies": leaderships,
        "outstanding": draw(st.sampled_from([[], [{"province": "25", "group": "kinh-te"}]])),
    }


@cache
def shipped(code: str) -> Rulebook:
    return read_rulebook(parsed(str(national_sets()[code])))


BOOKS = st.one_of(
    st.just(Rulebook()),
    st.sampled_from(sorted(national_sets())).map(shipped),
    st.builds(
        rulebook,
        judging=st.sampled_from([way.value for way in Judging]),
        cadre_ladder=st.just([rule.value for rule in CadreRule]),
        leadership_ladder=st.just([rule.value for rule in LeadershipRule]),
        points_unit=st.sampled_from([unit.value for unit in RoundingUnit]),
        points_rounding=st.sampled_from([mode.value for mode in Rounding]),
        missing_part=st.sampled_from([way.value for way in MissingPart]),
        cap_base=st.sampled_from([base.value for base in CapBase]),
        cap_group=st.sampled_from([group.value for group in CapGroup]),
        excellent_cap_percent=st.sampled_from([0, 20, 50, 100]),
        cap_order=st.sampled_from([["points"], ["commune", "points"], ["beyond"]]),
        full_models_per_year=st.sampled_from([1, 3]),
        weight_programme=st.just(0),
        weight_presence=st.just(35),
    ),
)

Better = Callable[[Json], bool]
"""Makes a year better in one thing, in place; False where there is nothing to better."""


def _raise(block: str, key: str, least_of: tuple[str, ...] = ()) -> Better:
    """One more of something, and of what it is counted among."""

    def better(year: Json) -> bool:
        for each in (key, *least_of):
            year[block][each] += 1
        return True

    return better


def _move(block: str, down: str, up: str | None = None) -> Better:
    def better(year: Json) -> bool:
        if not year[block][down]:
            return False
        year[block][down] -= 1
        if up:
            year[block][up] += 1
        return True

    return better


def _papers(kind: str, key: str, value: object) -> Better:
    """What an objective cause excused from coming was not asked for, so its coming is no better."""

    def better(year: Json) -> bool:
        worse = [
            each for each in year[kind] if each[key] != value and not (key == "received" and each["cause_confirmed"])
        ]
        if worse:
            worse[0][key] = value
        return bool(worse)

    return better


def _items(year: Json, key: str) -> bool:
    items = year["items"]
    if items["done"] + items["excused"] == items["planned"]:
        return False
    items[key] += 1
    return True


def _late_item(year: Json) -> bool:
    """Late is better than never."""
    return _items(year, "done") and _raise("items", "late")(year)


def _beyond(year: Json) -> bool:
    items = year["items"]
    items["beyond"] = min(items["beyond"] + 1, items["done"])
    return True


def _quarter(year: Json) -> bool:
    empty = [index for index, visits in enumerate(year["visits"]["by_quarter"]) if not visits]
    if empty:
        year["visits"]["by_quarter"][empty[0]] = 1
    return bool(empty)


def _noted(year: Json) -> bool:
    for quarters in year["notes"]["by_field"].values():
        if 0 in quarters:
            quarters[quarters.index(0)] = 1
            return True
    return False


def _fewer_overdue(year: Json) -> bool:
    facts = year["difficulties"]
    return _move("difficulties", "overdue_own")(year) and (
        facts.update(overdue=facts["overdue"] - 1, answered=facts["answered"] + 1) is None
    )


def _form_up(year: Json) -> bool:
    for each in year["forms"]:
        if each["level"] != "excellent":
            each["level"] = LEVELS[LEVELS.index(each["level"]) - 1]
            return True
    year["forms"].append(form(commune="xa-9"))
    return True


def _confirmed(year: Json) -> bool:
    support = year["support"]
    support["unconfirmed_without_money"] = 0
    return _move("support", "unconfirmed", "confirmed")(year)


def _working(year: Json) -> bool:
    models = year["models"]
    return models["working"] < models["proposed"] and _raise("models", "working")(year)


def _fixed(year: Json) -> bool:
    facts = year["shortcomings"]
    return facts["fixed"] < facts["named"] and _raise("shortcomings", "fixed")(year)


def _no_ground(year: Json) -> bool:
    return bool(year["grounds"]) and (year["grounds"].clear() is None)


BETTER: dict[str, Better] = {
    "programme received": _papers("programmes", "received", True),
    "programme in time": _papers("programmes", "days_late", 0),
    "programme excused": _papers("programmes", "cause_confirmed", True),
    "report received": _papers("reports", "received", True),
    "report in time": _papers("reports", "days_late", 0),
    "report excused": _papers("reports", "cause_confirmed", True),
    "report complete": _papers("reports", "complete", True),
    "half-day more": _raise("visits", "half_days"),
    "visit in an empty quarter": _quarter,
    "item done": lambda year: _items(year, "done"),
    "item done late": _late_item,
    "item excused": lambda year: _items(year, "excused"),
    "item less late": _move("items", "late"),
    "item beyond": _beyond,
    "field noted": _noted,
    "difficulty raised and answered": _raise("difficulties", "raised", ("answered",)),
    "own overdue answered": _fewer_overdue,
    "overdue elsewhere": _move("difficulties", "overdue_own"),
    "help": _raise("support", "confirmed"),
    "help unconfirmed": _raise("support", "unconfirmed"),
    "help confirmed": _confirmed,
    "model working": _working,
    "model proposed and working": _raise("models", "proposed", ("working",)),
    "model proposed": _raise("models", "proposed"),
    "form better": _form_up,
    "shortcoming fixed": _fixed,
    "signal less": _move("signals", "confirmed"),
    "ground lifted": _no_ground,
}


def bettered(year: Json, how: str) -> Json | None:
    changed = deepcopy(year)
    return changed if BETTER[how](changed) else None
