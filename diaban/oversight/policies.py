"""Who may see inspections: the province's bodies; findings also the cadre and the agency that they concern."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.oversight.models import Finding, Inspection
from diaban.people.policies import in_scope


def visible_inspections(actor: Actor) -> QuerySet[Inspection]:
    inspections = Inspection.objects.all()
    return inspections.filter(province_id=actor.province) if actor.sees_the_province else inspections.none()


def visible_findings(actor: Actor) -> QuerySet[Finding]:
    findings = in_scope(Finding.objects.all(), actor)
    return findings.none() if actor.is_(Role.COMMUNE, Role.DISTRICT) else findings


def may_inspect(actor: Actor, province: int) -> bool:
    """The bodies of inspection and the Organisation Board, in their own province."""
    return actor.is_(Role.INSPECTOR, Role.BOARD) and actor.province == province
