"""The commune sends its form on the cadre, sealed; the Board notes the paper or returns it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from diaban.assessment.models import AssessmentMark, CommuneAssessment
from diaban.assessment.policies import visible_assessments
from diaban.assessment.rules import CRITERIA, FormDraft, Mark, MarkDraft
from diaban.assessment.services import note_paper_received, release_year, return_assessment, send_assessment
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.policies import visible_replacements
from diaban.replacement.rules import ReplacementState
from diaban.reporting.rules import CompletionLevel
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 12, 1), 9)
MARKS = tuple(MarkDraft(criterion, Mark.FAIR) for criterion in CRITERIA)
WHY = "Sáu tháng cuối năm không về xã lần nào."


ACT = {"assignment", "year", "id", "by", "at"}


def sent(world: World, **changes: object) -> CommuneAssessment:
    act: dict[str, object] = {"assignment": world.at_pa_co, "year": 2023, "by": world.as_pa_co, "at": AT}
    said: dict[str, object] = {
        "marks": MARKS,
        "strengths": "Gần gũi, nắm chắc địa bàn.",
        "limits": "Đi cơ sở chưa đều.",
        "level": CompletionLevel.GOOD,
        "votes_for": 11,
        "votes_against": 2,
        "met_on": date(2023, 11, 30),
        "signer_name": "Sùng A Mang",
        "signer_post": "Bí thư Đảng ủy",
    }
    for name, value in changes.items():
        (act if name in ACT else said)[name] = value
    return send_assessment(draft=FormDraft(**said), **act)  # type: ignore[arg-type]  # each case gives what fits


def test_a_form_is_sent_once_with_the_wording_of_its_day() -> None:
    world, same = make.world(), uuid7()
    assert sent(world, id=same) == sent(world, id=same)
    stored = CommuneAssessment.objects.get()
    assert (stored.commune, stored.cadre, stored.agency, stored.version, stored.sent_at, stored.released_at) == (
        world.pa_co,
        world.lan,
        world.noi_vu,
        1,
        AT,
        None,
    )
    assert dict(AssessmentMark.objects.values_list("criterion", "wording")) == CRITERIA
    assert make.audited() == ["assessment.sent"]


def test_it_answers_its_obligation() -> None:
    world = make.world()
    expect_year(province=world.province, year=2023, by=world.as_board, at=AT)
    owed = Obligation.objects.get(assignment=world.at_pa_co, kind="commune_assessment")
    form = sent(world, at=at_hanoi(date(2023, 12, 7)))
    owed.refresh_from_db()
    assert (owed.received_record, owed.days_late) == (form.pk, 2)
    return_assessment(assessment=form, reason="Thiếu nhận xét.", by=world.as_board, at=at_hanoi(date(2023, 12, 8)))
    owed.refresh_from_db()
    assert owed.received_on is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"marks": MARKS[1:]}, "programme"),
        ({"marks": (*MARKS, MARKS[0])}, "programme"),
        ({"strengths": " "}, "strengths"),
        ({"limits": ""}, "limits"),
        ({"level": CompletionLevel.EXCELLENT}, "reasons"),
        ({"level": CompletionLevel.NOT_COMPLETED, "reasons": "Kém."}, "reasons"),
        ({"wants_replacement": True}, "reasons"),
        ({"votes_for": 5, "votes_against": 5}, "votes_for"),
        ({"met_on": None}, "met_on"),
        ({"signer_post": "Chủ tịch UBND xã"}, "signer_post"),
        ({"signer_name": ""}, "signer_name"),
        ({"year": 2021}, "year"),
        ({"at": at_hanoi(date(2023, 11, 14))}, "year"),
        ({"at": at_hanoi(date(2024, 1, 31))}, "year"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        sent(world, **changes)
    assert (refused.value.field, CommuneAssessment.objects.count(), make.audited()) == (field, 0, [])


def test_only_the_commune_itself_assesses_its_cadre() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed):
                sent(world, by=actor)
    with pytest.raises(NotAllowed):
        sent(world, assignment=world.at_hang_kia)
    assert not CommuneAssessment.objects.exists()


def test_another_commune_cannot_take_an_id() -> None:
    world, same = make.world(), uuid7()
    sent(world, id=same)
    with pytest.raises(NotAllowed):
        sent(world, id=same, assignment=world.at_hang_kia, by=world.as_hang_kia)


def test_a_second_form_waits_for_the_return_of_the_first() -> None:
    world = make.world()
    first = sent(world)
    with pytest.raises(RuleBroken, match="Phiếu nhận xét năm 2023 đã gửi"):
        sent(world)
    return_assessment(assessment=first, reason="Mức chưa khớp với tiêu chí.", by=world.as_board, at=AT)
    second = sent(world, level=CompletionLevel.COMPLETED)
    first.refresh_from_db()
    assert (first.level, first.returned_at, second.version) == ("good", AT, 2)


def test_who_returns_and_why() -> None:
    world = make.world()
    form = sent(world)
    for name, actor in world.everybody.items():
        if name != "board":
            with pytest.raises(NotAllowed):
                return_assessment(assessment=form, reason="Thiếu.", by=actor, at=AT)
    with pytest.raises(RuleBroken, match="Chưa có lý do trả lại"):
        return_assessment(assessment=form, reason=" ", by=world.as_board, at=AT)
    return_assessment(assessment=form, reason="Thiếu.", by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="đã được trả lại"):
        return_assessment(assessment=form, reason="Thiếu.", by=world.as_board, at=AT)


def test_the_paper_is_noted_by_the_board() -> None:
    world = make.world()
    form, day = sent(world), date(2023, 12, 1)
    note_paper_received(assessment=form, number="12-BC/ĐU", dated_on=day, received_on=day, by=world.as_board, at=AT)
    form.refresh_from_db()
    assert (form.paper_number, form.paper_dated_on, form.paper_received_on) == ("12-BC/ĐU", day, day)
    later = date(2023, 12, 2)
    with pytest.raises(RuleBroken) as refused:
        note_paper_received(assessment=form, number="1", dated_on=later, received_on=day, by=world.as_board, at=AT)
    assert refused.value.field == "received_on"
    with pytest.raises(NotAllowed):
        note_paper_received(assessment=form, number="1", dated_on=day, received_on=day, by=world.as_pa_co, at=AT)


def test_a_form_is_sealed_and_so_is_what_it_asks() -> None:
    world = make.world()
    sent(world, wants_replacement=True, reasons=WHY)
    asked = ReplacementRequest.objects.get()
    assert (asked.requester, asked.reason_text, asked.state) == ("commune", WHY, ReplacementState.REQUESTED)
    assert make.audited() == ["replacement.requested", "assessment.sent"]
    assert make.seen_by(world, visible_assessments) == {"pa_co", "board"}
    assert make.seen_by(world, visible_replacements) == {"pa_co", "board"}


def test_a_returned_form_takes_its_request_along() -> None:
    world = make.world()
    form = sent(world, wants_replacement=True, reasons=WHY)
    return_assessment(assessment=form, reason="Thiếu biên bản.", by=world.as_board, at=AT)
    assert ReplacementRequest.objects.get().state == ReplacementState.LAPSED
    sent(world, wants_replacement=True, reasons=WHY)
    assert ReplacementRequest.objects.filter(state=ReplacementState.REQUESTED).count() == 1


@pytest.mark.parametrize("change", [{"level": "excellent"}, {"strengths": "Khác."}, {"votes_for": 13}])
def test_the_database_keeps_what_was_judged(change: dict[str, object]) -> None:
    form = sent(make.world())
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        CommuneAssessment.objects.filter(pk=form.pk).update(**change)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AssessmentMark.objects.filter(assessment=form).update(mark=Mark.POOR)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AssessmentMark.objects.filter(assessment=form).delete()


def test_the_database_deletes_no_form_and_seals_none_again() -> None:
    world = make.world()
    form = sent(world)
    conclude = {"decision_symbol": "1016-KL/TU", "concluded_on": date(2023, 12, 1)}
    release_year(province=world.province, year=2023, **conclude, by=world.as_board, at=AT)  # type: ignore[arg-type]  # each case gives what fits
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        CommuneAssessment.objects.filter(pk=form.pk).update(released_at=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        CommuneAssessment.objects.filter(pk=form.pk)._raw_delete("default")
    with pytest.raises(RuleBroken, match="không trả lại được"):
        return_assessment(assessment=form, reason="Thiếu.", by=world.as_board, at=AT)
