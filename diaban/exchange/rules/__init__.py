"""The words and courses of what passes between a commune and its cadre. Plain Python."""

from diaban.exchange.rules.addresses import digest_of
from diaban.exchange.rules.events import INVITATION_NEXT, InvitationState, event_objections
from diaban.exchange.rules.facts import AreaClass, FactsDraft, facts_objections

__all__ = [
    "INVITATION_NEXT",
    "AreaClass",
    "FactsDraft",
    "InvitationState",
    "digest_of",
    "event_objections",
    "facts_objections",
]
