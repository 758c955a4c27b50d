"""Cases worked by hand, in prose: what a person with the rule set and a pencil gets, the engine gets."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from diaban.ranking.rules import Verdict
from diaban.reporting.rules import CompletionLevel
from tests.rating import Json, agency, cadre, form, held, notes, paper, rated, records, rulebook, verdict_of
from tests.rating_years import shipped

EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = CompletionLevel


def points_of(verdict: Verdict) -> dict[str, str]:
    assert verdict.points
    return {part.part: part.points for part in verdict.points.parts}


def total_of(verdict: Verdict) -> str:
    assert verdict.points
    return verdict.points.total


ORDINARY = cadre(
    programmes=[paper(late=3)],
    items={"done": 9, "late": 1},
    visits={"half_days": 20, "by_quarter": [3, 0, 4, 3]},
    notes=notes(1, 1, 1, 0),
    difficulties={"raised": 4, "answered": 3, "overdue": 1, "overdue_own": 1},
    support={"confirmed": 2, "unconfirmed": 2},
    models={"working": 0},
    reports=[paper(), paper(late=7)],
    forms=[form("good")],
)


def test_an_ordinary_year_by_hand() -> None:
    """Programme three working days late (75 % of its half), 9 of 10 items done and one of them late ((9 - 0,25) / 10
    of the other half): 0,8125 of 15. Twenty of 24 half-days (70 %) and three of four quarters (30 %): 97/120 of 20.
    Notes 18 of 24, answers 3 of 4: 0,75 of 25. Two confirmed and two unconfirmed helps (3 of 4, 60 %), a model not yet
    working (half, 40 %): 0,65 of 20. One report in time, one seven days late (half): 0,75 of 10. The commune says good:
    0,8 of 10. 12,1875 + 16,1666… + 18,75 + 13 + 7,5 + 8 = 75,604… which is 75,6.
    """
    verdict = verdict_of(ORDINARY)
    assert verdict.points
    assert verdict.points.exact == Fraction("12.1875") + Fraction(97, 6) + Fraction("18.75") + 13 + Fraction("7.5") + 8
    assert verdict.points.total == "75.6"
    assert points_of(verdict) == {
        "programme": "12.2", "presence": "16.2", "situation": "18.7",
        "support": "13.0", "reports": "7.5", "commune": "8.0",
    }  # fmt: skip
    assert (verdict.level_by_rules, verdict.level_after_cap) == (GOOD, GOOD)


def test_the_ladder_of_that_year_names_all_that_limit() -> None:
    """Both ways say good; seven rules of the ladder and the points each keep it from being excellent."""
    verdict = verdict_of(ORDINARY)
    assert verdict.limited_by == (
        "ladder.programme", "ladder.reports", "ladder.presence", "ladder.spread", "ladder.items", "ladder.notes",
        "ladder.difficulties", "points",
    )  # fmt: skip


def test_a_rung_says_what_each_level_asks_by_the_set_and_the_reason_what_the_next_one_asks() -> None:
    """Nine of ten items done, and the set asks 95 % for good and 70 % to be completed."""
    year = cadre(items={"done": 9})
    verdict = verdict_of(year, rulebook(ladder_items_percent=[100, 95, 70], excellent_cap_percent=100))
    asks = {rung.rule: ", ".join(rung.asks).replace("\u00a0", " ") for rung in verdict.ladder}
    assert asks == {
        "programme": "xuất sắc 0 ngày chậm, tốt không quá 5 ngày chậm",
        "papers": "xuất sắc 0 bản chưa gửi, tốt 0 bản chưa gửi, hoàn thành không quá 1 bản chưa gửi",
        "reports": "xuất sắc từ 100 %, tốt từ 50 %",
        "presence": "xuất sắc từ 100 %, tốt từ 80 %, hoàn thành từ 50 %",
        "spread": "xuất sắc 0 quý bỏ trống, tốt không quá 1 quý bỏ trống, hoàn thành không quá 2 quý bỏ trống",
        "items": "xuất sắc từ 100 %, tốt từ 95 %, hoàn thành từ 70 %",
        "notes": "xuất sắc từ 90 %, tốt từ 70 %, hoàn thành từ 40 %",
        "difficulties": "xuất sắc từ 80 %, tốt từ 60 %",
        "help": "xuất sắc từ 1 hỗ trợ, mô hình",
        "commune": "xuất sắc khi xã nhận xét từ mức tốt",
        "signals": "xuất sắc 0 dấu hiệu, tốt không quá 1 dấu hiệu, hoàn thành không quá 2 dấu hiệu",
        "grounds": "",
    }
    said = "Theo bậc: đến mức hoàn thành, do “Thực hiện nội dung chương trình” "
    assert verdict.reasons[0].replace("\u00a0", " ").startswith(f"{said}(9/10")
    assert verdict.reasons[0].replace("\u00a0", " ").endswith("; ngưỡng tốt từ 95 %).")


def test_rules_of_the_highest_level_and_of_lateness_say_their_share() -> None:
    rules = rulebook(cadre_ladder=["beyond", "shortcomings", "late_items"], excellent_cap_percent=100)
    asks = [", ".join(rung.asks).replace("\u00a0", " ") for rung in verdict_of(cadre(), rules).ladder]
    assert asks == ["xuất sắc từ 30 %", "xuất sắc từ 100 %", "xuất sắc 0 %, tốt 0 %, hoàn thành không quá 20 %"]


def test_the_lower_of_the_two_ways_holds() -> None:
    """Everything done, but one of two reports came late: 97,5 points, and the ladder stops at good."""
    verdict = verdict_of(cadre(reports=[paper(), paper(late=6)]))
    assert (total_of(verdict), verdict.level_by_rules) == ("97.5", GOOD)
    assert verdict.limited_by == ("ladder.reports",)
    assert verdict.reasons[2] == "Lấy mức thấp hơn trong hai cách: mức tốt."


@pytest.mark.parametrize(("judging", "level"), [("points", EXCELLENT), ("ladder", GOOD), ("both", GOOD)])
def test_a_set_chooses_the_way(judging: str, level: CompletionLevel) -> None:
    year = cadre(reports=[paper(), paper(late=6)])
    assert verdict_of(year, rulebook(judging=judging, excellent_cap_percent=100)).level_by_rules is level


def test_a_missing_part_gives_its_weight_to_the_others() -> None:
    """No form of the commune: 15, 20, 25, 20, 10 of 90 become 150/9, 200/9, 250/9, 200/9, 100/9 of 100. With 0,75 of
    the situation alone short, 100 - 0,25 x 250/9 = 93,055… which is 93,1.
    """
    verdict = verdict_of(
        cadre(forms=[], notes=notes(1, 1, 1, 0), difficulties={"answered": 3, "overdue": 1, "overdue_own": 1})
    )
    assert verdict.points
    assert [part.counted for part in verdict.points.parts] == [
        Fraction(150, 9), Fraction(200, 9), Fraction(250, 9), Fraction(200, 9), Fraction(100, 9), 0,
    ]  # fmt: skip
    assert verdict.points.total == "93.1"
    assert (
        "Phần “Nhận xét của xã” (10 điểm) không chấm, trọng số chia cho các phần còn lại theo tỷ lệ: "
        "chưa có phiếu nhận xét của xã."
    ) in verdict.reasons


def test_a_set_may_count_a_missing_part_as_nothing() -> None:
    assert total_of(verdict_of(cadre(forms=[]), rulebook(missing_part="nothing"))) == "90.0"


def test_whoever_raised_no_difficulty_is_judged_by_the_notes_alone() -> None:
    """Notes 18 of 24 and no difficulty: 0,75 of 25 is 18,75 instead of half of it; 93,75 is 93,8."""
    verdict = verdict_of(cadre(notes=notes(1, 1, 1, 0), difficulties={"raised": 0, "answered": 0}))
    assert total_of(verdict) == "93.8"
    assert (
        "Phần “Nắm tình hình, khó khăn, vướng mắc”: nội dung “khó khăn, vướng mắc” không có gì để chấm, "
        "chỉ chấm nội dung còn lại."
    ) in verdict.reasons


def test_half_a_year_asks_for_half() -> None:
    """From 1 July: 184 of 365 days, so 12 of 24 half-days, two quarters, and 2,016 of four helps. Two of them are
    just under: 2 / (4 x 184/365) = 0,9918… of 60 %; the one model counts in full.
    """
    verdict = verdict_of(
        cadre(
            assignments=[held(starts="2025-07-01")],
            visits={"half_days": 12, "by_quarter": [0, 0, 2, 1]},
            notes=notes(0, 0, 1, 1),
            support={"confirmed": 2},
        )
    )
    assert verdict.points
    support = next(part for part in verdict.points.parts if part.part == "support")
    assert support.share == Fraction(6, 10) * 2 / (4 * Fraction(184, 365)) + Fraction(4, 10)
    assert (verdict.served, verdict.points.total, verdict.level_by_rules) == (184, "99.9", EXCELLENT)


def test_two_communes_ask_for_the_time_of_two() -> None:
    verdict = verdict_of(cadre(assignments=[held(), held(commune="xa-2", starts="2025-07-01")]))
    presence = next(rung for rung in verdict.ladder if rung.rule == "presence")
    assert presence.said == "24/36 buổi ở cơ sở"
    assert verdict.served == 365


def test_whoever_came_in_november_is_not_judged() -> None:
    verdict = verdict_of(cadre(assignments=[held(starts="2025-11-20")]))
    assert (verdict.level_by_rules, verdict.level_after_cap) == (None, None)
    assert verdict.reasons == ("Theo dõi địa bàn 42 ngày trong năm, chưa đủ 90 ngày nên chưa xếp mức.",)


def test_a_confirmed_cause_lifts_the_penalty_where_the_set_says_so() -> None:
    late = cadre(reports=[paper(), paper(late=9, cause=True)])
    assert total_of(verdict_of(late)) == "100.0"
    assert total_of(verdict_of(late, rulebook(objective_cause_lifts_penalty=False))) == "97.5"


def test_the_delay_of_others_is_not_held_against_the_cadre() -> None:
    waiting = cadre(difficulties={"raised": 6, "answered": 2, "overdue": 4, "overdue_own": 0})
    assert total_of(verdict_of(waiting)) == "100.0"


def test_money_is_no_measure() -> None:
    """Four helps without money are worth what four with money are."""
    one, other = (verdict_of(cadre(support={"confirmed_without_money": number})) for number in (0, 4))
    assert points_of(one) == points_of(other)


def test_rounding_is_the_sets_own() -> None:
    """89,95: with half up to a tenth it is 90,0 and excellent; cut to a tenth it is 89,9 and good."""
    year = cadre(forms=[form("good")], items={"planned": 300, "done": 299, "late": 0})
    near = {"commune_good_percent": 0, "commune_completed_percent": 0, "programme_paper_percent": 0}
    up = verdict_of(year, rulebook(**near, judging="points"))
    down = verdict_of(year, rulebook(**near, judging="points", points_rounding="down"))
    assert up.points
    assert up.points.exact == 90 - Fraction(15, 300)
    assert (total_of(up), up.level_by_rules) == ("90.0", EXCELLENT)
    assert (total_of(down), down.level_by_rules) == ("89.9", GOOD)


def test_a_discipline_is_a_year_not_completed() -> None:
    verdict = verdict_of(cadre(grounds=[{"ground": "disciplined", "evidence": ["qd-15"]}]))
    assert (verdict.level_by_rules, verdict.limited_by) == (NOT_COMPLETED, ("ladder.grounds",))
    rung = next(rung for rung in verdict.ladder if rung.rule == "grounds")
    assert (rung.mark, rung.evidence) == ("S", ("qd-15",))


def test_a_missing_programme_is_never_better_than_a_late_one() -> None:
    for late in (paper(late=200), paper(received=False)):
        assert verdict_of(cadre(programmes=[late])).level_by_rules is COMPLETED


def leadership(*cadres: Json, **changes: Any) -> Verdict:
    return rated(records(*cadres, agencies=(agency(**changes),))).verdicts[0]


def test_a_leadership_is_judged_by_its_acts_and_by_its_cadres() -> None:
    """Two cadres: one programme in time, one missing (half of 20). One went 24 of 24, one 12 of 24 (three quarters of
    20). Acts 3 of 4 (15 of 20). Of 5 questions 3 in time, 1 late, 1 overdue: 3,5 of 5 (17,5 of 25). One of two meetings
    (7,5 of 15): 10 + 15 + 15 + 17,5 + 7,5 = 65. The ladder: half the programmes, three quarters of the time, 60 % of
    the answers.
    """
    verdict = leadership(
        cadre("cb-1"),
        cadre("cb-2", programmes=[paper(received=False)], visits={"half_days": 12}),
        acts={"self_checks": 1, "joint": 0},
        answers={"in_time": 3, "late": 1, "overdue": 1},
    )
    assert total_of(verdict) == "65.0"
    assert (verdict.level_by_rules, verdict.served) == (COMPLETED, 2)
    assert verdict.limited_by == ("ladder.programmes", "ladder.presence", "ladder.answers", "points")


def test_ones_zeal_does_not_hide_anothers_absence() -> None:
    verdict = leadership(cadre("cb-1", visits={"half_days": 48}), cadre("cb-2", visits={"half_days": 0}))
    rung = next(rung for rung in verdict.ladder if rung.rule == "presence")
    assert rung.said == "2 cán bộ đi 24/48 buổi được yêu cầu"


def test_a_disciplined_member_keeps_a_leadership_from_the_top() -> None:
    verdict = leadership(cadre(), members_disciplined={"count": 1, "evidence": ["qd-7"]})
    assert (verdict.level_by_rules, verdict.limited_by) == (GOOD, ("ladder.members",))


def test_an_agency_without_a_cadre_is_not_judged() -> None:
    assert leadership().level_by_rules is None


def test_only_the_criteria_of_the_set_count() -> None:
    raw = records(cadre(), agencies=(agency(acts={"self_checks": 0}),))
    [verdict, _] = rated(raw, rulebook(agency_criteria=["programme", "answers"])).verdicts
    assert points_of(verdict) == {"programme": "44.4", "answers": "55.6"}


@pytest.mark.parametrize(
    ("code", "level", "limits"),
    [
        ("124-qd-tw-2023", GOOD, ("ladder.results",)),
        ("366-qd-tw-2025", EXCELLENT, ()),
        ("335-2025-nd-cp", EXCELLENT, ()),
    ],
)
def test_the_national_sets_differ(code: str, level: CompletionLevel, limits: tuple[str, ...]) -> None:
    """One model proposed and not yet at work: 96 of 100 points, but the part of results is not “excellent”."""
    raw = records(*(cadre(f"cb-{index}") for index in range(10)), cadre("cb-x", models={"working": 0}))
    verdict = next(verdict for verdict in rated(raw, shipped(code)).verdicts if verdict.id == "cb-x")
    assert verdict.level_by_rules is level
    assert (verdict.limited_by if level is GOOD else ()) == limits
