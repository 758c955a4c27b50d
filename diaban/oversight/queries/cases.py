"""One inspection with its papers, one duty that it looks at, one finding: as the person may see them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from diaban.kit.actors import Actor, Role
from diaban.oversight.models import WAITING, CheckItem, Finding, FindingReply, Inspection, SampledDuty, TeamMember
from diaban.oversight.policies import visible_findings, visible_inspections, visible_samples
from diaban.oversight.rules import CaseFacts, CheckResult
from diaban.people.models import Account, RoleGrant

WHERE = ("commune", "cadre", "agency", "province")


def inspection_in_view(actor: Actor, pk: UUID) -> Inspection | None:
    team = Prefetch("team", TeamMember.objects.select_related("account").order_by("-leads", "account__full_name"))
    rows = visible_inspections(actor).select_related("province", "agency").prefetch_related(team)
    return rows.filter(pk=pk).first()


def sample_of(inspection: Inspection) -> list[SampledDuty]:
    """The duties of the sample with how far each is: questions without an answer, and those that are not right."""
    left = Count("checks", filter=Q(checks__result=""), distinct=True)
    bad = Count("checks", filter=Q(checks__result=CheckResult.NOT), distinct=True)
    rows = inspection.sample.annotate(left=left, bad=bad)
    return list(rows.select_related(*WHERE).order_by("commune__code", "id"))


def sampled_in_view(actor: Actor, pk: UUID) -> SampledDuty | None:
    rows = visible_samples(actor).select_related(*WHERE, "inspection", "assignment")
    return rows.prefetch_related("checks", "findings").filter(pk=pk).first()


def finding_in_view(actor: Actor, pk: UUID) -> Finding | None:
    rows = visible_findings(actor).select_related(*WHERE, "inspection")
    return rows.prefetch_related("replies").filter(pk=pk).first()


def findings_of(actor: Actor, inspection: Inspection) -> QuerySet[Finding]:
    rows = visible_findings(actor).filter(inspection=inspection).select_related(*WHERE)
    return rows.order_by("due_on", "id")


def waiting_reply(finding: Finding) -> FindingReply | None:
    """The report of a remedy that nobody has looked at; there is at most one."""
    return finding.replies.filter(WAITING).first()


def remedies_to_judge(actor: Actor) -> QuerySet[Finding]:
    """Findings whose reported remedy waits for the person's look: found by somebody else, reported by somebody else."""
    waiting = FindingReply.objects.filter(WAITING).exclude(by_id=actor.account)
    rows = visible_findings(actor).filter(closed_on=None, pk__in=waiting.values("finding_id"))
    return rows.exclude(recorded_by=actor.account).select_related("commune").order_by("due_on", "id")


def case_facts(inspection: Inspection) -> CaseFacts:
    return CaseFacts(
        sampled=inspection.sample.count(),
        unchecked=inspection.sample.filter(checks__result="").distinct().count(),
        unremedied=inspection.findings.filter(closed_on=None).count(),
    )


def checked(sampled: SampledDuty) -> dict[str, Any]:
    """What the form of a duty shows: the answers by number, who was spoken to, the day."""
    found: dict[str, Any] = {"interviews": sampled.interviews, "seen_on": sampled.seen_on}
    for item in CheckItem.objects.filter(sampled=sampled):
        found[f"result_{item.no}"] = CheckResult(item.result) if item.result else None
        found[f"note_{item.no}"] = item.note
    return found


def inspectors_of(province: int, today: date) -> list[Account]:
    """Who may be sent: accounts that hold the role of an inspector of the province on the day."""
    grants = RoleGrant.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=today), role=Role.INSPECTOR, province_id=province, starts_on__lte=today
    )
    rows = Account.objects.filter(pk__in=grants.values("account_id"), is_active=True)
    return list(rows.order_by("full_name", "pk"))


def sent_by(province: int, accounts: list[UUID], today: date) -> list[Account]:
    """Those of the accounts who may be sent."""
    return [one for one in inspectors_of(province, today) if one.pk in accounts]
