"""Visits: planned, made or cancelled; what the commune says of them; what was promised there. Plain Python."""

from __future__ import annotations

from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


class VisitState(Labelled):
    PLANNED = "planned", "Dự kiến"
    DONE = "done", "Đã đi"
    CANCELLED = "cancelled", "Không thực hiện"


class CancelReason(Labelled):
    WEATHER = "weather", "Thời tiết, thiên tai"
    CALLED = "called", "Được triệu tập họp"
    COMMUNE = "commune", "Xã bận việc khác"
    HEALTH = "health", "Sức khỏe"
    OTHER = "other", "Lý do khác"


VISIT_NEXT: dict[VisitState, frozenset[VisitState]] = {
    VisitState.PLANNED: frozenset({VisitState.DONE, VisitState.CANCELLED}),
    VisitState.DONE: frozenset(),
    VisitState.CANCELLED: frozenset(),
}


class Confirmation(Labelled):
    """What the commune said. Silence is not consent: it stays "chưa xác nhận"."""

    SILENT = "silent", "Chưa xác nhận"
    CONFIRMED = "confirmed", "Xã đã xác nhận"
    DISPUTED = "disputed", "Xã không thống nhất"


CONFIRMATION_NEXT: dict[Confirmation, frozenset[Confirmation]] = {
    Confirmation.SILENT: frozenset({Confirmation.CONFIRMED, Confirmation.DISPUTED}),
    Confirmation.DISPUTED: frozenset({Confirmation.CONFIRMED}),
    Confirmation.CONFIRMED: frozenset(),
}
"""A commune may come round after a talk; what it has confirmed it does not take back."""


class Trend(Labelled):
    BETTER = "better", "Chuyển biến tốt"
    STEADY = "steady", "Ổn định"
    WORSE = "worse", "Cần chú ý"


class CommitmentState(Labelled):
    """What came of something that the cadre promised the commune (lời hứa, cam kết với xã)."""

    OPEN = "open", "Đang thực hiện"
    KEPT = "kept", "Đã thực hiện"
    DROPPED = "dropped", "Không thực hiện được, có lý do"


COMMITMENT_NEXT: dict[CommitmentState, frozenset[CommitmentState]] = {
    CommitmentState.OPEN: frozenset({CommitmentState.KEPT, CommitmentState.DROPPED}),
    CommitmentState.KEPT: frozenset(),
    CommitmentState.DROPPED: frozenset({CommitmentState.KEPT}),
}
"""What was given up may be done after all."""


@cites("Mặc định của phần mềm (quy tắc 12): ghi chuyến đi trong vòng một số ngày, ghi sau hạn thì đánh dấu ghi muộn")
def is_late(*, visited_on: date, recorded_on: date, entry_days: int) -> bool:
    """`entry_days` are calendar days; the last of them is still in time."""
    return (recorded_on - visited_on).days > entry_days


def half_day_objections(half_days: int) -> list[Objection]:
    """Thirty days are the longest stay that one record can hold."""
    return [] if 1 <= half_days <= 60 else [Objection("half_days", "Số buổi phải từ 1 đến 60.")]


def company_objections(companions: int) -> list[Objection]:
    return [] if 0 <= companions <= 500 else [Objection("companions", "Số người cùng đi phải từ 0 đến 500.")]


def due_objections(*, due_on: date, made_on: date) -> list[Objection]:
    """A promise falls due on the day it is made or later."""
    if due_on >= made_on:
        return []
    return [Objection("due_on", f"Hạn thực hiện phải từ {day(made_on)} trở đi.")]


@cites("Mặc định của phần mềm (quy tắc 15): xã không thống nhất thì cán bộ được trả lời một lần")
def dispute_answer_objections(*, now: Confirmation, answered: bool) -> list[Objection]:
    if now is not Confirmation.DISPUTED:
        return [Objection("answer", "Xã không nêu ý kiến khác về chuyến đi này nên không có gì để trả lời.")]
    if answered:
        return [Objection("answer", "Đồng chí đã trả lời ý kiến của xã một lần, không trả lời thêm.")]
    return []
