"""`simulate`: the same seed gives the same database, and real records are never mixed with invented ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from diaban.assignments.models import Assignment
from diaban.config import cli
from diaban.fieldwork.models import Support, Visit
from diaban.kit.actors import Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.digest import digest
from diaban.kit.errors import RuleBroken
from diaban.kit.models import AuditEvent
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.people.cast import CAST
from diaban.people.models import Account, Cadre, RoleGrant
from diaban.people.queries import grants_on
from diaban.places.models import Unit
from diaban.simulation import commands
from diaban.simulation.models import SimulatedYear
from diaban.simulation.rules.world import PROVINCE
from diaban.simulation.services import Simulated, simulate

pytestmark = pytest.mark.django_db


TODAY = date(2024, 5, 10)


def simulated(seed: int = 26, year: int = 2023, years: int = 1, until: date | None = None) -> str:
    """The digest of a database that held nothing before; its constraints are checked."""
    by = the_system(role=Role.BOARD)
    simulate(codes=["17"], year=year, years=years, seed=seed, measure=PROVINCE, until=until, by=by)
    connection.check_constraints()
    return digest()


def in_a_fresh_database(work: Callable[[], str]) -> str:
    with transaction.atomic():
        found = work()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_gives_the_same_digest_whatever_the_serials() -> None:
    first = in_a_fresh_database(lambda: simulated(years=2, until=TODAY))
    assert in_a_fresh_database(lambda: simulated(years=2, until=TODAY)) == first
    assert in_a_fresh_database(lambda: simulated(seed=27)) != first


def test_the_command_line_lives_the_years_up_to_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def note(**given: object) -> Simulated:
        asked.update(given)
        return Simulated()

    monkeypatch.setattr(commands, "simulate", note)
    words = ["simulate", "--province", "17", "--until", "2024-05-10", "--format", "json"]
    assert cli.run(cli.build_parser().parse_args(words)) == 0
    assert (asked["year"], asked["years"], asked["until"]) == (2023, 2, TODAY)


@pytest.mark.parametrize("until", [date(2023, 5, 10), date(2024, 4, 14), date(2024, 6, 15), date(2025, 5, 10)])
def test_a_year_that_runs_to_another_season_is_refused(until: date) -> None:
    with pytest.raises(RuleBroken, match="từ 15/4/2024 đến 14/6/2024") as refusal:
        simulated(years=2, until=until)
    assert refusal.value.field == "until"
    assert not SimulatedYear.objects.exists()


def test_a_year_that_the_units_do_not_outlive_is_refused() -> None:
    with pytest.raises(RuleBroken, match="01/07/2025"):
        simulated(year=2024, years=2)


@pytest.mark.usefixtures("year")
def test_hoa_binh_as_it_was() -> None:
    assert (Cadre.objects.count(), Assignment.objects.filter(starts_on="2022-12-14").count()) == (134, 151)
    total = Support.objects.filter(year=2023).aggregate(total=Sum("value_vnd"))["total"]
    assert 10_100_000_000 < total < 10_900_000_000
    assert Visit.objects.filter(province__code="17", year__in=[2023, 2024]).count() == Visit.objects.count()
    years = SimulatedYear.objects.order_by("year").values_list("year", "until")
    assert list(years) == [(2023, None), (2024, TODAY)]


@pytest.mark.usefixtures("year")
def test_what_the_running_year_owes_is_what_opening_it_would_write() -> None:
    province = Unit.objects.get(code="17", level="province", valid_from__lte=TODAY, valid_to__gt=TODAY)
    before = list(Obligation.objects.order_by("pk").values_list("pk", "due_on", "opens_on", "locks_on"))
    board = replace(the_system(role=Role.BOARD), province=province.pk)
    assert expect_year(province=province, year=2024, by=board, at=at_hanoi(TODAY)) == 0
    assert list(Obligation.objects.order_by("pk").values_list("pk", "due_on", "opens_on", "locks_on")) == before


@pytest.mark.usefixtures("year")
def test_the_cast_has_its_roles_and_nobody_has_a_password() -> None:
    accounts = {account.username: account for account in Account.objects.all()}
    assert set(accounts) == {member.username for member in CAST}
    assert not any(account.has_usable_password() for account in accounts.values())
    grants = {account.username: grant for account in accounts.values() if (grant := grants_on(account, TODAY).first())}
    cadre = Cadre.objects.get(account=accounts["canbo"])
    followed = Assignment.objects.filter(cadre=cadre)
    assert followed.count() == 2
    assert grants["xa"].unit in [one.commune for one in followed]
    assert grants["coquan"].agency == followed[0].agency
    assert grants["huyen"].unit == followed[0].commune.parent
    assert [grant.role for grant in grants_on(accounts["canbo"], TODAY)] == [Role.CADRE, Role.AGENCY]
    assert RoleGrant.objects.get(account=accounts["canbo"], role=Role.AGENCY).agency == grants["coquan"].agency


@pytest.mark.usefixtures("year")
def test_every_record_has_its_audit_line() -> None:
    visits = {f"fieldwork.visit:{key}" for key in Visit.objects.values_list("id", flat=True)}
    assert visits <= set(AuditEvent.objects.filter(action="simulated").values_list("subject", flat=True))


@pytest.mark.usefixtures("year")
def test_receipts_point_at_records_that_exist() -> None:
    received = Obligation.objects.exclude(received_record=None)
    lines = set(AuditEvent.objects.values_list("subject", flat=True))
    assert {f"{row.received_kind}:{row.received_record}" for row in received} <= lines


@pytest.mark.usefixtures("year")
def test_a_province_with_records_is_refused() -> None:
    with pytest.raises(RuleBroken, match="đã có năm mô phỏng"):
        simulated()
    SimulatedYear.objects.all().delete()
    with pytest.raises(RuleBroken, match="đã có phân công thật"):
        simulated()


def test_the_command_line_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = cli.build_parser().parse_args(["simulate", "--year", "2023"])
    assert cli.run(arguments) == 2
    assert "Thiếu mã tỉnh" in capsys.readouterr().err
