"""The commune confirms a visit, or says that it sees it otherwise. Silence is not consent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from diaban.fieldwork import policies
from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import CONFIRMATION_NEXT, Confirmation, VisitState, dispute_answer_objections
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, passage, refuse, step_objections
from diaban.kit.records import hold

OWN = "Chỉ Đảng ủy nơi cán bộ đến mới cho ý kiến về chuyến đi này."


@transaction.atomic
def confirm_visit(*, visit: Visit, by: Actor, at: datetime) -> Visit:
    """The commune confirms that the visit took place; also after it had seen it otherwise."""
    demand(policies.may_confirm(by, visit), OWN)
    hold(visit)
    _say(visit, Confirmation.CONFIRMED, by, at)
    visit.save(update_fields=["confirmation", "confirmed_at", "confirmed_by"])
    audit.record("visit.confirmed", visit, by=by, at=at)
    return visit


@transaction.atomic
def confirm_visits(*, visits: Iterable[Visit], by: Actor, at: datetime) -> int:
    """Each of the visits, all or none; how many there were."""
    return len([confirm_visit(visit=one, by=by, at=at) for one in visits])


@transaction.atomic
def dispute_visit(*, visit: Visit, reason: str, by: Actor, at: datetime) -> Visit:
    """The commune sees it otherwise, and says why."""
    demand(policies.may_confirm(by, visit), OWN)
    hold(visit)
    visit.dispute_reason = passage(reason, field="reason", name="lý do không thống nhất", limit=1000)
    _say(visit, Confirmation.DISPUTED, by, at)
    visit.save(update_fields=["confirmation", "confirmed_at", "confirmed_by", "dispute_reason"])
    audit.record("visit.disputed", visit, by=by, at=at, reason=visit.dispute_reason)
    return visit


@transaction.atomic
def answer_dispute(*, visit: Visit, answer: str, by: Actor, at: datetime) -> Visit:
    """The cadre answers the commune's other view, once, in at most 1,000 characters."""
    demand(policies.may_record(by, visit), "Chỉ cán bộ đã đi mới trả lời ý kiến của xã về chuyến đi này.")
    hold(visit)
    now = Confirmation(visit.confirmation)
    refuse(dispute_answer_objections(now=now, answered=bool(visit.dispute_answer)))
    visit.dispute_answer = passage(answer, field="answer", name="nội dung trả lời", limit=1000)
    visit.dispute_answered_at = at
    visit.save(update_fields=["dispute_answer", "dispute_answered_at"])
    audit.record("visit.dispute_answered", visit, by=by, at=at)
    return visit


def _say(visit: Visit, then: Confirmation, by: Actor, at: datetime) -> None:
    if visit.state != VisitState.DONE:
        raise RuleBroken("Chuyến đi chưa thực hiện nên chưa có gì để xác nhận.", field="state")
    now = Confirmation(visit.confirmation)
    refuse(step_objections(CONFIRMATION_NEXT, now=now, then=then, thing="Chuyến đi"))
    visit.confirmation, visit.confirmed_at, visit.confirmed_by = then, at, by.name
