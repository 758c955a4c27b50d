"""An inspection of the small world, as far as a test needs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from diaban.kit.actors import Actor, Role
from diaban.kit.clock import at_hanoi
from diaban.oversight.models import Finding, Inspection, SampledDuty
from diaban.oversight.rules import CheckResult, InspectionKind, Severity
from diaban.oversight.services import (
    check_duty,
    conclude_inspection,
    decide_inspection,
    draw_sample,
    plan_inspection,
    record_finding,
)
from tests import make
from tests.make import World

AT = at_hanoi(date(2023, 9, 20))


def inspector(world: World, name: str = "Đinh Thị Hòa") -> Actor:
    account = make.account(name)
    make.grant(account=account, role=Role.INSPECTOR, province=world.province)
    return replace(make.inspector(world.province), account=account.pk, name=name)


def planned(world: World, **changes: Any) -> Inspection:
    given: dict[str, Any] = {
        "province": world.province,
        "kind": InspectionKind.SUPERVISE,
        "lead_body": "Ủy ban Kiểm tra Tỉnh ủy",
        "title": "Giám sát việc theo dõi xã",
        "planned_on": date(2023, 9, 10),
        "by": make.inspector(world.province),
        "at": AT,
    }
    return plan_inspection(**(given | changes))


def decided(world: World, *team: Actor, **changes: Any) -> Inspection:
    given: dict[str, Any] = {
        "decision_symbol": "45-QĐ/BTCTU",
        "decided_on": date(2023, 9, 10),
        "period_from": date(2023, 1, 1),
        "period_to": date(2023, 8, 31),
        "team": [one.account for one in team],
        "by": world.as_board,
        "at": AT,
    }
    return decide_inspection(inspection=planned(world), **(given | changes))


def underway(world: World, *team: Actor) -> Inspection:
    """Pà Cò is named, so that it is looked at whatever is drawn."""
    inspection = decided(world, *team, named=[world.at_pa_co])
    return draw_sample(inspection=inspection, seed="2023-9", by=team[0], at=AT)


def looked_at(inspection: Inspection, by: Actor, *, but: CheckResult = CheckResult.OK) -> None:
    """Every question of every duty is answered, the first of them as said."""
    for sampled in inspection.sample.select_related("inspection"):
        answers = {item.no: (CheckResult.OK, "") for item in sampled.checks.all()}
        answers[1] = (but, "" if but is CheckResult.OK else "Gửi chậm 12 ngày.")
        check_duty(sampled=sampled, answers=answers, seen_on=date(2023, 9, 15), by=by, at=AT)


def found(world: World, inspection: Inspection, by: Actor, **changes: Any) -> Finding:
    given: dict[str, Any] = {
        "sampled": SampledDuty.objects.get(inspection=inspection, assignment=world.at_pa_co),
        "description": "Quý III chưa đến xã.",
        "severity": Severity.SERIOUS,
        "found_on": date(2023, 9, 15),
        "by": by,
        "at": AT,
    }
    return record_finding(**(given | changes))


def concluded(world: World, *team: Actor) -> Finding:
    """One finding at Pà Cò by the first of the team, concluded by the Board."""
    inspection = underway(world, *team)
    looked_at(inspection, team[0], but=CheckResult.NOT)
    finding = found(world, inspection, team[0])
    conclude_inspection(
        inspection=inspection,
        conclusion_symbol="12-KL/BTCTU",
        done_on=date(2023, 9, 18),
        summary="Còn một điểm phải khắc phục.",
        by=world.as_board,
        at=AT,
    )
    return Finding.objects.select_related("inspection").get(pk=finding.pk)
