"""A commune's events and the answer of the cadre that it invites. Plain Python."""

from __future__ import annotations

from datetime import datetime, timedelta

from diaban.kit.enums import Labelled
from diaban.kit.objections import Objection


class InvitationState(Labelled):
    WAITING = "waiting", "Chờ trả lời"
    ACCEPTED = "accepted", "Sẽ dự"
    DECLINED = "declined", "Không dự được"
    CALLED_OFF = "called_off", "Xã đã hủy sự kiện"


INVITATION_NEXT: dict[InvitationState, frozenset[InvitationState]] = {
    InvitationState.WAITING: frozenset(
        {InvitationState.ACCEPTED, InvitationState.DECLINED, InvitationState.CALLED_OFF}
    ),
    InvitationState.ACCEPTED: frozenset({InvitationState.DECLINED, InvitationState.CALLED_OFF}),
    InvitationState.DECLINED: frozenset({InvitationState.ACCEPTED, InvitationState.CALLED_OFF}),
    InvitationState.CALLED_OFF: frozenset(),
}
"""Until the day itself the cadre may think better of it."""

FARTHEST = timedelta(days=550)
"""Nobody plans an event further ahead; a year typed wrongly does."""


def event_objections(*, starts_at: datetime, ends_at: datetime | None, now: datetime) -> list[Objection]:
    """An event lies ahead, not too far, and ends after it begins."""
    found = []
    if starts_at <= now:
        found.append(Objection("starts_at", "Giờ bắt đầu đã qua. Hãy chọn một ngày, giờ sắp tới."))
    if starts_at > now + FARTHEST:
        found.append(Objection("starts_at", "Ngày này xa quá một năm rưỡi. Hãy kiểm tra lại năm."))
    if ends_at is not None and ends_at <= starts_at:
        found.append(Objection("ends_at", "Giờ kết thúc phải sau giờ bắt đầu."))
    return found
