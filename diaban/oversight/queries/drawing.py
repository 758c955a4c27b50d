"""Out of what a sample is drawn, and what the records say at each duty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from diaban.assignments.models import Assignment, AssignmentRole
from diaban.attachments.models import Attachment
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import Confirmation, VisitState
from diaban.oversight.models import Inspection
from diaban.oversight.rules import Basis, Draw, Signal, VisitSeen, draw, find_signals

SEEN = ("id", "assignment_id", "cadre_id", "commune_id", "visited_on", "half_days", "outcome", "late", "confirmation")


def followed(province: int) -> QuerySet[Assignment]:
    """The duties that can be inspected at all: to follow a commune."""
    return Assignment.objects.filter(province_id=province, role=AssignmentRole.MONITOR)


def in_reach(inspection: Inspection) -> QuerySet[Assignment]:
    """The duties that were held at some time within the decision's period, of its agency where it names one."""
    duties = followed(inspection.province_id).filter(
        Q(ends_on=None) | Q(ends_on__gt=inspection.period_from), starts_on__lte=inspection.period_to
    )
    return duties.filter(agency_id=inspection.agency_id) if inspection.agency_id else duties


def signals_of(inspection: Inspection) -> dict[UUID, tuple[Signal, ...]]:
    """Signs at the duties in reach, by assignment, out of the visits of the period; two queries."""
    visits = Visit.objects.filter(
        province_id=inspection.province_id,
        state=VisitState.DONE,
        visited_on__range=(inspection.period_from, inspection.period_to),
        assignment__in=in_reach(inspection),
    )
    rows = list(visits.only(*SEEN))
    photos = _photos(visit.pk for visit in rows)
    return find_signals(_seen(visit, photos.get(visit.pk, frozenset())) for visit in rows)


def _seen(visit: Visit, photos: frozenset[str]) -> VisitSeen:
    return VisitSeen(
        id=visit.pk,
        assignment=visit.assignment_id,
        cadre=visit.cadre_id,
        commune=visit.commune_id,
        visited_on=visit.visited_on,
        half_days=visit.half_days,
        outcome=visit.outcome,
        late=visit.late,
        disputed=visit.confirmation == Confirmation.DISPUTED,
        photos=photos,
    )


def repeated(inspection: Inspection) -> Draw | None:
    """The draw made once more from the assignments as they are on file; null before there was one."""
    if not inspection.seed or inspection.percent is None:
        return None
    keys = [str(pk) for pk in in_reach(inspection).values_list("pk", flat=True)]
    return draw(keys, seed=inspection.seed, percent=inspection.percent)


def holds(inspection: Inspection, again: Draw) -> bool:
    """Whether the draw made once more comes from the same list and gives the same duties."""
    kept = inspection.sample.filter(basis=Basis.RANDOM).values_list("assignment_id", flat=True)
    named = inspection.sample.filter(basis=Basis.NAMED).values_list("assignment_id", flat=True)
    wanted = set(again.chosen) - {str(pk) for pk in named}
    return inspection.population_digest == again.digest and {str(pk) for pk in kept} == wanted


def _photos(visits: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    rows = Attachment.objects.filter(
        subject_model=Visit._meta.label_lower, subject_id__in=list(visits), kind=AttachmentKind.PHOTO, withdrawn_at=None
    )
    for visit, stored in rows.values_list("subject_id", "stored_id"):
        found[visit].add(stored)
    return {visit: frozenset(hashes) for visit, hashes in found.items()}
