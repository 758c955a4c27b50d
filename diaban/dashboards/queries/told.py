"""The figures of a year as data, and the code by which two prints of it are held against each other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from django.db import connection
from django.db.models import Max, Min
from django.db.models.functions import Coalesce

from diaban.assignments.models import Assignment
from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.summary import YearSummary, scope_of_year
from diaban.kit.actors import the_system
from diaban.kit.figures import Figure, Number, Scope, statement_of, tally
from diaban.places.models import Unit


def figures_told(scope: Scope, *, province: Unit, at: datetime, simulated: bool) -> dict[str, object]:
    """Every named figure with its value, JSON-able. Half-days and đồng are whole; averages have one decimal."""
    numbers = tally(FIGURES.values(), scope)
    return {
        "province": {"code": province.code, "name": province.name},
        "year": scope.year,
        "as_of": scope.as_of.isoformat(),
        "made_at": at.isoformat(),
        "simulated": simulated,
        "figures": [_told(figure, numbers[key]) for key, figure in FIGURES.items()],
    }


def _told(figure: Figure, value: Number) -> dict[str, object]:
    return {
        "key": figure.key,
        "row": figure.row,
        "title": figure.title,
        "value": float(value) if isinstance(value, Decimal) else value,
        "unit": "nửa ngày" if figure.is_half_days else figure.unit,
    }


def definitions(*, as_of: date, province: str = "") -> list[dict[str, object]]:
    """Every figure of every year with assignments, of all provinces or of one code: its title, value and SQL.

    Whoever loads the archive's CSV files into tables of the same names gets each value by running its SQL.
    """
    return [
        {
            "province": found.code,
            "year": year,
            "as_of": as_of.isoformat(),
            "figures": _defined(found, year, as_of),
        }
        for found, year in _years_followed(as_of)
        if province in {"", found.code}
    ]


def _years_followed(as_of: date) -> Iterator[tuple[Unit, int]]:
    spans = Assignment.objects.values_list("province").annotate(
        first=Min("starts_on"), last=Max(Coalesce("ends_on", as_of))
    )
    for key, first, last in spans.order_by("province__code", "province"):
        for year in range(first.year, min(last, as_of).year + 1):
            yield Unit.objects.get(pk=key), year


def _defined(province: Unit, year: int, as_of: date) -> list[dict[str, object]]:
    scope = scope_of_year(the_system(province.pk), province=province.pk, year=year, as_of=as_of)
    return [_told(one, tally([one], scope)[one.key]) | {"sql": _sql(one, scope)} for one in FIGURES.values()]


def _sql(figure: Figure, scope: Scope) -> str:
    """The figure's own statement with its values written in."""
    statement = statement_of(figure, scope)
    if statement is None:
        return "SELECT 0"
    with connection.connection.cursor() as cursor:
        return str(cursor.mogrify(*statement))


def check_code(year: YearSummary) -> str:
    """Eight signs that two documents share when, and only when, all their figures agree."""
    told = json.dumps({key: str(value) for key, value in sorted(year.numbers.items())})
    mark = hashlib.sha256(f"{year.scope.province}:{year.scope.year}:{told}".encode()).hexdigest().upper()
    return f"{mark[:4]}-{mark[4:8]}"
