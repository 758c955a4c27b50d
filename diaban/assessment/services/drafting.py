"""A commune writes its form in several sittings: what is written is kept on the server, then sent as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import AssessmentDraft, CommuneAssessment
from diaban.assessment.queries.forms import as_written
from diaban.assessment.rules import draft_of, missing
from diaban.assessment.services.sending import send_assessment
from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.editions import demand_unmoved
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand
from diaban.kit.records import hold, sent_before

COMMUNE_ONLY = "Chỉ Đảng ủy xã viết phiếu nhận xét cán bộ theo dõi xã mình."


@transaction.atomic
def save_draft(
    *, assignment: Assignment, year: int, written: Mapping[str, Any], seen: str = "", by: Actor, at: datetime
) -> AssessmentDraft:
    """Keep what is written so far, whole or not. `seen` is the stamp of what the writer saw of an earlier saving."""
    demand(policies.may_assess(by, assignment), COMMUNE_ONLY)
    hold(assignment)
    draft = AssessmentDraft.objects.filter(assignment=assignment, year=year).first()
    if draft is None:
        draft = AssessmentDraft(assignment=assignment, year=year, **whose(assignment))
    else:
        demand_unmoved(seen, record=draft, now=as_written(draft.written), by=by)
    draft.written = {name: _stored(value) for name, value in written.items()}
    draft.saved_at = at
    draft.save()
    audit.record("assessment.draft_saved", draft, by=by, at=at, year=year)
    return draft


@transaction.atomic
def send_draft(
    *, draft: AssessmentDraft, seen_at: datetime, id: UUID | None = None, by: Actor, at: datetime
) -> CommuneAssessment:
    """Send what was read through at `seen_at`. Raises RuleBroken when it is not whole or was saved anew since."""
    demand(policies.may_assess(by, draft.assignment), COMMUNE_ONLY)
    own = {"assignment_id": draft.assignment_id, "year": draft.year}
    if known := sent_before(CommuneAssessment.objects.all(), id, **own):
        return known
    hold(draft.assignment)  # before the draft, in the order of save_draft
    hold(draft)
    if draft.saved_at != seen_at:
        raise RuleBroken("Phiếu đã được lưu lại sau khi trang này mở. Hãy đọc lại bản mới trước khi gửi.")
    lacking = missing(draft.written)
    whole = draft_of(draft.written)
    if whole is None or lacking:
        parts = "; ".join(f"{check.label} ({check.lack.lower()})" for check in lacking)
        raise RuleBroken(f"Phiếu chưa đủ nên chưa gửi được: {parts}.")
    return send_assessment(assignment=draft.assignment, year=draft.year, draft=whole, id=id, by=by, at=at)


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, list | tuple) else value
