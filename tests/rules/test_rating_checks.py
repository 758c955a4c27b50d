"""Warnings (rules 29, 36 to 40, 45): each fires where it should, names its source, and changes nothing."""

from __future__ import annotations

import pytest

from diaban.ranking.rules import Rulebook, Verdict
from tests.rating import Json, agency, cadre, form, paper, rated, records, rulebook, verdict_of
from tests.rating_years import shipped

ALL_IN = {"excellent_cap_percent": 100}


def warnings(verdict: Verdict) -> dict[str, tuple[int, str]]:
    return {check.check: (check.rule, check.mark.value) for check in verdict.checks}


def said(verdict: Verdict, check: str) -> str:
    return next(each.said for each in verdict.checks if each.check == check)


def test_a_year_without_blame_raises_none() -> None:
    assert verdict_of(cadre(), rulebook(**ALL_IN)).checks == ()


@pytest.mark.parametrize(
    ("changes", "check", "rule", "mark", "sentence"),
    [
        (
            {"items": {"beyond": 2}},
            "beyond", 36, "S",
            "Mức xuất sắc cần ít nhất 30 % nội dung vượt yêu cầu; ở đây 2/10 (20\u00a0%).",
        ),
        (
            {"shortcomings": {"fixed": 1}},
            "shortcomings", 36, "S",
            "Mức xuất sắc cần khắc phục 100 % hạn chế đã được chỉ ra; ở đây 1/2.",
        ),
        (
            {"items": {"late": 3}},
            "late_items", 37, "S*",
            "Từ mức hoàn thành trở lên, việc chậm hoặc chưa làm không quá 20 %; "
            "ở đây 30\u00a0% mà vẫn đạt mức xuất sắc.",
        ),
        (
            {"forms": [form("not_completed")]},
            "commune_failed", 39, "A",
            "1 xã nhận xét không hoàn thành; đề xuất mức tốt, cao hơn mức hoàn thành, thì phải có lý do bằng văn bản.",
        ),
        (
            {"forms": [form("not_completed", reasoned=False)]},
            "unreasoned_form", 29, "A",
            "1 phiếu của xã nhận xét mức không hoàn thành mà không nêu lý do cụ thể.",
        ),
    ],
)  # fmt: skip
def test_what_people_should_weigh(changes: Json, check: str, rule: int, mark: str, sentence: str) -> None:
    verdict = verdict_of(cadre(**changes), rulebook(**ALL_IN))
    assert warnings(verdict)[check] == (rule, mark)
    assert said(verdict, check) == sentence


def test_what_rests_on_nothing_of_ours_says_so() -> None:
    verdict = verdict_of(cadre(forms=[form("not_completed")]), rulebook(**ALL_IN))
    [check] = verdict.checks
    assert check.citation == "mặc định của phần mềm, không phải của quy định"
    assert check.evidence == ("phieu:xa-1",)


def test_beyond_the_cap_is_a_warning_too() -> None:
    verdict = verdict_of(cadre())
    assert warnings(verdict) == {"cap": (38, "S")}


def heads(collective: Json, book: Rulebook) -> list[Verdict]:
    return list(rated(records(cadre(is_head=True), agencies=(collective,)), book).verdicts)


def test_a_head_above_the_collective() -> None:
    """The leadership is good because a member was disciplined; its head is excellent."""
    book = rulebook(**ALL_IN)
    collective = agency(members_disciplined={"count": 1})
    [_, head] = heads(collective, book)
    assert head.level_after_cap == "excellent"
    assert warnings(head) == {"head_above_collective": (40, "G")}
    assert said(head, "head_above_collective") == (
        "Người đứng đầu được đề xuất mức xuất sắc, cao hơn tập thể lãnh đạo cơ quan (mức tốt)."
    )
    assert warnings(heads(agency(), book)[1]) == {}
    assert warnings(heads(collective, rulebook(**ALL_IN, head_not_above_collective=False))[1]) == {}


def test_another_member_may_be_above_the_collective() -> None:
    raw = records(cadre(), agencies=(agency(members_disciplined={"count": 1}),))
    [_, member] = rated(raw, rulebook(**ALL_IN)).verdicts
    assert member.checks == ()


FAILED = cadre(grounds=[{"ground": "disciplined", "evidence": []}])


@pytest.mark.parametrize(
    ("earlier", "fires"),
    [
        ([], False),
        ([{"year": 2024, "level": "not_completed"}], True),
        ([{"year": 2023, "level": "not_completed"}], False),
        ([{"year": 2023, "level": "not_completed"}, {"year": 2024, "level": "good"}], False),
    ],
)
def test_two_failures_in_a_row_go_to_the_standing_committee(earlier: list[Json], fires: bool) -> None:
    verdict = verdict_of(FAILED | {"earlier": earlier})
    assert ("consecutive_failures" in warnings(verdict)) is fires
    assert verdict.level_after_cap == "not_completed"


def test_three_failures_are_counted_together() -> None:
    earlier = [{"year": year, "level": "not_completed"} for year in (2023, 2024)]
    assert said(verdict_of(FAILED | {"earlier": earlier}), "consecutive_failures") == (
        "Không hoàn thành 3 năm liền, phải trình Ban Thường vụ."
    )


def test_a_year_that_did_not_fail_is_not_warned_of_for_an_earlier_one() -> None:
    assert warnings(verdict_of(cadre(earlier=[{"year": 2024, "level": "not_completed"}]), rulebook(**ALL_IN))) == {}


def test_the_124_asks_for_more_beyond() -> None:
    """Three of ten are enough for 366 and too few for 124."""
    raw = records(cadre("a"), *(cadre(f"b{index}", visits={"half_days": 20}) for index in range(4)))
    [strict] = [v for v in rated(raw, shipped("124-qd-tw-2023")).verdicts if v.id == "a"]
    [mild] = [v for v in rated(raw, shipped("366-qd-tw-2025")).verdicts if v.id == "a"]
    assert (warnings(strict), warnings(mild)) == ({"beyond": (36, "S")}, {})


def test_a_set_may_put_a_condition_on_the_ladder_instead() -> None:
    """Then it limits, and there is nothing left to warn of."""
    book = rulebook(**ALL_IN, cadre_ladder=["beyond", "shortcomings", "late_items"])
    short, late = verdict_of(cadre(items={"beyond": 2}), book), verdict_of(cadre(items={"late": 3}), book)
    assert (short.level_by_rules, short.limited_by, short.checks) == ("good", ("ladder.beyond",), ())
    assert (late.level_by_rules, late.limited_by, late.checks) == ("not_completed", ("ladder.late_items",), ())


def test_whoever_is_not_judged_is_warned_of_nothing_about_levels() -> None:
    new = cadre(
        assignments=[{"commune": "x", "starts_on": "2025-12-01", "ends_on": None, "evidence": []}], reports=[paper()]
    )
    assert verdict_of(new).checks == ()
