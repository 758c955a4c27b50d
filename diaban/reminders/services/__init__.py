"""The verbs of the room."""

from diaban.reminders.services.choosing import choose_channels
from diaban.reminders.services.sending import deliver, read_all, resend
from diaban.reminders.services.writing import remind_everybody, run_night, tell_urged

__all__ = ["choose_channels", "deliver", "read_all", "remind_everybody", "resend", "run_night", "tell_urged"]
