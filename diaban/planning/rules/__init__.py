"""The words and the course of a yearly programme, and how it is held against the rule set."""

from diaban.planning.rules.checking import Check, Minimums, check, template
from diaban.planning.rules.course import (
    ATTENDED,
    NEXT,
    EventKind,
    ItemDraft,
    ProgrammeState,
    Topic,
    YearFacts,
    item_objections,
    sending_objections,
    year_objections,
)

__all__ = [
    "ATTENDED",
    "NEXT",
    "Check",
    "EventKind",
    "ItemDraft",
    "Minimums",
    "ProgrammeState",
    "Topic",
    "YearFacts",
    "check",
    "item_objections",
    "sending_objections",
    "template",
    "year_objections",
]
