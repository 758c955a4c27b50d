"""What people do with a single result: set another level and say why, give an opinion, appeal, answer an appeal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.ranking import policies
from diaban.ranking.models import RatingAppeal, RatingLine, RatingOpinion, RatingOverride
from diaban.ranking.queries import rounds as queries
from diaban.ranking.rules.rounds import appeal_objections, over_the_cap, override_objections
from diaban.regulations.queries import rule_values
from diaban.regulations.rules.reasons import reason_objections
from diaban.reporting.rules import CompletionLevel


@transaction.atomic
def override(
    *, line: RatingLine, level: CompletionLevel, reason: str, id: UUID | None = None, by: Actor, at: datetime
) -> RatingOverride:
    """Another level than the one that stands, with its reason; the engine's level beside it does not change."""
    if known := sent_before(RatingOverride.objects.all(), id, line_id=line.pk):
        return known
    _hold(line)
    demand(policies.may_override(by, line), "Chỉ nơi đang giữ đề xuất được điều chỉnh mức.")
    return _set(line, level, reason, "reason", id, by, at)


@transaction.atomic
def opine(*, line: RatingLine, text: str, id: UUID | None = None, by: Actor, at: datetime) -> RatingOpinion:
    if known := sent_before(RatingOpinion.objects.all(), id, line_id=line.pk):
        return known
    _hold(line)
    demand(policies.may_opine(by, line), "Đợt đánh giá không ở bước lấy ý kiến của đồng chí.")
    text = passage(text, field="text", name="ý kiến", limit=4000)
    made = RatingOpinion.objects.create(id=id or uuid7(), line=line, text=text, at=at, by_name=by.name)
    audit.record("rating.opined", made, by=by, at=at, line=str(line.pk))
    return made


@transaction.atomic
def appeal(*, line: RatingLine, text: str, id: UUID | None = None, by: Actor, at: datetime) -> RatingAppeal:
    """Once, by whoever is concerned, within the days that are given for it."""
    if known := sent_before(RatingAppeal.objects.all(), id, line_id=line.pk):
        return known
    _hold(line)
    demand(policies.may_appeal(by, line), "Chỉ người có kết quả này kiến nghị, khi kết quả đã công bố.")
    published = queries.published_at(line.round) or at
    already = RatingAppeal.objects.filter(line=line).exists()
    refuse(appeal_objections(published_on=local_date(published), today=local_date(at), already=already))
    text = passage(text, field="text", name="nội dung kiến nghị", limit=4000)
    made = RatingAppeal.objects.create(id=id or uuid7(), line=line, text=text, at=at, by_name=by.name)
    audit.record("rating.appealed", made, by=by, at=at, line=str(line.pk))
    return made


@transaction.atomic
def answer_appeal(
    *, appeal: RatingAppeal, answer: str, level: CompletionLevel | None = None, by: Actor, at: datetime
) -> RatingAppeal:
    """The Standing Committee answers; another level is an override like any other, with the answer as its reason."""
    line = appeal.line
    _hold(line)
    demand(policies.may_answer_appeal(by, line), "Chỉ Ban Thường vụ Tỉnh ủy trả lời kiến nghị.")
    hold(appeal)
    if appeal.answered_at:
        raise RuleBroken("Kiến nghị này đã được trả lời.", field="answer")
    answer = passage(answer, field="answer", name="nội dung trả lời", limit=4000)
    if level and level != line.level:
        _set(line, level, answer, "answer", None, by, at)
        refuse(over_the_cap(queries.uses(line.round)))
    appeal.answer, appeal.answered_at, appeal.answered_by = answer, at, by.name
    appeal.save(update_fields=["answer", "answered_at", "answered_by"])
    audit.record("rating.appeal_answered", appeal, by=by, at=at, line=str(line.pk), level=line.level)
    return appeal


def _hold(line: RatingLine) -> None:
    """The round first: no step is made while one of its results changes."""
    hold(line.round)
    round = line.round
    hold(line)
    line.round = round


def _set(
    line: RatingLine, level: CompletionLevel, reason: str, field: str, id: UUID | None, by: Actor, at: datetime
) -> RatingOverride:
    now = CompletionLevel(line.level) if line.level else None
    refuse(override_objections(now=now, then=level))
    reason = passage(reason, field=field, name="lý do", limit=4000)
    rules = rule_values(line.round.province, line.round.year)
    refuse(reason_objections(reason, least=rules.reason_items_min, field=field))
    made = RatingOverride.objects.create(
        id=id or uuid7(),
        line=line,
        state=line.round.state,
        before=line.level,
        level=level,
        reason=reason,
        at=at,
        by_name=by.name,
    )
    line.level = level
    line.save(update_fields=["level"])
    audit.record("rating.overridden", made, by=by, at=at, line=str(line.pk), before=made.before, level=level.value)
    return made
