"""The verbs of the room."""

from diaban.fieldwork.services.agency_acts import record_agency_act
from diaban.fieldwork.services.answers import (
    accept_answer,
    answer_difficulty,
    close_difficulty,
    extend_difficulty,
    route_difficulty,
)
from diaban.fieldwork.services.confirmations import confirm_visit, dispute_visit
from diaban.fieldwork.services.innovations import adopt_innovation, advance_innovation, propose_innovation
from diaban.fieldwork.services.notes import note_situation, raise_difficulty
from diaban.fieldwork.services.supports import confirm_support, dispute_support, record_support, reverse_support
from diaban.fieldwork.services.visits import cancel_visit, complete_visit, plan_visit, record_visit

__all__ = [
    "accept_answer",
    "adopt_innovation",
    "advance_innovation",
    "answer_difficulty",
    "cancel_visit",
    "close_difficulty",
    "complete_visit",
    "confirm_support",
    "confirm_visit",
    "dispute_support",
    "dispute_visit",
    "extend_difficulty",
    "note_situation",
    "plan_visit",
    "propose_innovation",
    "raise_difficulty",
    "record_agency_act",
    "record_support",
    "record_visit",
    "reverse_support",
    "route_difficulty",
]
