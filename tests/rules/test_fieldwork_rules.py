from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from diaban.fieldwork import rules
from diaban.fieldwork.rules import (
    Authority,
    Confirmation,
    DayFacts,
    DifficultyState,
    InnovationState,
    ValueBasis,
    VisitState,
)
from diaban.kit.objections import Objection

FACTS = DayFacts(
    day=date(2023, 3, 15),
    today=date(2023, 3, 20),
    starts_on=date(2022, 12, 14),
    ends_on=None,
    locks_on=date(2024, 1, 31),
)
SNV, SXD = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    "facts",
    [
        FACTS,
        replace(FACTS, day=FACTS.today),
        replace(FACTS, day=FACTS.starts_on),
        replace(FACTS, ends_on=date(2023, 3, 16)),
        replace(FACTS, today=date(2024, 1, 30)),
        replace(FACTS, today=date(2024, 5, 1), by_board=True),
    ],
)
def test_a_day_that_is_held_and_open_meets_no_objection(facts: DayFacts) -> None:
    assert rules.day_objections(facts, field="visited_on") == []


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            replace(FACTS, day=date(2023, 3, 21)),
            "Ngày 21/03/2023 chưa đến. Hãy chọn ngày đã qua hoặc hôm nay.",
        ),
        (
            replace(FACTS, day=date(2022, 12, 13)),
            "Ngày 13/12/2022 nằm ngoài thời gian phân công. Hãy chọn ngày khác.",
        ),
        (
            replace(FACTS, ends_on=date(2023, 3, 15)),
            "Ngày 15/03/2023 nằm ngoài thời gian phân công. Hãy chọn ngày khác.",
        ),
        (
            replace(FACTS, today=date(2024, 1, 31)),
            "Năm 2023 đã khóa sổ từ 31/01/2024. Hãy đề nghị Ban Tổ chức Tỉnh ủy ghi.",
        ),
    ],
)
def test_a_day_ahead_outside_or_closed_is_refused(facts: DayFacts, sentence: str) -> None:
    assert rules.day_objections(facts, field="visited_on") == [Objection("visited_on", sentence)]


def test_a_plan_may_lie_ahead_and_still_within_the_assignment() -> None:
    ahead = replace(FACTS, day=date(2023, 4, 1))
    assert rules.day_objections(ahead, field="visited_on", may_lie_ahead=True) == []
    ended = replace(ahead, ends_on=date(2023, 4, 1))
    assert [o.field for o in rules.day_objections(ended, field="visited_on", may_lie_ahead=True)] == ["visited_on"]


@pytest.mark.parametrize(("recorded", "late"), [(date(2023, 3, 25), False), (date(2023, 3, 26), True)])
def test_ten_days_are_in_time_and_the_eleventh_is_late(recorded: date, late: bool) -> None:
    assert rules.is_late(visited_on=date(2023, 3, 15), recorded_on=recorded, entry_days=10) is late


@pytest.mark.parametrize(
    ("value", "basis", "field"),
    [
        (1, ValueBasis.ESTIMATE, None),
        (0, ValueBasis.NONE, None),
        (1, ValueBasis.NONE, "value_basis"),
        (0, ValueBasis.INVOICE, "value_vnd"),
        (-1, ValueBasis.INVOICE, "value_vnd"),
    ],
)
def test_a_value_and_its_basis_go_together(value: int, basis: ValueBasis, field: str | None) -> None:
    assert [o.field for o in rules.value_objections(value_vnd=value, basis=basis)] == ([field] if field else [])


@pytest.mark.parametrize(
    ("extended", "due_on", "new_due_on", "sentence"),
    [
        (False, date(2023, 4, 10), date(2023, 4, 11), None),
        (False, date(2023, 4, 10), date(2023, 5, 4), None),
        (
            False,
            date(2023, 4, 10),
            date(2023, 5, 5),
            "Chỉ được gia hạn thêm một thời hạn trả lời: hạn mới chậm nhất là 04/05/2023.",
        ),
        (False, date(2023, 4, 10), date(2023, 4, 10), "Hạn mới phải sau hạn cũ 10/04/2023."),
        (True, date(2023, 4, 10), date(2023, 4, 20), "Việc này đã được gia hạn một lần, không gia hạn nữa."),
        (False, None, date(2023, 4, 20), "Việc này chưa chuyển cho cơ quan nào nên chưa có hạn trả lời."),
    ],
)
def test_more_time_is_given_once(extended: bool, due_on: date | None, new_due_on: date, sentence: str | None) -> None:
    found = rules.extension_objections(extended=extended, due_on=due_on, new_due_on=new_due_on, latest=date(2023, 5, 4))
    assert found == ([Objection("new_due_on", sentence)] if sentence else [])


@pytest.mark.parametrize(
    ("authority", "owner", "allowed"),
    [
        (Authority.AGENCY, SXD, True),
        (Authority.AGENCY, None, False),
        (Authority.OWN_AGENCY, SNV, True),
        (Authority.OWN_AGENCY, SXD, False),
        (Authority.STANDING, None, True),
        (Authority.COMMUNE, SNV, False),
    ],
)
def test_only_a_level_that_is_an_agency_names_one(authority: Authority, owner: UUID | None, allowed: bool) -> None:
    found = rules.routing_objections(authority=authority, owner=owner, cadres_agency=SNV)
    assert (found == []) is allowed


def test_a_model_is_copied_by_another_commune_of_the_province_after_it_began() -> None:
    def fields(**changes: object) -> list[str]:
        given: dict[str, object] = {
            "own": False,
            "same_province": True,
            "adopted_on": date(2023, 5, 1),
            "proposed_on": date(2023, 3, 1),
            "today": date(2023, 6, 1),
        }
        return [o.field for o in rules.adoption_objections(**(given | changes))]  # type: ignore[arg-type]  # each case gives what fits

    assert fields() == []
    assert fields(own=True) == ["commune"]
    assert fields(same_province=False) == ["commune"]
    assert fields(adopted_on=date(2023, 2, 28)) == ["adopted_on"]
    assert fields(adopted_on=date(2023, 6, 2)) == ["adopted_on"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ((False, False, False), None),
        ((True, False, False), "Đây là dòng điều chỉnh, không phải hoạt động hỗ trợ."),
        ((False, True, False), "Dòng này đã được điều chỉnh."),
        ((False, False, True), "Năm của dòng này đã khóa sổ. Hãy đề nghị Ban Tổ chức Tỉnh ủy điều chỉnh."),
    ],
)
def test_a_line_of_support_is_taken_back_once(facts: tuple[bool, bool, bool], sentence: str | None) -> None:
    is_reversal, reversed_already, closed = facts
    found = rules.reversal_objections(is_reversal=is_reversal, reversed_already=reversed_already, closed=closed)
    assert found == ([Objection("support", sentence)] if sentence else [])


@pytest.mark.parametrize(("half_days", "fine"), [(0, False), (1, True), (60, True), (61, False)])
def test_a_stay_has_one_to_sixty_half_days(half_days: int, fine: bool) -> None:
    assert (rules.half_day_objections(half_days) == []) is fine


@pytest.mark.parametrize(("month", "quarter"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)])
def test_quarters(month: int, quarter: int) -> None:
    assert rules.quarter_of(date(2023, month, 1)) == quarter


def test_nobody_is_helped_less_than_not_at_all() -> None:
    assert rules.people_objections(households=0, persons=0) == []
    assert [o.field for o in rules.people_objections(households=0, persons=-1)] == ["households"]


def test_every_state_says_what_may_follow_it() -> None:
    assert rules.NEXT.keys() == set(DifficultyState)
    assert rules.INNOVATION_NEXT.keys() == set(InnovationState)
    assert rules.VISIT_NEXT.keys() == set(VisitState)
    assert rules.CONFIRMATION_NEXT.keys() == set(Confirmation)
