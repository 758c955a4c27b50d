"""How an obligation stands on a day: one state, with the days late and the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.formats import day_party
from diaban.kit.law import cites
from diaban.obligations.rules.kinds import State
from diaban.regulations.rules import RuleValues, WorkingCalendar, days_late


@dataclass(frozen=True, slots=True)
class ObligationFacts:
    """What is known of an obligation. `extended_to` is a later due day that was granted; days are days in Hà Nội."""

    opens_on: date
    due_on: date
    extended_to: date | None = None
    received_on: date | None = None
    closed_on: date | None = None
    cause_confirmed: bool = False

    @property
    def last_due(self) -> date:
        return self.extended_to or self.due_on


@dataclass(frozen=True, slots=True)
class Standing:
    """`days_late`: working days after the last due day; of a missing thing, those that have passed so far."""

    state: State
    days_late: int
    reasons: tuple[str, ...]


@cites("Mặc định của phần mềm (quy tắc 21, 22): đúng hạn, chậm, chưa gửi; nguyên nhân khách quan được xác nhận")
def standing(facts: ObligationFacts, *, on: date, rules: RuleValues, calendar: WorkingCalendar) -> Standing:
    if facts.received_on and facts.received_on <= on:
        return _received(facts, facts.received_on, rules, calendar)
    if facts.closed_on and facts.closed_on <= on:
        return Standing(State.CLOSED, 0, (f"Thôi không phải thực hiện từ {day_party(facts.closed_on)}.",))
    return _awaited(facts, on, rules, calendar)


def days_late_of(facts: ObligationFacts, *, received_on: date, calendar: WorkingCalendar) -> int:
    """Working days between the last due day and the receipt, 0 when in time."""
    return days_late(due_on=facts.last_due, received_on=received_on, calendar=calendar)


def _received(facts: ObligationFacts, received_on: date, rules: RuleValues, calendar: WorkingCalendar) -> Standing:
    days = days_late_of(facts, received_on=received_on, calendar=calendar)
    said = f"Nhận ngày {day_party(received_on)}, hạn {day_party(facts.due_on)}."
    if days == 0 and facts.extended_to and received_on > facts.due_on:
        return Standing(State.EXTENDED, 0, (said, f"Được gia hạn đến {day_party(facts.extended_to)}."))
    if days == 0:
        return Standing(State.ON_TIME, 0, (said,))
    late = f"Chậm {days} ngày làm việc."
    if _excused(facts, rules):
        return Standing(State.EXCUSED, days, (said, late, "Nguyên nhân khách quan đã được xác nhận."))
    state = State.SLIGHTLY_LATE if days <= rules.slightly_late_max else State.LATE
    return Standing(state, days, (said, late))


def _awaited(facts: ObligationFacts, on: date, rules: RuleValues, calendar: WorkingCalendar) -> Standing:
    if on < facts.opens_on:
        return Standing(State.NOT_OPEN, 0, (f"Bắt đầu nhận từ {day_party(facts.opens_on)}.",))
    in_time_from = calendar.latest_working_day(on)
    if facts.due_on >= in_time_from:
        return _within_time(facts, on, rules)
    if facts.extended_to and facts.extended_to >= in_time_from:
        return Standing(State.EXTENDED, 0, (f"Được gia hạn đến {day_party(facts.extended_to)}.",))
    days = calendar.working_days_between(facts.last_due, on)
    said = f"Chưa gửi, quá hạn {day_party(facts.last_due)} {days} ngày làm việc."
    if _excused(facts, rules):
        return Standing(State.EXCUSED, days, (said, "Nguyên nhân khách quan đã được xác nhận."))
    return Standing(State.MISSING, days, (said,))


def _within_time(facts: ObligationFacts, on: date, rules: RuleValues) -> Standing:
    left = (facts.due_on - on).days
    state = State.DUE_SOON if left <= soon_days(rules) else State.OPEN
    return Standing(state, 0, (f"Còn {max(left, 0)} ngày, hạn {day_party(facts.due_on)}.",))


def soon_days(rules: RuleValues) -> int:
    """From how many days before the due day something counts as due soon: the first reminder after the earliest one."""
    days = sorted(rules.reminder_days_before, reverse=True)
    return days[1] if len(days) > 1 else 0


def _excused(facts: ObligationFacts, rules: RuleValues) -> bool:
    return facts.cause_confirmed and rules.objective_cause_lifts_penalty
