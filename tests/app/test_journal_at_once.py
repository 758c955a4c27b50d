"""Many hands write at the same time, some take back what they wrote: each chain stays whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date, timedelta
from uuid import uuid4

import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

from diaban.journal.models import Entry
from diaban.journal.queries import verify
from tests import database, make

HANDS, TIMES = 6, 40
DAY = date(2023, 12, 5)
INSERT = (
    "INSERT INTO journal_sealedreading (id, province_id, table_name, record, read_on, read_at, by_id, by_name, role) "
    "VALUES (%s, %s, 'assessment_communeassessment', %s, %s, now(), %s, 'Thử', 'board')"
)


@pytest.fixture
def of_its_own(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, int]]:
    """A database that several connections write to, and a province in it."""
    name = f"test_diaban_at_once_{os.getpid()}"
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(database.spare_copy(database.EMPTY, name))
        stack.enter_context(database.in_use(name))
        yield name, make.world().province.pk


def test_hands_that_write_at_once_leave_no_gap_and_no_fork(of_its_own: tuple[str, int]) -> None:
    name, province = of_its_own

    def hand(number: int) -> int:
        kept = 0
        with psycopg.connect(database.address_of(name)) as connection:
            for time in range(TIMES):
                row = [uuid4(), province, uuid4(), DAY + timedelta(days=time), uuid4()]
                connection.execute(INSERT, row)
                if (number + time) % 5:
                    connection.commit()
                    kept += 1
                else:
                    connection.rollback()
        return kept

    with ThreadPoolExecutor(HANDS) as pool:
        kept = sum(pool.map(hand, range(HANDS)))

    found = verify()
    assert found.faults == []
    of_the_hands = Entry.objects.filter(table_name="journal_sealedreading")
    assert of_the_hands.exclude(record="").count() == kept
    assert of_the_hands.filter(record="").count() == 1  # the columns, noted with the first
    assert kept == HANDS * TIMES * 4 // 5
