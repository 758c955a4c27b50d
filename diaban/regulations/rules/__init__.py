"""The rules as dated data with a source, and the calendar that they are counted in: no database, no clock."""

from diaban.regulations.rules.calendar import Reckoning, WorkingCalendar, day_month
from diaban.regulations.rules.lateness import Lateness, LatenessVerdict, days_late, judge_lateness
from diaban.regulations.rules.parameter import OWN_DEFAULT, Mark, MonthDay, Parameter, Source, Unit
from diaban.regulations.rules.periods import ReportKind, ReportPeriod, report_periods
from diaban.regulations.rules.steps import AtLeast, AtMost, Steps
from diaban.regulations.rules.values import PARAMETERS, RuleValues, build, decode, encode, shown
from diaban.regulations.rules.vietnam import standard_calendar

__all__ = [
    "OWN_DEFAULT",
    "PARAMETERS",
    "AtLeast",
    "AtMost",
    "Lateness",
    "LatenessVerdict",
    "Mark",
    "MonthDay",
    "Parameter",
    "Reckoning",
    "ReportKind",
    "ReportPeriod",
    "RuleValues",
    "Source",
    "Steps",
    "Unit",
    "WorkingCalendar",
    "build",
    "day_month",
    "days_late",
    "decode",
    "encode",
    "judge_lateness",
    "report_periods",
    "shown",
    "standard_calendar",
]
