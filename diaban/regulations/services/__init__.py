"""The verbs of the room."""

from diaban.regulations.services.acts import (
    draft_rule_set,
    end_rule_set,
    enter_calendar_day,
    publish_rule_set,
    register_directive,
    replace_directive,
)
from diaban.regulations.services.seeding import seed_defaults, seed_regulations

__all__ = [
    "draft_rule_set",
    "end_rule_set",
    "enter_calendar_day",
    "publish_rule_set",
    "register_directive",
    "replace_directive",
    "seed_defaults",
    "seed_regulations",
]
