"""Who may see which reports, and who moves them on."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.kit.actors import Actor, Role
from diaban.people.policies import Scoped, in_scope, is_board_of, is_the_cadre, leads
from diaban.reporting.models import PeriodicReport
from diaban.reporting.rules import ReportState

UNSENT = Q(state=ReportState.DRAFT)


def visible_reports(actor: Actor) -> QuerySet[PeriodicReport]:
    """A draft is its writer's. What was sent is for those in scope, the commune too: it is among the recipients."""
    mine = in_scope(PeriodicReport.objects.all(), actor)
    return mine if actor.is_(Role.CADRE) else mine.exclude(UNSENT)


def may_write(actor: Actor, record: Scoped) -> bool:
    return is_the_cadre(actor, record)


def may_endorse(actor: Actor, report: PeriodicReport) -> bool:
    return leads(actor, report.agency_id)


def may_receive(actor: Actor, report: PeriodicReport) -> bool:
    return is_board_of(actor, report.province_id)


def may_return(actor: Actor, report: PeriodicReport) -> bool:
    """Whoever holds it now: the agency what was sent to it, the Board what the agency endorsed."""
    if report.state == ReportState.ENDORSED:
        return may_receive(actor, report)
    return may_endorse(actor, report)
