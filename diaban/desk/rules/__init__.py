"""How what waits for a person is said."""

from diaban.desk.rules.tasks import LATE, QUIET, SOON, Mark, Task, countdown, in_order, overdue

__all__ = ["LATE", "QUIET", "SOON", "Mark", "Task", "countdown", "in_order", "overdue"]
