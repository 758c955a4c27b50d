"""What the page of a round shows: its stages, one group of the cap with its list, the levels to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import prefetch_related_objects

from diaban.kit import formats
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


OUT = frozenset({CapStanding.OUTSIDE.value, CapStanding.TIED.value})


@dataclass(frozen=True, slots=True)
class Listed:
    """Who is proposed for a level.

    `outside`: under the highest level, below the cap's line, those who are excellent by the rules and found no place.
    They stand under their own level too, where they are counted.
    """

    proposed: Sequence[RatingLine]
    outside: Sequence[RatingLine]

    @property
    def all(self) -> list[RatingLine]:
        return [*self.proposed, *self.outside]

    @property
    def edge(self) -> int:
        """Before which of the list the cap's line is drawn; -1 when nobody is outside."""
        return len(self.proposed) if self.outside else -1

    @property
    def tied(self) -> int:
        """How many of those outside are equal at the cap's line."""
        return sum(line.standing == CapStanding.TIED for line in self.outside)

    @property
    def counted(self) -> str:
        """4, và 2 ngoài trần"""
        number = formats.number(len(self.proposed))
        return f"{number}, và {formats.number(len(self.outside))} ngoài trần" if self.outside else number


def listed(lines: Sequence[RatingLine], level: str) -> Listed:
    """By the level that is proposed, as the proposal counts."""
    proposed = [line for line in lines if line.level == level]
    if level != CompletionLevel.EXCELLENT:
        return Listed(proposed, ())
    return Listed(proposed, [line for line in lines if line.standing in OUT and line.level != level])


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
    tabs = {key: listed(everybody, level) for key, level in WORDS.items()}
    word = word if word in WORDS else next((key for key, tab in tabs.items() if tab.all), "xuat-sac")
    group = next((one for one in capped if (one.kind.value, one.group) == (kind, code)), None)
    return {
        "groups": groups,
        "chosen": chosen,
        "group_said": dict(groups).get(chosen, ""),
        "group": group,
        "use": next((use for use in rounds.uses(round) if group and use.key == (kind, code)), None),
        "overridden": round.lines.filter(kind=kind, group=code, overrides__isnull=False).exists(),
        "tab": tabs[word],
        "lines": tabs[word].all,
        "level": word,
        "level_said": NAMES[WORDS[word]],
        "levels": [
            {
                "label": NAMES[level],
                "href": f"?nhom={chosen}&muc={key}",
                "count": tabs[key].counted,
                "current": key == word,
            }
            for key, level in WORDS.items()
            if tabs[key].all or level
        ],
        "short": NAMES,
    }
