"""Who may see inspections: the province's bodies. A case in hand is its team's; what it concluded, also theirs whom it
concerns."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.kit.actors import Actor, Role
from diaban.oversight.models import Finding, Inspection, SampledDuty
from diaban.oversight.rules import AT_WORK, NEXT, InspectionState, Responsible
from diaban.people.policies import in_scope, is_board_of, is_the_cadre, leads


def visible_inspections(actor: Actor) -> QuerySet[Inspection]:
    inspections = Inspection.objects.all()
    return inspections.filter(province_id=actor.province) if actor.sees_the_province else inspections.none()


def visible_cases(actor: Actor) -> QuerySet[Inspection]:
    """Inspections whose working papers one may open: an inspector's own, from the decision to the conclusion."""
    mine = visible_inspections(actor)
    if actor.is_(Role.INSPECTOR):
        return mine.filter(state__in=AT_WORK, team__account_id=actor.account) if actor.account else mine.none()
    return mine


def may_open(actor: Actor, inspection: Inspection) -> bool:
    """Whether its working papers are open to the person."""
    return visible_cases(actor).filter(pk=inspection.pk).exists()


def visible_samples(actor: Actor) -> QuerySet[SampledDuty]:
    return SampledDuty.objects.filter(inspection__in=visible_cases(actor))


def visible_findings(actor: Actor) -> QuerySet[Finding]:
    """Before the conclusion a finding is a note of the team's; from then on those whom it concerns are told."""
    findings = in_scope(Finding.objects.all(), actor)
    if actor.is_(Role.BOARD, Role.STANDING):
        return findings
    if actor.is_(Role.COMMUNE, Role.DISTRICT):
        return findings.none()
    return findings.filter(Q(inspection__done_on__isnull=False) | Q(inspection__in=visible_cases(actor)))


def may_inspect(actor: Actor, province: int) -> bool:
    """The bodies of inspection and the Organisation Board, in their own province: plan, and see to remedies."""
    return actor.is_(Role.INSPECTOR, Role.BOARD) and actor.province == province


def may_decide(actor: Actor, inspection: Inspection) -> bool:
    """The Board sends a team, or calls it off. An inspector sends nobody, least of all themselves."""
    return is_board_of(actor, inspection.province_id)


def may_work(actor: Actor, inspection: Inspection) -> bool:
    """Draw, check, find and conclude: the team that was sent, and the Board."""
    if inspection.state not in AT_WORK:
        return False
    return may_decide(actor, inspection) or (actor.is_(Role.INSPECTOR) and may_open(actor, inspection))


def may_move(actor: Actor, inspection: Inspection, then: InspectionState) -> bool:
    """Whether the inspection can go there now, by the person's hand."""
    return then in NEXT[InspectionState(inspection.state)] and BY_HAND[then](actor, inspection)


BY_HAND = {
    InspectionState.DECIDED: may_decide,
    InspectionState.CANCELLED: may_decide,
    InspectionState.UNDERWAY: may_work,
    InspectionState.CONCLUDED: may_work,
    InspectionState.CLOSED: may_decide,
}


def may_reply(actor: Actor, finding: Finding) -> bool:
    """Whoever has to mend it answers the notice."""
    if finding.inspection.state != InspectionState.CONCLUDED or finding.closed_on is not None:
        return False
    if finding.responsible == Responsible.AGENCY:
        return leads(actor, finding.agency_id)
    return is_the_cadre(actor, finding)


def may_judge(actor: Actor, finding: Finding) -> bool:
    """Another person than the one who recorded it: inspectors of the province and the Board."""
    if finding.inspection.state != InspectionState.CONCLUDED or finding.closed_on is not None:
        return False
    return may_inspect(actor, finding.province_id) and (actor.account is None or actor.account != finding.recorded_by)
