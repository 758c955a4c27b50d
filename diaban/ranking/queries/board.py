"""What the page of a round shows: its stages, one group of the cap with its list, the levels to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import prefetch_related_objects

from diaban.kit.clock import local_date
from diaban.kit.formats import day
from diaban.ranking.models import RatingLine, RatingRound, RatingStep
from diaban.ranking.queries import rounds
from diaban.ranking.queries.groups import group_names
from diaban.ranking.rules.levels import NAMES
from diaban.ranking.rules.results import CapStanding, Group
from diaban.ranking.rules.rounds import RoundState
from diaban.reporting.rules import SLUGS, CompletionLevel

WORDS = {SLUGS[level]: level.value for level in CompletionLevel} | {"chua-xep": ""}
"""How an address names a level."""
STAGES = (
    (RoundState.DRAFT, "Ban Tổ chức lập đề xuất"),
    (RoundState.PROPOSED, "Đề xuất, lấy ý kiến"),
    (RoundState.SUBMITTED, "Trình Ban Thường vụ"),
    (RoundState.DECIDED, "Ban Thường vụ quyết định"),
    (RoundState.PUBLISHED, "Công bố, nhận kiến nghị"),
    (RoundState.FINAL, "Kết thúc"),
)


def stages(round: RatingRound, steps: Sequence[RatingStep]) -> list[dict[str, str]]:
    order = [state for state, _ in STAGES]
    now = order.index(RoundState(round.state))
    done_on = {step.state: local_date(step.at) for step in steps}
    found = []
    for place, (state, label) in enumerate(STAGES):
        passed = place < now or round.state == RoundState.FINAL
        said = f"ngày {day(done_on[state])}" if place <= now and state in done_on else ""
        found.append({"label": label, "text": said, "state": "done" if passed else "now" if place == now else "next"})
    return found


def group_choices(round: RatingRound, groups: Sequence[Group]) -> list[tuple[str, str]]:
    """Every group that has results, the cadres' first, the largest first."""
    sizes = dict.fromkeys(round.lines.values_list("kind", "group").distinct(), 0)
    for each in groups:
        sizes[each.kind.value, each.group] = each.judged
    names = group_names(code for _, code in sizes)
    kinds = {"cadre": "Cán bộ", "leadership": "Tập thể lãnh đạo"}
    return [
        (f"{kind}:{code}", f"{kinds[kind]}: {names.get(code, code)}")
        for kind, code in sorted(sizes, key=lambda pair: (pair[0] != "cadre", -sizes[pair], pair[1]))
    ]


def stands_at(line: RatingLine) -> str:
    """Under which level the list shows it: whoever is excellent by the rules stands where the cap's line is drawn."""
    best = CompletionLevel.EXCELLENT.value
    return best if best in {line.level, line.level_by_rules} else line.level


def edge_of(lines: Sequence[RatingLine]) -> int:
    """Before which of the list the cap's line is drawn; -1 when nobody is outside."""
    out = {CapStanding.OUTSIDE.value, CapStanding.TIED.value}
    return next((place for place, line in enumerate(lines) if line.standing in out), -1)


COLUMNS = (
    "Thứ",
    "Họ và tên",
    "Cơ quan",
    "Điểm",
    "Theo quy tắc",
    "Sau trần",
    "Mức hiện tại",
    "Đối với trần",
    "Lý do điều chỉnh",
)


def exported(lines: Sequence[RatingLine]) -> Iterator[tuple[str | int | Decimal | None, ...]]:
    """The list as a workbook holds it, with the reason of each override."""
    prefetch_related_objects(lines, "overrides")
    for line in lines:
        yield (
            line.place,
            line.cadre.full_name if line.cadre else "",
            line.agency.name,
            line.points,
            NAMES[line.level_by_rules],
            NAMES[line.level_after_cap],
            NAMES[line.level],
            CapStanding(line.standing).label,
            "; ".join(each.reason for each in line.overrides.all()),
        )


def picture(round: RatingRound, asked: dict[str, str]) -> dict[str, Any]:
    """The group and level that an address asks for; a word it does not know is answered by the first."""
    capped = rounds.groups_of(round)
    groups = group_choices(round, capped)
    chosen = asked.get("nhom", "")
    chosen = chosen if chosen in {key for key, _ in groups} else (groups[0][0] if groups else "cadre:")
    kind, _, code = chosen.partition(":")
    everybody = rounds.lines_of(round, kind=kind, group=code)
    word = asked.get("muc", "")
    counts = {key: sum(stands_at(line) == level for line in everybody) for key, level in WORDS.items()}
    word = word if word in WORDS else next((key for key in WORDS if counts[key]), "xuat-sac")
    lines = [line for line in everybody if stands_at(line) == WORDS[word]]
    group = next((one for one in capped if (one.kind.value, one.group) == (kind, code)), None)
    return {
        "groups": groups,
        "chosen": chosen,
        "group_said": dict(groups).get(chosen, ""),
        "group": group,
        "use": next((use for use in rounds.uses(round) if group and use.key == (kind, code)), None),
        "lines": lines,
        "level": word,
        "level_said": NAMES[WORDS[word]],
        "edge": edge_of(lines) if word == "xuat-sac" else -1,
        "levels": [
            {"label": NAMES[level], "href": f"?nhom={chosen}&muc={key}", "count": counts[key], "current": key == word}
            for key, level in WORDS.items()
            if counts[key] or level
        ],
        "short": NAMES,
    }
