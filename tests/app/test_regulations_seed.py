"""The Organisation Board's registers after set-up: directives, rule sets, and which of them rule a year."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import DjangoAssertNumQueries

from diaban.kit.actors import Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from diaban.places.models import Unit
from diaban.places.rules.kinds import Level
from diaban.regulations import queries, services
from diaban.regulations.models import CalendarDay, Directive, RuleParameter, RuleSet
from diaban.regulations.rules import PARAMETERS, Mark, RuleValues, standard_calendar
from diaban.regulations.rules.directives import DayKind, DirectiveKind, RuleSetState
from diaban.regulations.rules.parameter import Source

pytestmark = pytest.mark.django_db

AT = at_hanoi(date(2022, 12, 14))


def province(code: str = "17", name: str = "Tỉnh Hòa Bình") -> Unit:
    return Unit.objects.create(
        code=code, name=name, level=Level.PROVINCE, kind="tỉnh", valid_from=date(2004, 1, 1), folded=name.lower()
    )


def seeded(code: str = "17") -> Unit:
    made = province(code)
    services.seed_regulations(province=made, by=the_system(made.pk), at=AT)
    return made


def test_the_three_directives_are_registered() -> None:
    seeded()
    assert [(str(d), d.issued_on) for d in Directive.objects.all()] == [
        ("Kết luận 1016-KL/TU", date(2024, 5, 8)),
        ("Quyết định 718-QĐ/TU", date(2022, 12, 14)),
        ("Quy định 26-QĐ/TU", date(2022, 12, 14)),
    ]


def test_seeding_again_changes_nothing() -> None:
    hoa_binh = seeded()
    counts = (
        Directive.objects.count(),
        RuleSet.objects.count(),
        RuleParameter.objects.count(),
        AuditEvent.objects.count(),
    )
    services.seed_regulations(province=hoa_binh, by=the_system(hoa_binh.pk), at=AT)
    again = (
        Directive.objects.count(),
        RuleSet.objects.count(),
        RuleParameter.objects.count(),
        AuditEvent.objects.count(),
    )
    assert counts == again == (3, 2, 2 * len(PARAMETERS), 7)


def test_every_parameter_is_stored_with_its_source() -> None:
    seeded()
    rule_set = RuleSet.objects.get(code="26-QĐ/TU-2022")
    stored = {p.key: (p.source_mark, p.citation) for p in rule_set.parameters.all()}
    assert stored.keys() == PARAMETERS.keys()
    assert stored["assignment_length"] == (Mark.SOURCE, PARAMETERS["assignment_length"].source.citation)
    assert stored["excellent_beyond_percent"] == (Mark.SOURCE, "Quy định 124-QĐ/TW ngày 04/10/2023")
    assert stored["min_cell_meetings_per_year"] == (Mark.ASSUMED, "mặc định của phần mềm")


def test_a_year_is_judged_by_the_rules_of_its_day(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    hoa_binh, elsewhere = seeded(), province("25", "Tỉnh Phú Thọ")
    with django_assert_num_queries(2):
        rules = queries.rule_values(hoa_binh, 2023)
    assert (rules.name, rules.excellent_beyond_percent) == ("Quy định 26-QĐ/TU – bộ tham số 2022", 50)
    assert queries.rule_values(hoa_binh, 2021).name == "Mặc định của phần mềm"
    assert queries.rule_values(elsewhere, 2023).excellent_beyond_percent == 30
    assert queries.rule_values_on(hoa_binh, date(2022, 12, 13)).name == "Mặc định của phần mềm"
    assert queries.rule_values_on(hoa_binh, date(2022, 12, 14)).name == "Quy định 26-QĐ/TU – bộ tham số 2022"


def test_without_any_rule_set_the_defaults_rule() -> None:
    assert queries.rule_values(province(), 2023) == RuleValues()


def test_a_new_rule_set_takes_over_when_the_old_one_ends() -> None:
    hoa_binh = seeded()
    board = the_system(hoa_binh.pk)
    stricter = services.draft_rule_set(
        province=hoa_binh,
        code="2024",
        name="Bộ tham số 2024",
        starts_on=date(2024, 1, 1),
        changes={"min_visits_per_year": (12, Source(Mark.SOURCE, "Quyết định thử"))},
        by=board,
        at=AT,
    )
    with pytest.raises(RuleBroken, match="đang áp dụng trong cùng thời gian"):
        services.publish_rule_set(rule_set=stricter, by=board, at=AT)

    old = RuleSet.objects.get(code="26-QĐ/TU-2022")
    services.end_rule_set(rule_set=old, ends_on=date(2024, 1, 1), by=board, at=AT)
    services.publish_rule_set(rule_set=stricter, by=board, at=AT)

    required = [queries.rule_values(hoa_binh, year).min_visits_per_year for year in (2023, 2024, 2025)]
    assert required == [4, 12, 12]


def test_the_database_itself_refuses_two_published_sets_at_a_time() -> None:
    hoa_binh = seeded()
    with pytest.raises(IntegrityError, match="one_published_rule_set_at_a_time"), transaction.atomic():
        RuleSet.objects.create(
            province=hoa_binh,
            code="khac",
            name="Bộ khác",
            starts_on=date(2023, 5, 1),
            state=RuleSetState.PUBLISHED,
            published_at=AT,
        )


def test_a_principle_of_the_product_cannot_be_switched_off() -> None:
    hoa_binh = province()
    with pytest.raises(RuleBroken, match="nguyên tắc của phần mềm"):
        services.draft_rule_set(
            province=hoa_binh,
            code="x",
            name="Bộ thử",
            starts_on=date(2024, 1, 1),
            changes={"location_collected": (True, Source(Mark.ASSUMED))},
            by=the_system(hoa_binh.pk),
            at=AT,
        )


def test_another_province_and_another_role_may_not_regulate() -> None:
    hoa_binh, phu_tho = province(), province("25", "Tỉnh Phú Thọ")
    for actor in (the_system(phu_tho.pk), the_system(hoa_binh.pk, role=Role.CADRE)):
        with pytest.raises(NotAllowed):
            services.draft_rule_set(
                province=hoa_binh, code="x", name="Bộ thử", starts_on=date(2024, 1, 1), by=actor, at=AT
            )


def test_number_and_abbreviation_may_be_shared_by_two_kinds() -> None:
    hoa_binh = seeded()
    other = services.register_directive(
        province=hoa_binh,
        kind=DirectiveKind.DECISION,
        number=26,
        symbol="26-QĐ/TU",
        issued_on=date(2022, 12, 14),
        issuer="Ban Thường vụ Tỉnh ủy",
        title="về một việc khác",
        by=the_system(hoa_binh.pk),
        at=AT,
    )
    assert Directive.objects.filter(symbol="26-QĐ/TU").count() == 2
    assert str(other) == "Quyết định 26-QĐ/TU"


def test_a_replaced_directive_is_no_longer_in_force() -> None:
    hoa_binh = seeded()
    old, new = Directive.objects.get(number=26), Directive.objects.get(number=1016)
    services.replace_directive(directive=old, replaced_by=new, on=date(2024, 5, 8), by=the_system(hoa_binh.pk), at=AT)
    symbols = [d.symbol for d in queries.directives_in_force(date(2024, 5, 8), province=hoa_binh)]
    assert symbols == ["1016-KL/TU", "718-QĐ/TU"]


def test_a_day_entered_by_the_office_changes_the_calendar() -> None:
    assert queries.calendar() == standard_calendar()
    services.enter_calendar_day(
        day=date(2024, 9, 9), kind=DayKind.OFF, reason="nghỉ khắc phục bão", source="Công điện", by=the_system(), at=AT
    )
    assert not queries.calendar().is_working(date(2024, 9, 9))
    services.enter_calendar_day(
        day=date(2024, 9, 9), kind=DayKind.WORKING, reason="đi làm lại", source="Công điện", by=the_system(), at=AT
    )
    assert queries.calendar().is_working(date(2024, 9, 9))
    assert CalendarDay.objects.count() == 1
