"""What runs by itself, on the product's own PostgreSQL: a summary every morning, mail every five minutes.

Both may be killed at any moment and run again: what was done stands in the tables, not in the queue.
"""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from diaban.kit import clock
from diaban.kit.actors import the_system
from diaban.reminders import services

LOG = logging.getLogger(__name__)
MORNING, OFTEN = "30 22 * * *", "*/5 * * * *"
"""In UTC: half past five in Hà Nội, and every five minutes."""


@app.periodic(cron=MORNING)
@app.task(queueing_lock="night", lock="night")
def night(timestamp: int) -> None:
    """Every province that exists today. A night that was missed is caught up by the next."""
    LOG.info("night: %d people", services.remind_everybody(by=the_system(), at=clock.now()))


@app.periodic(cron=OFTEN)
@app.task(queueing_lock="mail", lock="mail")
def mail(timestamp: int) -> None:
    by, at = the_system(), clock.now()
    services.tell_urged(by=by, at=at)
    sent, failed = services.deliver(by=by, at=at)
    if sent or failed:
        LOG.info("mail: %d sent, %d not", sent, failed)
