"""The words and courses of what passes between a commune and its cadre. Plain Python."""

from diaban.exchange.rules.events import INVITATION_NEXT, InvitationState
from diaban.exchange.rules.facts import AreaClass

__all__ = ["INVITATION_NEXT", "AreaClass", "InvitationState"]
