"""What inspections leave to do: for the team that is out, for who mends, for who sees that it was mended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from diaban.desk.rules import Mark, Task, countdown
from diaban.kit.actors import Actor, Role
from diaban.oversight.models import Finding
from diaban.oversight.policies import visible_cases, visible_findings, visible_inspections
from diaban.oversight.queries import remedies_to_judge
from diaban.oversight.rules import AT_WORK, InspectionState, Responsible

AHEAD = timedelta(days=30)
MOST = 40


def in_hand(actor: Actor, today: date) -> Iterator[Task]:
    """The cases of the person's own team."""
    for one in visible_cases(actor).filter(state__in=AT_WORK).order_by("decided_on", "id")[:MOST]:
        mark = Mark("doing", InspectionState(one.state).label)
        href = reverse("oversight:inspection", args=[one.pk])
        yield Task(
            on=one.decided_on or today, title=one.title, href=href, mark=mark, meta=one.decision_symbol,
            act="Mở hồ sơ", act_href=href,
        )  # fmt: skip


def to_decide(actor: Actor, today: date) -> Iterator[Task]:
    """What the plan says for about now, or said for long ago, and nobody was sent to."""
    rows = visible_inspections(actor).filter(state=InspectionState.SCHEDULED, planned_on__lte=today + AHEAD)
    for one in rows.order_by("planned_on", "id")[:MOST]:
        href = reverse("oversight:inspection", args=[one.pk])
        mark = countdown(one.planned_on, today)
        yield Task(on=one.planned_on, title=one.title, href=href, mark=mark, act="Ghi quyết định", act_href=href)


def to_mend(actor: Actor, today: date) -> Iterator[Task]:
    """What the person, or the person's agency, has to mend."""
    by = Responsible.AGENCY if actor.is_(Role.AGENCY) else Responsible.CADRE
    rows = visible_findings(actor).filter(closed_on=None, responsible=by, inspection__state=InspectionState.CONCLUDED)
    for one in rows.select_related("commune").order_by("due_on", "id")[:MOST]:
        yield _about(one, countdown(one.due_on, today), "Phản hồi")


def to_judge(actor: Actor, today: date) -> Iterator[Task]:
    """Remedies that were reported, where the person neither found what was wrong nor reported it mended."""
    for one in remedies_to_judge(actor)[:MOST]:
        yield _about(one, Mark("doing", "Chờ xác nhận khắc phục"), "Xem, xác nhận")


def _about(one: Finding, mark: Mark, act: str) -> Task:
    href = reverse("oversight:finding", args=[one.pk])
    title = f"Khắc phục kết luận kiểm tra, {one.commune}"
    return Task(on=one.due_on, title=title, href=href, mark=mark, meta=one.description, act=act, act_href=href)
