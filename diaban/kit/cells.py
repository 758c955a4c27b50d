"""One cell of a list of records: as people read it on a page, and as a workbook keeps it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from diaban.kit import formats
from diaban.kit.clock import local_date
from diaban.kit.figures import Column, Kind

NUMBERS = frozenset({Kind.NUMBER, Kind.VND, Kind.HALF_DAYS, Kind.DAYS})
"""What stands to the right of its column."""


def written(value: object, column: Column) -> str:
    """One cell as people read it."""
    if value is None or value == "":
        return formats.NO_VALUE
    if column.labels is not None:
        return column.labels.get(str(value), str(value))
    return WRITERS.get(column.kind, str)(value)


def exported(value: Any, column: Column) -> Any:
    """One cell of a workbook: words as on the page, numbers and days as such, nothing for no value."""
    if value is None:
        return None
    if column.labels is not None or column.kind in {Kind.TEXT, Kind.CHOICE, Kind.YES_NO}:
        return written(value, column)
    if column.kind is Kind.HALF_DAYS:
        return Decimal(value) / 2
    return local_date(value) if isinstance(value, datetime) else value


def is_number(column: Column) -> bool:
    return column.kind in NUMBERS and column.labels is None


def _day(value: Any) -> str:
    return formats.day(local_date(value) if isinstance(value, datetime) else value)


WRITERS: dict[Kind, Callable[[Any], str]] = {
    Kind.DATE: _day,
    Kind.VND: formats.money,
    Kind.HALF_DAYS: lambda half_days: formats.number(Decimal(half_days) / 2),
    Kind.NUMBER: formats.number,
    Kind.DAYS: formats.number,
    Kind.YES_NO: lambda yes: "Có" if yes else "Không",
}
