"""Judging a year and concluding it exclude each other: no form slips in while the forms are being opened."""

from __future__ import annotations

from django.db import connection

from diaban.places.models import Unit


def judge_within(province: Unit, year: int) -> None:
    """Until the transaction ends the year is not concluded by anybody else; others may judge at the same time."""
    _lock("pg_advisory_xact_lock_shared", province, year)


def conclude_alone(province: Unit, year: int) -> None:
    """Until the transaction ends nobody else judges or concludes the year."""
    _lock("pg_advisory_xact_lock", province, year)


def _lock(function: str, province: Unit, year: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtext('assessment.year'), %s)", [province.pk * 10000 + year])
