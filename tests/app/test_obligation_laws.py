"""Whatever happens to assignments and papers, each obligation stands in one state, and the sums over any cut agree."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diaban.assignments.models import Assignment, EndReason
from diaban.assignments.services.changing import end_assignment
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.obligations.models import Obligation
from diaban.obligations.queries import Group, of_year, standing_of, tally, tally_by, with_standing
from diaban.obligations.rules import State
from diaban.obligations.services import (
    close_for_assignment,
    confirm_cause,
    expect_assignment,
    expect_year,
    extend,
    mark_received,
    withdraw_receipt,
)
from diaban.regulations.queries import calendar, rule_values
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db
DAYS = st.integers(0, 420).map(lambda n: date(2023, 1, 1) + timedelta(days=n))
ACTS = st.lists(
    st.tuples(st.sampled_from(["begin", "end", "extend", "excuse", "submit", "return", "again"]), st.integers(), DAYS),
    max_size=14,
)
CUTS: tuple[Group, ...] = ("kind", "agency_id", "commune_id", "cadre_id", "province_id")


def happen(world: World, act: str, choice: int, day: date) -> None:
    """One event; what the rules refuse has not happened."""
    by, at = world.as_board, at_hanoi(day)
    duties = list(Assignment.objects.order_by("id"))
    owed = list(Obligation.objects.order_by("id"))
    one: Any = owed[choice % len(owed)]
    duty = duties[choice % len(duties)]
    if act == "begin":
        place = make.commune(f"Xã {choice % 9999}", district=world.district, code=f"{10000 + len(duties)}")
        begun = make.assignment(cadre=world.lan, commune=place, agency=world.noi_vu, starts_on=day)
        expect_assignment(assignment=begun, by=by, at=max(at, AT))
    elif act == "end":
        reason = list(EndReason)[choice % len(EndReason)]
        end_assignment(assignment=duty, ends_on=day, reason=reason, by=by, at=at)
        close_for_assignment(assignment=duty, reason=reason.label, by=by, at=at)
    elif act == "extend":
        extend(obligation=one, new_due_on=day, reason="Mưa lũ.", by=by, at=at)
    elif act == "excuse":
        confirm_cause(obligation=one, reason="Điều động.", by=by, at=at)
    elif act == "submit":
        mark_received(obligation=one, record_id=uuid7(), record_kind="x.y", received_at=at, by=by, at=at)
    elif act == "return":
        withdraw_receipt(obligation=one, reason="Thiếu.", by=by, at=at)
    else:
        expect_year(province=world.province, year=2023, by=by, at=at)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=ACTS, today=DAYS)
def test_one_state_each_and_sums_that_agree(acts: list[tuple[str, int, date]], today: date) -> None:
    with transaction.atomic():
        world = make.world()
        expect_year(province=world.province, year=2023, by=world.as_board, at=AT)
        known = set(Obligation.objects.values_list("pk", flat=True))
        for act, choice, day in acts:
            try:
                with transaction.atomic():
                    happen(world, act, choice, day)
            except (RuleBroken, ValueError):
                continue

        rules, days = rule_values(world.province, 2023), calendar()
        given_day: dict[str, Any] = {"on": today, "rules": rules, "calendar": days}
        rows = of_year(world.province.pk, 2023)
        assert known <= set(rows.values_list("pk", flat=True))
        for row in with_standing(rows, **given_day):
            assert standing_of(row, **given_day).state is State(row.state)
        whole = tally(rows, **given_day)
        assert whole.total == rows.count()
        for cut in CUTS:
            parts = tally_by(cut, rows, **given_day).values()
            for state in State:
                assert sum(part.of(state) for part in parts) == whole.of(state), (cut, state)
        transaction.set_rollback(True)
