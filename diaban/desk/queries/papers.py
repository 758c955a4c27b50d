"""Programmes and reports that wait: for their writer, for the agency, for the Organisation Board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from diaban.assessment.policies import visible_agency_assessments, visible_assessments
from diaban.desk.rules import Mark, Task
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.enums import Labelled
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import ProgrammeState
from diaban.reporting.policies import visible_reports
from diaban.reporting.rules import ReportState

MOST = 40
OPENED_FOR = 30
"""Days for which an opened form stands on its cadre's first page."""


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of paper: its records, its states (both sorts name them alike), its page, and the last step's verb."""

    name: str
    visible: Callable[[Actor], QuerySet[Any]]
    states: type[Labelled]
    address: str
    taking: str

    def waiting(self, actor: Actor, state: str) -> QuerySet[Any]:
        rows = self.visible(actor).filter(state=self.states(state)).select_related("commune", "cadre")
        return rows.order_by("submitted_at", "id")

    def task(self, one: Any, *, on: date, mark: Mark, meta: str, act: str) -> Task:
        href = reverse(self.address, args=[one.pk])
        return Task(on=on, title=f"{self.name}{one}", href=href, mark=mark, meta=meta, act=act, act_href=href)


SORTS = (
    Sort("Chương trình ", visible_programmes, ProgrammeState, "planning:programme", "Đăng ký"),
    Sort("", visible_reports, ReportState, "reporting:report", "Xem, nhận"),
)


def returned(actor: Actor, today: date) -> Iterator[Task]:
    """What came back and waits to be mended, with the reason."""
    for sort in SORTS:
        for one in sort.waiting(actor, "returned").prefetch_related("steps")[:MOST]:
            step = [step for step in one.steps.all() if step.state == "returned"][-1:]
            on, reason = (local_date(step[0].at), step[0].reason) if step else (today, "")
            yield sort.task(one, on=on, mark=Mark("due", "Bị trả lại", icon="swap"), meta=reason, act="Sửa, gửi lại")


def opened(actor: Actor, today: date) -> Iterator[Task]:
    """Forms about the person that were opened not long ago and to which nothing was said yet."""
    since = today - timedelta(days=OPENED_FOR)
    rows = visible_assessments(actor).filter(answered_at=None, released_at__date__gte=since, returned_at=None)
    for one in rows.select_related("commune").order_by("released_at", "id")[:MOST]:
        href = reverse("assessment:assessment", args=[one.pk])
        mark = Mark("", "Đã mở, có thể có ý kiến", icon="eye")
        on = local_date(one.released_at) if one.released_at else today
        yield Task(on=on, title=f"Phiếu nhận xét {one}", href=href, mark=mark, meta="", act="Đọc", act_href=href)


def to_comment(actor: Actor, today: date) -> Iterator[Task]:
    """Agencies' reviews that the Board has said nothing to."""
    rows = visible_agency_assessments(actor).filter(board_level="")
    for one in rows.select_related("agency").order_by("sent_at", "id")[:MOST]:
        href = reverse("assessment:review", args=[one.pk])
        mark = Mark("doing", "Chờ ý kiến Ban Tổ chức")
        name = f"Nhận xét tập thể lãnh đạo {one}"
        yield Task(
            on=local_date(one.sent_at), title=name, href=href, mark=mark, meta="", act="Xem, ý kiến", act_href=href
        )


def to_endorse(actor: Actor, today: date) -> Iterator[Task]:
    """What waits for the leadership of the person's agency."""
    for sort in SORTS:
        yield from _to_move(sort, actor, "submitted", "Xem, thống nhất")


def to_take(actor: Actor, today: date) -> Iterator[Task]:
    """What the agencies endorsed and the Organisation Board has not taken in."""
    for sort in SORTS:
        yield from _to_move(sort, actor, "endorsed", sort.taking)


def _to_move(sort: Sort, actor: Actor, state: str, act: str) -> Iterator[Task]:
    for one in sort.waiting(actor, state)[:MOST]:
        on = local_date(one.submitted_at) if one.submitted_at else date(one.year, 1, 1)
        mark = Mark("doing", sort.states(state).label)
        yield sort.task(one, on=on, mark=mark, meta=f"Đồng chí {one.cadre}", act=act)
