"""The verbs of the room."""

from diaban.exchange.services.bulletins import read_bulletin, reply_bulletin, send_bulletin
from diaban.exchange.services.events import accept_invitation, announce_event, call_off_event, decline_invitation
from diaban.exchange.services.facts import record_facts
from diaban.exchange.services.feeds import make_feed, revoke_feed

__all__ = [
    "accept_invitation",
    "announce_event",
    "call_off_event",
    "decline_invitation",
    "make_feed",
    "read_bulletin",
    "record_facts",
    "reply_bulletin",
    "revoke_feed",
    "send_bulletin",
]
