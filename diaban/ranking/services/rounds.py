"""A year's rating is opened and computed: the engine's words are kept with the digests of what they rest on."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import Objection, demand, refuse
from diaban.kit.records import hold, sent_before
from diaban.places.models import Unit
from diaban.ranking import policies
from diaban.ranking.models import RatingLine, RatingRound
from diaban.ranking.queries.computing import Computed, computed, verdict_as_json
from diaban.ranking.rules.records import FIRST_YEAR
from diaban.ranking.rules.results import Kind, Verdict
from diaban.ranking.rules.rounds import RoundState

NOT_ALLOWED = "Chỉ Ban Tổ chức Tỉnh ủy lập đợt đánh giá kết quả theo dõi."
COMPUTED = ("level_by_rules", "level_after_cap", "group", "place", "standing", "points", "verdict", "agency")


@transaction.atomic
def open_round(*, province: Unit, year: int, id: UUID | None = None, by: Actor, at: datetime) -> RatingRound:
    """Begin the rating of a year with a draft, computed from the records as they stand."""
    demand(policies.may_prepare(by, province.pk), NOT_ALLOWED)
    if known := sent_before(RatingRound.objects.all(), id, province_id=province.pk, year=year):
        return known
    if not FIRST_YEAR <= year <= local_date(at).year:
        raise RuleBroken(f"Năm {year} nằm ngoài khoảng có số liệu.", field="year")
    if RatingRound.objects.filter(province=province, year=year).exists():
        raise RuleBroken(f"Năm {year} đã có đợt đánh giá.", field="year")
    found = computed(province, year, as_of=local_date(at))
    round = RatingRound(id=id or uuid7(), province=province, year=year)
    _note(round, found, at)
    round.save(force_insert=True)
    RatingLine.objects.bulk_create(
        _line(RatingLine(round=round), one, found.agency_of.get(one.id, one.id)) for one in found.rating.verdicts
    )
    audit.record("rating.opened", round, by=by, at=at, year=year, lines=len(found.rating.verdicts))
    return round


@transaction.atomic
def compute_round(*, round: RatingRound, by: Actor, at: datetime) -> RatingRound:
    """Compute a draft anew. What people have set stays set; who is no subject any more goes, unless people spoke."""
    demand(policies.may_prepare(by, round.province_id), NOT_ALLOWED)
    hold(round)
    if round.state != RoundState.DRAFT:
        refuse([Objection("state", "Đề xuất đã gửi thì số liệu được giữ nguyên; muốn tính lại thì trả về bản lập.")])
    found = computed(round.province, round.year, as_of=local_date(at))
    before = {(line.kind, str(line.cadre_id or line.agency_id)): line for line in round.lines.all()}
    overridden = set(round.lines.filter(overrides__isnull=False).values_list("pk", flat=True))
    heard = set(round.lines.filter(opinions__isnull=False).values_list("pk", flat=True))
    fresh, kept = [], []
    for verdict in found.rating.verdicts:
        line = before.pop((verdict.kind.value, verdict.id), None)
        agency = found.agency_of.get(verdict.id, verdict.id)
        if line is None:
            fresh.append(_line(RatingLine(round=round), verdict, agency))
        else:
            kept.append(_line(line, verdict, agency, keep_level=line.pk in overridden))
    round.lines.filter(pk__in={line.pk for line in before.values()} - overridden - heard).delete()
    RatingLine.objects.bulk_create(fresh)
    RatingLine.objects.bulk_update(kept, [*COMPUTED, "level"])
    _note(round, found, at)
    round.save()
    audit.record("rating.computed", round, by=by, at=at, lines=len(found.rating.verdicts))
    return round


def _note(round: RatingRound, found: Computed, at: datetime) -> None:
    round.computed_at = at
    round.rules_code, round.rules_name = found.rating.rules.code, found.rating.rules.name
    round.rules, round.groups = found.rules, found.groups
    round.records_digest, round.rules_digest = found.records_digest, found.rules_digest
    round.result_digest = found.result_digest


def _line(line: RatingLine, verdict: Verdict, agency: str, *, keep_level: bool = False) -> RatingLine:
    line.kind = verdict.kind
    line.verdict = verdict_as_json(verdict)
    line.cadre_id = UUID(verdict.id) if verdict.kind is Kind.CADRE else None
    line.agency_id = UUID(agency)
    line.group, line.place, line.standing = verdict.cap.group, verdict.cap.place, verdict.cap.standing
    line.points = Decimal(verdict.points.total) if verdict.points else None
    line.level_by_rules, line.level_after_cap = verdict.level_by_rules or "", verdict.level_after_cap or ""
    if not keep_level:
        line.level = line.level_after_cap
    return line
