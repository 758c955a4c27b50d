"""The official ranking is typed in with its decision; nothing here computes it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.people.models import Agency, Cadre
from diaban.ranking import policies
from diaban.ranking.models import QualityRanking
from diaban.ranking.rules import RankingFacts, later_objections, ranking_objections
from diaban.reporting.rules import CompletionLevel

NOT_ALLOWED = "Chỉ Ban Thường vụ quyết định, Ban Tổ chức Tỉnh ủy ghi kết quả xếp loại."


@transaction.atomic
def record_ranking(
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
    """Enter the decided level of a cadre for a year. One that differs from the proposed level says why."""
    demand(policies.may_rank(by, cadre.province_id), NOT_ALLOWED)
    if known := sent_before(QualityRanking.objects.all(), id, cadre_id=cadre.pk):
        return known
    if agency.province_id != cadre.province_id:
        raise RuleBroken("Cơ quan đã chọn không thuộc tỉnh của cán bộ.", field="agency")
    if QualityRanking.objects.filter(cadre=cadre, year=year).exists():
        raise RuleBroken(f"{cadre} đã có kết quả xếp loại năm {year}.", field="year")
    ranking = QualityRanking(
        id=id or uuid7(), province=cadre.province, agency=agency, cadre=cadre, year=year, proposed_level=proposed_level
    )
    _decide(ranking, level, override_reason, decision_symbol, decided_on, at)
    ranking.save(force_insert=True)
    audit.record("ranking.recorded", ranking, by=by, at=at, year=year, symbol=ranking.decision_symbol)
    return ranking


@transaction.atomic
def replace_ranking(
    *,
    ranking: QualityRanking,
    level: CompletionLevel,
    decision_symbol: str,
    decided_on: date,
    override_reason: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> QualityRanking:
    """A later decision takes the place of an earlier one, as another version; the earlier one stays as it was."""
    demand(policies.may_rank(by, ranking.province_id), NOT_ALLOWED)
    if known := sent_before(QualityRanking.objects.all(), id, cadre_id=ranking.cadre_id, year=ranking.year):
        return known
    hold(ranking)
    replaced, first = ranking.replaced_on is not None, ranking.decided_on
    refuse(later_objections(replaced=replaced, decided_on=decided_on, first_decided_on=first))
    later = QualityRanking(
        id=id or uuid7(), province=ranking.province, agency=ranking.agency, cadre=ranking.cadre, year=ranking.year,
        proposed_level=ranking.proposed_level, version=ranking.version + 1,
    )  # fmt: skip
    _decide(later, level, override_reason, decision_symbol, decided_on, at)
    ranking.replaced_on = decided_on
    ranking.save(update_fields=["replaced_on"])
    later.save(force_insert=True)
    audit.record("ranking.replaced", later, by=by, at=at, replaces=str(ranking.pk), symbol=later.decision_symbol)
    return later


def _decide(
    ranking: QualityRanking, level: CompletionLevel, reason: str, symbol: str, decided_on: date, at: datetime
) -> None:
    reason = passage(reason, field="override_reason", name="lý do", limit=4000, required=False)
    differs = level != ranking.proposed_level
    refuse(ranking_objections(RankingFacts(ranking.year, local_date(at), decided_on, differs, reason)))
    ranking.level, ranking.override_reason, ranking.decided_on = level, reason, decided_on
    ranking.decision_symbol = line(symbol, field="decision_symbol", name="số quyết định", limit=60)
