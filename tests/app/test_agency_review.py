"""An agency's leadership judges its own year, once; the Board comments, once."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from diaban.assessment.models import AgencyAssessment
from diaban.assessment.policies import visible_agency_assessments
from diaban.assessment.services import comment_agency_review, release_year, review_agency
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.reporting.rules import CompletionLevel
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 12, 8))


def reviewed(world: World, **changes: object) -> AgencyAssessment:
    given: dict[str, object] = {
        "agency": world.noi_vu,
        "year": 2023,
        "self_level": CompletionLevel.GOOD,
        "self_comment": "Đã bố trí thời gian và phương tiện cho đồng chí Lan.",
        "by": world.as_noi_vu,
        "at": AT,
    }
    return review_agency(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_a_review_is_sent_once_and_answers_its_obligation() -> None:
    world, same = make.world(), uuid7()
    expect_year(province=world.province, year=2023, by=world.as_board, at=AT)
    review = reviewed(world, id=same)
    assert reviewed(world, id=same) == review
    owed = Obligation.objects.get(agency=world.noi_vu, kind="agency_assessment")
    assert (owed.received_record, owed.days_late) == (review.pk, 0)
    with pytest.raises(RuleBroken, match="đã gửi nhận xét năm 2023"):
        reviewed(world)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"self_comment": " "}, "self_comment"),
        ({"at": at_hanoi(date(2023, 11, 14))}, "year"),
        ({"at": at_hanoi(date(2024, 1, 31))}, "year"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        reviewed(world, **changes)
    assert (refused.value.field, AgencyAssessment.objects.count()) == (field, 0)


def test_a_concluded_year_takes_no_review() -> None:
    world = make.world()
    day = date(2023, 12, 7)
    release_year(
        province=world.province, year=2023, decision_symbol="410-KL/TU", concluded_on=day, by=world.as_board, at=AT
    )
    with pytest.raises(RuleBroken, match="đã kết luận năm 2023"):
        reviewed(world)


def test_who_reviews_and_who_sees() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name != "noi_vu":
            with pytest.raises(NotAllowed):
                reviewed(world, by=actor)
    reviewed(world)
    assert make.seen_by(world, visible_agency_assessments) == {"noi_vu", "board", "standing", "inspector"}


def test_the_board_comments_once() -> None:
    world = make.world()
    review = reviewed(world)
    said = {"board_level": CompletionLevel.COMPLETED, "board_comment": "Trả lời kiến nghị của xã còn chậm."}
    for name, actor in world.everybody.items():
        if name != "board":
            with pytest.raises(NotAllowed):
                comment_agency_review(review=review, **said, by=actor, at=AT)  # type: ignore[arg-type]  # each case gives what fits
    comment_agency_review(review=review, **said, by=world.as_board, at=AT)  # type: ignore[arg-type]  # each case gives what fits
    review.refresh_from_db()
    assert (review.self_level, review.board_level) == ("good", "completed")
    with pytest.raises(RuleBroken, match="đã cho ý kiến"):
        comment_agency_review(review=review, **said, by=world.as_board, at=AT)  # type: ignore[arg-type]  # each case gives what fits
    assert make.audited() == ["agency_review.sent", "agency_review.commented"]


@pytest.mark.parametrize("change", [{"self_level": "excellent"}, {"board_level": "good"}])
def test_the_database_keeps_what_both_said(change: dict[str, str]) -> None:
    world = make.world()
    review = reviewed(world)
    level, comment = CompletionLevel.COMPLETED, "Còn chậm."
    comment_agency_review(review=review, board_level=level, board_comment=comment, by=world.as_board, at=AT)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AgencyAssessment.objects.update(**change)
