"""The Standing Committee has concluded the year: every form is opened, once, and no other comes in."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from diaban.assessment.models import CommuneAssessment, YearConclusion
from diaban.assessment.policies import visible_assessments
from diaban.assessment.services import release_year, return_assessment
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.policies import visible_replacements
from diaban.replacement.queries import verify_by
from tests import make
from tests.app.test_assessment_send import WHY, sent
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 12, 29), 16)
DAY = date(2023, 12, 28)


def released(world: World, **changes: object) -> YearConclusion:
    given: dict[str, object] = {
        "province": world.province,
        "year": 2023,
        "decision_symbol": "410-KL/TU",
        "concluded_on": DAY,
        "by": world.as_board,
        "at": AT,
    }
    return release_year(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_what_was_sealed_is_opened_to_all_in_scope() -> None:
    world = make.world()
    sent(world, wants_replacement=True, reasons=WHY)
    sent(world, assignment=world.at_hang_kia, by=world.as_hang_kia)
    released(world)
    assert list(CommuneAssessment.objects.values_list("released_at", flat=True)) == [AT, AT]
    assert visible_assessments(world.as_lan).get().cadre == world.lan
    assert make.seen_by(world, visible_assessments) == set(world.everybody) - {"system"}
    assert make.seen_by(world, visible_replacements) == {
        "lan", "noi_vu", "pa_co", "district", "board", "standing", "inspector",
    }  # fmt: skip


def test_the_days_for_verifying_begin_when_the_cadre_can_be_heard() -> None:
    world = make.world()
    sent(world, wants_replacement=True, reasons=WHY)
    before = ReplacementRequest.objects.get().verify_by
    released(world)
    assert ReplacementRequest.objects.get().verify_by == verify_by(world.province, date(2023, 12, 29)) > before


def test_the_conclusion_and_the_count_stay_on_record() -> None:
    world = make.world()
    sent(world)
    released(world)
    conclusion = YearConclusion.objects.get()
    assert (conclusion.year, conclusion.decision_symbol, conclusion.concluded_on) == (2023, "410-KL/TU", DAY)
    line = AuditEvent.objects.get(action="assessments.released")
    assert line.details == {"year": 2023, "opened": 1}
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        YearConclusion.objects.all().delete()


def test_a_returned_form_and_another_year_stay_sealed() -> None:
    world = make.world()
    return_assessment(assessment=sent(world), reason="Thiếu.", by=world.as_board, at=AT)
    later = {"year": 2024, "at": at_hanoi(date(2024, 12, 1)), "met_on": date(2024, 11, 29)}
    sent(world, assignment=world.at_hang_kia, by=world.as_hang_kia, **later)
    released(world)
    assert not CommuneAssessment.objects.filter(released_at__isnull=False).exists()


def test_a_year_is_concluded_once() -> None:
    world = make.world()
    released(world)
    with pytest.raises(RuleBroken, match="đã được kết luận"):
        released(world)
    assert YearConclusion.objects.count() == 1


def test_no_form_comes_in_after_the_conclusion() -> None:
    world = make.world()
    released(world)
    with pytest.raises(RuleBroken, match="đã kết luận năm 2023"):
        sent(world, at=AT)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decision_symbol": " "}, "decision_symbol"),
        ({"concluded_on": date(2023, 12, 30)}, "concluded_on"),
        ({"concluded_on": date(2023, 11, 14)}, "concluded_on"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    sent(world)
    with pytest.raises(RuleBroken) as refused:
        released(world, **changes)
    assert (refused.value.field, YearConclusion.objects.count()) == (field, 0)
    assert CommuneAssessment.objects.get().released_at is None


def test_only_the_board_opens_the_forms() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name != "board":
            with pytest.raises(NotAllowed):
                released(world, by=actor)
    assert not YearConclusion.objects.exists()
