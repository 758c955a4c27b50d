"""The figures of a year as data, and the code by which two prints of it are held against each other."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from decimal import Decimal

from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.summary import YearSummary
from diaban.kit.figures import Figure, Number, Scope, tally
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


def check_code(year: YearSummary) -> str:
    """Eight signs that two documents share when, and only when, all their figures agree."""
    told = json.dumps({key: str(value) for key, value in sorted(year.numbers.items())})
    mark = hashlib.sha256(f"{year.scope.province}:{year.scope.year}:{told}".encode()).hexdigest().upper()
    return f"{mark[:4]}-{mark[4:8]}"
