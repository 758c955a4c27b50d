"""What the values of a rule set must be together, beyond each in its own type."""

from __future__ import annotations

from collections.abc import Iterator

from diaban.kit.objections import Objection
from diaban.regulations.rules.parameter import Unit
from diaban.regulations.rules.rating import Judging
from diaban.regulations.rules.values import PARAMETERS, RuleValues

AT_LEAST_ONE = (
    "full_helps_per_year", "full_models_per_year", "full_acts_per_year", "agency_self_checks_per_year",
    "min_field_half_days_per_year", "failures_before_standing", "judged_min_days", "quarter_min_days",
)  # fmt: skip
"""What is divided by, or would mean nothing at zero."""


def inconsistencies(rules: RuleValues) -> list[Objection]:
    """Each names the parameter that has to change."""
    return [*_out_of_bounds(rules), *_weights(rules), *_thresholds(rules), *_lists(rules)]


def _out_of_bounds(rules: RuleValues) -> Iterator[Objection]:
    for key, parameter in PARAMETERS.items():
        value = getattr(rules, key)
        if type(value) is not int:
            continue
        most = 100 if parameter.unit in {Unit.PERCENT, Unit.POINTS} else 1_000_000
        least = 1 if key in AT_LEAST_ONE else 0
        if not least <= value <= most:
            yield Objection(key, f"“{parameter.title}” phải từ {least} đến {most}.")


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
