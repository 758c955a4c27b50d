"""Inspections are planned and done; findings are remedied by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.oversight.models import Finding, Inspection
from diaban.oversight.policies import visible_findings, visible_inspections
from diaban.oversight.rules import InspectionKind, Severity
from diaban.oversight.services import close_finding, complete_inspection, plan_inspection, record_finding
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 9, 20))


def planned(world: World, **changes: object) -> Inspection:
    given: dict[str, object] = {
        "province": world.province,
        "kind": InspectionKind.SUPERVISE,
        "decision_symbol": "45-QĐ/UBKTTU",
        "lead_body": "Ủy ban Kiểm tra Tỉnh ủy",
        "title": "Giám sát việc theo dõi xã",
        "planned_on": date(2023, 9, 10),
        "by": make.inspector(world.province),
        "at": AT,
    }
    return plan_inspection(**(given | changes))  # type: ignore[arg-type]


def found(world: World, inspection: Inspection, **changes: object) -> Finding:
    given: dict[str, object] = {
        "inspection": inspection,
        "assignment": world.at_pa_co,
        "description": "Quý III chưa đến xã.",
        "severity": Severity.SERIOUS,
        "found_on": date(2023, 9, 15),
        "due_on": date(2023, 10, 15),
        "by": make.inspector(world.province),
        "at": AT,
    }
    return record_finding(**(given | changes))  # type: ignore[arg-type]


def test_an_inspection_is_planned_and_done() -> None:
    world, same = make.world(), uuid7()
    inspection = planned(world, id=same)
    assert planned(world, id=same) == inspection
    complete_inspection(inspection=inspection, done_on=date(2023, 9, 15), by=world.as_board, at=AT)
    stored = Inspection.objects.get()
    assert (stored.year, stored.done_on) == (2023, date(2023, 9, 15))
    with pytest.raises(RuleBroken, match="đã được ghi là xong"):
        complete_inspection(inspection=inspection, done_on=date(2023, 9, 16), by=world.as_board, at=AT)
    assert make.audited() == ["inspection.planned", "inspection.done"]


def test_a_finding_is_remedied() -> None:
    world = make.world()
    finding = found(world, planned(world))
    assert (finding.cadre, finding.commune, finding.year) == (world.lan, world.pa_co, 2023)
    with pytest.raises(RuleBroken, match="phải từ ngày kết luận"):
        close_finding(finding=finding, closed_on=date(2023, 9, 14), remedy="Đã đi.", by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="Chưa có kết quả khắc phục"):
        close_finding(finding=finding, closed_on=date(2023, 9, 18), remedy="", by=world.as_board, at=AT)
    close_finding(finding=finding, closed_on=date(2023, 9, 18), remedy="Đã đi bù.", by=world.as_board, at=AT)
    stored = Finding.objects.get()
    assert (stored.closed_on, stored.remedy) == (date(2023, 9, 18), "Đã đi bù.")


def test_who_found_it_does_not_close_it() -> None:
    world = make.world()
    hoa, binh = (replace(make.inspector(world.province), account=make.account().pk) for _ in range(2))
    finding = found(world, planned(world), by=hoa)
    with pytest.raises(RuleBroken, match="không tự xác nhận khắc phục"):
        close_finding(finding=finding, closed_on=date(2023, 9, 18), remedy="Đã đi bù.", by=hoa, at=AT)
    close_finding(finding=finding, closed_on=date(2023, 9, 18), remedy="Đã đi bù.", by=binh, at=AT)
    stored = Finding.objects.get()
    assert (stored.recorded_by, stored.closed_by) == (hoa.account, binh.account)


def test_an_assignment_of_another_province_is_not_found_at() -> None:
    world = make.world()
    other = make.province("Tỉnh Phú Thọ", code="25")
    inspection = planned(world, province=other, by=make.inspector(other))
    with pytest.raises(RuleBroken, match="không thuộc tỉnh của cuộc kiểm tra"):
        found(world, inspection, by=make.inspector(other))


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"description": ""}, "description"), ({"due_on": date(2023, 9, 15)}, "due_on")],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        found(world, planned(world), **changes)
    assert (refused.value.field, Finding.objects.count()) == (field, 0)


def test_who_inspects_and_who_sees() -> None:
    world = make.world()
    inspection = planned(world)
    for name, actor in world.everybody.items():
        if name not in {"board", "inspector"}:
            with pytest.raises(NotAllowed):
                planned(world, by=actor)
            with pytest.raises(NotAllowed):
                found(world, inspection, by=actor)
    found(world, inspection)
    assert make.seen_by(world, visible_inspections) == {"board", "standing", "inspector"}
    assert make.seen_by(world, visible_findings) == {"lan", "noi_vu", "board", "standing", "inspector"}


def test_without_a_day_the_rule_set_gives_thirty() -> None:
    world = make.world()
    assert found(world, planned(world), due_on=None).due_on == date(2023, 10, 15)
