"""The verbs of the room."""

from diaban.regulations.services.acts import (
    enter_calendar_day,
    register_directive,
    replace_directive,
    withdraw_calendar_day,
)
from diaban.regulations.services.drafting import (
    change_parameters,
    copy_rule_set,
    draft_rule_set,
    end_rule_set,
    publish_rule_set,
)
from diaban.regulations.services.seeding import seed_defaults, seed_regulations

__all__ = [
    "change_parameters",
    "copy_rule_set",
    "draft_rule_set",
    "end_rule_set",
    "enter_calendar_day",
    "publish_rule_set",
    "register_directive",
    "replace_directive",
    "seed_defaults",
    "seed_regulations",
    "withdraw_calendar_day",
]
