"""The words and the course of a request to replace a cadre. Plain Python."""

from __future__ import annotations

from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.formats import day


class Requester(Labelled):
    COMMUNE = "commune", "Đảng ủy xã, phường, thị trấn"
    CADRE = "cadre", "Cán bộ theo dõi"
    AGENCY = "agency", "Cơ quan của cán bộ"
    BOARD = "board", "Ban Tổ chức Tỉnh ủy"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"


class Side(Labelled):
    """Who is heard before the Board verifies."""

    CADRE = "cadre", "Cán bộ theo dõi"
    AGENCY = "agency", "Cơ quan của cán bộ"
    AREA_LEAD = "area_lead", "Đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn"


SAID_IN = {Side.CADRE: "explanation", Side.AGENCY: "agency_opinion", Side.AREA_LEAD: "area_lead_opinion"}
"""Where the request keeps what each side said."""


class ReplacementReason(Labelled):
    NOT_FULFILLING = "not_fulfilling", "Chưa làm tròn nhiệm vụ theo dõi"
    TRANSFER = "transfer", "Chuyển công tác"
    RETIREMENT = "retirement", "Nghỉ hưu"
    HEALTH = "health", "Sức khỏe"
    CONFLICT = "conflict", "Quan hệ công tác"
    MERGER = "merger", "Sáp nhập đơn vị"
    OTHER = "other", "Lý do khác"


class Proposal(Labelled):
    KEEP = "keep", "Giữ cán bộ, kèm yêu cầu"
    REPLACE = "replace", "Thay cán bộ theo dõi"
    MOVE = "move", "Thay, và phân công cán bộ cũ theo dõi địa bàn khác"


class ReplacementState(Labelled):
    REQUESTED = "requested", "Đã đề nghị"
    VERIFIED = "verified", "Ban Tổ chức đã xác minh"
    PROPOSED = "proposed", "Ban Tổ chức đã đề xuất"
    GRANTED = "granted", "Ban Thường vụ đồng ý thay"
    REFUSED = "refused", "Ban Thường vụ không thay"
    HANDED_OVER = "handed_over", "Đã bàn giao"
    LAPSED = "lapsed", "Không còn phải xét"
    WITHDRAWN = "withdrawn", "Bên đề nghị đã rút"


FALLEN = frozenset({ReplacementState.LAPSED, ReplacementState.WITHDRAWN})
"""Ended before the Standing Committee spoke: nothing was left to decide, or the side that asked took it back."""
NEXT: dict[ReplacementState, frozenset[ReplacementState]] = {
    ReplacementState.REQUESTED: FALLEN | {ReplacementState.VERIFIED},
    ReplacementState.VERIFIED: FALLEN | {ReplacementState.PROPOSED},
    ReplacementState.PROPOSED: FALLEN | {ReplacementState.GRANTED, ReplacementState.REFUSED},
    ReplacementState.GRANTED: frozenset({ReplacementState.HANDED_OVER}),
    ReplacementState.REFUSED: frozenset(),
    ReplacementState.HANDED_OVER: frozenset(),
    ReplacementState.LAPSED: frozenset(),
    ReplacementState.WITHDRAWN: frozenset(),
}
OPEN = (ReplacementState.REQUESTED, ReplacementState.VERIFIED, ReplacementState.PROPOSED)
REPLACED = (ReplacementState.GRANTED, ReplacementState.HANDED_OVER)


def decided(state: str) -> bool:
    """Whether the Standing Committee has spoken; what lapsed or was withdrawn was never decided."""
    return state not in {*OPEN, *FALLEN}


def difficulty_line(*, raised_on: date, title: str, state: str) -> str:
    """How the minutes of handing over name a difficulty that is open; `state` as it is called."""
    return f"{day(raised_on)}: {title} ({state.lower()})"


def commitment_line(*, due_on: date, text: str) -> str:
    return f"Hạn {day(due_on)}: {text}"


def printable(state: str, proposal: str) -> bool:
    """Whether there is a decision to replace on paper: its draft once that is proposed, itself once it was decided."""
    return state in REPLACED or (state == ReplacementState.PROPOSED and proposal != Proposal.KEEP)


def due_of(state: str, verify_by: date, fill_by: date | None, hand_over_by: date | None) -> date | None:
    """By when the step that waits is due; of proposal and decision no day is set.

    There is a day for handing over once there is somebody to take over; until then somebody is to be named.
    """
    if state == ReplacementState.REQUESTED:
        return verify_by
    return (hand_over_by or fill_by) if state == ReplacementState.GRANTED else None
