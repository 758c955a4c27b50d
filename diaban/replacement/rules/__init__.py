"""The words and the rules of replacing a cadre."""

from diaban.replacement.rules.deciding import (
    decision_objections,
    grant_objections,
    handover_objections,
    hearing_objections,
    lacking_objections,
    person_objections,
    proposal_objections,
    reason_objections,
    request_objections,
)
from diaban.replacement.rules.words import (
    NEXT,
    OPEN,
    REPLACED,
    Proposal,
    ReplacementReason,
    ReplacementState,
    Requester,
    Side,
    decided,
    due_of,
    printable,
)

__all__ = [
    "NEXT",
    "OPEN",
    "REPLACED",
    "Proposal",
    "ReplacementReason",
    "ReplacementState",
    "Requester",
    "Side",
    "decided",
    "decision_objections",
    "due_of",
    "grant_objections",
    "handover_objections",
    "hearing_objections",
    "lacking_objections",
    "person_objections",
    "printable",
    "proposal_objections",
    "reason_objections",
    "request_objections",
]
