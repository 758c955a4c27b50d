"""A sealed form is told of nowhere else either: in no log, in nobody's reminder, in no mail."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from diaban.kit.clock import at_hanoi
from diaban.people.models import RoleGrant
from diaban.reminders.models import Message
from diaban.reminders.services import run_night
from tests import make
from tests.app.test_assessment_page import people, sent
from tests.pages import Browsers

__all__ = ["people"]
pytestmark = pytest.mark.django_db
MARK = "Bảy nghìn ba trăm chín mươi mốt."
DUE = date(2023, 11, 30)
"""On this day what the cadres owe of the year is due."""
WHO_MAY = ("commune", "board")


def told(people: Browsers) -> list[tuple[UUID, str, Any]]:
    """What a night would tell everybody but communes and the Board; nothing of it stays."""
    at = at_hanoi(DUE, 5, 30)
    with transaction.atomic():
        run_night(province=people.world.province, by=make.system(), at=at)
        knowing = RoleGrant.objects.filter(role__in=WHO_MAY).values("account")
        found = list(Message.objects.exclude(account__in=knowing).order_by("pk").values_list("pk", "subject", "lines"))
        transaction.set_rollback(True)
    return found


def test_no_log_and_no_reminder_tells_of_it(people: Browsers, caplog: pytest.LogCaptureFixture) -> None:
    before = told(people)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("diaban.assessment").debug("đối chứng")
        sent(people, strengths=MARK)
    assert "đối chứng" in caplog.text
    assert MARK not in caplog.text
    assert before
    assert told(people) == before
    assert MARK not in str(before)
