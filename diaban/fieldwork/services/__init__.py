"""The verbs of the room."""

from diaban.fieldwork.services.agency_acts import record_agency_act
from diaban.fieldwork.services.answers import (
    accept_answer,
    answer_difficulty,
    close_difficulty,
    extend_difficulty,
    grade_answer,
    raise_and_route,
    route_difficulty,
)
from diaban.fieldwork.services.commitments import end_commitment, promise
from diaban.fieldwork.services.confirmations import answer_dispute, confirm_visit, confirm_visits, dispute_visit
from diaban.fieldwork.services.innovations import (
    adopt_innovation,
    advance_innovation,
    offer_innovation,
    propose_innovation,
    tell_result,
)
from diaban.fieldwork.services.notes import note_situation, raise_difficulty
from diaban.fieldwork.services.sittings import (
    CommitmentDraft,
    DifficultyDraft,
    NoteDraft,
    Sitting,
    SupportDraft,
    VisitDraft,
    record_sitting,
)
from diaban.fieldwork.services.supports import (
    confirm_support,
    confirm_supports,
    dispute_support,
    record_support,
    reverse_support,
)
from diaban.fieldwork.services.visits import call_off_visit, cancel_visit, complete_visit, plan_visit, record_visit

__all__ = [
    "CommitmentDraft",
    "DifficultyDraft",
    "NoteDraft",
    "Sitting",
    "SupportDraft",
    "VisitDraft",
    "accept_answer",
    "adopt_innovation",
    "advance_innovation",
    "answer_difficulty",
    "answer_dispute",
    "call_off_visit",
    "cancel_visit",
    "close_difficulty",
    "complete_visit",
    "confirm_support",
    "confirm_supports",
    "confirm_visit",
    "confirm_visits",
    "dispute_support",
    "dispute_visit",
    "end_commitment",
    "extend_difficulty",
    "grade_answer",
    "note_situation",
    "offer_innovation",
    "plan_visit",
    "promise",
    "propose_innovation",
    "raise_and_route",
    "raise_difficulty",
    "record_agency_act",
    "record_sitting",
    "record_support",
    "record_visit",
    "reverse_support",
    "route_difficulty",
    "tell_result",
]
