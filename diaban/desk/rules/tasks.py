"""Something that waits for a person: what, by when, and the one act that settles it. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from diaban.kit.formats import number

SOON = 15
"""days: what falls due within them is marked"""


@dataclass(frozen=True, slots=True)
class Mark:
    """The tag beside a task: its kind (late, due, doing, off, ok or plain) and its words."""

    kind: str
    words: str
    icon: str = ""


LATE, QUIET = "late", ""


@dataclass(frozen=True, slots=True)
class Task:
    """`on` stands in the margin; `act` names the button that leads to `act_href`."""

    on: date
    title: str
    href: str
    mark: Mark
    meta: str = ""
    act: str = ""
    act_href: str = ""

    @property
    def late(self) -> bool:
        return self.mark.kind == LATE


def countdown(due: date, today: date, *, soon: int = SOON) -> Mark:
    """«Quá hạn 3 ngày», «Hạn hôm nay», «Còn 7 ngày»; far away it is only «Chưa đến kỳ»."""
    left = (due - today).days
    if left < 0:
        return overdue(-left)
    if left == 0:
        return Mark("due", "Hạn hôm nay")
    if left <= soon:
        return Mark("due", f"Còn {left} ngày")
    return Mark(QUIET, "Chưa đến kỳ", icon="ring")


def overdue(days: int, *, unit: str = "ngày") -> Mark:
    return Mark(LATE, f"Quá hạn {number(days)} {unit}")


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """By their days, what is late first; the same order every time."""
    return sorted(tasks, key=lambda task: (not task.late, task.on, task.title))
