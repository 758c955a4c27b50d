"""Anyone reads the register of directives; whoever is signed in reads the rule sets and what each value rests on."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from diaban.kit.actors import Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.people.models import Account, RoleGrant
from diaban.places.models import Unit
from diaban.places.rules.kinds import Level
from diaban.regulations import services
from diaban.regulations.models import RuleSet
from diaban.regulations.rules import PARAMETERS
from diaban.regulations.rules.directives import DirectiveKind

pytestmark = pytest.mark.django_db

AT = at_hanoi(date(2022, 12, 14))


@pytest.fixture
def hoa_binh() -> Unit:
    made = Unit.objects.create(
        code="17",
        name="Tỉnh Hòa Bình",
        level=Level.PROVINCE,
        kind="tỉnh",
        valid_from=date(2004, 1, 1),
        folded="tinh hoa binh",
    )
    services.seed_regulations(province=made, by=the_system(made.pk), at=AT)
    return made


def sign_in(client: Client, province: Unit, role: Role = Role.STANDING) -> None:
    account = Account.objects.create(username=f"{role.value}-{province.code}", full_name="Bùi Thị Lan")
    RoleGrant.objects.create(account=account, role=role, province=province, starts_on=date(2022, 1, 1))
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")


def letter(province: Unit, number: int) -> None:
    services.register_directive(
        province=province,
        kind=DirectiveKind.LETTER,
        number=number,
        symbol=f"{number}-CV/TU",
        issued_on=date(2023, 1, number),
        issuer="Tỉnh ủy",
        title="về một việc",
        by=the_system(province.pk),
        at=AT,
    )


@pytest.mark.usefixtures("hoa_binh")
def test_a_stranger_reads_the_register(client: Client) -> None:
    response = client.get("/van-ban/")

    assert response.status_code == 200
    words = re.sub(r"<[^>]+>", "", response.text)
    said = ["Quy định 26-QĐ/TU", "Quyết định 718-QĐ/TU", "Kết luận 1016-KL/TU", "3 văn bản"]
    assert [sentence for sentence in said if sentence not in words] == []


def test_an_empty_register_says_so(client: Client) -> None:
    assert "Chưa có văn bản nào" in client.get("/van-ban/").text


def test_the_register_costs_the_same_however_long(
    client: Client, hoa_binh: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 2, 3):
        with django_assert_num_queries(1):
            client.get("/van-ban/")
        letter(hoa_binh, number)


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    response = client.get("/bo-quy-tac/")
    assert (response.status_code, response.headers["Location"]) == (302, "/dang-nhap/?next=/bo-quy-tac/")


def test_the_list_of_rule_sets_counts_our_own_defaults(client: Client, hoa_binh: Unit) -> None:
    sign_in(client, hoa_binh)
    response = client.get("/bo-quy-tac/")

    own = RuleSet.objects.get(province=hoa_binh).parameters.filter(source_mark="A").count()
    assert response.status_code == 200
    assert f'class="num">{own}</td>' in response.text
    assert "Dùng chung khi tỉnh chưa có bộ quy tắc riêng" in response.text


def test_every_parameter_stands_on_the_page_with_its_source(client: Client, hoa_binh: Unit) -> None:
    sign_in(client, hoa_binh)
    rule_set = RuleSet.objects.get(province=hoa_binh)
    response = client.get(f"/bo-quy-tac/{rule_set.pk}/")

    assert [key for key in PARAMETERS if f'id="{key}"' not in response.text] == []
    assert "mặc định của phần mềm" in response.text
    assert "Quy định 124-QĐ/TW ngày 04/10/2023" in response.text


def test_the_rule_set_of_another_province_is_not_there(client: Client, hoa_binh: Unit) -> None:
    elsewhere = Unit.objects.create(
        code="25", name="Tỉnh Phú Thọ", level=Level.PROVINCE, kind="tỉnh", valid_from=date(2004, 1, 1), folded="phu tho"
    )
    sign_in(client, elsewhere)
    rule_set = RuleSet.objects.get(province=hoa_binh)

    assert client.get(f"/bo-quy-tac/{rule_set.pk}/").status_code == 404
    assert "Quy định 26" not in client.get("/bo-quy-tac/").text
