"""`simulate`: the same seed gives the same database, and real records are never mixed with invented ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from diaban.assignments.models import Assignment
from diaban.config import cli
from diaban.fieldwork.models import Support, Visit
from diaban.kit.actors import Role, the_system
from diaban.kit.digest import digest
from diaban.kit.errors import RuleBroken
from diaban.kit.models import AuditEvent
from diaban.obligations.models import Obligation
from diaban.people.cast import CAST
from diaban.people.models import Account, Cadre, RoleGrant
from diaban.simulation.models import SimulatedYear
from diaban.simulation.rules.world import PROVINCE
from diaban.simulation.services import simulate

pytestmark = pytest.mark.django_db


def simulated(seed: int = 26, year: int = 2023, years: int = 1) -> str:
    """The digest of a database that held nothing before; its constraints are checked."""
    simulate(codes=["17"], year=year, years=years, seed=seed, measure=PROVINCE, by=the_system(role=Role.BOARD))
    connection.check_constraints()
    return digest()


def in_a_fresh_database(work: Callable[[], str]) -> str:
    with transaction.atomic():
        found = work()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_gives_the_same_digest_whatever_the_serials() -> None:
    first = in_a_fresh_database(simulated)
    assert in_a_fresh_database(simulated) == first
    assert in_a_fresh_database(lambda: simulated(seed=27)) != first


def test_a_year_that_the_units_do_not_outlive_is_refused() -> None:
    with pytest.raises(RuleBroken, match="01/07/2025"):
        simulated(year=2024, years=2)


@pytest.mark.usefixtures("year")
def test_hoa_binh_as_it_was() -> None:
    assert (Cadre.objects.count(), Assignment.objects.filter(starts_on="2022-12-14").count()) == (134, 151)
    total = Support.objects.aggregate(total=Sum("value_vnd"))["total"]
    assert 10_100_000_000 < total < 10_900_000_000
    assert Visit.objects.filter(province__code="17", year=2023).count() == Visit.objects.count()
    assert SimulatedYear.objects.get().year == 2023


@pytest.mark.usefixtures("year")
def test_the_cast_has_its_roles_and_nobody_has_a_password() -> None:
    accounts = {account.username: account for account in Account.objects.all()}
    assert set(accounts) == {member.username for member in CAST}
    assert not any(account.has_usable_password() for account in accounts.values())
    grants = {grant.account.username: grant for grant in RoleGrant.objects.select_related("account")}
    cadre = Cadre.objects.get(account=accounts["canbo"])
    followed = Assignment.objects.filter(cadre=cadre)
    assert followed.count() == 2
    assert grants["xa"].unit in [one.commune for one in followed]
    assert grants["coquan"].agency == followed[0].agency
    assert grants["huyen"].unit == followed[0].commune.parent


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
