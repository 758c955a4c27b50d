"""Named reads about the year's end."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Max, Q, Sum

from diaban.assessment.models import YearConclusion
from diaban.assessment.rules import FormFacts, YearRecord
from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Commitment, Difficulty, Innovation, SituationNote, Support, Visit
from diaban.fieldwork.rules import CommitmentState, DifficultyState, VisitState
from diaban.kit.clock import local_date
from diaban.obligations.queries import of_year, with_last_due
from diaban.obligations.rules import REPORT_KINDS, ObligationKind
from diaban.places.models import Unit
from diaban.planning.models import Programme
from diaban.planning.rules import EventKind, ProgrammeState
from diaban.regulations.queries import rule_values
from diaban.regulations.rules.judgement import SeenFrom

ATTENDED = frozenset(
    {
        EventKind.CONFERENCE,
        EventKind.YEAR_END,
        EventKind.COUNCIL,
        EventKind.CELL,
        EventKind.FESTIVAL,
        EventKind.DIALOGUE,
    }
)
"""Days on which the cadre came to something of the commune's own (domain rules 9 to 11)."""


def concluded(province: Unit, year: int) -> bool:
    """Whether the Standing Committee has concluded the year."""
    return YearConclusion.objects.filter(province=province, year=year).exists()


class Awaited(NamedTuple):
    """Forms of a year that have not come, those sent back among them: all, those in time still, until when."""

    forms: int
    in_time: int
    last_due: date | None


def awaited(province: Unit, year: int, today: date) -> Awaited:
    owed = of_year(province.pk, year).filter(kind=ObligationKind.COMMUNE_ASSESSMENT)
    owing = with_last_due(owed.filter(received_on=None, closed_on=None))
    in_time = Q(last_due__gte=today)
    found = owing.aggregate(n=Count("pk"), soon=Count("pk", in_time), last=Max("last_due", filter=in_time))
    return Awaited(found["n"], found["soon"], found["last"])


def form_facts(assignment: Assignment, year: int, *, at: datetime) -> FormFacts:
    """What decides whether a form of that year is taken in now."""
    rules = rule_values(assignment.province, year)
    opens_on, _ = rules.assessment_window(year)
    return FormFacts(
        year=year,
        today=local_date(at),
        opens_on=opens_on,
        locks_on=rules.locks_on(year),
        starts_on=assignment.starts_on,
        ends_on=assignment.ends_on,
        concluded=concluded(assignment.province, year),
        signers=tuple(signer.label for signer in rules.assessment_signers),
        reason_items_min=rules.reason_items_min,
    )


def opens_at_once(province: Unit, year: int) -> bool:
    """Whether the rule set of the year seals no form (domain rule 27)."""
    return rule_values(province, year).assessment_seen_from is SeenFrom.SUBMITTED


def year_record(assignment: Assignment, year: int, *, today: date) -> YearRecord:
    """What is on record of an assignment in a year up to today: the facts beside the form."""
    visits = Visit.objects.filter(assignment=assignment, year=year, state=VisitState.DONE)
    own = {"commune": assignment.commune_id, "cadre": assignment.cadre_id, "year": year}
    sent = Programme.objects.filter(assignment=assignment, year=year).exclude(state=ProgrammeState.DRAFT)
    difficulties = Difficulty.objects.filter(**own)
    promised = Commitment.objects.filter(**own, state=CommitmentState.OPEN, due_on__lt=today)
    reports = of_year(assignment.province_id, year).filter(assignment=assignment, kind__in=sorted(REPORT_KINDS))
    whole_year = assignment.starts_on <= date(year, 1, 1) and not assignment.ends_on
    return YearRecord(
        programme=sent.exists(),
        visits=visits.count(),
        attended=visits.filter(event_kind__in=ATTENDED).count(),
        notes=SituationNote.objects.filter(**own).count(),
        difficulties=difficulties.count(),
        innovations=Innovation.objects.filter(**own).count(),
        supports=Support.objects.filter(**own, reverses=None, reversal=None).count(),
        half_days=visits.aggregate(n=Sum("half_days"))["n"] or 0,
        half_days_required=rule_values(assignment.province, year).min_field_half_days_per_year if whole_year else 0,
        reports_missing=with_last_due(reports).filter(received_on=None, closed_on=None, last_due__lt=today).count(),
        solved=difficulties.filter(state=DifficultyState.SOLVED).count(),
        promises_overdue=promised.count(),
    )
