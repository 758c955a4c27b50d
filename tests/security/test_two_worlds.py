"""Two worlds: records that a person may not see change nothing in what the person is shown, not by one byte."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.db.models import F, Model, QuerySet

from diaban.assessment.models import AgencyAssessment, CommuneAssessment
from diaban.exchange.models import Bulletin
from diaban.fieldwork.models import AgencyAct, Difficulty, Innovation, SituationNote, Support, Visit
from diaban.kit import clock
from diaban.kit.ids import uuid7
from diaban.obligations.models import Obligation
from diaban.oversight.models import Finding, Inspection
from diaban.planning.models import ProgrammeItem
from diaban.ranking.models import QualityRanking
from tests.security import doors
from tests.security.conftest import TODAY, Year
from tests.security.doors import Knocking
from tests.security.facts import LEDGER_OF
from tests.security.oracle import Principal, may_see

NOON = clock.at_hanoi(TODAY, 12)
DOUBLED: tuple[type[Model], ...] = (
    *(Visit, SituationNote, Difficulty, Innovation, Support, AgencyAct, Bulletin, Finding, Inspection),
)
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.mark.parametrize(
    ("username", "more", "other"), [*((u, 100, 300) for u in ("canbo", "xa", "coquan")), ("btv", 0, 200)]
)
def test_hidden_records_change_nothing(
    guarded: Year, monkeypatch: pytest.MonkeyPatch, username: str, more: int, other: int
) -> None:
    """To the Standing Committee the sealed forms, and that they came, are the hidden world."""
    monkeypatch.setattr(clock, "now", lambda: NOON)
    who = guarded.principals[username]
    knocking = doors.knocking_as(who)
    own = [doors.record_door(r) for r in doors.sample(list(guarded.records.values()), who, each=1, seen=True)]
    summaries = [f"{year}{page}" for year in (doors.YEAR, doors.RUNNING) for page in ("", "so-lieu/", "ban-in/")]
    paths = (*summaries, *doors.list_doors(), *own)
    before = pages(knocking, paths)

    doubled, changed = fill_with_hidden(guarded, who)
    after = pages(knocking, paths)

    assert doubled >= more
    assert changed > other
    assert [path for path in paths if before[path] != after[path]] == []


def pages(knocking: Knocking, paths: tuple[str, ...]) -> dict[str, bytes]:
    return {path: _TOKEN.sub(b"", knocking.client.get(path).content) for path in paths}


def fill_with_hidden(year: Year, who: Principal) -> tuple[int, int]:
    """Out of the person's sight: more of each kind of record, and other contents in those that are there."""
    return sum(double(hidden(year, who, model)) for model in DOUBLED), change(year, who)


def hidden(year: Year, who: Principal, model: type[Model]) -> QuerySet[Model]:
    ledger = LEDGER_OF[model]
    keys: set[UUID] = {r.pk for r in year.records.values() if r.ledger == ledger and not may_see(who, r)}
    return model._default_manager.filter(pk__in=keys)


def double(rows: QuerySet[Model]) -> int:
    copies = list(rows.order_by("pk")[:40])
    for copy in copies:
        copy.pk = uuid7()
        if isinstance(copy, Support):
            copy.reverses = None
            copy.value_vnd = abs(copy.value_vnd)
    return len(rows.model._default_manager.bulk_create(copies))


def change(year: Year, who: Principal) -> int:
    """Other amounts, levels, days and receipts."""
    changes: dict[type[Model], dict[str, object]] = {
        Support: {"value_vnd": F("value_vnd") * 7, "whole_vnd": None, "households": 999},
        Visit: {"half_days": 60},
        SituationNote: {"trend": "worse"},
        ProgrammeItem: {"done_on": None},
        Obligation: {"cause_confirmed": True},
        CommuneAssessment: {"level": "completed", "wants_replacement": False, "sent_at": NOON},
        AgencyAssessment: {"self_level": "failed", "board_level": "failed"},
        QualityRanking: {"level": "failed", "proposed_level": "failed"},
    }
    return sum(hidden(year, who, model).update(**values) for model, values in changes.items())
