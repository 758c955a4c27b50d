"""A report goes over the agency to the Organisation Board; a returned one is mended as a new version."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.regulations.rules import ReportKind, ReportPeriod
from diaban.reporting.models import PeriodicReport, ReportStep
from diaban.reporting.rules import SECTIONS, ReportState
from diaban.reporting.services import (
    begin_report,
    endorse_report,
    mend_report,
    receive_report,
    return_report,
    submit_report,
    write_report,
)
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 6, 18))
TEXTS = dict.fromkeys(SECTIONS, "Có nội dung.")


def sent(world: World) -> PeriodicReport:
    by = world.as_lan
    report = begin_report(assignment=world.at_pa_co, period=ReportPeriod(ReportKind.HALF_YEAR), year=2023, by=by, at=AT)
    write_report(report=report, texts=TEXTS, by=by, at=AT)
    return submit_report(report=report, by=by, at=AT)


def test_the_way_of_a_report() -> None:
    world = make.world()
    report = sent(world)
    endorse_report(report=report, by=world.as_noi_vu, at=AT)
    receive_report(report=report, by=world.as_board, at=AT)
    assert PeriodicReport.objects.get().state == ReportState.RECEIVED
    assert list(ReportStep.objects.values_list("state", flat=True)) == ["submitted", "endorsed", "received"]
    assert make.audited() == [
        "report.begun",
        "report.written",
        "report.submitted",
        "report.endorsed",
        "report.received",
    ]


def test_each_step_is_one_sides() -> None:
    world = make.world()
    report = sent(world)
    for name, actor in world.everybody.items():
        if name != "noi_vu":
            with pytest.raises(NotAllowed):
                endorse_report(report=report, by=actor, at=AT)
            with pytest.raises(NotAllowed):
                return_report(report=report, reason="Thiếu.", by=actor, at=AT)
        if name != "board":
            with pytest.raises(NotAllowed):
                receive_report(report=report, by=actor, at=AT)
    with pytest.raises(RuleBroken, match="“Đã gửi cơ quan” nên không chuyển sang bước “Ban Tổ chức đã nhận”"):
        receive_report(report=report, by=world.as_board, at=AT)


def test_what_was_sent_is_not_written_any_more() -> None:
    world = make.world()
    report = sent(world)
    with pytest.raises(RuleBroken, match="“Đã gửi cơ quan” nên không sửa được"):
        write_report(report=report, texts={"tasks": "Khác."}, by=world.as_lan, at=AT)


def test_a_returned_report_is_owed_again_and_mended_as_a_new_version() -> None:
    world = make.world()
    expect_year(province=world.province, year=2023, by=world.as_board, at=AT)
    owed = Obligation.objects.get(assignment=world.at_pa_co, kind="half_year_report")
    first = sent(world)
    owed.refresh_from_db()
    assert (owed.received_on, owed.days_late, owed.received_record) == (date(2023, 6, 18), 0, first.pk)

    return_report(report=first, reason="Mục II quá sơ sài.", by=world.as_noi_vu, at=AT)
    assert Obligation.objects.get(pk=owed.pk).received_on is None

    later = at_hanoi(date(2023, 6, 22))
    second = mend_report(report=first, by=world.as_lan, at=later)
    assert (second.version, second.state, second.sections, second.submitted_at) == (
        2,
        ReportState.DRAFT,
        first.sections,
        None,
    )
    write_report(report=second, texts={"situation": "Đầy đủ."}, by=world.as_lan, at=later)
    submit_report(report=second, by=world.as_lan, at=later)
    again = Obligation.objects.get(pk=owed.pk)
    assert (again.received_on, again.days_late, again.received_record) == (date(2023, 6, 22), 2, second.pk)
    first.refresh_from_db()
    assert (first.state, first.sections["situation"]["text"]) == (ReportState.REPLACED, "Có nội dung.")


def test_a_return_needs_its_reason() -> None:
    world = make.world()
    report = sent(world)
    with pytest.raises(RuleBroken, match="Chưa có lý do trả lại"):
        return_report(report=report, reason="", by=world.as_noi_vu, at=AT)
    assert PeriodicReport.objects.get().state == ReportState.SUBMITTED


def test_only_a_returned_report_is_mended() -> None:
    world = make.world()
    with pytest.raises(RuleBroken):
        mend_report(report=sent(world), by=world.as_lan, at=AT)
    assert PeriodicReport.objects.count() == 1
