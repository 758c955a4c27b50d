"""The act of the ranking room: typing in what the Standing Committee has decided."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from diaban.assignments.models import Assignment
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.people.models import Agency, Cadre
from diaban.ranking import policies
from diaban.ranking.models import QualityRanking
from diaban.ranking.rules import RankingFacts, ranking_objections
from diaban.reporting.rules import CompletionLevel


@transaction.atomic
def enter_ranking(
    *,
    cadre: Cadre,
    agency: Agency,
    year: int,
    proposed_level: CompletionLevel,
    level: CompletionLevel,
    decision_symbol: str,
    decided_on: date,
    override_reason: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> QualityRanking:
    """Type in the official level of a cadre for a year, with its decision; another level than proposed needs a reason.

    A correction is a later decision with a symbol of its own: the row in force gets the day on which it was replaced and
    stays, the new decision is another row of the next version. The same decision twice is refused.
    """
    demand(policies.may_enter(by, cadre.province_id), "Chỉ Ban Tổ chức Tỉnh ủy ghi kết quả xếp loại của tỉnh mình.")
    if known := sent_before(QualityRanking.objects.all(), id, cadre_id=cadre.pk, year=year):
        return known
    hold(cadre)
    before = QualityRanking.objects.filter(cadre=cadre, year=year, replaced_on=None).first()
    ranking = QualityRanking(
        id=id or uuid7(),
        province_id=cadre.province_id,
        agency=agency,
        cadre=cadre,
        year=year,
        proposed_level=proposed_level,
        level=level,
        override_reason=passage(override_reason, field="override_reason", name="lý do", limit=2000, required=False),
        decision_symbol=line(decision_symbol, field="decision_symbol", name="số quyết định", limit=60),
        decided_on=decided_on,
        version=before.version + 1 if before else 1,
    )
    refuse(ranking_objections(_facts(ranking, before, at)))
    if before:
        before.replaced_on = decided_on
        before.save(update_fields=["replaced_on"])
    ranking.save(force_insert=True)
    audit.record("ranking.entered", ranking, by=by, at=at, year=year, level=level.value, version=ranking.version)
    return ranking


def _facts(ranking: QualityRanking, before: QualityRanking | None, at: datetime) -> RankingFacts:
    return RankingFacts(
        year=ranking.year,
        proposed_level=CompletionLevel(ranking.proposed_level),
        level=CompletionLevel(ranking.level),
        override_reason=ranking.override_reason,
        decision_symbol=ranking.decision_symbol,
        decided_on=ranking.decided_on,
        today=local_date(at),
        followed=_followed(ranking),
        stands_by=before.decision_symbol if before else "",
    )


def _followed(ranking: QualityRanking) -> bool:
    """Whether the cadre followed a commune for the agency on some day of the year."""
    within = Q(ends_on=None) | Q(ends_on__gt=date(ranking.year, 1, 1))
    begun = Assignment.objects.filter(starts_on__lte=date(ranking.year, 12, 31))
    return begun.filter(within, cadre_id=ranking.cadre_id, agency_id=ranking.agency_id).exists()
