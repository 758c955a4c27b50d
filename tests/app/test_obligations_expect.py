"""A year or an assignment begins: what it owes is written down once, with its days and the rule that it comes from."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import DjangoAssertNumQueries

from diaban.assignments.models import AssignmentRole
from diaban.kit.actors import the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from diaban.obligations import services
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind
from tests.app.obligation_world import AT, agency, assign, assign_many, owed, world

pytestmark = pytest.mark.django_db

KINDS = ["agency_assessment", "commune_assessment", "half_year_report", "programme", "year_report"]


def kinds(year: int = 2023) -> list[str]:
    return sorted(Obligation.objects.filter(year=year).values_list("kind", flat=True))


def test_a_year_writes_what_every_assignment_owes() -> None:
    hoa_binh = world()
    assignment = assign(hoa_binh)

    written = services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)

    assert (written, kinds()) == (5, KINDS)
    report = owed(assignment, ObligationKind.YEAR_REPORT)
    assert (report.opens_on, report.due_on, report.locks_on) == (
        date(2023, 11, 15),
        date(2023, 11, 30),
        date(2024, 1, 31),
    )
    assert (report.commune_id, report.cadre_id, report.agency_id) == (
        assignment.commune_id,
        assignment.cadre_id,
        assignment.agency_id,
    )
    assert (report.rule_key, str(report.rule_set)) == ("year_due_day", "Quy định 26-QĐ/TU – bộ tham số 2022")


def test_expecting_again_writes_nothing_and_keeps_what_came() -> None:
    hoa_binh = world()
    assign(hoa_binh)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    ids = set(Obligation.objects.values_list("id", flat=True))

    again = services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)

    assert (again, set(Obligation.objects.values_list("id", flat=True))) == (0, ids)


def test_a_later_assignment_adds_only_its_own() -> None:
    hoa_binh = world()
    assign(hoa_binh)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    late = assign(hoa_binh, starts_on=date(2023, 10, 17))

    written = services.expect_assignment(assignment=late, by=hoa_binh.board, at=at_hanoi(date(2023, 10, 17)))

    assert written == 1
    assert owed(late, ObligationKind.PROGRAMME).due_on == date(2023, 11, 16)


def test_an_assignment_of_the_past_is_expected_up_to_the_present_year() -> None:
    hoa_binh = world()
    services.expect_assignment(assignment=assign(hoa_binh), by=hoa_binh.board, at=at_hanoi(date(2024, 5, 10)))
    assert [(kinds(year)) for year in (2022, 2023, 2024, 2025)] == [[], KINDS, KINDS, []]


def test_each_agency_is_assessed_once_and_a_sponsor_owes_nothing() -> None:
    hoa_binh = world()
    other = agency(hoa_binh.province, "Sở Tài chính")
    assign(hoa_binh)
    assign(hoa_binh)
    assign(hoa_binh, by_agency=other, role=AssignmentRole.SPONSOR)

    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)

    assessed = Obligation.objects.filter(kind=ObligationKind.AGENCY_ASSESSMENT)
    assert [(o.agency, o.commune, o.cadre) for o in assessed] == [(hoa_binh.agency, None, None)]
    assert Obligation.objects.count() == 9


def test_ending_an_assignment_closes_what_had_not_fallen_due() -> None:
    hoa_binh = world()
    assignment = assign(hoa_binh)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    with pytest.raises(RuleBroken):
        services.close_for_assignment(assignment=assignment, reason="chuyển công tác", by=hoa_binh.board, at=AT)
    assignment.ends_on = date(2023, 7, 1)
    assignment.save()

    closed = services.close_for_assignment(
        assignment=assignment, reason="chuyển công tác", by=hoa_binh.board, at=at_hanoi(date(2023, 7, 1))
    )

    assert closed == 2
    left = Obligation.objects.filter(assignment=assignment, closed_on=None)
    assert sorted(left.values_list("kind", flat=True)) == ["half_year_report", "programme"]


def test_another_province_may_not_expect_here() -> None:
    hoa_binh = world()
    with pytest.raises(NotAllowed):
        services.expect_year(province=hoa_binh.province, year=2023, by=the_system(0), at=AT)


def test_one_audit_line_says_how_many() -> None:
    hoa_binh = world()
    assign(hoa_binh)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    line = AuditEvent.objects.get(action="obligations.expected")
    assert (line.subject, line.details) == ("obligations:17:2023", {"year": 2023, "written": 5})


def test_a_thousand_assignments_cost_a_few_statements(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    hoa_binh = world()
    assign_many(hoa_binh, 1000)
    with django_assert_max_num_queries(12):
        written = services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    assert written == 4001


def test_the_database_refuses_a_second_row_for_the_same_thing() -> None:
    hoa_binh = world()
    assignment = assign(hoa_binh)
    services.expect_year(province=hoa_binh.province, year=2023, by=hoa_binh.board, at=AT)
    for known in (owed(assignment, ObligationKind.PROGRAMME), Obligation.objects.get(assignment=None)):
        known.pk = hoa_binh.agency.pk
        with pytest.raises(IntegrityError, match="one_obligation_per"), transaction.atomic():
            known.save(force_insert=True)
