"""The records of a simulated year: read in few queries, and judged as the file that they are written to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diaban.config import cli
from diaban.fieldwork.models import Visit
from diaban.fieldwork.rules import VisitState
from diaban.kit.shape_schemas import writer
from diaban.obligations.models import Obligation
from diaban.obligations.rules.kinds import CADRE_KINDS
from diaban.places.queries import province_of_year
from diaban.ranking.queries import records_of, rulebook_of
from diaban.ranking.rules import Records, Rulebook, YearRating, rate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]


def test_a_year_of_the_database_is_judged_as_its_file(tmp_path: Path) -> None:
    province = province_of_year("17", 2023)
    assert province
    with CaptureQueriesContext(connection) as asked:
        records = records_of(province, 2023, as_of=date(2024, 5, 10))
    assert len(asked) <= 20
    assert len(records.cadres) > 100
    done = Visit.objects.filter(province=province, year=2023, state=VisitState.DONE)
    assert sum(sum(cadre.visits.by_quarter) for cadre in records.cadres) == done.count()
    owed = Obligation.objects.filter(province=province, year=2023, kind__in=CADRE_KINDS, closed_on=None)
    assert sum(len(each.programmes) + len(each.reports) for each in records.cadres) == owed.count()

    given, out = tmp_path / "records.json", tmp_path / "result.json"
    given.write_text(json.dumps(writer(Records)(records)), encoding="utf-8")
    words = ["rate", "--input", str(given), "--rules", "mac-dinh", "--out", str(out)]
    assert cli.run(cli.build_parser().parse_args(words)) == 0
    found = rate(records, rulebook_of(province, 2023))
    from_file = json.loads(out.read_text(encoding="utf-8"))
    assert from_file["verdicts"]
    by_default = json.loads(json.dumps(writer(YearRating)(rate(records, Rulebook()))))
    assert from_file == by_default
    assert {verdict.id for verdict in found.verdicts} == {verdict["id"] for verdict in from_file["verdicts"]}


def test_a_day_within_the_year_asks_for_less() -> None:
    province = province_of_year("17", 2023)
    early = records_of(province, 2023, as_of=date(2023, 5, 1))
    late = records_of(province, 2023, as_of=date(2024, 5, 10))
    assert not any(cadre.forms for cadre in early.cadres)
    assert 0 < sum(each.items.planned for each in early.cadres) < sum(each.items.planned for each in late.cadres)
