"""A small reader of results that shares no code with the engine: from a verdict's words and numbers to its level.

It sees only what was written: the result as JSON and the rule set's values as plain data.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from fractions import Fraction
from typing import Any

Json = dict[str, Any]

RANK = {"excellent": 4, "good": 3, "completed": 2, "not_completed": 1}
WORDS = {"xuất sắc": 4, "tốt": 3, "hoàn thành": 2, "không hoàn thành": 1}
PER_POINT = {"1": 1, "1/2": 2, "1/10": 10, "1/100": 100}
AT_MOST = {"programme", "papers", "spread", "signals", "members"}
STEPS = {
    "programme": "ladder_programme_days_late",
    "papers": "ladder_missing_papers",
    "reports": "ladder_reports_percent",
    "presence": "ladder_presence_percent",
    "spread": "ladder_empty_quarters",
    "items": "ladder_items_percent",
    "notes": "ladder_notes_percent",
    "difficulties": "ladder_difficulties_percent",
    "help": "ladder_help_count",
    "signals": "ladder_signals",
}
"""Rules of a cadre's ladder whose sentence holds everything that they were judged by."""


def disagreements(result: Json, values: Json) -> list[str]:
    """Everything in which the written result does not follow from itself; nothing when all agrees."""
    found: list[str] = []
    for verdict in result["verdicts"]:
        found += [f"{verdict['id']}: {said}" for said in (*_of_verdict(verdict, values), *_of_ladder(verdict, values))]
    return found + _of_groups(result, values)


def _of_verdict(verdict: Json, values: Json) -> list[str]:
    if verdict["level_by_rules"] is None:
        return [] if "chưa xếp mức" in verdict["reasons"][0] or "căn cứ" in verdict["reasons"][0] else ["silent"]
    by_ladder = min((RANK[rung["allows"]] for rung in verdict["ladder"] if rung["allows"]), default=None)
    by_points = _points_rank(verdict["points"], values) if verdict["points"] and values["judging"] != "ladder" else None
    ways = {"ladder": [by_ladder], "points": [by_points], "both": [by_ladder, by_points]}[values["judging"]]
    rank = min(way for way in ways if way is not None)
    found = [] if rank == RANK[verdict["level_by_rules"]] else ["level_by_rules"]
    limits = [f"ladder.{rung['rule']}" for rung in verdict["ladder"] if rung["limits"]] if by_ladder == rank else []
    limits += ["points"] if by_points == rank else []
    capped = verdict["cap"]["standing"] in {"outside", "tied"}
    expected = ["cap"] if capped else [] if rank == 4 else limits
    found += [] if verdict["limited_by"] == expected else ["limited_by"]
    found += [] if RANK[verdict["level_after_cap"]] == (3 if capped else rank) else ["level_after_cap"]
    return found + _of_words(verdict, by_ladder, by_points)


def _points_rank(points: Json, values: Json) -> int:
    """From the parts alone: weights, shares, one rounding, thresholds."""
    exact = sum((Fraction(part["counted"]) * Fraction(part["share"] or 0) for part in points["parts"]), Fraction(0))
    assert exact == Fraction(points["exact"])
    assert sum(Fraction(part["counted"]) for part in points["parts"]) == 100
    per = PER_POINT[values["points_unit"]]
    half = Fraction(1, 2) if values["points_rounding"] == "half_up" else 0
    total = Fraction(math.floor(exact * per + half), per)
    assert total == Fraction(points["total"])
    assert total == sum(Fraction(part["points"]) for part in points["parts"]), "the parts as shown add up"
    for rank, key in ((4, "excellent_from"), (3, "good_from"), (2, "completed_from")):
        if total >= values[key]:
            return rank
    return 1


def _of_words(verdict: Json, by_ladder: int | None, by_points: int | None) -> list[str]:
    """The sentences say the same levels and the same total."""
    found = []
    for reason in verdict["reasons"]:
        levels = [WORDS[word] for word in re.findall(r"mức (không hoàn thành|hoàn thành|xuất sắc|tốt)", reason)]
        if reason.startswith("Theo bậc: ") and levels and levels[0] != by_ladder:
            found.append(reason)
        if reason.startswith("Theo điểm: "):
            said = re.search(r"([\d,.]+)/100 điểm", reason)
            assert said
            assert verdict["points"]
            if levels != [by_points] or said[1].replace(",", ".") != verdict["points"]["total"]:
                found.append(reason)
        if reason.startswith(("Lấy mức thấp hơn", "Hai cách")) and levels != [RANK[verdict["level_by_rules"]]]:
            found.append(reason)
    return found


def _of_ladder(verdict: Json, values: Json) -> list[str]:
    """Each sentence of a cadre's ladder, read back into its number, gives the level that the rule allows."""
    if verdict["kind"] != "cadre":
        return []
    lowest = min((RANK[rung["allows"]] for rung in verdict["ladder"] if rung["allows"]), default=4)
    found = []
    for rung in verdict["ladder"]:
        limits = rung["allows"] is not None and RANK[rung["allows"]] == lowest < 4
        found += [] if limits == rung["limits"] else [f"limits {rung['rule']}"]
        if rung["rule"] in STEPS:
            value = _value_of(rung["rule"], rung["said"])
            allowed = None if value is None else _allowed(value, values[STEPS[rung["rule"]]], rung["rule"] in AT_MOST)
            found += [] if allowed == (rung["allows"] and RANK[rung["allows"]]) else [f"{rung['rule']}: {rung['said']}"]
    return found


def _allowed(value: Fraction, steps: list[int | None], at_most: bool) -> int:
    for rank, step in zip((4, 3, 2), steps, strict=True):
        if step is None or (value <= step if at_most else value >= step):
            return rank
    return 1


def _value_of(rule: str, said: str) -> Fraction | None:
    """The number that a sentence speaks of; null when it says that there is nothing to judge."""
    ratio = re.search(r"([\d.]+)/([\d.]+)", said)
    done, whole = (int(number.replace(".", "")) for number in ratio.groups()) if ratio else (0, 0)
    if rule == "programme":
        if not ratio:
            return None
        late = re.search(r"chậm nhiều nhất (\d+) ngày", said)
        return Fraction(10**6 if "chưa gửi" in said else int(late[1]) if late else 0)
    if rule == "papers":
        return Fraction(whole - done) if ratio else None
    if rule == "spread":
        empty = re.search(r"không đi cơ sở quý (.*)", said)
        return Fraction(len(empty[1].split(", "))) if empty else Fraction(0) if "quý nào cũng" in said else None
    if rule == "signals":
        return Fraction(int(said.split(maxsplit=1)[0])) if said != "không có" else Fraction(0)
    if rule == "help":
        confirmed = re.search(r"(\d+) hoạt động hỗ trợ xã đã xác nhận", said)
        return Fraction((int(confirmed[1]) if confirmed else 0) + done)
    if rule == "difficulties":
        answered = re.search(r"(\d+) đã có trả lời", said)
        own = re.search(r"(\d+) quá hạn thuộc trách nhiệm", said)
        done, whole = (int(answered[1]), int(answered[1]) + (int(own[1]) if own else 0)) if answered else (0, 0)
        return Fraction(100 * done, whole) if whole else None
    if rule == "presence":
        done = min(done, whole)
    return Fraction(100 * done, whole) if ratio else None


def _of_groups(result: Json, values: Json) -> list[str]:
    """The cap again from the verdicts: places, order, ties, and that open places are said."""
    members: dict[tuple[str, str, str], list[Json]] = defaultdict(list)
    for verdict in result["verdicts"]:
        if verdict["level_by_rules"]:
            members[verdict["kind"], verdict["province"], verdict["cap"]["group"]].append(verdict)
    found = []
    for group in result["groups"]:
        own = members.pop((group["kind"], group["province"], group["group"]))
        found += [f"group {group['group']}: {said}" for said in _of_group(group, own, values)]
    return found + [f"no group for {key}" for key in members]


def _of_group(group: Json, own: list[Json], values: Json) -> list[str]:
    good = sum(RANK[verdict["level_by_rules"]] >= 3 for verdict in own)
    base = len(own) if values["cap_base"] == "all" else good
    part = 100 + group["percent"] if values["cap_base"] == "good_only" else 100
    places = base * group["percent"] // part
    best = [verdict for verdict in own if verdict["level_by_rules"] == "excellent"]
    inside = [verdict for verdict in own if verdict["level_after_cap"] == "excellent"]
    found = [] if (group["judged"], group["base"], group["places"]) == (len(own), base, places) else ["places"]
    found += [] if len(inside) <= places else ["the cap is exceeded"]
    found += [] if group["inside"] == len(inside) and group["candidates"] == len(best) else ["counts"]
    open_ = places - len(inside)
    words = " ".join(group["reasons"])
    found += (
        [] if group["open_places"] == open_ and (not open_ or f"Còn {open_} chỗ" in words) else ["open places unsaid"]
    )
    if values["cap_order"] == ["points"]:
        totals = sorted((Fraction(verdict["points"]["total"]) for verdict in best), reverse=True)
        edge = totals[places] if len(totals) > places else None
        expected = [verdict["id"] for verdict in best if edge is None or Fraction(verdict["points"]["total"]) > edge]
        found += [] if [verdict["id"] for verdict in inside] == expected else ["who is inside"]
    return found
