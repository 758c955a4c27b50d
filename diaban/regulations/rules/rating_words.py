"""How a rule set judges a year, in sentences: for the page of the set and beside a trial."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.regulations.rules.rating import CadreRule, Judging, LeadershipRule
from diaban.regulations.rules.values import PARAMETERS, RuleValues

STEPS: dict[Labelled, str] = {
    CadreRule.PROGRAMME: "ladder_programme_days_late",
    CadreRule.PAPERS: "ladder_missing_papers",
    CadreRule.REPORTS: "ladder_reports_percent",
    CadreRule.PRESENCE: "ladder_presence_percent",
    CadreRule.SPREAD: "ladder_empty_quarters",
    CadreRule.ITEMS: "ladder_items_percent",
    CadreRule.NOTES: "ladder_notes_percent",
    CadreRule.DIFFICULTIES: "ladder_difficulties_percent",
    CadreRule.HELP: "ladder_help_count",
    CadreRule.COMMUNE: "ladder_commune_level",
    CadreRule.SIGNALS: "ladder_signals",
    CadreRule.PARTS: "ladder_part_percent",
    CadreRule.RESULTS: "ladder_results_percent",
    LeadershipRule.PROGRAMMES: "leadership_programmes_percent",
    LeadershipRule.REPORTS: "leadership_reports_percent",
    LeadershipRule.PRESENCE: "leadership_presence_percent",
    LeadershipRule.ANSWERS: "leadership_answers_percent",
    LeadershipRule.SELF_CHECKS: "leadership_self_checks",
    LeadershipRule.MEMBERS: "leadership_members_disciplined",
}
"""The parameter that holds the steps of each rule of the ladders which has three of them."""


@dataclass(frozen=True, slots=True)
class Words:
    """A heading with its sentences; each sentence names the parameters that say so."""

    title: str
    sentences: tuple[tuple[str, tuple[str, ...]], ...]


def rating_words(rules: RuleValues) -> tuple[Words, ...]:
    parts = [Words("Cách xếp mức", tuple(_way(rules)))]
    if rules.judging is not Judging.POINTS:
        for title, key in (("Bậc của cán bộ", "cadre_ladder"), ("Bậc của tập thể", "leadership_ladder")):
            parts.append(Words(title, tuple(_rung(rule, rules, key) for rule in getattr(rules, key))))
    parts.append(Words("Điểm", tuple(_points(rules))))
    parts.append(Words("Trần xuất sắc", tuple(_cap(rules))))
    return tuple(parts)


def _way(rules: RuleValues) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield f"Xếp {rules.judging.label}.", ("judging",)
    yield f"Theo dõi địa bàn chưa đủ {rules.judged_min_days} ngày trong năm thì chưa xếp mức.", ("judged_min_days",)
    yield f"Phần không có căn cứ để chấm: {rules.missing_part.label}.", ("missing_part",)


def _rung(rule: Labelled, rules: RuleValues, ladder: str) -> tuple[str, tuple[str, ...]]:
    if key := STEPS.get(rule):
        unit = " (%)" if key.endswith("_percent") else ""
        return f"{rule.label}{unit}: {getattr(rules, key)}.", (ladder, key)
    said, keys = {
        "grounds": (f"có một trong: {'; '.join(each.label for each in rules.failing_grounds)} thì không hoàn thành",
                    ("failing_grounds",)),
        "beyond": (f"từ {rules.excellent_beyond_percent} % việc vượt yêu cầu mới được xuất sắc",
                   ("excellent_beyond_percent",)),
        "shortcomings": (f"khắc phục từ {rules.excellent_shortcomings_fixed_percent} % hạn chế mới được xuất sắc",
                         ("excellent_shortcomings_fixed_percent",)),
        "late_items": (f"xuất sắc không quá {rules.excellent_late_max_percent} %, tốt không quá "
                       f"{rules.good_late_max_percent} %, hoàn thành không quá {rules.completed_late_max_percent} %",
                       ("excellent_late_max_percent", "good_late_max_percent", "completed_late_max_percent")),
    }[rule.value]  # fmt: skip
    return f"{rule.label}: {said}.", (ladder, *keys)


def _points(rules: RuleValues) -> Iterator[tuple[str, tuple[str, ...]]]:
    if rules.judging is Judging.LADDER:
        yield "Điểm không quyết định mức, chỉ để xếp thứ tự khi vượt trần.", ("judging",)
    levels = f"xuất sắc từ {rules.excellent_from}, tốt từ {rules.good_from}, hoàn thành từ {rules.completed_from}"
    yield f"Ngưỡng trên 100 điểm: {levels}.", ("excellent_from", "good_from", "completed_from")
    yield _weighed("Trọng số", {f"weight_{part}": weight for part, weight in rules.weights.items()})
    own = {f"leadership_weight_{part}": weight for part, weight in rules.leadership_weights.items()}
    yield _weighed("Trọng số của tập thể", own)
    rounded = f"Tổng điểm làm tròn đến {rules.points_unit.label}, {rules.points_rounding.label}."
    yield rounded, ("points_unit", "points_rounding")


def _weighed(title: str, weights: Mapping[str, int]) -> tuple[str, tuple[str, ...]]:
    """The weights by their parameters, each named by what follows “Điểm: ” in the title."""
    said = "; ".join(f"{PARAMETERS[key].title.partition(': ')[2]} {weight}" for key, weight in weights.items())
    return f"{title}: {said}.", tuple(weights)


def _cap(rules: RuleValues) -> Iterator[tuple[str, tuple[str, ...]]]:
    share = f"Không quá {rules.excellent_cap_percent} % của {rules.cap_base.label}"
    within = f"cán bộ tính trong {rules.cap_group.label}, tập thể tính trong {rules.leadership_cap_group.label}"
    yield f"{share}: {within}.", ("excellent_cap_percent", "cap_base", "cap_group", "leadership_cap_group")
    higher = rules.excellent_cap_outstanding_percent
    yield f"Nhóm có thành tích nổi trội: {higher} %.", ("excellent_cap_outstanding_percent",)
    order = ", rồi ".join(each.label for each in rules.cap_order)
    yield f"Khi vượt trần, xếp theo {order}; bằng nhau ở vạch trần thì để người quyết định.", ("cap_order",)
