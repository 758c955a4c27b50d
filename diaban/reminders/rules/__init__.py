"""When a person is reminded, and what one summary says. Plain Python: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.regulations.rules import WorkingCalendar


class MessageState(Labelled):
    WAITING = "waiting", "Chờ gửi"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Chưa gửi được"


NEXT: dict[MessageState, frozenset[MessageState]] = {
    MessageState.WAITING: frozenset({MessageState.SENT, MessageState.FAILED}),
    MessageState.FAILED: frozenset({MessageState.WAITING}),
    MessageState.SENT: frozenset(),
}
"""A message that failed too often waits for a person, who may put it back in the row."""


class Channel(Labelled):
    PAGE = "page", "trong phần mềm"
    EMAIL = "email", "thư điện tử"
    PUSH = "push", "thông báo đẩy"


class Cause(Labelled):
    SUMMARY = "summary", "Tóm tắt trong ngày"
    URGE = "urge", "Được đôn đốc"


ATTEMPTS = 5
"""After so many failures a message waits for a person."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Days before the due day on which one is reminded, and how many days lie between reminders after it."""

    before: tuple[int, ...]
    repeat: int


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a summary: what it is, how it stands, where it is done, and in which of the person's roles.

    `late` in days, 0 when in time; `grant` is the key of the role grant, `role` what the role is called.
    """

    text: str
    href: str
    late: int = 0
    grant: str = ""
    role: str = ""


@cites("Mặc định của phần mềm (quy tắc 23): nhắc trước hạn 14, 7, 3, 0 ngày; sau hạn nhắc lại mỗi tuần")
def is_reminded(due: date, *, after: date, today: date, rhythm: Rhythm) -> bool:
    """Whether a day of reminding lies after the last run and not after today: a missed night is caught up once."""
    if any(after < due - timedelta(days=days) <= today for days in rhythm.before):
        return True
    return comes_round(due, after=after, today=today, every=rhythm.repeat)


def comes_round(since: date, *, after: date, today: date, every: int) -> bool:
    """Whether a whole number of spans (one or more) since a day ended after the last run and not after today."""
    if every <= 0 or today <= since:
        return False
    return (today - since).days // every > max((after - since).days, 0) // every


def countdown(due: date, *, today: date, calendar: WorkingCalendar) -> str:
    """How a due day stands, as pages say it: days that are left are days, days that are late are working days."""
    left = (due - today).days
    if left < 0:
        late = calendar.working_days_between(due, today)
        if late == 0:
            return f"đã đến hạn, ngày nghỉ chưa tính quá hạn (hạn {day(due)})"
        return f"quá hạn {late} ngày làm việc (hạn {day(due)})"
    return f"đến hạn hôm nay ({day(due)})" if left == 0 else f"còn {left} ngày (hạn {day(due)})"


def subject_of(lines: Sequence[Line]) -> str:
    """Thus: «Địa Bàn: 3 việc cần làm, 1 quá hạn». It names no record: a subject is read by many machines."""
    late = sum(line.late > 0 for line in lines)
    return f"Địa Bàn: {len(lines)} việc cần làm" + (f", {late} quá hạn" if late else "")


def in_order(lines: Iterable[Line]) -> list[Line]:
    """The most overdue first; what is written alike once."""
    return sorted(dict.fromkeys(lines), key=lambda line: (-line.late, line.text))
