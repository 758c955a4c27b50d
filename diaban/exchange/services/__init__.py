"""The verbs of the room."""

from diaban.exchange.services.bulletins import read_bulletin, send_bulletin

__all__ = ["read_bulletin", "send_bulletin"]
