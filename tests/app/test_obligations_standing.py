"""What SQL says of an obligation is what the rule says of it, for every mixture of facts and every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from uuid import uuid4

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from diaban.kit.actors import Actor, Role
from diaban.kit.clock import at_hanoi
from diaban.obligations import policies, queries, services
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationFacts, ObligationKind, State, days_late_of
from diaban.regulations.rules import RuleValues, standard_calendar
from tests.app.obligation_world import AT, World, agency, assign, assign_many, world

pytestmark = pytest.mark.django_db

RULES, CALENDAR = RuleValues(), standard_calendar()
DUES = [date(2023, 11, 30), date(2023, 12, 2), date(2023, 1, 19)]
"""A Thursday, a Saturday, and the day before Tết."""
RECEIVED = [None, -3, 0, 1, 2, 6, 12]
EXTENDED = [None, 2, 9]
ONS = [-20, -8, -7, -1, 0, 1, 2, 3, 5, 9, 10, 12, 40]


def mixtures() -> list[ObligationFacts]:
    found = []
    for due, received, extended, closed, cause in product(DUES, RECEIVED, EXTENDED, [None, 4], [False, True]):
        if closed is not None and received is not None:
            continue
        found.append(
            ObligationFacts(
                opens_on=due - timedelta(days=15),
                due_on=due,
                extended_to=_day(due, extended),
                received_on=_day(due, received),
                closed_on=_day(due, closed),
                cause_confirmed=cause,
            )
        )
    return found


def _day(due: date, offset: int | None) -> date | None:
    return None if offset is None else due + timedelta(days=offset)


def store(where: World, facts: list[ObligationFacts]) -> None:
    """One row for each mixture, on assignments made for it."""
    assign_many(where, len(facts))
    services.expect_year(province=where.province, year=2023, by=where.board, at=AT)
    rows = Obligation.objects.filter(kind=ObligationKind.YEAR_REPORT)
    for row, fact in zip(rows, facts, strict=True):
        row.opens_on, row.due_on, row.extended_to = fact.opens_on, fact.due_on, fact.extended_to
        row.cause_confirmed, row.closed_on = fact.cause_confirmed, fact.closed_on
        row.closed_reason = "hết phân công" if fact.closed_on else ""
        if fact.received_on:
            row.received_at, row.received_on = at_hanoi(fact.received_on), fact.received_on
            row.received_record, row.received_kind = uuid4(), "report"
            row.days_late = days_late_of(fact, received_on=fact.received_on, calendar=CALENDAR)
        row.save()


def test_sql_and_rule_agree_on_every_day() -> None:
    facts = mixtures()
    store(world(), facts)
    rows = Obligation.objects.filter(kind=ObligationKind.YEAR_REPORT)
    seen = set()
    for on in sorted({due + timedelta(days=offset) for due, offset in product(DUES, ONS)}):
        stood = queries.with_standing(rows, on=on, rules=RULES, calendar=CALENDAR)
        said = [
            (row.state, queries.standing_of(row, on=on, rules=RULES, calendar=CALENDAR).state.value) for row in stood
        ]
        assert [pair for pair in said if pair[0] != pair[1]] == []
        seen |= {state for state, _ in said}
    assert seen == {state.value for state in State}


def year_of_three() -> World:
    """Two cadres of one agency, one of another: in time, late, missing."""
    hoa_binh = world()
    other = agency(hoa_binh.province, "Sở Tài chính")
    on_time, late, missing = assign(hoa_binh), assign(hoa_binh), assign(hoa_binh, by_agency=other)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    for assignment, day in ((on_time, date(2023, 1, 31)), (late, date(2023, 2, 10))):
        programme = Obligation.objects.get(assignment=assignment, kind=ObligationKind.PROGRAMME)
        services.mark_received(
            obligation=programme, record_id=uuid4(), record_kind="programme", received_at=at_hanoi(day),
            by=hoa_binh.board, at=at_hanoi(day),
        )  # fmt: skip
    assert missing
    return hoa_binh


def test_the_tally_counts_each_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    hoa_binh = year_of_three()
    programmes = queries.of_year(hoa_binh.province.pk, 2023).filter(kind=ObligationKind.PROGRAMME)
    with django_assert_num_queries(1):
        tally = queries.tally(programmes, on=date(2023, 3, 1), rules=RULES, calendar=CALENDAR)
    assert (tally.total, tally.on_time, tally.late, tally.missing, tally.judged) == (3, 1, 1, 1, 3)


def test_the_tally_by_agency_and_by_kind(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    hoa_binh = year_of_three()
    owed = queries.of_year(hoa_binh.province.pk, 2023)
    with django_assert_num_queries(1):
        kinds = queries.tally_by("kind", owed, on=date(2023, 3, 1), rules=RULES, calendar=CALENDAR)
    agencies = queries.tally_by("agency_id", owed, on=date(2023, 3, 1), rules=RULES, calendar=CALENDAR)
    assert {key: (t.judged, t.missing) for key, t in kinds.items()} == {
        "programme": (3, 1),
        "half_year_report": (0, 0),
        "year_report": (0, 0),
        "commune_assessment": (0, 0),
        "agency_assessment": (0, 0),
    }
    assert sorted((t.on_time, t.late, t.missing) for t in agencies.values()) == [(0, 0, 1), (1, 1, 0)]


def test_those_in_a_state_are_the_ones_that_were_counted() -> None:
    hoa_binh = year_of_three()
    owed = queries.of_year(hoa_binh.province.pk, 2023)
    day = date(2023, 3, 1)
    found = queries.in_state(owed, State.SLIGHTLY_LATE, State.LATE, on=day, rules=RULES, calendar=CALENDAR)
    assert [(row.kind, row.days_late) for row in found] == [("programme", 8)]


def test_everybody_sees_what_lies_in_their_scope() -> None:
    hoa_binh = year_of_three()
    row = Obligation.objects.filter(kind=ObligationKind.PROGRAMME).earliest("received_at")
    assert row.cadre_id
    assert row.commune_id

    def sees(role: Role, **scope: object) -> list[str]:
        actor = Actor(account=None, name="thử", role=role, **scope)  # type: ignore[arg-type]  # one scope of its role
        return sorted(policies.visible_obligations(actor).values_list("kind", flat=True))

    own = ["half_year_report", "programme", "year_report"]
    assert sees(Role.CADRE, cadre=row.cadre_id) == own
    assert sees(Role.COMMUNE, communes=frozenset({row.commune_id})) == ["commune_assessment", *own]
    assert sees(Role.AGENCY, agencies=frozenset({hoa_binh.agency.pk})) == sorted(["agency_assessment", *own, *own])
    assert len(sees(Role.BOARD, province=hoa_binh.province.pk)) == Obligation.objects.count() == 14
    assert sees(Role.BOARD, province=0) == sees(Role.SYSTEM, province=hoa_binh.province.pk) == sees(Role.CADRE) == []
