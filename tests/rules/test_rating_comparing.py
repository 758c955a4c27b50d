"""Try a rule: the same year under two rule sets."""

from __future__ import annotations

from diaban.ranking.rules import Rulebook
from diaban.ranking.rules.comparing import Comparison, Moved, compare
from diaban.ranking.rules.results import Kind
from tests.rating import Json, cadre, form, held, paper, rated, records, rulebook

WIDE = {"excellent_cap_percent": 100}


def tried(raw: Json, before: Rulebook, after: Rulebook) -> Comparison:
    return compare(rated(raw, before).verdicts, rated(raw, after).verdicts)


def test_the_same_rules_change_nobody() -> None:
    raw = records(cadre("a"), cadre("b", reports=[]))
    found = tried(raw, Rulebook(), Rulebook())
    assert (found.changes, found.only_before, found.only_after) == ((), (), ())


def test_a_step_of_the_ladder_and_why() -> None:
    """One late report of two: the ladder asked for all, now half is enough."""
    raw = records(cadre("a"), cadre("b", reports=[paper(), paper(late=6)]))
    found = tried(raw, rulebook(**WIDE), rulebook(**WIDE, ladder_reports_percent=[50, 50, 0]))
    [change] = found.changes
    assert (change.id, change.by_rules_before, change.by_rules_after) == ("b", "good", "excellent")
    assert change.why == (
        "“Báo cáo đúng hạn, đủ nội dung” (1/2 báo cáo đúng hạn, đủ nội dung; chậm nhiều nhất 6 ngày làm việc): "
        "trước cho phép đến mức tốt, sau cho phép đến mức xuất sắc.",
        "Trần xuất sắc: trước không xét trần, sau trong trần (thứ 2).",
    )
    assert found.moved == (
        Moved(Kind.CADRE, "excellent", "excellent", 1),
        Moved(Kind.CADRE, "good", "excellent", 1),
    )


def test_other_weights_and_the_parts_that_moved() -> None:
    """No form said better than completed: 5 of 10 points. With 20 for the commune it is 10 of 20: 95 becomes 90, then
    with 40 it is 80."""
    raw = records(cadre("a", forms=[form("completed")]))
    points = {**WIDE, "judging": "points"}
    found = tried(raw, rulebook(**points), rulebook(**points, weight_commune=40, weight_presence=0, weight_programme=5))
    [change] = found.changes
    assert (change.by_rules_before, change.by_rules_after) == ("excellent", "good")
    assert change.why[:2] == (
        "Điểm: trước 95,0/100 điểm, từ 90: mức xuất sắc, sau 80,0/100 điểm, từ 70 đến dưới 90: mức tốt.",
        "Phần “Chương trình, đúng thời gian”: trước 15,0 điểm, sau 5,0 điểm.",
    )


def test_another_threshold_on_the_same_points() -> None:
    raw = records(cadre("a", forms=[form("completed")]))
    points = {**WIDE, "judging": "points"}
    [change] = tried(raw, rulebook(**points), rulebook(**points, excellent_from=96)).changes
    assert change.why[0] == (
        "Điểm: trước 95,0/100 điểm, từ 90: mức xuất sắc, sau 95,0/100 điểm, từ 70 đến dưới 96: mức tốt."
    )


def test_a_tighter_cap_moves_who_is_outside_it_now() -> None:
    raw = records(
        *(cadre(f"cb-{index}", visits={"half_days": 24 + index}, items={"late": index}) for index in range(5))
    )
    found = tried(raw, rulebook(**WIDE), Rulebook())
    assert [change.id for change in found.changes] == ["cb-1", "cb-2", "cb-3", "cb-4"]
    assert found.changes[0].why == ("Trần xuất sắc: trước trong trần (thứ 2), sau ngoài trần (thứ 2).",)
    assert {(change.by_rules_before, change.by_rules_after) for change in found.changes} == {("excellent", "excellent")}


def test_who_is_judged_only_under_one_of_the_sets() -> None:
    raw = records(cadre("a", assignments=[held(starts="2025-11-20")], reports=[]))
    [change] = tried(raw, Rulebook(), rulebook(judged_min_days=30)).changes
    assert change.by_rules_before is None
    assert change.why[0].startswith(
        "Trước: Theo dõi địa bàn 42 ngày trong năm, chưa đủ 90 ngày nên chưa xếp mức. Sau: "
    )


def test_a_rule_that_joins_the_ladder() -> None:
    raw = records(cadre("a", items={"beyond": 0}))
    ladder = ["programme", "beyond"]
    [change] = tried(raw, rulebook(**WIDE, cadre_ladder=ladder[:1]), rulebook(**WIDE, cadre_ladder=ladder)).changes
    assert change.why[0] == (
        "“Việc vượt yêu cầu (mức xuất sắc)” (0/10 nội dung vượt yêu cầu): "
        "trước không xét theo bậc, sau cho phép đến mức tốt."
    )


def test_lists_that_do_not_hold_the_same_people() -> None:
    one, other = rated(records(cadre("a"), cadre("b"))), rated(records(cadre("b"), cadre("c")))
    found = compare(one.verdicts, other.verdicts)
    assert (found.only_before, found.only_after) == (("a",), ("c",))


def test_the_order_of_the_lists_is_irrelevant() -> None:
    verdicts = rated(records(cadre("a"), cadre("b", reports=[]))).verdicts
    others = rated(records(cadre("a", reports=[]), cadre("b"))).verdicts
    assert compare(verdicts, others) == compare(verdicts[::-1], others[::-1])
