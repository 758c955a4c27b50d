"""The only clock. Views and commands read it; everything below is handed `at`.

The demo may stand still on a day of its simulated year: DIABAN_CLOCK=2024-05-10.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present moment, with the time zone of Hà Nội."""
    real = timezone.now().astimezone(HANOI)
    fixed: date | None = settings.DIABAN_CLOCK
    return datetime.combine(fixed, real.timetz()) if fixed else real


def today() -> date:
    return now().date()


def at_hanoi(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of a day in Hà Nội."""
    return datetime.combine(day, time(hour, minute), HANOI)


def local_date(at: datetime) -> date:
    """The calendar day that a moment falls on in Hà Nội."""
    return at.astimezone(HANOI).date()


def year_summed_up() -> int:
    """The year that is summed up now: in the first half-year still the last one."""
    day = today()
    return day.year if day.month > 6 else day.year - 1
