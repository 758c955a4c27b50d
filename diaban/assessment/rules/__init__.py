"""The words and the rules of the year's end."""

from diaban.assessment.rules.doubts import Doubt, YearRecord, doubts
from diaban.assessment.rules.forms import (
    FormDraft,
    FormFacts,
    MarkDraft,
    closing_objections,
    conclusion_objections,
    form_objections,
    mark_objections,
    reason_objections,
    return_objections,
    signer_objections,
    vote_objections,
)
from diaban.assessment.rules.replacement import decision_objections, grant_objections, request_objections
from diaban.assessment.rules.words import (
    CRITERIA,
    NEXT,
    OPEN,
    Mark,
    ReplacementReason,
    ReplacementState,
    Requester,
)

__all__ = [
    "CRITERIA",
    "NEXT",
    "OPEN",
    "Doubt",
    "FormDraft",
    "FormFacts",
    "Mark",
    "MarkDraft",
    "ReplacementReason",
    "ReplacementState",
    "Requester",
    "YearRecord",
    "closing_objections",
    "conclusion_objections",
    "decision_objections",
    "doubts",
    "form_objections",
    "grant_objections",
    "mark_objections",
    "reason_objections",
    "request_objections",
    "return_objections",
    "signer_objections",
    "vote_objections",
]
