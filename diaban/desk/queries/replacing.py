"""Requests to replace a cadre that wait for a person's word, step or signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from diaban.desk.rules import Mark, Task, countdown
from diaban.kit.actors import Actor, Role
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.policies import may_sign, visible_handovers, visible_replacements
from diaban.replacement.rules import SAID_IN, ReplacementState, Side

MOST = 40
STEPS = {
    Role.BOARD: {ReplacementState.REQUESTED: "Nghe, xác minh", ReplacementState.VERIFIED: "Đề xuất"},
    Role.STANDING: {ReplacementState.PROPOSED: "Quyết định"},
}
SPEAKS = {Role.CADRE: Side.CADRE, Role.AGENCY: Side.AGENCY, Role.STANDING: Side.AREA_LEAD}


def to_move(actor: Actor, today: date) -> Iterator[Task]:
    """What the Board verifies and proposes, what the Standing Committee decides."""
    steps = STEPS[actor.role]
    for one in _rows(actor, list(steps)):
        state = ReplacementState(one.state)
        asked = state is ReplacementState.REQUESTED
        mark = countdown(one.verify_by, today) if asked else Mark("doing", state.label)
        yield _task(one, on=one.verify_by if asked else today, mark=mark, act=steps[state])


def to_say(actor: Actor, today: date) -> Iterator[Task]:
    """Where the cadre, the agency or the area lead has not been heard yet."""
    unsaid = {SAID_IN[SPEAKS[actor.role]]: ""}
    for one in _rows(actor, [ReplacementState.REQUESTED], **unsaid):
        yield _task(one, on=one.verify_by, mark=countdown(one.verify_by, today), act="Cho ý kiến")


def to_hand_over(actor: Actor, today: date) -> Iterator[Task]:
    """Papers of handing over that lack the person's signature, or its text while nobody is there to take over."""
    along = ("request__commune", "request__new_assignment")
    rows = visible_handovers(actor).filter(request__state=ReplacementState.GRANTED).select_related(*along)
    for paper in rows.order_by("request__effective_on", "pk"):
        one = paper.request
        due, href = one.hand_over_by, reverse("replacement:handover", args=[paper.pk])
        if not may_sign(actor, paper) or (due is None and paper.written_at):
            continue
        mark, act = (countdown(due, today), "Soạn, ký") if due else (Mark("doing", "Chưa có bên nhận"), "Soạn")
        yield Task(on=due or today, title=f"Bàn giao {one.commune}", href=href, mark=mark, act=act, act_href=href)


def _rows(actor: Actor, states: list[ReplacementState], **more: str) -> list[ReplacementRequest]:
    rows = visible_replacements(actor).filter(state__in=states, **more).select_related("commune", "cadre")
    return list(rows.order_by("verify_by", "pk")[:MOST])


def _task(one: ReplacementRequest, *, on: date, mark: Mark, act: str) -> Task:
    href = reverse("replacement:request", args=[one.pk])
    title, meta = f"Đề nghị thay cán bộ, {one.commune}", f"Đồng chí {one.cadre}"
    return Task(on=on, title=title, href=href, mark=mark, meta=meta, act=act, act_href=href)
