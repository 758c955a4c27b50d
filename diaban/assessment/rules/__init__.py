"""The words and the rules of the year's end."""

from diaban.assessment.rules.doubts import Doubt, YearRecord, doubts
from diaban.assessment.rules.filling import (
    CHECKED,
    Check,
    checks,
    draft_of,
    mark_from,
    missing,
)
from diaban.assessment.rules.forms import (
    FormDraft,
    FormFacts,
    MarkDraft,
    answer_objections,
    closing_objections,
    conclusion_objections,
    filing_objections,
    fixing_objections,
    form_objections,
    held_in,
    mark_objections,
    meeting_objections,
    return_objections,
    signer_objections,
    vote_objections,
)
from diaban.assessment.rules.likeness import alike, likeness_doubts
from diaban.assessment.rules.words import (
    CRITERIA,
    Fixed,
    Mark,
)

__all__ = [
    "CHECKED",
    "CRITERIA",
    "Check",
    "Doubt",
    "Fixed",
    "FormDraft",
    "FormFacts",
    "Mark",
    "MarkDraft",
    "YearRecord",
    "alike",
    "answer_objections",
    "checks",
    "closing_objections",
    "conclusion_objections",
    "doubts",
    "draft_of",
    "filing_objections",
    "fixing_objections",
    "form_objections",
    "held_in",
    "likeness_doubts",
    "mark_from",
    "mark_objections",
    "meeting_objections",
    "missing",
    "return_objections",
    "signer_objections",
    "vote_objections",
]
