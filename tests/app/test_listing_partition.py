"""Whatever an address asks for: the choices of each filter share out the list, without a rest and without overlap."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diaban.fieldwork.models import Support
from diaban.fieldwork.policies import visible_supports
from diaban.fieldwork.rules import Confirmation, Source, SupportKind
from diaban.kit.actors import Actor
from diaban.kit.listing import ListPage
from tests import make
from tests.lists import SUPPORTS, open_at, support
from tests.make import AT

pytestmark = pytest.mark.django_db

words = {
    "xem": st.sampled_from([view.key for view in SUPPORTS.views]),
    "xa": st.sampled_from(["05209", "05212", "khong-co"]),
    "nguon": st.sampled_from([*Source, "khong-co"]),
    **{one.key: st.sampled_from([choice.word for choice in one.offered]) for one in SUPPORTS.filters if one.labels},
    "huyen": st.sampled_from(["156", "chua-ro"]),
    "tu": st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}"),
    "den": st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}"),
    "tim": st.sampled_from(["Hà", "lan", "son", "ă"]),
    "sap": st.sampled_from(list(SUPPORTS.sorts)),
}


@pytest.fixture
def board() -> Actor:
    """Who sees eighty lines of every sort."""
    world, chance = make.world(), Random(26)
    visit = make.visit(world.at_pa_co)
    for _ in range(80):
        made = support(
            chance.choice([world.at_pa_co, world.at_hang_kia]),
            on=date(2023, chance.randint(1, 2), chance.randint(1, 28)),
            value=chance.randint(0, 9) * 1_000_000,
        )
        Support.objects.filter(pk=made.pk).update(
            kind=chance.choice(list(SupportKind)),
            source=chance.choice(list(Source)),
            confirmation=(state := chance.choice(list(Confirmation))),
            confirmed_at=AT if state is Confirmation.CONFIRMED else None,
            visit=chance.choice([visit, None]),
            supported_on=date(2023, chance.randint(1, 12), chance.randint(1, 28)),
        )
    return world.as_board


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(params=st.fixed_dictionaries({}, optional=words))
def test_the_choices_of_a_filter_share_out_the_list(board: Actor, params: dict[str, str]) -> None:
    rows = visible_supports(board)
    whole = open_at(params, rows)
    assert whole.count == len(keys(whole)) == len(set(keys(whole)))
    for one in SUPPORTS.filters:
        if one.key not in params:
            parts = [open_at({**params, one.key: choice.word}, rows) for choice in whole.options[one.key]]
            assert sorted(key for part in parts for key in keys(part)) == sorted(keys(whole)), one.key
            assert added_up(parts) == list(whole.measured.totals), one.key


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(params=st.fixed_dictionaries({}, optional=words))
def test_a_view_holds_what_it_counts_and_the_money_is_that_of_its_rows(board: Actor, params: dict[str, str]) -> None:
    rows = visible_supports(board)
    told = open_at(params, rows).measured.counts
    for view in SUPPORTS.views:
        page = open_at({**params, "xem": view.key}, rows)
        assert told[view.key] == page.count == len(keys(page)), view.key
        assert page.found is not None
        lines = list(page.found.values_list("value_vnd", "confirmation"))
        confirmed = sum(value for value, state in lines if state == Confirmation.CONFIRMED)
        assert page.measured.totals == (confirmed, sum(value for value, _ in lines) - confirmed)


def keys(page: ListPage) -> list[str]:
    assert page.found is not None
    return [str(key) for key in page.found.values_list("pk", flat=True)]


def added_up(parts: list[ListPage]) -> list[int]:
    return [int(sum(numbers)) for numbers in zip(*(part.measured.totals for part in parts), strict=True)]
