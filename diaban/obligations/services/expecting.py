"""When a year or an assignment begins, what it owes is written down; when it ends, what is left is closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q, QuerySet

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.obligations import policies
from diaban.obligations.models import Obligation
from diaban.obligations.queries import with_last_due
from diaban.obligations.rules import AssignmentFacts, Expected, expected, expected_of_agency
from diaban.places.models import Unit
from diaban.regulations import queries as regulations
from diaban.regulations.rules import RuleValues, WorkingCalendar

OWING_ROLES = [AssignmentRole.MONITOR, AssignmentRole.IN_CHARGE]
"""A sponsor (đỡ đầu, giúp đỡ) gives support and owes no papers."""
BATCH = 2000


@transaction.atomic
def expect_year(*, province: Unit, year: int, by: Actor, at: datetime) -> int:
    """Write down what every assignment of the province owes in the year. Repeatable; returns how many rows are new."""
    _demand(policies.may_decide(by, province.pk))
    assignments = _overlapping(Assignment.objects.filter(province=province), year)
    written = _expect(assignments, province, year)
    audit.record(
        "obligations.expected", f"obligations:{province.code}:{year}", by=by, at=at, year=year, written=written
    )
    return written


@transaction.atomic
def expect_assignment(*, assignment: Assignment, by: Actor, at: datetime) -> int:
    """Write down what one assignment owes, from the year it begins to the present year. Repeatable."""
    _demand(policies.may_decide(by, assignment.province_id))
    last = max(local_date(at).year, assignment.starts_on.year)
    years = range(assignment.starts_on.year, last + 1)
    own = Assignment.objects.filter(pk=assignment.pk)
    written = sum(_expect(_overlapping(own, year), assignment.province, year) for year in years)
    audit.record("obligations.expected", assignment, by=by, at=at, years=list(years), written=written)
    return written


@transaction.atomic
def close_for_assignment(*, assignment: Assignment, reason: str, by: Actor, at: datetime) -> int:
    """Close what would fall due on or after the assignment's end and has not come. What was due before stays owed."""
    _demand(policies.may_decide(by, assignment.province_id))
    if assignment.ends_on is None:
        raise RuleBroken("Phân công chưa có ngày kết thúc nên chưa thể thôi các việc phải làm.")
    mine = Obligation.objects.filter(assignment=assignment, received_on=None, closed_on=None)
    left = with_last_due(mine).filter(last_due__gte=assignment.ends_on)
    closed = left.update(closed_on=assignment.ends_on, closed_reason=reason)
    audit.record("obligations.closed", assignment, by=by, at=at, closed=closed, reason=reason)
    return closed


def _demand(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed("Chỉ Ban Tổ chức Tỉnh ủy lập danh sách việc phải làm của tỉnh mình.")


def _overlapping(assignments: QuerySet[Assignment], year: int) -> QuerySet[Assignment]:
    within = Q(ends_on=None) | Q(ends_on__gt=date(year, 1, 1))
    columns = ("id", "commune_id", "agency_id", "cadre_id", "starts_on", "ends_on")
    return assignments.filter(within, starts_on__lt=date(year + 1, 1, 1), role__in=OWING_ROLES).only(*columns)


def _expect(assignments: Iterable[Assignment], province: Unit, year: int) -> int:
    rules, calendar = regulations.rule_values(province, year), regulations.calendar()
    rows = list(_rows(list(assignments), province.pk, year, rules, calendar))
    known = set(Obligation.objects.filter(province=province, year=year).values_list("id", flat=True))
    new = [row for row in rows if row.pk not in known]
    Obligation.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return len(new)


def _rows(
    assignments: list[Assignment], province: int, year: int, rules: RuleValues, calendar: WorkingCalendar
) -> Iterable[Obligation]:
    """Assignments of one decision share their dates, so each pair of dates is reckoned once."""
    reckoned: dict[AssignmentFacts, list[Expected]] = {}
    agencies: defaultdict[UUID, set[AssignmentFacts]] = defaultdict(set)
    for assignment in assignments:
        facts = AssignmentFacts(assignment.starts_on, assignment.ends_on)
        agencies[assignment.agency_id].add(facts)
        if facts not in reckoned:
            reckoned[facts] = expected(facts, year=year, rules=rules, calendar=calendar)
        for item in reckoned[facts]:
            row = _row(item, assignment.pk, province, assignment.agency_id, year, rules)
            row.assignment_id, row.commune_id, row.cadre_id = assignment.pk, assignment.commune_id, assignment.cadre_id
            yield row
    for agency, held in agencies.items():
        own = expected_of_agency(held, year=year, rules=rules, calendar=calendar)
        if own:
            yield _row(own, agency, province, agency, year, rules)


def _row(item: Expected, owner: UUID, province: int, agency: UUID, year: int, rules: RuleValues) -> Obligation:
    return Obligation(
        id=uuid5(owner, f"{item.kind.value}:{year}" + (f":{item.number}" if item.number else "")),
        kind=item.kind,
        period=item.number,
        year=year,
        province_id=province,
        agency_id=agency,
        rule_set_id=rules.rule_set,
        rule_key=item.rule_key,
        opens_on=item.opens_on,
        due_on=item.due_on,
        locks_on=item.locks_on,
    )
