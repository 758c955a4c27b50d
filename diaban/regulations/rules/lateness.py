"""How late a thing is: in time, a little late, late. Counted in working days after the due day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.law import cites
from diaban.regulations.rules.calendar import WorkingCalendar
from diaban.regulations.rules.values import RuleValues


class Lateness(Labelled):
    ON_TIME = "on_time", "Đúng hạn"
    SLIGHTLY_LATE = "slightly_late", "Chậm ít"
    LATE = "late", "Chậm"


@dataclass(frozen=True, slots=True)
class LatenessVerdict:
    """`days` are working days after the due day; 0 when in time."""

    lateness: Lateness
    days: int
    reason: str


@cites("Mặc định của phần mềm (quy tắc 21): đúng hạn; chậm không quá 5 ngày làm việc; chậm trên 5 ngày làm việc")
def judge_lateness(*, due_on: date, received_on: date, rules: RuleValues, calendar: WorkingCalendar) -> LatenessVerdict:
    """Compare the day of receipt with the due day, which itself is in time."""
    days = days_late(due_on=due_on, received_on=received_on, calendar=calendar)
    lateness = class_of(days, rules=rules)
    if lateness is Lateness.ON_TIME:
        return LatenessVerdict(lateness, 0, f"Nhận ngày {received_on:%d/%m/%Y}, hạn {due_on:%d/%m/%Y}.")
    return LatenessVerdict(
        lateness, days, f"Nhận ngày {received_on:%d/%m/%Y}, sau hạn {due_on:%d/%m/%Y} {days} ngày làm việc."
    )


@cites("Mặc định của phần mềm (quy tắc 21): số ngày chậm tính bằng ngày làm việc")
def days_late(*, due_on: date, received_on: date, calendar: WorkingCalendar) -> int:
    """Working days after the due day. What comes on the rest days right after it, before work resumes, is in time."""
    if received_on <= due_on:
        return 0
    return calendar.working_days_between(due_on, received_on)


@cites("Mặc định của phần mềm (quy tắc 21): các mức chậm")
def class_of(days: int, *, rules: RuleValues) -> Lateness:
    if days <= 0:
        return Lateness.ON_TIME
    return Lateness.SLIGHTLY_LATE if days <= rules.slightly_late_max else Lateness.LATE
