"""A commune's events and the answer of the cadre that it invites. Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled


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
