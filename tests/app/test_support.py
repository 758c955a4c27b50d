"""Support in đồng: recorded with its basis, confirmed by the commune, corrected by a reversing line only."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Sum

from diaban.fieldwork.models import Support
from diaban.fieldwork.rules import Confirmation, Source, SupportKind, ValueBasis
from diaban.fieldwork.services import confirm_support, dispute_support, record_support, reverse_support
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db


def recorded(world: World, **changes: object) -> Support:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "supported_on": date(2023, 3, 15),
        "kind": SupportKind.GOODS,
        "content": "20 con bò giống",
        "source": Source.SPONSOR,
        "value_vnd": 412_500_000,
        "value_basis": ValueBasis.INVOICE,
        "households": 20,
        "by": world.as_lan,
        "at": AT,
    }
    return record_support(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def test_support_is_recorded_unconfirmed() -> None:
    world = make.world()
    recorded(world)
    stored = Support.objects.get()
    assert (stored.value_vnd, stored.value_basis, stored.confirmation, stored.households, stored.year) == (
        412_500_000,
        ValueBasis.INVOICE,
        Confirmation.SILENT,
        20,
        2023,
    )
    assert make.audited() == ["support.recorded"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"value_basis": ValueBasis.NONE}, "value_basis"),
        ({"value_vnd": -1}, "value_vnd"),
        ({"value_vnd": 0}, "value_vnd"),
        ({"content": ""}, "content"),
        ({"households": -1}, "households"),
        ({"supported_on": date(2023, 3, 21)}, "supported_on"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refused:
        recorded(world, **changes)
    assert (refused.value.field, Support.objects.count()) == (field, 0)


def test_advice_has_no_value_in_dong() -> None:
    world = make.world()
    recorded(world, kind=SupportKind.ADVICE, value_vnd=0, value_basis=ValueBasis.NONE)
    assert Support.objects.get().value_vnd == 0


def test_sent_twice_is_one_line() -> None:
    world, same = make.world(), uuid7()
    assert recorded(world, id=same) == recorded(world, id=same, value_vnd=1)
    assert Support.objects.get().value_vnd == 412_500_000


def test_the_commune_confirms_or_sees_it_otherwise() -> None:
    world = make.world()
    support = recorded(world)
    dispute_support(support=support, reason="Xã nhận ít hơn.", by=world.as_pa_co, at=AT)
    assert Support.objects.get().confirmation == Confirmation.DISPUTED
    confirm_support(support=support, by=world.as_pa_co, at=AT)
    stored = Support.objects.get()
    assert (stored.confirmation, stored.confirmed_at) == (Confirmation.CONFIRMED, AT)
    for name, actor in world.everybody.items():
        if name != "pa_co":
            with pytest.raises(NotAllowed):
                confirm_support(support=support, by=actor, at=AT)


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_reversing_line_brings_each_sum_to_nothing(confirmed: bool) -> None:
    world = make.world()
    support = recorded(world)
    if confirmed:
        confirm_support(support=support, by=world.as_pa_co, at=AT)
    reverse_support(support=support, reason="Ghi nhầm xã.", by=world.as_lan, at=AT)

    sums = Support.objects.values("confirmation").annotate(total=Sum("value_vnd")).values_list("confirmation", "total")
    assert list(sums) == [(Confirmation.CONFIRMED if confirmed else Confirmation.SILENT, 0)]
    reversal = Support.objects.get(reverses=support)
    assert (reversal.value_vnd, reversal.reverse_reason, reversal.supported_on, reversal.households) == (
        -412_500_000,
        "Ghi nhầm xã.",
        date(2023, 3, 15),
        0,
    )
    assert Support.objects.get(pk=support.pk).value_vnd == 412_500_000


def test_a_line_is_taken_back_once_and_its_reversal_never() -> None:
    world, same = make.world(), uuid7()
    support = recorded(world)
    reversal = reverse_support(support=support, reason="Ghi nhầm.", id=same, by=world.as_lan, at=AT)
    assert reverse_support(support=support, reason="Ghi nhầm.", id=same, by=world.as_lan, at=AT) == reversal
    with pytest.raises(RuleBroken, match="Dòng này đã được điều chỉnh"):
        reverse_support(support=support, reason="Lần nữa.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="Đây là dòng điều chỉnh"):
        reverse_support(support=reversal, reason="Lần nữa.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="Dòng này đã được điều chỉnh"):
        confirm_support(support=support, by=world.as_pa_co, at=AT)
    assert Support.objects.count() == 2


def test_a_closed_year_is_corrected_by_the_board_only() -> None:
    world = make.world()
    support, later = recorded(world), at_hanoi(date(2024, 2, 5))
    with pytest.raises(RuleBroken, match="đã khóa sổ"):
        reverse_support(support=support, reason="Ghi nhầm.", by=world.as_lan, at=later)
    reverse_support(support=support, reason="Ghi nhầm.", by=world.as_board, at=later)
    assert Support.objects.count() == 2
