"""Working days. A day is worked when it is Monday to Friday and no holiday, or a Saturday made up for a swapped day.

Days are calendar days in Hà Nội (Asia/Ho_Chi_Minh): whoever holds a moment turns it into a day first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from diaban.kit.formats import day_party

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A due day with the way to it: which holidays were left out, which Saturdays were worked."""

    start: date
    days: int
    due: date
    left_out: tuple[tuple[date, str], ...] = ()
    made_up: tuple[tuple[date, str], ...] = ()

    @property
    def explanation(self) -> str:
        """Thus: "15 ngày làm việc từ 12/4, trừ 18/4, 29/4, 30/4 và 01/5; hạn 09/5/2024"."""
        said = f"{self.days} ngày làm việc từ {day_month(self.start)}"
        if self.left_out:
            said += f", trừ {_enumerate(_runs([day for day, _ in self.left_out]))}"
        if self.made_up:
            said += f", tính cả ngày làm bù {_enumerate([day_month(day) for day, _ in self.made_up])}"
        return f"{said}; hạn {day_party(self.due)}"


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The days from `first` to `last`, both included. Outside them nothing is known, so a question is an error.

    `off`: holidays and days given off, `working`: weekend days that are worked, each with its reason in Vietnamese.
    """

    first: date
    last: date
    off: Mapping[date, str] = field(default_factory=dict)
    working: Mapping[date, str] = field(default_factory=dict)
    _counts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Working days from `first` up to and including each day: a difference of two is the answer to most questions."""

    def __post_init__(self) -> None:
        days = range((self.last - self.first).days + 1)
        worked = (self._worked(self.first + timedelta(days=offset)) for offset in days)
        object.__setattr__(self, "_counts", tuple(accumulate(map(int, worked))))

    def is_working(self, day: date) -> bool:
        self._index(day)
        return self._worked(day)

    def add_working_days(self, start: date, n: int) -> date:
        """The n-th working day after `start`, which itself does not count; n = 0 is `start`."""
        if n < 0:
            raise ValueError(f"a number of working days is not negative: {n}")
        if n == 0:
            return start
        wanted = self._counts[self._index(start)] + n
        offset = bisect_right(self._counts, wanted - 1)
        return self._within(offset, start, n)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` lies before `start`."""
        return self._counts[self._index(end)] - self._counts[self._index(start)]

    def next_working_day(self, day: date) -> date:
        """`day` itself when it is worked, else the first worked day after it."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def latest_working_day(self, day: date) -> date:
        """`day` itself when it is worked, else the last worked day before it."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def reckon(self, start: date, n: int) -> Reckoning:
        """Add n working days and say how it was counted."""
        due = self.add_working_days(start, n)
        passed = [start + timedelta(days=offset) for offset in range(1, (due - start).days + 1)]
        left_out = tuple((day, self.off[day]) for day in passed if day in self.off and day.weekday() < 5)
        made_up = tuple((day, self.working[day]) for day in passed if day in self.working)
        return Reckoning(start, n, due, left_out, made_up)

    def _worked(self, day: date) -> bool:
        return day in self.working or (day.weekday() < 5 and day not in self.off)

    def _index(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise LookupError(
                f"lịch làm việc chỉ có từ {self.first:%d/%m/%Y} đến {self.last:%d/%m/%Y}, không có {day:%d/%m/%Y}"
            )
        return (day - self.first).days

    def _within(self, offset: int, start: date, n: int) -> date:
        if offset >= len(self._counts):
            raise LookupError(
                f"lịch làm việc hết ngày {self.last:%d/%m/%Y}: không cộng được {n} ngày từ {start:%d/%m/%Y}"
            )
        return self.first + timedelta(days=offset)


def day_month(day: date) -> str:
    """02/4, 30/4, 14/12, 10/01: as offices write, without the year."""
    return day_party(day).rsplit("/", 1)[0]


def _runs(days: list[date]) -> list[str]:
    """Days said as spans: three in a row and more become "từ 08/02 đến 14/02" (a weekend does not break a row)."""
    spans: list[list[date]] = []
    for day in days:
        if spans and _adjoin(spans[-1][-1], day):
            spans[-1].append(day)
        else:
            spans.append([day])
    said: list[str] = []
    for span in spans:
        said += (
            [f"từ {day_month(span[0])} đến {day_month(span[-1])}"] if len(span) > 2 else [day_month(d) for d in span]
        )
    return said


def _adjoin(earlier: date, later: date) -> bool:
    between = [earlier + timedelta(days=offset) for offset in range(1, (later - earlier).days)]
    return all(day.weekday() >= 5 for day in between)


def _enumerate(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}"
