"""Who may look at the year as a whole, each within the own scope. Whoever keeps the system sees no content."""

from diaban.kit.actors import Actor
from diaban.people.policies import READERS

SUMMARY_ROLES = READERS


def may_see_summary(actor: Actor) -> bool:
    return actor.role in SUMMARY_ROLES and actor.province is not None
