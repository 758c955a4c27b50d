"""Records of one year as JSON, as they come to the rating engine: a cadre and an agency without blame."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from diaban.kit.shapes import reader
from diaban.ranking.rules import Records, Rulebook, Verdict, YearRating, rate, read_rulebook

YEAR = 2025
Json = dict[str, Any]
READ = reader(Records)


def paper(*, late: int = 0, received: bool = True, cause: bool = False, complete: bool = True, ref: str = "") -> Json:
    return {
        "received": received,
        "days_late": late,
        "cause_confirmed": cause,
        "complete": complete,
        "evidence": [ref] if ref else [],
    }


def form(level: str = "excellent", *, commune: str = "xa-1", reasoned: bool = True, marks: Json | None = None) -> Json:
    return {"commune": commune, "level": level, "reasoned": reasoned, "marks": marks, "evidence": [f"phieu:{commune}"]}


def held(*, commune: str = "xa-1", starts: str = "2023-01-01", ends: str | None = None) -> Json:
    return {"commune": commune, "starts_on": starts, "ends_on": ends, "evidence": [f"pc:{commune}"]}


def notes(*by_quarter: int) -> Json:
    """The same numbers of notes in each of the six fields."""
    fields = ("economy", "defence", "system", "policy", "public_mood", "relation")
    return {"by_field": {field: list(by_quarter) for field in fields}, "evidence": ["tinh-hinh"]}


def cadre(id: str = "cb-1", **changes: Any) -> Json:
    """A year at full points. A change of a block given as a dict is laid over it; anything else replaces it."""
    whole: Json = {
        "id": id,
        "name": "",
        "province": "25",
        "agency": "so-1",
        "agency_group": "kinh-te",
        "area_class": "III",
        "is_head": False,
        "assignments": [held()],
        "programmes": [paper(ref="ct:1")],
        "reports": [paper(ref="bc:6t"), paper(ref="bc:nam")],
        "visits": {"half_days": 24, "by_quarter": [3, 3, 3, 3], "evidence": ["cd:1", "cd:2"]},
        "items": {"planned": 10, "done": 10, "late": 0, "beyond": 3, "excused": 0, "evidence": ["nd"]},
        "notes": notes(1, 1, 1, 1),
        "difficulties": {"raised": 4, "answered": 4, "overdue": 0, "overdue_own": 0, "evidence": ["kk"]},
        "support": {
            "confirmed": 4,
            "unconfirmed": 0,
            "confirmed_without_money": 2,
            "unconfirmed_without_money": 0,
            "evidence": ["ht"],
        },
        "models": {"proposed": 1, "working": 1, "evidence": ["mh"]},
        "forms": [form()],
        "shortcomings": {"named": 2, "fixed": 2, "evidence": ["hc"]},
        "signals": {"confirmed": 0, "evidence": []},
        "grounds": [],
        "earlier": [],
    }
    return _laid_over(whole, changes)


def agency(id: str = "so-1", **changes: Any) -> Json:
    whole: Json = {
        "id": id,
        "name": "",
        "province": "25",
        "agency_group": "kinh-te",
        "acts": {"self_checks": 2, "time": 1, "vehicle": 1, "budget": 1, "joint": 1, "evidence": ["viec"]},
        "answers": {"asked": 5, "in_time": 5, "late": 0, "overdue": 0, "evidence": ["tl"]},
        "members_disciplined": {"count": 0, "evidence": []},
        "shortcomings": {"named": 0, "fixed": 0, "evidence": []},
        "grounds": [],
        "earlier": [],
    }
    return _laid_over(whole, changes)


def records(*cadres: Json, agencies: tuple[Json, ...] = (), **changes: Any) -> Json:
    head = {"format": "diaban.rate.records/1", "year": YEAR, "cadres": list(cadres), "agencies": list(agencies)}
    return deepcopy(head | changes)


def rulebook(**values: Any) -> Rulebook:
    """The software's own defaults with some values changed, as an office would write them."""
    stored = {key: [value, "A", "mặc định của phần mềm, đổi để thử"] for key, value in values.items()}
    return read_rulebook({"code": "thu", "name": "Bộ thử", "values": stored})


def rated(raw: Json, book: Rulebook | None = None) -> YearRating:
    return rate(READ(raw), book or Rulebook())


def verdict_of(raw: Json, book: Rulebook | None = None) -> Verdict:
    """Of one cadre (or of one agency) alone."""
    [verdict] = rated(raw if "cadres" in raw else records(raw), book).verdicts
    return verdict


def _laid_over(whole: Json, changes: Json) -> Json:
    for key, change in changes.items():
        whole[key] = {**whole[key], **change} if isinstance(whole[key], dict) and isinstance(change, dict) else change
    return whole
