"""How what waits for a person is said."""

from diaban.desk.rules.form_names import FORM_NAMES, duration
from diaban.desk.rules.tasks import LATE, QUIET, SOON, Mark, Task, countdown, in_order, overdue

__all__ = ["FORM_NAMES", "LATE", "QUIET", "SOON", "Mark", "Task", "countdown", "duration", "in_order", "overdue"]
