"""An inspection goes from the plan to the conclusion; what it finds is remedied by a day and seen by another person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from diaban.desk.queries.inspecting import to_decide, to_mend
from diaban.documents.metrics import text_width
from diaban.documents.paper import Paragraph, Table
from diaban.documents.rules.layout import layout_on
from diaban.fieldwork.services import dispute_visit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.oversight.models import Finding, Inspection, SampledDuty
from diaban.oversight.papers import conclusion_paper
from diaban.oversight.policies import visible_cases, visible_findings, visible_inspections, visible_samples
from diaban.oversight.queries import holds, remedies_to_judge, repeated
from diaban.oversight.rules import Basis, CheckResult, InspectionState, ReplyKind, Responsible, SignalKind
from diaban.oversight.services import (
    cancel_inspection,
    check_duty,
    close_finding,
    close_inspection,
    conclude_inspection,
    draw_sample,
    refuse_remedy,
    reply_to_finding,
)
from tests import make
from tests.app.inspections import AT, concluded, decided, found, inspector, looked_at, planned, underway

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 18)


def test_from_the_plan_to_the_end() -> None:
    world, same = make.world(), uuid7()
    hoa, binh = inspector(world), inspector(world, "Bùi Văn Bình")
    assert planned(world, id=same) == planned(world, id=same)
    finding = concluded(world, hoa, binh)
    inspection = finding.inspection
    assert finding.due_on == date(2023, 10, 15)
    with pytest.raises(RuleBroken, match="Còn 1 kết luận chưa được xác nhận"):
        close_inspection(inspection=inspection, by=world.as_board, at=AT)

    reply_to_finding(finding=finding, kind=ReplyKind.REMEDY, text="Đã đi bù hai buổi.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="đang chờ xác nhận"):
        reply_to_finding(finding=finding, kind=ReplyKind.REMEDY, text="Đã đi bù.", by=world.as_lan, at=AT)
    refuse_remedy(finding=finding, reason="Xã chưa xác nhận.", by=binh, at=AT)
    reply_to_finding(finding=finding, kind=ReplyKind.REMEDY, text="Xã đã xác nhận.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="không tự xác nhận khắc phục"):
        close_finding(finding=finding, closed_on=DAY, remedy="Đã đi bù.", by=hoa, at=AT)
    close_finding(finding=finding, closed_on=DAY, remedy="Đã đi bù.", by=binh, at=AT)
    close_inspection(inspection=inspection, by=world.as_board, at=AT)

    stored = Finding.objects.get()
    assert (stored.recorded_by, stored.closed_by, stored.remedy) == (hoa.account, binh.account, "Đã đi bù.")
    assert Inspection.objects.get(pk=inspection.pk).state == InspectionState.CLOSED
    assert [reply.refusal for reply in stored.replies.all()] == ["Xã chưa xác nhận.", ""]


def test_the_conclusion_as_a_paper_holds_its_days_within_their_column() -> None:
    """A column's width is its share of the line, less the space beside its borders (1,9 mm on each side)."""
    world = make.world()
    finding = concluded(world, inspector(world))
    paper = conclusion_paper(finding.inspection, [finding], sampled=2, at=AT)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    look = layout_on(date(2023, 9, 18), form=paper.form)
    line = 210 - look.margins.left - look.margins.right
    share = table.columns[-1].width / sum(column.width for column in table.columns)
    day = text_width(str(table.rows[0][-1]), size=look.sizes.table) * 25.4 / 72
    assert (table.columns[-1].title, day < line * share - 2 * 1.9) == ("Hạn", True)
    said = [str(block.line) for block in paper.blocks if isinstance(block, Paragraph)]
    assert any("Mẫu rút 10\u00a0% trên" in line for line in said)


def test_two_pairs_of_eyes() -> None:
    world = make.world()
    hoa, binh, other = inspector(world), inspector(world, "Bùi Văn Bình"), inspector(world, "Xa Thị Mai")
    finding = concluded(world, hoa)
    reported_by = replace(world.as_lan, account=binh.account)
    reply_to_finding(finding=finding, kind=ReplyKind.REMEDY, text="Đã đi bù hai buổi.", by=reported_by, at=AT)
    assert [remedies_to_judge(who).exists() for who in (hoa, binh, other)] == [False, False, True]
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(closed_on=DAY, closed_by=hoa.account)


def test_a_draw_is_made_once_and_can_be_repeated() -> None:
    world = make.world()
    hoa = inspector(world)
    dispute_visit(
        visit=make.visit(world.at_hang_kia), reason="Không có buổi làm việc này.", by=world.as_hang_kia, at=AT
    )
    inspection = draw_sample(
        inspection=decided(world, hoa), seed="6", signal_kinds=[SignalKind.DISPUTED], by=hoa, at=AT
    )
    with pytest.raises(RuleBroken, match="đang ở bước"):
        draw_sample(inspection=inspection, seed="7", by=hoa, at=AT)
    sample = {one.assignment_id: one for one in SampledDuty.objects.all()}
    again = repeated(inspection)
    assert again is not None
    assert holds(inspection, again)
    assert [str(pk) for pk, one in sample.items() if one.basis == Basis.RANDOM] == list(again.chosen)
    seen = sample[world.at_hang_kia.pk]
    assert [sign["kind"] for sign in seen.signals] == ["disputed"]
    assert seen.basis in {Basis.RANDOM, Basis.SIGNAL}
    assert seen.checks.count() == 4
    # An assignment that is entered later with an earlier day shows: the list is not the one that was drawn from
    make.assignment(cadre=world.lan, commune=make.commune("Xã Cun Pheo", district=world.district), agency=world.noi_vu)
    assert not holds(inspection, repeated(inspection) or again)


def test_what_is_missing_is_said() -> None:
    world = make.world()
    hoa = inspector(world)
    with pytest.raises(RuleBroken, match="chưa có thành viên đoàn"):
        decided(world)
    with pytest.raises(RuleBroken, match="không giữ vai trò cán bộ kiểm tra"):
        decided(world, hoa, world.as_lan.__class__(account=make.account().pk, name="", role=hoa.role))
    with pytest.raises(RuleBroken, match="nằm ngoài phạm vi"):
        decided(world, hoa, agency=world.xay_dung, named=[world.at_pa_co])
    inspection = underway(world, hoa)
    sampled = SampledDuty.objects.get(assignment=world.at_pa_co)
    with pytest.raises(RuleBroken, match="ghi rõ điều chưa đạt"):
        check_duty(sampled=sampled, answers={1: (CheckResult.NOT, "")}, seen_on=DAY, by=hoa, at=AT)
    with pytest.raises(RuleBroken) as refused:
        found(world, inspection, hoa, description="")
    assert refused.value.field == "description"
    with pytest.raises(RuleBroken, match="chưa kiểm tra đủ nội dung"):
        conclude(inspection, hoa, AT)
    looked_at(inspection, hoa)
    conclude(inspection, hoa, AT)


def test_a_team_has_the_case_from_the_decision_to_the_conclusion() -> None:
    world = make.world()
    hoa, other = inspector(world), inspector(world, "Bùi Văn Bình")
    inspection = underway(world, hoa)
    finding = found(world, inspection, hoa)
    for who in (other, world.as_lan, world.as_noi_vu, world.as_standing):
        with pytest.raises(NotAllowed):
            found(world, inspection, who)
    assert [visible_samples(who).exists() for who in (hoa, other, world.as_board)] == [True, False, True]
    assert [visible_findings(who).exists() for who in (hoa, other, world.as_lan)] == [True, False, False]
    looked_at(inspection, hoa)
    conclude(inspection, hoa, AT)
    assert (visible_cases(hoa).exists(), visible_samples(hoa).exists()) == (False, False)
    assert make.seen_by(world, visible_inspections) == {"board", "standing", "inspector"}
    assert make.seen_by(world, visible_findings) == {"lan", "noi_vu", "board", "standing", "inspector"}
    finding.refresh_from_db()
    with pytest.raises(NotAllowed):
        reply_to_finding(finding=finding, kind=ReplyKind.OPINION, text="Đồng ý.", by=world.as_noi_vu, at=AT)


def test_who_must_mend_it_answers() -> None:
    world = make.world()
    hoa = inspector(world)
    inspection = underway(world, hoa)
    found(world, inspection, hoa, responsible=Responsible.AGENCY)
    looked_at(inspection, hoa)
    conclude(inspection, hoa, AT)
    finding = Finding.objects.select_related("inspection").get()
    with pytest.raises(NotAllowed):
        reply_to_finding(finding=finding, kind=ReplyKind.OPINION, text="Đồng ý.", by=world.as_lan, at=AT)
    reply_to_finding(finding=finding, kind=ReplyKind.OPINION, text="Đồng ý.", by=world.as_noi_vu, at=AT)


def test_what_is_overdue_stays_on_the_desk_over_the_turn_of_the_year() -> None:
    world, new_year = make.world(), date(2024, 1, 9)
    planned(world)
    finding = concluded(world, inspector(world))
    assert [one.on for one in to_decide(world.as_board, new_year)] == [date(2023, 9, 10)]
    assert [one.on for one in to_mend(world.as_lan, new_year)] == [finding.due_on]


def test_only_the_board_sends_a_team_or_calls_it_off() -> None:
    world = make.world()
    hoa = inspector(world)
    with pytest.raises(NotAllowed):
        decided(world, hoa, by=hoa)
    cancel_inspection(inspection=planned(world), reason="Trùng đoàn của Trung ương.", by=world.as_board, at=AT)
    for name, actor in world.everybody.items():
        if name not in {"board", "inspector"}:
            with pytest.raises(NotAllowed):
                planned(world, by=actor)


def conclude(inspection: Inspection, by: Actor, at: datetime) -> None:
    conclude_inspection(
        inspection=inspection,
        conclusion_symbol="12-KL/BTCTU",
        done_on=DAY,
        summary="Cơ bản thực hiện tốt.",
        by=by,
        at=at,
    )
