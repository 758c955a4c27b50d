"""The cadre has read the opened form and says something to it, once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import CommuneAssessment
from diaban.assessment.rules import answer_objections
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold


@transaction.atomic
def answer_assessment(*, assessment: CommuneAssessment, text: str, by: Actor, at: datetime) -> CommuneAssessment:
    """Kept beside the form, which stays as it is."""
    demand(policies.may_answer(by, assessment), "Chỉ cán bộ được nhận xét có ý kiến về phiếu đã mở.")
    hold(assessment)
    refuse(answer_objections(released=assessment.released_at is not None, answered=assessment.answered_at is not None))
    assessment.answer = passage(text, field="text", name="ý kiến", limit=4000)
    assessment.answered_at = at
    assessment.save(update_fields=["answer", "answered_at"])
    audit.record("assessment.answered", assessment, by=by, at=at)
    return assessment
