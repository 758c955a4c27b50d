"""One thing that is owed, with its decisions, its record and how its day was reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from diaban.kit.actors import Actor
from diaban.obligations.models import Obligation
from diaban.obligations.policies import may_decide, visible_obligations
from diaban.obligations.queries import standing_of
from diaban.obligations.rules import ObligationKind, Standing, period_of
from diaban.regulations.models import RuleParameter
from diaban.regulations.queries import calendar, rule_values
from diaban.regulations.rules import PARAMETERS, Mark, WorkingCalendar
from diaban.regulations.rules.calendar import day_month

RECORDS = {"planning.programme": "planning:programme", "reporting.periodicreport": "reporting:report"}
"""Which page shows the record that answered it."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation as its page shows it."""

    row: Obligation
    standing: Standing
    reckoning: list[str]
    record: str
    may_decide: bool


def owed_in_view(actor: Actor, pk: UUID, today: date) -> Owed | None:
    along = ("commune", "agency", "cadre", "province", "rule_set")
    row = (
        visible_obligations(actor)
        .select_related(*along)
        .prefetch_related("extensions", "urges__urge")
        .filter(pk=pk)
        .first()
    )
    if row is None:
        return None
    rules, days = rule_values(row.province, row.year), calendar()
    stands = standing_of(row, on=today, rules=rules, calendar=days)
    return Owed(row, stands, _reckoned(row, days), _record(actor, row), may_decide(actor, row.province_id))


def _record(actor: Actor, row: Obligation) -> str:
    """Where the record is that answered it, or where it is written; empty where there is no page."""
    name = RECORDS.get(row.received_kind)
    if name and row.received_record:
        return reverse(name, args=[row.received_record])
    if row.kind == ObligationKind.PROGRAMME and row.assignment_id:
        return reverse("planning:of_assignment", args=[row.assignment_id, row.year])
    period = period_of(ObligationKind(row.kind), row.period)
    if period and row.assignment_id:
        return reverse("reporting:of_assignment", args=[row.assignment_id, period.slug, row.year])
    return ""


def _reckoned(row: Obligation, days: WorkingCalendar) -> list[str]:
    """How the due day came about, and how lateness after it is counted."""
    parameter = PARAMETERS.get(row.rule_key)
    held = RuleParameter.objects.filter(rule_set=row.rule_set_id, key=row.rule_key).first()
    said = [f"Theo tham số “{parameter.title}” của {row.rule_set or 'mặc định của phần mềm'}."] if parameter else []
    if held and held.source_mark == Mark.ASSUMED:
        said.append("Đây là mặc định của phần mềm, không phải của quy định.")
    if not days.is_working(row.final_due):
        off = day_month(row.final_due)
        said.append(f"Ngày {off} là ngày nghỉ: nhận trước ngày làm việc kế tiếp vẫn tính đúng hạn.")
    end = row.received_on or row.final_due
    if end > row.final_due:
        way = days.reckon(row.final_due, days.working_days_between(row.final_due, end))
        said.append(f"Chậm {way.explanation.split(';')[0]}.")
    return said
