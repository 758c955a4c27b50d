"""What comes in from outside and touches several rooms: the office's list of assignments, and what follows from it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from diaban.assignments.services import ImportReport, import_assignments
from diaban.kit.actors import Actor, the_system
from diaban.kit.clock import local_date
from diaban.obligations.services import expect_year
from diaban.places.queries import province_on


@transaction.atomic
def take_in_assignments(
    *,
    content: bytes,
    filename: str,
    province: str | None = None,
    starts_on_default: date | None = None,
    answers: dict[str, str] | None = None,
    commit: bool = False,
    by: Actor,
    at: datetime,
) -> ImportReport:
    """Understand a file of assignments; with `commit`, record it and write down what the new assignments owe.

    All of it or nothing; the same file a second time adds nothing. Raises FileRefused for a file not to be taken.
    """
    report = import_assignments(
        content=content,
        filename=filename,
        province=province,
        starts_on_default=starts_on_default,
        answers=answers,
        commit=commit,
        by=by,
        at=at,
    )
    if report.recorded:
        _expect(report, by, at)
    return report


def _expect(report: ImportReport, by: Actor, at: datetime) -> None:
    """From the year of the first assignment to the present one; expecting again writes only what is missing."""
    province = province_on(report.province, report.on)
    keeper = the_system(province.pk) if by.account is None else by
    starts = [entry.starts_on for entry in report.understood.entries if entry.starts_on]
    for year in range(min(starts).year, max(local_date(at).year, max(starts).year) + 1):
        expect_year(province=province, year=year, by=keeper, at=at)
