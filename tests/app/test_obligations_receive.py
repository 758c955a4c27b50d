"""What came is noted once, with the working days late; the Board may extend or confirm a cause."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from diaban.kit.actors import Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from diaban.obligations import services
from diaban.obligations.models import Extension, Obligation
from diaban.obligations.rules import ObligationKind
from tests.app.obligation_world import AT, World, assign, owed, world

pytestmark = pytest.mark.django_db

RECORD, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture
def hoa_binh() -> World:
    return world()


@pytest.fixture
def report(hoa_binh: World) -> Obligation:
    """A year report, due on 30/11/2023."""
    assignment = assign(hoa_binh)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    return owed(assignment, ObligationKind.YEAR_REPORT)


def receive(report: Obligation, where: World, on: date, record: UUID = RECORD) -> Obligation:
    moment = at_hanoi(on, 23, 30)
    return services.mark_received(
        obligation=report, record_id=record, record_kind="report", received_at=moment, by=where.board, at=moment
    )


def test_a_receipt_counts_working_days_late(hoa_binh: World, report: Obligation) -> None:
    received = receive(report, hoa_binh, date(2023, 12, 8))
    assert (received.received_on, received.days_late, received.received_record) == (date(2023, 12, 8), 6, RECORD)
    line = AuditEvent.objects.get(action="obligation.received")
    assert line.details == {"record": str(RECORD), "days_late": 6}


def test_the_same_record_twice_is_once_and_another_is_refused(hoa_binh: World, report: Obligation) -> None:
    receive(report, hoa_binh, date(2023, 11, 29))
    again = receive(report, hoa_binh, date(2023, 12, 20))
    assert (again.received_on, AuditEvent.objects.filter(action="obligation.received").count()) == (
        date(2023, 11, 29),
        1,
    )
    with pytest.raises(RuleBroken, match="đã được nhận ngày 29/11/2023"):
        receive(report, hoa_binh, date(2023, 12, 20), OTHER)


def test_a_returned_record_is_owed_again(hoa_binh: World, report: Obligation) -> None:
    receive(report, hoa_binh, date(2023, 11, 29))
    services.withdraw_receipt(obligation=report, reason="thiếu mục III", by=hoa_binh.board, at=AT)
    assert receive(report, hoa_binh, date(2023, 12, 1), OTHER).days_late == 1


def test_many_receipts_are_written_together(hoa_binh: World, report: Obligation) -> None:
    programme = Obligation.objects.get(kind=ObligationKind.PROGRAMME)
    receipts = [
        services.Receipt(programme.pk, RECORD, "programme", at_hanoi(date(2023, 2, 2))),
        services.Receipt(report.pk, OTHER, "report", at_hanoi(date(2023, 11, 30))),
    ]
    for changed in (2, 0):
        assert services.mark_received_many(receipts=receipts, by=hoa_binh.board, at=AT) == changed
    programme.refresh_from_db()
    report.refresh_from_db()
    assert (programme.days_late, programme.received_kind, report.days_late) == (2, "programme", 0)


def test_an_extension_moves_the_due_day(hoa_binh: World, report: Obligation) -> None:
    services.extend(
        obligation=report, new_due_on=date(2023, 12, 15), reason="đi công tác dài ngày", by=hoa_binh.board, at=AT
    )
    received = receive(report, hoa_binh, date(2023, 12, 18))
    assert (received.days_late, received.due_on, received.extended_to) == (1, date(2023, 11, 30), date(2023, 12, 15))
    assert [str(e) for e in Extension.objects.all()] == ["gia hạn: đi công tác dài ngày"]


@pytest.mark.parametrize(
    ("new_due_on", "refusal"),
    [(date(2023, 11, 30), "phải sau hạn cũ"), (date(2024, 2, 1), "không được quá ngày khóa sổ 31/01/2024")],
)
def test_an_extension_within_reason(hoa_binh: World, report: Obligation, new_due_on: date, refusal: str) -> None:
    with pytest.raises(RuleBroken, match=refusal):
        services.extend(obligation=report, new_due_on=new_due_on, reason="bận", by=hoa_binh.board, at=AT)


def test_what_has_come_is_not_extended_but_may_be_excused(hoa_binh: World, report: Obligation) -> None:
    receive(report, hoa_binh, date(2023, 12, 8))
    with pytest.raises(RuleBroken, match="không gia hạn được"):
        services.extend(obligation=report, new_due_on=date(2023, 12, 29), reason="lũ", by=hoa_binh.board, at=AT)
    services.confirm_cause(obligation=report, reason="đường bị lũ cắt", by=hoa_binh.board, at=AT)
    report.refresh_from_db()
    assert (report.cause_confirmed, report.days_late) == (True, 6)
    with pytest.raises(RuleBroken, match="đã được xác nhận"):
        services.confirm_cause(obligation=report, reason="lũ", by=hoa_binh.board, at=AT)


def test_a_cadre_grants_itself_nothing(hoa_binh: World, report: Obligation) -> None:
    cadre = the_system(hoa_binh.province.pk, role=Role.CADRE)
    with pytest.raises(NotAllowed):
        services.extend(obligation=report, new_due_on=date(2023, 12, 15), reason="bận", by=cadre, at=AT)
    with pytest.raises(NotAllowed):
        services.confirm_cause(obligation=report, reason="bận", by=cadre, at=AT)


def test_relief_without_a_reason_or_without_end_is_refused_and_leaves_nothing(
    hoa_binh: World, report: Obligation
) -> None:
    with pytest.raises(RuleBroken, match="Chưa có lý do"):
        services.confirm_cause(obligation=report, reason="  ", by=hoa_binh.board, at=AT)
    with pytest.raises(RuleBroken, match="Văn bản dài 101 ký tự, tối đa 100"):
        services.confirm_cause(obligation=report, reason="lũ", document="a" * 101, by=hoa_binh.board, at=AT)
    report.refresh_from_db()
    assert (report.cause_confirmed, Extension.objects.count()) == (False, 0)


def test_a_half_receipt_cannot_be_stored(report: Obligation) -> None:
    with pytest.raises(IntegrityError, match="receipt_is_whole"), transaction.atomic():
        Obligation.objects.filter(pk=report.pk).update(received_on=date(2023, 11, 1))
