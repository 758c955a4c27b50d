"""What the values of a rule set must be together, beyond each in its own type."""

from __future__ import annotations

from collections.abc import Iterator

from diaban.kit.formats import number
from diaban.kit.objections import Objection
from diaban.regulations.rules.parameter import Unit
from diaban.regulations.rules.rating import Judging
from diaban.regulations.rules.values import PARAMETERS, RuleValues

AT_LEAST_ONE = (
    "full_helps_per_year", "full_models_per_year", "full_acts_per_year", "agency_self_checks_per_year",
    "min_field_half_days_per_year", "failures_before_standing", "judged_min_days", "quarter_min_days",
)  # fmt: skip
"""What is divided by, or would mean nothing at zero."""

MOST = {
    Unit.PERCENT: 100,
    Unit.POINTS: 100,
    Unit.TIMES: 366,
    Unit.HALF_DAYS: 732,
    Unit.YEARS: 100,
    Unit.WORKING_DAYS: 3660,
    Unit.DAYS: 3660,
}
"""The largest amount of a unit that can be meant; ten thousand of what is only counted."""


def inconsistencies(rules: RuleValues) -> list[Objection]:
    """Each names the parameter that has to change."""
    return [*_out_of_bounds(rules), *_weights(rules), *_thresholds(rules), *_lists(rules)]


def _out_of_bounds(rules: RuleValues) -> Iterator[Objection]:
    for key in PARAMETERS:
        yield from out_of_bounds(key, getattr(rules, key))


def out_of_bounds(key: str, value: object) -> list[Objection]:
    """What is wrong with a single value whatever the others are."""
    if type(value) is not int:
        return []
    least, most = int(key in AT_LEAST_ONE), MOST.get(PARAMETERS[key].unit, 10_000)
    if least <= value <= most:
        return []
    return [Objection(key, f"“{PARAMETERS[key].title}” phải từ {number(least)} đến {number(most)}.")]


def _weights(rules: RuleValues) -> Iterator[Objection]:
    for key, weights in (
        ("weight_programme", rules.weights),
        ("leadership_weight_programme", rules.leadership_weights),
    ):
        if sum(weights.values()) != 100:
            yield Objection(key, f"Trọng số các phần phải cộng thành 100, ở đây là {sum(weights.values())}.")


def _thresholds(rules: RuleValues) -> Iterator[Objection]:
    if not rules.excellent_from > rules.good_from > rules.completed_from:
        yield Objection("good_from", "Ngưỡng điểm phải giảm dần: xuất sắc, tốt, hoàn thành.")
    if not rules.excellent_late_max_percent <= rules.good_late_max_percent <= rules.completed_late_max_percent:
        yield Objection("good_late_max_percent", "Tỷ lệ việc chậm của mức cao hơn không được lớn hơn mức thấp hơn.")
    if rules.commune_good_percent < rules.commune_completed_percent:
        yield Objection("commune_good_percent", "Điểm của mức tốt không được thấp hơn mức hoàn thành.")
    if rules.off_slightly_late_percent > rules.off_late_percent:
        yield Objection("off_late_percent", "Chậm không được trừ ít hơn chậm ít.")


def _lists(rules: RuleValues) -> Iterator[Objection]:
    asked = ["agency_criteria"] if rules.judging is Judging.POINTS else ["cadre_ladder", "leadership_ladder"]
    for key in [*asked, "cap_order"]:
        if not getattr(rules, key):
            yield Objection(key, f"“{PARAMETERS[key].title}” phải có ít nhất một mục.")
    for key in ("cadre_ladder", "leadership_ladder", "cap_order", "failing_grounds", "agency_criteria"):
        listed = getattr(rules, key)
        if len(set(listed)) != len(listed):
            yield Objection(key, f"“{PARAMETERS[key].title}” có mục ghi hai lần.")
