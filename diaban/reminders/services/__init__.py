"""The verbs of the room."""

from diaban.reminders.services.choosing import choose_channels
from diaban.reminders.services.devices import add_device, drop_device
from diaban.reminders.services.sending import deliver, read_all, resend
from diaban.reminders.services.writing import remind_everybody, run_night, tell_urged

__all__ = [
    "add_device",
    "choose_channels",
    "deliver",
    "drop_device",
    "read_all",
    "remind_everybody",
    "resend",
    "run_night",
    "tell_urged",
]
