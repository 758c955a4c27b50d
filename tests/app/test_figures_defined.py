"""The SQL that goes with the archive gives each figure, run by somebody who has nothing but the tables."""

from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest
from django.db import connection

from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.told import definitions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]


def test_each_figure_of_each_year_comes_out_of_its_own_sql() -> None:
    years = definitions(as_of=date(2024, 5, 10), province="17")
    assert [year["year"] for year in years] == [2022, 2023, 2024]
    for year in years:
        told = cast("list[dict[str, Any]]", year["figures"])
        assert [one["key"] for one in told] == list(FIGURES)
        assert {one["key"]: one["value"] for one in told} == {one["key"]: answer_of(one["sql"]) for one in told}


def answer_of(sql: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        (number,) = cursor.fetchone() or (0,)
    return float(round(Decimal(number or 0), 1))


def test_another_province_is_left_out() -> None:
    assert definitions(as_of=date(2024, 5, 10), province="25") == []
