"""Papers that were owed, forms of the communes, what was found and decided before: one query a ledger."""

from __future__ import annotations

from uuid import UUID

from diaban.assessment.models import AssessmentMark, CommuneAssessment
from diaban.assessment.rules import Mark
from diaban.kit.clock import local_date
from diaban.obligations.models import Obligation
from diaban.obligations.rules import REPORT_KINDS, ObligationKind
from diaban.oversight.models import Finding
from diaban.planning.models import Programme
from diaban.planning.rules import ProgrammeState
from diaban.ranking.models import QualityRanking
from diaban.ranking.queries.slices import Slice, grouped, reference
from diaban.ranking.rules.facts import DAYS_PER_UNIT, CriterionMarks, EarlierLevel, Form, Paper, Shortcomings
from diaban.reporting.models import PeriodicReport
from diaban.reporting.rules import CompletionLevel, ReportState

NO_SHORTCOMINGS = Shortcomings(0, 0, ())


def programmes(part: Slice) -> dict[UUID, tuple[Paper, ...]]:
    back = part.of(Programme.objects.filter(state=ProgrammeState.RETURNED)).values_list("assignment_id", flat=True)
    returned = {(assignment, ObligationKind.PROGRAMME.value, 0) for assignment in back}
    return _papers(part, [ObligationKind.PROGRAMME], returned)


def reports(part: Slice) -> dict[UUID, tuple[Paper, ...]]:
    back = part.of(PeriodicReport.objects.filter(state=ReportState.RETURNED)).values_list(
        "assignment_id", "kind", "number"
    )
    returned = {(assignment, f"{kind}_report", number) for assignment, kind, number in back}
    return _papers(part, sorted(REPORT_KINDS), returned)


def _papers(
    part: Slice, kinds: list[ObligationKind], returned: set[tuple[UUID, str, int]]
) -> dict[UUID, tuple[Paper, ...]]:
    """What is neither received nor due yet is not owed. A paper that was sent back and not sent again is incomplete."""
    rows = part.of(Obligation.objects.filter(kind__in=kinds, closed_on=None, cadre__isnull=False))
    columns = ("cadre_id", "assignment_id", "kind", "period", "received_on", "days_late", "cause_confirmed", "id")
    due = rows.values_list(*columns, "due_on", "extended_to")
    found = {}
    for cadre, mine in grouped(due).items():
        found[cadre] = tuple(
            Paper(
                part.known(received),
                min(late or 0, DAYS_PER_UNIT) if part.known(received) else 0,
                excused,
                (assignment, kind, number) not in returned,
                (reference("viec-phai-lam", id),),
            )
            for assignment, kind, number, received, late, excused, id, due_on, extended_to in mine
            if part.known(received) or (extended_to or due_on) < part.as_of
        )
    return found


def forms(part: Slice) -> dict[UUID, tuple[Form, ...]]:
    """The form in force of each commune; with two terms in the same commune the later one speaks."""
    rows = part.of(CommuneAssessment.objects.filter(returned_at=None)).order_by("assignment__starts_on", "version")
    marks: dict[UUID, list[str]] = {}
    for assessment, mark in AssessmentMark.objects.filter(assessment__in=rows).values_list("assessment_id", "mark"):
        marks.setdefault(assessment, []).append(mark)
    found: dict[UUID, dict[int, Form]] = {}
    for cadre, commune, level, reasons, sent_at, id in rows.values_list(
        "cadre_id", "commune_id", "level", "reasons", "sent_at", "id"
    ):
        if part.known(local_date(sent_at)):
            form = Form(
                str(commune),
                CompletionLevel(level),
                bool(reasons.strip()),
                _marks(marks.get(id, [])),
                (reference("phieu", id),),
            )
            found.setdefault(cadre, {})[commune] = form
    return {cadre: tuple(each.values()) for cadre, each in found.items()}


def _marks(given: list[str]) -> CriterionMarks | None:
    """Null for a form with another number of criteria than eight."""
    if len(given) != 8:
        return None
    return CriterionMarks(*(given.count(mark) for mark in (Mark.GOOD, Mark.FAIR, Mark.AVERAGE, Mark.POOR)))


def shortcomings(part: Slice) -> dict[UUID, Shortcomings]:
    """Findings of the year before, and which of them were mended by the day."""
    rows = Slice(part.province, part.year - 1, part.as_of).of(Finding.objects.all())
    return {
        cadre: Shortcomings(
            len(mine),
            sum(part.known(closed) for closed, _ in mine),
            tuple(reference("ket-luan", id) for _, id in mine),
        )
        for cadre, mine in grouped(rows.values_list("cadre_id", "closed_on", "id")).items()
    }


def earlier(part: Slice) -> dict[UUID, tuple[EarlierLevel, ...]]:
    rows = QualityRanking.objects.filter(year__lt=part.year, replaced_on=None)
    rows = rows.filter(province=part.province) if part.province else rows
    decided = rows.order_by("year").values_list("cadre_id", "year", "level")
    return {
        cadre: tuple(EarlierLevel(year, CompletionLevel(level)) for year, level in mine)
        for cadre, mine in grouped(decided).items()
    }
