"""New models and creative ways: proposed, tried, at work, offered, copied. Plain Python."""

from __future__ import annotations

from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.objections import Objection


class InnovationState(Labelled):
    PROPOSED = "proposed", "Mới đề xuất"
    PILOTING = "piloting", "Đang làm thử"
    WORKING = "working", "Đang thực hiện"
    REPLICATED = "replicated", "Đã nhân rộng"
    STOPPED = "stopped", "Đã dừng"


INNOVATION_NEXT: dict[InnovationState, frozenset[InnovationState]] = {
    InnovationState.PROPOSED: frozenset({InnovationState.PILOTING, InnovationState.STOPPED}),
    InnovationState.PILOTING: frozenset({InnovationState.WORKING, InnovationState.STOPPED}),
    InnovationState.WORKING: frozenset({InnovationState.REPLICATED, InnovationState.STOPPED}),
    InnovationState.REPLICATED: frozenset({InnovationState.STOPPED}),
    InnovationState.STOPPED: frozenset(),
}


OFFERED: frozenset[InnovationState] = frozenset({InnovationState.WORKING, InnovationState.REPLICATED})
"""What is at work may be offered to other communes; what is still tried may not."""


def offer_objections(state: InnovationState) -> list[Objection]:
    if state in OFFERED:
        return []
    return [Objection("state", f"Mô hình đang ở bước “{state.label}”. Chỉ giới thiệu mô hình đang thực hiện.")]


def adoption_objections(
    *, own: bool, same_province: bool, adopted_on: date, proposed_on: date, today: date
) -> list[Objection]:
    """`own`: the commune where the model began, which does not copy itself."""
    found = []
    if own or not same_province:
        found.append(Objection("commune", "Xã làm theo phải là một xã khác trong tỉnh."))
    if not proposed_on <= adopted_on <= today:
        found.append(Objection("adopted_on", f"Ngày bắt đầu phải từ {day(proposed_on)} đến hôm nay."))
    return found
