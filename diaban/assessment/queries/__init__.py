"""Named reads about the year's end."""

from __future__ import annotations

from datetime import datetime

from diaban.assessment.models import YearConclusion
from diaban.assessment.rules import FormFacts, YearRecord
from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Difficulty, Innovation, SituationNote, Support, Visit
from diaban.fieldwork.rules import VisitState
from diaban.kit.clock import local_date
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


def year_record(assignment: Assignment, year: int) -> YearRecord:
    """What is on record of an assignment in a year: the facts beside the form."""
    visits = Visit.objects.filter(assignment=assignment, year=year, state=VisitState.DONE)
    own = {"commune": assignment.commune_id, "cadre": assignment.cadre_id, "year": year}
    sent = Programme.objects.filter(assignment=assignment, year=year).exclude(state=ProgrammeState.DRAFT)
    return YearRecord(
        programme=sent.exists(),
        visits=visits.count(),
        attended=visits.filter(event_kind__in=ATTENDED).count(),
        notes=SituationNote.objects.filter(**own).count(),
        difficulties=Difficulty.objects.filter(**own).count(),
        innovations=Innovation.objects.filter(**own).count(),
        supports=Support.objects.filter(**own, reverses=None, reversal=None).count(),
    )
